"""Press keys without looking: ``python -m tests.monkey 20000``.

A seed a thousand keys, each with a home of its own. An error, a log that was not only appended to
or an app that cannot be left ends it with a traceback that says what was pressed.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.monkey.monkey import Monkey

_KEYS_A_SEED = 1000


def main(keys: int, first: int) -> None:
    """Press ``keys`` keys, the seeds counted from ``first``."""
    pressed = starts = 0
    for seed in range(first, first + -(-keys // _KEYS_A_SEED)):
        with tempfile.TemporaryDirectory() as folder:
            monkey = Monkey(Path(folder), seed)
            asyncio.run(monkey.play(min(_KEYS_A_SEED, keys - pressed)))
        pressed += monkey.keys
        starts += monkey.starts
        print(f"seed {seed}   keys {pressed:,}   starts {starts:,}", flush=True)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(numbers[0] if numbers else 20_000, numbers[1] if len(numbers) > 1 else 1)
