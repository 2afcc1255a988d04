"""Play a session on a text stream in and a text stream out."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TextIO
from unicodedata import normalize

from quizdeck.banks.question import FixedNumber
from quizdeck.desk.desk import Desk
from quizdeck.desk.drawing import FRESH, Drawing
from quizdeck.language.catalogue import text
from quizdeck.optimizers.notations import BOOK, Notation
from quizdeck.present.blocks import Block, laid_out
from quizdeck.present.exercise import exercise_document, field_hint
from quizdeck.present.feedback import diagnosis_document, retry_message, verdict_blocks
from quizdeck.present.header import progress_line, subject_line
from quizdeck.present.spans import plain_text
from quizdeck.present.summary import summary_document
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.session import Phase, Session
from quizdeck.text import Language, without_controls

_WIDEST = 100
_REVEAL = frozenset({"?", "？"})
_LEAVE = frozenset({"q", "ｑ", "Q", "Ｑ"})


@dataclass(frozen=True)
class Conversation:
    """Where lines come from and where they go."""

    answers: TextIO
    output: TextIO
    language: Language
    notation: Notation = BOOK

    def say(self, document: Sequence[Block] = ()) -> None:
        """Print a document, or an empty line."""
        width = min(_WIDEST, shutil.get_terminal_size().columns)
        for line in laid_out(document, width) or ((),):
            self.write(plain_text(line).rstrip())

    def write(self, line: str) -> None:
        """Print one line; what a terminal would take for a command is dropped."""
        print(without_controls(line), file=self.output)

    def ask(self, prompt: str) -> str | None:
        """Return the next line typed, without its end; None at the end of the input."""
        print(prompt, end="", file=self.output, flush=True)
        line = self.answers.readline()
        if not line:
            print(file=self.output)
            return None
        return line.rstrip("\r\n")


def play(desk: Desk, session: Session, talk: Conversation, drawing: Drawing = FRESH) -> Session:
    """Ask until the session is over or the person leaves; return it as it stands then.

    Every answer is in the log before its verdict is printed.
    """
    while session.phase is not Phase.FINISHED:
        session = desk.present(session, drawing)
        if session.phase is Phase.FINISHED:
            break
        _introduce(session, talk)
        answered = _ask_until_judged(desk, session, talk)
        if answered is None:
            break
        session = answered
        talk.say()
        talk.say(verdict_blocks(session, talk.language, talk.notation))
        session = desk.proceed(_ask_which_slip(desk, session, talk))
    _say_summary(desk, session, talk)
    return session


def _introduce(session: Session, talk: Conversation) -> None:
    progress = plain_text(progress_line(session, talk.language))
    subject = plain_text(subject_line(session, talk.language))
    talk.say()
    talk.write(f"―― {progress}  {subject}")
    talk.say()
    if session.exercise is not None:
        talk.say(exercise_document(session.exercise, talk.language, talk.notation))
    talk.say()


def _ask_until_judged(desk: Desk, session: Session, talk: Conversation) -> Session | None:
    """Return the session with its feedback, or None where the person leaves."""
    prompt = _field_prompt(session, talk.language)
    while session.phase is Phase.ASKING:
        typed = talk.ask(prompt)
        if typed is None or typed.strip() in _LEAVE:
            return None
        if typed.strip() in _REVEAL:
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
