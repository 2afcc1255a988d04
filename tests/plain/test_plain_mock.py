"""A mock quiz line by line, through real pipes."""

import signal
from pathlib import Path

import pytest

from quizdeck.record.store import open_store
from quizdeck.study.moment import Moment
from quizdeck.study.records import Json, Outcome, Record, RecordKind
from tests.cli.helpers import quizdeck
from tests.plain.test_plain_session import Talk, talking

ASKS = "q 中断）: "
SPRINT = ("mock", "sprint", "--plain", "--seed", "4")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "quizdeck-home" / "log.db"


def records(log: Path, *kinds: RecordKind) -> tuple[Record, ...]:
    with open_store(log, now=Moment(0, 0), new_device=lambda: "reader") as store:
        return store.records(kinds=kinds)


def keys(log: Path) -> list[Json]:
    """Return the numbers of the right options, as the log keeps them."""
    found = records(log, RecordKind.SESSION_STARTED)[-1].payload["keys"]
    assert isinstance(found, list)
    return found


def question(said: str) -> str:
    """Return the 小問 in front without the line of the clock."""
    return said[said.rindex("――") :].partition("\n")[2]


def answer_all(talk: Talk, answers: list[Json]) -> None:
    for number in answers:
        talk.say(str(number))
        talk.hear(ASKS)


def test_a_whole_paper(log: Path) -> None:
    with talking(*SPRINT) as talk:
        asked = talk.hear(ASKS)
        assert "1 / 5" in asked
        assert "残り 5:5" in asked or "残り 6:00" in asked
        right = keys(log)
        answer_all(talk, right[:4])
        talk.say("end")
        assert "無解答の小問 1 問: 5" in talk.hear("ほかの文字で戻る: ")
        talk.say("")
        code, out, err = talk.end()
    assert (code, err) == (0, "")
    assert "得点率 80%（4 / 5）" in out
    assert "合否の判定はしません" in out
    assert all(f"―― {number} / 5" in out for number in range(1, 6))
    outcomes = [attempt.outcome for attempt in records(log, RecordKind.ATTEMPT)]
    assert outcomes == [Outcome.CORRECT] * 4


def test_nothing_is_judged_before_the_paper_is_in() -> None:
    ran = quizdeck(*SPRINT, typed="1\n2\n3\n4\n1\nq\n")
    assert not {"✓", "✗"} & set(ran.out)
    assert "時計は進んだまま" in ran.out


def test_every_word_of_the_prompt_does_what_it_says(log: Path) -> None:
    with talking(*SPRINT) as talk:
        talk.hear(ASKS)
        for typed, heard in (
            ("n", "2 / 5"),
            ("p", "1 / 5"),
            ("g 4", "4 / 5"),
            ("ｆ", "⚑1"),
            ("g1", "1 / 5"),
            ("r", "2 / 5"),
            ("l", "4○⚑"),
            ("9", "1 から 4 の番号で答えてください"),
            ("n", "3 / 5"),
        ):
            talk.say(typed)
            assert heard in talk.hear(ASKS), typed
        talk.say("q")
        assert talk.end()[0] == 0
    assert records(log, RecordKind.MOCK_CHOSE, RecordKind.SESSION_ENDED) == ()


def test_a_killed_mock_goes_on_with_its_answers_and_with_less_time(log: Path) -> None:
    with talking(*SPRINT) as talk:
        talk.hear(ASKS)
        answer_all(talk, [1, 2])
        talk.say("f")
        asked = question(talk.hear(ASKS))
        talk.process.send_signal(signal.SIGKILL)
        talk.process.wait(20)
    kept = records(log, RecordKind.MOCK_CHOSE)
    assert [record.payload["number"] for record in kept] == [1, 2]
    with talking("mock", "--plain") as talk:
        again = talk.hear(ASKS)
        assert "途中の模試を続けます（残り 5:" in again
        assert "3 / 5" in again
        assert "⚑1" in again
        assert question(again) == asked
        talk.say("end")
        assert "無解答の小問 3 問: 3, 4, 5" in talk.hear("ほかの文字で戻る: ")
    assert len(records(log, RecordKind.SESSION_STARTED)) == 1


def test_the_end_of_the_input_leaves_the_mock_under_way(log: Path) -> None:
    ran = quizdeck(*SPRINT, typed="1\n")
    assert (ran.code, ran.err) == (0, "")
    assert records(log, RecordKind.SESSION_ENDED) == ()
    assert "途中の模試を続けます" in quizdeck("mock", "--plain").out


def test_handing_in_can_be_thought_over(log: Path) -> None:
    ran = quizdeck(*SPRINT, typed="end\nno\nq\n")
    assert ran.code == 0
    assert records(log, RecordKind.SESSION_ENDED) == ()


def test_the_line_mode_speaks_english_too() -> None:
    said = quizdeck(*SPRINT, "--lang", "en", typed="1\nend\n\n").out.replace("・", "")
    assert "Score " in said
    marks_of_blanks = "あいうえお"
    assert not [c for c in said if "぀" <= c <= "鿿" and c not in marks_of_blanks]
