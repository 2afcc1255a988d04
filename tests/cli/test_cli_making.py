import csv
import io
import json
import os
from pathlib import Path

import pytest

from quizdeck.problems.precision import display
from quizdeck.problems.problem import Problem, build
from quizdeck.problems.skills.registry import SKILLS, skill_by_id
from tests.cli.conftest import Commands
from tests.cli.helpers import quizdeck

VARIANT_FIELDS = {
    "variant",
    "skill",
    "version",
    "level",
    "method",
    "given",
    "ask",
    "prompt",
    "answer",
    "slips",
    "sheet",
    "verified",
}


# generate


def test_generate_takes_the_skills_in_turn_and_counts_the_seeds_up(run: Commands) -> None:
    made = run("generate", "adam.v", "--count", "4", "--seed", "7", "--format", "jsonl")
    adam_v = [skill.id for skill in SKILLS if skill.id.startswith("adam.v.")]
    lap = [f"{id_}@{seed}" for seed in (7, 8, 9, 10) for id_ in adam_v]
    assert [json.loads(line)["variant"] for line in made.lines] == lap[:4]


def test_generate_as_data_has_every_field_of_the_contract(run: Commands) -> None:
    for line in run("generate", "--count", str(len(SKILLS)), "--format", "jsonl").lines:
        record = json.loads(line)
        assert record.keys() >= VARIANT_FIELDS
        assert record["prompt"].keys() == record["sheet"].keys() == {"ja", "en"}
        assert record["answer"].keys() == {"exact", "decimal", "precision"}
        assert record["verified"].keys() == {"recurrence", "closed_form", "numpy"}
        assert all(slip.keys() >= {"id", "value", "key"} for slip in record["slips"])


def test_the_same_seed_gives_the_same_bytes(run: Commands) -> None:
    words = ("generate", "--count", "5", "--seed", "3", "--format", "jsonl")
    once = run(*words)
    assert once.code == 0
    assert once.out == run(*words).out
    assert once.out != run("generate", "--count", "5", "--seed", "4", "--format", "jsonl").out


@pytest.mark.parametrize(("language", "word"), [("ja", "答え: "), ("en", "Answer: ")])
def test_generate_as_text_shows_the_key(run: Commands, language: str, word: str) -> None:
    made = run("generate", "adam.m.1", "--count", "1", "--seed", "7", "--lang", language)
    problem = build(skill_by_id("adam.m.1"), 7)
    assert made.lines[0] == "[adam.m.1@7]"
    assert f"{word}{display(problem.answer, problem.precision)}" in made.out


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_a_worksheet_has_its_key_behind_all_problems(run: Commands, form: str) -> None:
    made = run("generate", "adam.m.1", "--count", "2", "--format", form, "--lang", "en")
    problems, _, keys = made.out.partition("Key")
    assert problems.count("adam.m.1@") == 2
    assert "Answer" not in problems
    assert keys.count("Answer: ") == 2


def test_generate_only_at_one_level(run: Commands) -> None:
    made = run("generate", "--level", "2", "--count", "30", "--format", "jsonl")
    assert {json.loads(line)["level"] for line in made.lines} == {2}


def test_generate_into_a_file(run: Commands, tmp_path: Path) -> None:
    target = tmp_path / "問題.jsonl"
    words = ("generate", "--count", "3", "--format", "jsonl")
    made = run(*words, "-o", str(target))
    assert (made.code, made.out, made.err) == (0, "", "")
    assert target.read_text("utf-8") == run(*words).out


def test_a_file_that_cannot_be_written_is_named(run: Commands, tmp_path: Path) -> None:
    target = str(tmp_path / "nowhere" / "problems.txt")
    refused = run("generate", "-o", target)
    assert (refused.code, refused.out) == (3, "")
    assert target in refused.err


@pytest.mark.parametrize(
    ("words", "named"),
    [(["alchemy"], "alchemy"), (["adam", "adam.w"], "adam.w"), (["adam.v.1", "--level", "2"], "2")],
)
def test_a_skill_that_is_not_there_is_named(run: Commands, words: list[str], named: str) -> None:
    for command in ("generate", "practice"):
        refused = run(command, *words, *(["--plain"] if command == "practice" else []))
        assert (refused.code, refused.out) == (2, "")
        assert named in refused.err
        assert "quizdeck skills" in refused.err
        assert len(refused.err.splitlines()) == 1


# grade


def asked(problem: Problem, answer: object) -> str:
    return json.dumps({"variant": problem.variant, "answer": answer}, ensure_ascii=False)


@pytest.fixture(scope="module")
def problem() -> Problem:
    return build(skill_by_id("adam.v.2"), 7)


def test_grade_says_what_was_read_and_which_slip_it_was(run: Commands, problem: Problem) -> None:
    slip = next(slip for slip in problem.slips if slip.is_key)
    lines = [
        asked(problem, str(problem.answer)),
        asked(problem, str(slip.value)),
        asked(problem, "七"),
    ]
    graded = run("grade", typed="\n".join(lines) + "\n\n")
    right, wrong, unreadable = map(json.loads, graded.lines)
    assert (graded.code, graded.err) == (0, "")
    assert (right["verdict"], right["variant"], right["slips"]) == ("correct", problem.variant, [])
    assert wrong["verdict"] == "wrong"
    assert slip.id in wrong["slips"]
    assert (unreadable["verdict"], unreadable["reading"]) == ("unreadable", None)
    assert all(v["message"].keys() == {"ja", "en"} for v in (right, wrong, unreadable))


def test_grade_takes_full_width_digits(run: Commands, problem: Problem) -> None:
    wide = str(problem.answer).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789/-"})
    (verdict,) = map(json.loads, run("grade", typed=asked(problem, wide)).lines)
    assert verdict["verdict"] == "correct"


def test_grade_knows_the_options_of_the_banks(run: Commands) -> None:
    verdicts = [
        json.loads(run("grade", typed=f'{{"item": "adam/lineage-words", "answer": "{n}"}}').out)
        for n in range(6)
    ]
    kinds = [verdict["verdict"] for verdict in verdicts]
    assert sorted(kinds) == ["correct", *["unreadable"] * 2, *["wrong"] * 3]
    assert {verdict["item"] for verdict in verdicts} == {"adam/lineage-words"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "JSON"),
        ("nonsense", "JSON"),
        ("[" * 100_000, "JSON"),
        ("1" * 10_000, "JSON"),
        ("5", "answer"),
        ("[]", "answer"),
        ('{"variant": "adam.v.2@7"}', "answer"),
        ('{"variant": "adam.v.2@7", "answer": 7}', "answer"),
        ('{"answer": "7"}', "variant"),
        ('{"variant": "adam.v.2", "answer": "7"}', "adam.v.2@7"),
        ('{"variant": "adam.v.2@x", "answer": "7"}', "adam.v.2@x"),
        ('{"variant": "adam.w.2@7", "answer": "7"}', "adam.w.2"),
        ('{"item": "adam/nothing", "answer": "1"}', "adam/nothing"),
    ],
    ids=lambda text: text[:36],
)
def test_a_line_that_cannot_be_graded_is_told_of_and_the_rest_goes_on(
    run: Commands, problem: Problem, line: str, says: str
) -> None:
    good = asked(problem, str(problem.answer))
    graded = run("grade", typed=f"{good}\n{line}\n{good}\n")
    assert graded.code == 1
    assert [json.loads(verdict)["verdict"] for verdict in graded.lines] == ["correct"] * 2
    (complaint,) = graded.err.splitlines()
    assert says in complaint
    assert "2" in complaint


def test_bytes_that_are_no_text_spoil_only_their_line(problem: Problem) -> None:
    good = asked(problem, str(problem.answer)).encode()
    lone = asked(problem, "x").replace("x", "\\ud800").encode()
    sent = good + b"\n\xff\xfe\n" + lone + b"\n" + good
    graded = quizdeck("grade", typed=sent, environment={"PYTHONIOENCODING": "utf-8:strict"})
    assert graded.code == 1
    verdicts = [json.loads(line)["verdict"] for line in graded.lines]
    assert verdicts == ["correct", "unreadable", "correct"]
    assert len(graded.err.splitlines()) == 1


# trace

GOLDENS = Path(__file__).with_name("goldens")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("adam-book", "adam --grads 2,-1,4 --lr 0.1 --beta1 1/2 --beta2 3/4 --eps 0"),
        ("adam-paper", "adam.paper --grads 2,-1,4 --format jsonl"),
        ("momentum", "momentum --grads 2,-1,4 --start -7"),
        ("adagrad", "adagrad --grads 2,-1,4 --format csv"),
        ("sgd-valley", "sgd --objective valley --start -7,2 --steps 3 --lr 0.95 --format jsonl"),
        ("adam-valley", "adam --objective valley --start -7,2 --steps 30 --lr 0.3"),
    ],
)
def test_traces_are_as_they_were(run: Commands, name: str, words: str) -> None:
    traced = run("trace", *words.split())
    assert (traced.code, traced.err) == (0, "")
    path = GOLDENS / f"{name}.golden"
    if os.environ.get("QUIZDECK_UPDATE_GOLDENS") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(traced.out, encoding="utf-8")
    assert traced.lines == path.read_text("utf-8").splitlines()


def test_a_trace_can_be_reckoned_by_hand(run: Commands) -> None:
    traced = run("trace", "adam", "--grads", "6,-1", "--beta2", "3/4", "--format", "jsonl")
    first, second = map(json.loads, traced.lines)
    assert (first["v"], second["v"]) == ("9", "7")
    walked = run("trace", "sgd", "--objective", "valley", "--start", "-7,2", "--steps", "1")
    assert walked.lines[1].split() == ["1", "-0.7", "0.007", "-6.993", "4", "-0.04", "1.96"]


def test_all_formats_hold_the_same_numbers(run: Commands) -> None:
    words = ("trace", "adam", "--objective", "valley", "--start", "-7,2", "--steps", "30")
    records = [json.loads(line) for line in run(*words, "--format", "jsonl").lines]
    rows = list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))
    table = run(*words).lines
    assert rows == records
    assert [record["t"] for record in records] == [str(t) for t in range(1, 31)]
    assert table[0].split() == list(records[0])
    assert len(table) == 31
    assert len({len(line) for line in table}) == 1


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("alchemy --grads 1", "alchemy"),
        ("adam", "--grads"),
        ("adam --objective hill", "hill"),
        ("adam --objective valley --start 1", "--start"),
        ("adam --objective valley --start 1,2,3", "--start"),
        ("adam --grads", "--grads"),
        ("adam --grads 1,x", "--grads"),
        ("adam --grads 1,,2", "--grads"),
        ("adam --grads 1/0", "--grads"),
        ("adam --grads 1e999", "--grads"),
        ("adam --grads 1 --lr fast", "--lr"),
        ("adam --grads 1 --beta1 1", ""),
        ("adam --grads 1 --beta2 2", ""),
        ("adam --grads 0 --eps 0", ""),
        ("sgd --objective valley --steps 10000 --lr 99", ""),
        ("adam --grads 1 --objective valley", "--objective"),
        ("adam --objective valley --steps 0", "--steps"),
    ],
)
def test_a_trace_that_cannot_be_made_says_why(run: Commands, words: str, named: str) -> None:
    refused = run("trace", *words.split())
    assert (refused.code, refused.out) == (2, "")
    assert named in refused.err
    assert "Traceback" not in refused.err


def test_numbers_may_begin_with_a_minus(run: Commands) -> None:
    spaced = run("trace", "sgd", "--grads", "-1,2", "--start", "-7")
    joined = run("trace", "sgd", "--grads=-1,2", "--start=-7")
    assert spaced.code == 0
    assert spaced.out == joined.out
