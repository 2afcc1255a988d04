"""What questions say of one another: what to know before, and the ids that they once had."""

from collections.abc import Iterator, Mapping, Sequence

from quizdeck.banks.prerequisites import new_ids
from quizdeck.banks.question import Bank, Question
from quizdeck.banks.remarks import Remark


def mention_remarks(banks: Sequence[Bank]) -> Iterator[Remark]:
    """Yield every need of nothing or of itself, and every former id that is still somebody's."""
    questions = [question for bank in banks for question in bank.questions]
    items = {question.id: question for question in questions}
    items |= {part.id: question for question in questions for part in question.parts}
    yield from _of_former_ids(questions, items)
    known = {**_former_items(questions), **items}
    for question in questions:
        for place, need in enumerate(question.needs):
            if need not in known:
                yield _about(question, ("needs", place), "banks.unknown_need", need=need)
    yield from _of_circles(questions, known)


def _former_items(questions: Sequence[Question]) -> dict[str, Question]:
    """Return the questions by all that they and their parts were once called."""
    found: dict[str, Question] = {}
    for question in questions:
        parts = [part.id for part in question.parts]
        for former in question.formerly:
            found |= dict.fromkeys([former, *new_ids(former, question.id, parts)], question)
    return found


def _of_former_ids(
    questions: Sequence[Question], items: Mapping[str, Question]
) -> Iterator[Remark]:
    claimed: dict[str, Question] = {}
    for question in questions:
        for place, former in enumerate(question.formerly):
            path, other = ("formerly", place), items.get(former) or claimed.get(former)
            if other is not None:
                key = "banks.former_id_exists" if former in items else "banks.former_id_twice"
                yield _about(question, path, key, id=former, first=str(other.place))
            claimed.setdefault(former, question)


def _of_circles(questions: Sequence[Question], known: Mapping[str, Question]) -> Iterator[Remark]:
    """Yield every need that closes a circle, found by going from need to need in depth."""
    done: set[str] = set()
    for start in questions:
        trail = {} if start.id in done else {start.id: _needs(start)}
        while trail:
            id_, needs = next(reversed(trail.items()))
            place, need = next(needs, (0, None))
            needed = known.get(need or "")
            if need is None:
                done.add(id_)
                del trail[id_]
            elif needed is None or needed.id in done:
                continue
            elif needed.id in trail:
                circle = " → ".join([*list(trail)[list(trail).index(needed.id) :], needed.id])
                yield _about(known[id_], ("needs", place), "banks.circular_need", circle=circle)
            else:
                trail[needed.id] = _needs(needed)


def _needs(question: Question) -> Iterator[tuple[int, str]]:
    return iter(enumerate(question.needs))


def _about(question: Question, path: tuple[str | int, ...], key: str, **details: object) -> Remark:
    return Remark(question, path, key, details, is_advice=True)
