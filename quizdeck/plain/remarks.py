"""Obey the commands of the line mode."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from unicodedata import normalize

from quizdeck.desk.desk import Desk
from quizdeck.language.catalogue import text
from quizdeck.plain.commands import Command, Word
from quizdeck.plain.conversation import Conversation
from quizdeck.present.hints import hint_count, hint_document
from quizdeck.study.records import Outcome
from quizdeck.study.session import Cause, Confidence, Phase, Session

_Choice = TypeVar("_Choice", Confidence, Cause)


def obeyed(desk: Desk, session: Session, command: Command, talk: Conversation) -> Session:
    """Return the session after a command; what cannot be done now is said and changes nothing."""
    if command.word is None or not _is_possible(command.word, session):
        talk.write(text("plain.not_now", talk.language))
        return session
    return _ACTIONS[command.word](desk, session, command.rest, talk)


def _is_possible(word: Word, session: Session) -> bool:
    is_asking, is_judged = session.phase is Phase.ASKING, session.phase is Phase.FEEDBACK
    match word:
        case Word.HELP | Word.UNDO:
            return True
        case Word.HINT:
            exercise = session.exercise
            return is_asking and exercise is not None and session.hints < hint_count(exercise)
        case Word.SKIP | Word.CONFIDENCE:
            return is_asking
        case Word.REST | Word.FLAG:
            return is_asking or is_judged
        case Word.EASY:
            return session.can_be_easy
        case Word.CAUSE:
            return is_judged and session.outcome is not Outcome.CORRECT


def _helped(_desk: Desk, session: Session, _rest: str, talk: Conversation) -> Session:
    for line in text("plain.commands", talk.language).splitlines():
        talk.write(line)
    return session


def _hinted(desk: Desk, session: Session, _rest: str, talk: Conversation) -> Session:
    session = desk.hint(session)
    if session.exercise is not None:
        talk.say(hint_document(session.exercise, session.hints, talk.language, talk.notation))
    return session


def _skipped(desk: Desk, session: Session, _rest: str, _talk: Conversation) -> Session:
    return desk.skip(session)


def _rested(desk: Desk, session: Session, _rest: str, talk: Conversation) -> Session:
    talk.write(text("session.rests", talk.language))
    return desk.rest(session)


def _confident(desk: Desk, session: Session, typed: str, talk: Conversation) -> Session:
    said = _chosen(tuple(Confidence), typed)
    if said is None:
        talk.write(_numbered("plain.how_sure", "confidence", tuple(Confidence), talk))
        return session
    talk.write(text(f"confidence.{said}", talk.language))
    return desk.say_confidence(session, said)


def _explained(desk: Desk, session: Session, typed: str, talk: Conversation) -> Session:
    cause = _chosen(tuple(Cause), typed)
    if cause is None:
        talk.write(_numbered("plain.why", "cause", tuple(Cause), talk))
        return session
    talk.write(text(f"cause.{cause}", talk.language))
    return desk.name_cause(session, cause)


def _flagged(desk: Desk, session: Session, note: str, talk: Conversation) -> Session:
    item = session.shown.item if session.shown else None
    is_off = not note and item is not None and desk.plan.flag(item) is not None
    talk.write(text("flag.off" if is_off else "flag.on", talk.language))
    return desk.flag(session, None if is_off else note)


def _undone(desk: Desk, session: Session, _rest: str, talk: Conversation) -> Session:
    before = desk.undo()
    key = "session.nothing_to_undo" if before is None else "session.undone"
    talk.write(text(key, talk.language))
    return before or session


def _eased(desk: Desk, session: Session, _rest: str, talk: Conversation) -> Session:
    talk.write(text("feedback.easy", talk.language))
    return desk.rate_easy(session)


def _chosen(choices: Sequence[_Choice], typed: str) -> _Choice | None:
    numbers = {str(number): choice for number, choice in enumerate(choices, start=1)}
    return numbers.get(normalize("NFKC", typed).strip())


def _numbered(
    key: str, words: str, choices: Sequence[Confidence | Cause], talk: Conversation
) -> str:
    numbered = (
        f"{number} {text(f'{words}.{choice}', talk.language)}"
        for number, choice in enumerate(choices, start=1)
    )
    return text(key, talk.language, choices="  ".join(numbered))


_ACTIONS: dict[Word, Callable[[Desk, Session, str, Conversation], Session]] = {
    Word.HELP: _helped,
    Word.HINT: _hinted,
    Word.SKIP: _skipped,
    Word.REST: _rested,
    Word.CONFIDENCE: _confident,
    Word.FLAG: _flagged,
    Word.UNDO: _undone,
    Word.EASY: _eased,
    Word.CAUSE: _explained,
}
