"""Sit a mock quiz on a text stream in and a text stream out, timed."""

from unicodedata import normalize

from quizdeck.desk.desk import Desk
from quizdeck.language.catalogue import text
from quizdeck.plain.session import Conversation
from quizdeck.present.mock import (
    grid_document,
    hand_in_document,
    mock_document,
    mock_position,
    mock_status,
)
from quizdeck.present.mock_result import part_document, result_document
from quizdeck.present.spans import plain_text
from quizdeck.study.mock import Mock
from quizdeck.study.mock_events import Ending

_LEAVE = "q"


def sit(desk: Desk, mock: Mock, talk: Conversation, title: str) -> Mock:
    """Ask until the paper is in, the time is up or the person leaves; print the result."""
    _show(desk, mock, talk, title)
    while not mock.is_over:
        typed = talk.ask(text("mock.prompt", talk.language))
        mock = desk.mocks.watch(mock)
        if typed is None or _word(typed) == _LEAVE:
            return mock
        if not mock.is_over:
            mock = _obeyed(desk, mock, talk, _word(typed))
        if not mock.is_over:
            _show(desk, mock, talk, title)
    _say_result(desk, mock, talk, title)
    return mock


def _obeyed(desk: Desk, mock: Mock, talk: Conversation, word: str) -> Mock:
    mocks, count = desk.mocks, len(mock.slots)
    if word.isascii() and word.isdigit():
        mock = mocks.choose(mock, int(word) or None)
        is_last = mock.place == count - 1
        return mock if is_last or word == "0" else mocks.go(mock, mock.place + 1)
    if word.startswith("g") and word[1:].strip().isdigit():
        return mocks.go(mock, int(word[1:]) - 1)
    match word:
        case "" | "n":
            return mocks.go(mock, (mock.place + 1) % count)
        case "p":
            return mocks.go(mock, (mock.place - 1) % count)
        case "f":
            return mocks.flag(mock)
        case "l":
            talk.say(grid_document(mock, talk.language))
        case "end":
            return _handed_in(desk, mock, talk)
    return mock


def _handed_in(desk: Desk, mock: Mock, talk: Conversation) -> Mock:
    talk.say(hand_in_document(mock, talk.language)[:-2])
    answer = talk.ask(text("mock.hand_in_confirm", talk.language))
    return desk.mocks.hand_in(mock) if answer is not None and not answer.strip() else mock


def _show(desk: Desk, mock: Mock, talk: Conversation, title: str) -> None:
    position = plain_text(mock_position(mock, title, talk.language))
    status = plain_text(mock_status(mock, desk.now(), talk.language))
    talk.say()
    talk.write(f"―― {position}   {status}")
    talk.say()
    talk.say(mock_document(mock, talk.language))
    talk.say()


def _say_result(desk: Desk, mock: Mock, talk: Conversation, title: str) -> None:
    if mock.ending is Ending.TIME_UP:
        talk.write(text("mock.time_up", talk.language))
    talk.say()
    talk.say(result_document(mock, desk.mocks.earlier(mock), title, talk.language))
    for place in range(len(mock.slots)):
        talk.say()
        talk.write(f"―― {place + 1} / {len(mock.slots)}")
        talk.say(part_document(mock, place, talk.language))


def _word(typed: str) -> str:
    return normalize("NFKC", typed).strip().lower()
