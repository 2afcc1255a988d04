"""Sit a mock quiz on a text stream in and a text stream out, timed."""

from unicodedata import normalize

from quizdeck.desk.desk import Desk
from quizdeck.language.catalogue import text
from quizdeck.plain.conversation import Conversation
from quizdeck.present.mock import (
    grid_document,
    hand_in_document,
    mock_document,
    mock_position,
    mock_status,
    warning_minutes,
)
from quizdeck.present.mock_result import part_document, result_document
from quizdeck.present.spans import plain_text
from quizdeck.study.mock import Mock
from quizdeck.study.mock_events import Ending
from quizdeck.study.moment import Moment

_LEAVE = "q"


def sit(desk: Desk, mock: Mock, talk: Conversation) -> Mock:
    """Ask until the paper is in, the time is up or the person leaves; print the result."""
    looked = desk.now()
    while not mock.is_over:
        looked = _show(desk, mock, talk, looked)
        typed = talk.ask(text("mock.prompt", talk.language))
        mock = desk.mocks.watch(mock)
        if typed is None or _word(typed) == _LEAVE:
            return _left(mock, talk)
        if not mock.is_over:
            mock = _obeyed(desk, mock, talk, _word(typed))
    _say_result(desk, mock, talk)
    return mock


def _obeyed(desk: Desk, mock: Mock, talk: Conversation, word: str) -> Mock:
    mocks, count = desk.mocks, len(mock.slots)
    if word.isascii() and word.isdigit():
        return _chosen(desk, mock, talk, int(word))
    if word.startswith("g") and word[1:].strip().isdigit():
        return mocks.go(mock, int(word[1:]) - 1)
    match word:
        case "" | "n":
            return mocks.go(mock, (mock.place + 1) % count)
        case "p":
            return mocks.go(mock, (mock.place - 1) % count)
        case "f":
            return mocks.flag(mock)
        case "r":
            return mock if mock.review_place is None else mocks.go(mock, mock.review_place)
        case "l":
            talk.say(grid_document(mock, talk.language))
        case "end":
            return _handed_in(desk, mock, talk)
    return mock


def _chosen(desk: Desk, mock: Mock, talk: Conversation, number: int) -> Mock:
    """Choose an option and go on to the next 小問; 0 takes the choice back."""
    count = mock.exercises[mock.place].key_count
    if number > count:
        talk.write(text("answer.no_such_option", talk.language, count=count))
        return mock
    mock = desk.mocks.choose(mock, number or None)
    is_last = mock.place == len(mock.slots) - 1
    return mock if is_last or number == 0 else desk.mocks.go(mock, mock.place + 1)


def _handed_in(desk: Desk, mock: Mock, talk: Conversation) -> Mock:
    talk.say(hand_in_document(mock, talk.language)[:-2])
    answer = talk.ask(text("mock.hand_in_confirm", talk.language))
    return desk.mocks.hand_in(mock) if answer is not None and not answer.strip() else mock


def _left(mock: Mock, talk: Conversation) -> Mock:
    if not mock.is_over:
        talk.say()
        talk.write(text("mock.goes_on", talk.language))
    return mock


def _show(desk: Desk, mock: Mock, talk: Conversation, looked: Moment) -> Moment:
    """Show the 小問 in front; return when the clock was looked at."""
    now = desk.now()
    position = plain_text(mock_position(mock, mock.title.in_language(talk.language), talk.language))
    status = plain_text(mock_status(mock, now, talk.language))
    talk.say()
    if minutes := warning_minutes(mock, looked, now):
        talk.write(text("mock.time_left", talk.language, minutes=minutes))
    talk.write(f"―― {position}   {status}")
    talk.say()
    talk.say(mock_document(mock, talk.language))
    talk.say()
    return now


def _say_result(desk: Desk, mock: Mock, talk: Conversation) -> None:
    if mock.ending is Ending.TIME_UP:
        talk.write(text("mock.time_up", talk.language))
    talk.say()
    talk.say(result_document(mock, desk.mocks.earlier(mock), talk.language))
    for place in range(len(mock.slots)):
        talk.say()
        talk.write(f"―― {place + 1} / {len(mock.slots)}")
        talk.say(part_document(mock, place, talk.language))


def _word(typed: str) -> str:
    return normalize("NFKC", typed).strip().lower()
