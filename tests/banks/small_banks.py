"""Small banks for tests in which banks come, change and go."""

import os
from pathlib import Path


def question(id_: str, *, level: int = 1, **more: str) -> str:
    """Return a small question that nothing is wrong with."""
    keys = "".join(f"    {key}: {value}\n" for key, value in more.items())
    return (
        f"  - id: {id_}\n    kind: order\n    level: {level}\n    tags: [word]\n{keys}"
        "    prompt: {ja: あ, en: a}\n    steps: [{text: a}, {text: b}, {text: c}]\n"
        "    explanation: {ja: あ, en: a}\n"
    )


def written(path: Path, *questions: str) -> Path:
    """Write a bank, long enough ago that nobody has to expect another write at the same time."""
    head = f"format: 1\nbank: {path.stem}\ntitle: {{ja: あ, en: a}}\nquestions:\n"
    path.write_text(head + "".join(questions), encoding="utf-8")
    settle(path)
    return path


def settle(path: Path) -> None:
    time = path.stat().st_mtime_ns - 10_000_000_000
    os.utime(path, ns=(time, time))
