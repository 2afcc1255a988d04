"""An examination of the log: what it can still be trusted for, and what is only worth knowing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quizdeck.record.store import Store


class Trouble(StrEnum):
    """What can be wrong with a log."""

    NOT_WHOLE = "not_whole"  # SQLite finds pages or links broken
    ALTERED = "altered"  # an event is not as it was written
    GAP = "gap"  # events of a device are missing
    SCHEDULE = "schedule"  # the cache says something else than the log
    FUTURE = "future"  # an event is dated later than tomorrow
    UNKNOWN_ITEM = "unknown_item"  # an item that no bank has any more


_ONLY_WORTH_KNOWING = frozenset({Trouble.FUTURE, Trouble.UNKNOWN_ITEM})


@dataclass(frozen=True, slots=True)
class Symptom:
    """One thing found, with what fills the placeholders of its message."""

    trouble: Trouble
    details: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_serious(self) -> bool:
        """Return whether the log is not what it should be."""
        return self.trouble not in _ONLY_WORTH_KNOWING

    @property
    def key(self) -> str:
        """Return the catalogue key of the message."""
        return f"doctor.{self.trouble}"


def examined(store: Store, is_known: Callable[[str], bool], today: int) -> Iterator[Symptom]:
    """Yield what is found; ``is_known`` says whether an item exists now."""
    if not store.is_whole():
        yield Symptom(Trouble.NOT_WHOLE)
    if altered := store.altered():
        yield Symptom(Trouble.ALTERED, {"count": len(altered), "first": altered[0]})
    for device in store.gaps():
        yield Symptom(Trouble.GAP, {"device": device})
    if not store.schedule_matches_log():
        yield Symptom(Trouble.SCHEDULE)
    if future := sum(day > today + 1 for day in store.study_days()):
        yield Symptom(Trouble.FUTURE, {"count": future})
    unknown = sorted(item for item in store.named_items() if not is_known(item))
    if unknown:
        yield Symptom(Trouble.UNKNOWN_ITEM, {"count": len(unknown), "first": unknown[0]})
