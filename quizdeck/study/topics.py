"""What items are about, in the order in which topics stand on one another."""

import re
from collections.abc import Mapping

TOPICS = ("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam")
OTHER = "other"


def topic_of(item: str) -> str:
    """Return the topic of an item's id: its bank's name, or its skill's family if that is one.

    Skills of no single family (inverse problems, schedules, …) share one topic.
    """
    prefix = re.split(r"[./#]", item, maxsplit=1)[0]
    return prefix if "/" in item or prefix in TOPICS else OTHER


def topic_in(topics: Mapping[str, str], item: str) -> str:
    """Return the topic that ``topics`` holds of an item, else the one that its id says."""
    return topics.get(item) or topic_of(item)


def place_of_topic(topic: str) -> tuple[int, str]:
    """Return what topics are sorted by: as they stand on one another, then by name, others last."""
    if topic == OTHER:
        return len(TOPICS) + 1, topic
    return TOPICS.index(topic) if topic in TOPICS else len(TOPICS), topic
