"""What can be said beside an answer: how sure, why wrong, how easy, a mark, a mend of the bank."""

from quizdeck.desk.titles import titles_of
from quizdeck.errors import UsageError
from quizdeck.language.catalogue import text
from quizdeck.present.aside import flag_document, leech_document
from quizdeck.present.blocks import Document
from quizdeck.study.exercise import NumericExercise
from quizdeck.study.leech import Leech
from quizdeck.study.records import Outcome
from quizdeck.study.session import Cause, Confidence, Phase, Session
from quizdeck.tui.bench import Bench
from quizdeck.tui.screens.scrolling import ScrollingScreen


class RemarkScreen(ScrollingScreen[None]):
    """The half of the session screen that never answers and never goes on."""

    def __init__(self, bench: Bench, session: Session) -> None:
        super().__init__(bench)
        self.session = session
        self._leech: Leech | None = None

    def question(self) -> Document:
        """Return the question shown."""
        raise NotImplementedError

    def present(self, session: Session) -> None:
        """Show the next item of ``session``, or once more the one that it shows."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be said now."""
        if not super().check_action(action, parameters):
            return False
        session = self.session
        offered = {
            "notation": isinstance(session.exercise, NumericExercise),
            "confidence": session.phase is Phase.ASKING,
            "flag": self._item is not None,
            "edit": self._item is not None,
            "cause": session.phase is Phase.FEEDBACK and session.outcome is not Outcome.CORRECT,
            "easy": session.can_be_easy,
            "groundwork": self._leech is not None and bool(self._leech.groundwork),
        }
        return offered.get(action, True)

    def action_notation(self) -> None:
        """Write the same problem in the next book's letters."""
        with self.errors_shown():
            self.bench.switch_notation()
        name = self.bench.notation.name.in_language(self.language)
        self.notify(name, title=text("key.notation", self.language), timeout=3, markup=False)
        self.show()

    def action_confidence(self) -> None:
        """Say, or change, how sure one is before answering."""
        steps: tuple[Confidence | None, ...] = (None, *Confidence)
        place = (steps.index(self.session.confidence) + 1) % len(steps)
        self._say(self.bench.desk.say_confidence(self.session, steps[place]))

    def action_cause(self) -> None:
        """Say, or change, why the answer was wrong."""
        causes, said = tuple(Cause), self.session.results[-1].cause
        place = (causes.index(said) + 1) % len(causes) if said else 0
        with self.errors_shown():
            self._say(self.bench.desk.name_cause(self.session, causes[place]))

    def action_easy(self) -> None:
        """Say that the right answer came without effort."""
        with self.errors_shown():
            self._say(self.bench.desk.rate_easy(self.session))

    def action_flag(self) -> None:
        """Mark the item with a note, or take the mark off."""
        if self._flag is None:
            from quizdeck.tui.screens.flag import FlagScreen  # noqa: PLC0415, seldom

            self.app.push_screen(FlagScreen(self.bench, self.question()), self._mark)
            return
        with self.errors_shown():
            self._say(self.bench.desk.flag(self.session, None), "flag.off")

    def _mark(self, note: str | None) -> None:
        if note is not None:
            with self.errors_shown():
                self._say(self.bench.desk.flag(self.session, note), "flag.on")

    def action_groundwork(self) -> None:
        """Practise what the item stands on, and come back."""
        items = self._leech.groundwork if self._leech else ()
        with self.errors_shown():
            practice = self.bench.desk.open_exercises(items)
            self.app.push_screen(type(self)(self.bench, practice))

    def action_edit(self) -> None:
        """Open the item's YAML in the person's editor, and show it again as it is then."""
        from quizdeck.tui.editing import edit  # noqa: PLC0415, seldom

        with self.errors_shown():
            place = self.bench.desk.deck.place_of(self._item) if self._item else None
            if place is None:
                raise UsageError("editing.no_file")
            edit(self.app, *place)
            if self.bench.take_over_changes():
                message = text("editing.back", self.language, count=self.bench.bank_faults)
                self.notify(message, markup=False)
                if self.session.phase is Phase.ASKING:
                    self.present(self.bench.desk.looked_at_again(self.session))

    def leech_document(self) -> Document:
        """Return what helps more than repeating the item that just failed, if it often does."""
        if self._leech is None:
            return ()
        titles = titles_of(self._leech.groundwork, self.bench.desk.deck, self.language)
        return leech_document(self._leech.failures, titles, self.language)

    def flag_document(self) -> Document:
        """Return the mark of the item shown, if it has one."""
        return flag_document(self._flag, self.language)

    def look_for_leech(self) -> None:
        """Find out whether what was just answered keeps failing."""
        is_answered = self.session.phase is Phase.FEEDBACK
        self._leech = self.bench.desk.plan.leech(self.session) if is_answered else None

    def _say(self, session: Session, key: str | None = None) -> None:
        self.session = session
        if key is not None:
            self.notify(text(key, self.language), timeout=3, markup=False)
        self.show()

    @property
    def _item(self) -> str | None:
        return self.session.shown.item if self.session.shown else None

    @property
    def _flag(self) -> str | None:
        return self.bench.desk.plan.flag(self._item) if self._item else None
