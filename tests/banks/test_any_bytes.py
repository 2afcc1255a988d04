"""Whatever the bytes of a file, what is loaded is whole and what is not is told."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizdeck.banks.library import LoadedBanks, load_banks
from quizdeck.banks.question import Bank, Question
from quizdeck.language.catalogue import text
from quizdeck.text import Language, Localized, without_controls
from tests.banks.conftest import FILE, GOOD_BANK

GOOD = GOOD_BANK.encode()
CHARACTERS = ("\0", "\x1b[2J", "\r", "\t", "\ufeff", "\x85", "\u2028", "\u202e", "\u3000")
SIGNS = ("'", '"', "- ", ": ", "{", "}", "[", "$", "$$", "`", "**", "\\", "&a ", "*a", "!!x ", "|")
ODD = st.sampled_from([b"\xff", *(written.encode() for written in (*CHARACTERS, *SIGNS))])
EDITS = st.lists(
    st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), ODD | st.binary(max_size=4)),
    max_size=5,
)
LINE_COUNT = GOOD.count(b"\n")
LINES = st.lists(st.tuples(st.integers(0, LINE_COUNT), st.integers(0, LINE_COUNT)), max_size=5)


def loaded_from(data: bytes) -> LoadedBanks:
    with TemporaryDirectory() as folder:
        path = Path(folder, FILE)
        path.write_bytes(data)
        return load_banks([path])


def texts(bank: Bank, question: Question) -> list[Localized | None]:
    found: list[Localized | None] = [bank.title, question.prompt]
    for part in question.parts:
        found += [part.explanation, part.prompt or question.prompt]
        for option in part.options:
            found += [option.text, option.why]
    return found


def assert_whole(bank: Bank, question: Question) -> None:
    for localized in texts(bank, question):
        assert localized is not None
        for written in (localized.ja, localized.en):
            assert written.strip()
            assert written == without_controls(written)
    assert question.parts
    for part in question.parts:
        assert len(part.options) in {4, 5}
        assert [option.is_correct for option in part.options].count(True) == 1
        assert len({option.text.ja for option in part.options}) == len(part.options)
        assert len(part.revision) == len(part.answer_revision) == 12


def assert_sound(loaded: LoadedBanks, lines: int) -> None:
    assert loaded.banks or loaded.findings
    for finding in loaded.findings:
        assert 1 <= finding.place.line <= lines + 1
        assert finding.place.column >= 1
        for language in Language:
            assert text(finding.key, language, **finding.details).isprintable()
    questions = [(bank, question) for bank in loaded.banks for question in bank.questions]
    for bank, question in questions:
        assert_whole(bank, question)
    ids = [part.id for _, question in questions for part in question.parts]
    assert len(ids) == len(set(ids))


@settings(max_examples=200, deadline=None)
@given(EDITS)
@example([(GOOD.index(b"level"), 0, b"!%zz ")])
@example([(GOOD.index(b"level: 2") + 7, 1, b"!%1bX 2")])
def test_bytes_put_in_and_taken_out(edits: list[tuple[int, int, bytes]]) -> None:
    data = GOOD
    for start, length, new in edits:
        data = data[:start] + new + data[start + length :]
    assert_sound(loaded_from(data), data.count(b"\n") + data.count(b"\r"))


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_lines_that_change_places(swaps: list[tuple[int, int]]) -> None:
    lines = GOOD.split(b"\n")
    for one, other in swaps:
        lines[one], lines[other] = lines[other], lines[one]
    assert_sound(loaded_from(b"\n".join(lines)), len(lines))


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_lines_that_are_indented_anew(changes: list[tuple[int, int]]) -> None:
    lines = GOOD.split(b"\n")
    for line, depth in changes:
        lines[line] = b" " * (depth % 12) + lines[line].lstrip()
    assert_sound(loaded_from(b"\n".join(lines)), len(lines))


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(GOOD)))
@example(GOOD.index(b"blanks:") + len(b"blanks:"))
def test_files_that_were_cut_off(length: int) -> None:
    assert_sound(loaded_from(GOOD[:length]), LINE_COUNT)
