"""Play a session on a text stream in and a text stream out."""

from unicodedata import normalize

from quizdeck.banks.question import FixedNumber
from quizdeck.desk.desk import Desk
from quizdeck.desk.drawing import FRESH, Drawing
from quizdeck.desk.titles import titles_of
from quizdeck.language.catalogue import text
from quizdeck.plain.commands import command_in
from quizdeck.plain.conversation import Conversation
from quizdeck.plain.remarks import obeyed
from quizdeck.present.aside import flag_document, leech_document
from quizdeck.present.exercise import exercise_document, field_hint
from quizdeck.present.feedback import diagnosis_document, retry_message, verdict_blocks
from quizdeck.present.header import progress_line, subject_line
from quizdeck.present.hints import hint_document
from quizdeck.present.spans import plain_text
from quizdeck.present.summary import summary_document
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.session import Phase, Session
from quizdeck.text import Language

_REVEAL = frozenset({"?", "？"})
_LEAVE = frozenset({"q", "ｑ", "Q", "Ｑ"})


def play(desk: Desk, session: Session, talk: Conversation, drawing: Drawing = FRESH) -> Session:
    """Ask until the session is over or the person leaves; return it as it stands then.

    Every answer is in the log before its verdict is printed.
    """
    while session.phase is not Phase.FINISHED:
        session = desk.present(session, drawing)
        if session.phase is Phase.FINISHED:
            break
        _introduce(desk, session, talk)
        answered = _ask_until_judged(desk, session, talk)
        if answered is None:
            break
        session = answered
        if session.phase is Phase.FEEDBACK:
            _judge(desk, session, talk)
            going_on = _pause(desk, _ask_which_slip(desk, session, talk), talk)
            if going_on is None:
                break
            session = desk.proceed(going_on)
    _say_summary(desk, session, talk)
    return session


def _introduce(desk: Desk, session: Session, talk: Conversation) -> None:
    progress = plain_text(progress_line(session, talk.language))
    subject = plain_text(subject_line(session, talk.language))
    talk.say()
    talk.write(f"―― {progress}  {subject}")
    talk.say()
    if session.exercise is not None:
        talk.say(exercise_document(session.exercise, talk.language, talk.notation))
        talk.say(hint_document(session.exercise, session.hints, talk.language, talk.notation))
        talk.say(flag_document(desk.plan.flag(session.exercise.item), talk.language))
    talk.say()


def _ask_until_judged(desk: Desk, session: Session, talk: Conversation) -> Session | None:
    """Return the session with its feedback, or on its way to another item, or None on leaving."""
    prompt, shown = _field_prompt(session, talk.language), session.shown
    while session.phase is Phase.ASKING and session.shown is shown:
        typed = talk.ask(prompt)
        if typed is None or typed.strip() in _LEAVE:
            return None
        if command := command_in(typed):
            session = obeyed(desk, session, command, talk)
        elif typed.strip() in _REVEAL:
            session = desk.give_up(session)
        elif typed.strip():
            session = desk.submit(session, typed)
            _say_retry(session, talk)
    return session


def _field_prompt(session: Session, language: Language) -> str:
    exercise = session.exercise
    if exercise is None or exercise.key_count:
        return text("plain.prompt_choice", language)
    if isinstance(exercise, NumericExercise) or isinstance(exercise.part.task, FixedNumber):
        return text("plain.prompt_numeric", language)
    return text("plain.prompt_typed", language, hint=field_hint(exercise, language))


def _judge(desk: Desk, session: Session, talk: Conversation) -> None:
    talk.say()
    talk.say(verdict_blocks(session, talk.language, talk.notation))
    leech = desk.plan.leech(session)
    if leech is not None:
        titles = titles_of(leech.groundwork, desk.deck, talk.language)
        talk.say(leech_document(leech.failures, titles, talk.language)[:-1])
        talk.write(text("plain.leech", talk.language))


def _pause(desk: Desk, session: Session, talk: Conversation) -> Session | None:
    """Let a person who is there read the verdict and say something of it; None on leaving."""
    while talk.is_with_a_person and session.phase is Phase.FEEDBACK:
        typed = talk.ask(text("plain.go_on", talk.language))
        if typed is None or typed.strip() in _LEAVE:
            return None
        command = command_in(typed)
        if command is None:
            break
        session = obeyed(desk, session, command, talk)
    return session


def _ask_which_slip(desk: Desk, session: Session, talk: Conversation) -> Session:
    """Ask once, where the answer fits several slips, which of them it was."""
    if len(session.slips) < 2:  # noqa: PLR2004, one needs no question
        return session
    typed = normalize("NFKC", talk.ask(text("plain.prompt_slip", talk.language)) or "").strip()
    numbers = {str(number): slip for number, slip in enumerate(session.slips, start=1)}
    if typed not in numbers:
        return session
    session = desk.name_slip(session, numbers[typed])
    talk.say()
    talk.say(diagnosis_document(session, talk.language, talk.notation))
    return session


def _say_retry(session: Session, talk: Conversation) -> None:
    if session.phase is not Phase.ASKING or session.answer is None:
        return
    exercise = session.exercise
    precision = exercise.problem.precision if isinstance(exercise, NumericExercise) else None
    message = retry_message(session.answer.verdict, precision, talk.language)
    talk.write(f"  {message}")


def _say_summary(desk: Desk, session: Session, talk: Conversation) -> None:
    talk.say()
    talk.write("――")
    talk.say(summary_document(session, talk.language, slips=desk.slips_in(session)))
