"""What has to be known before a question is asked, so that no question waits for ever."""

from collections.abc import Callable, Iterator, Mapping, Sequence

ItemsOf = Callable[[str], Sequence[str]]


def question_of(item: str) -> str:
    """Return the id of the question that ``item`` is, or is a part of."""
    return item.partition("#")[0]


def prerequisites(
    needs: Mapping[str, Sequence[str]], items_of: ItemsOf
) -> dict[str, tuple[str, ...]]:
    """Return, by question, the items that have to be known before it.

    ``needs`` are what questions name, ``items_of`` the items that a name stands for today. A name
    that stands for nothing is let go, and so is every need within a circle.
    """
    found = {
        question: tuple(dict.fromkeys(item for name in names for item in items_of(name)))
        for question, names in needs.items()
    }
    after = {
        question: tuple(question_of(item) for item in items) for question, items in found.items()
    }
    circle = {question: i for i, ring in enumerate(_circles(after)) for question in ring}
    return {
        question: tuple(i for i in items if circle.get(question_of(i)) != circle[question])
        for question, items in found.items()
    }


def _circles(after: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """Yield the strongly connected components of the keys (Tarjan), without recursion."""
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for root in after:
        if root in index:
            continue
        path = [(root, iter(after[root]))]
        _enter(root, index, lowest, stack, on_stack)
        while path:
            node, rest = path[-1]
            following = next(rest, None)
            if following is None:
                path.pop()
                if path:
                    parent = path[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == index[node]:
                    yield _popped(node, stack, on_stack)
            elif following in on_stack:
                lowest[node] = min(lowest[node], index[following])
            elif following in after and following not in index:
                _enter(following, index, lowest, stack, on_stack)
                path.append((following, iter(after[following])))


def _enter(
    node: str,
    index: dict[str, int],
    lowest: dict[str, int],
    stack: list[str],
    on_stack: set[str],
) -> None:
    index[node] = lowest[node] = len(index)
    stack.append(node)
    on_stack.add(node)


def _popped(node: str, stack: list[str], on_stack: set[str]) -> list[str]:
    ring: list[str] = []
    while not ring or ring[-1] != node:
        ring.append(stack.pop())
        on_stack.discard(ring[-1])
    return ring


def new_ids(former: str, question: str, parts: Sequence[str]) -> dict[str, str]:
    """Return which items were called something else while ``question`` was called ``former``.

    ``parts`` are its items today. A former id of a part belongs to the part with the same name, or
    to the only one.
    """
    old, _, part = former.partition("#")
    if part:
        same = f"{question}#{part}"
        target = same if same in parts else parts[0] if len(parts) == 1 else None
        return {former: target} if target else {}
    return {old + item.removeprefix(question): item for item in parts}
