"""What can be set, what is allowed, and what follows from it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizdeck.desk.appearance import Appearance, SettingName, ThemeName, appearance_in
from quizdeck.desk.settings import (
    KINDS,
    Number,
    limits_in,
    number_in,
    understood,
)
from quizdeck.errors import UsageError
from quizdeck.expressions.math_style import MathStyle
from quizdeck.study.queue import LIMITS

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    max_leaves=5,
)
NUMBERS = [name for name in SettingName if isinstance(KINDS[name], Number)]


@given(st.dictionaries(st.sampled_from(list(SettingName)), JSON))
def test_no_entry_of_a_file_ever_fails(entries: dict[str, object]) -> None:
    limits = limits_in(entries)
    assert 1 <= limits.items_a_session <= 200
    assert 0 <= limits.new_a_day <= 200
    assert 1 <= limits.reviews_a_day <= 1000
    assert isinstance(appearance_in(entries), Appearance)


@given(st.sampled_from(list(SettingName)), st.text())
def test_what_is_typed_is_understood_or_refused_with_what_is_allowed(
    name: SettingName, typed: str
) -> None:
    refusal: UsageError | None = None
    value: object = None
    try:
        value = understood(name, typed)
    except UsageError as error:
        refusal = error
    assert json.loads(json.dumps(value)) == value
    assert refusal is None or refusal.details["text"] == typed


@pytest.mark.parametrize("name", NUMBERS)
def test_the_bounds_of_a_number_are_allowed_and_nothing_beyond(name: SettingName) -> None:
    kind = KINDS[name]
    assert isinstance(kind, Number)
    for value in (kind.least, kind.usual, kind.most):
        assert understood(name, str(value)) == value
        assert number_in({name: value}, name) == value
    for typed in (str(kind.least - 1), str(kind.most + 1), "", "1.5", "十"):
        with pytest.raises(UsageError):
            understood(name, typed)
    assert number_in({name: kind.most + 1}, name) == kind.usual


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("2027-02-13", "2027-02-13"),
        ("２０２７／２／１３", "2027-02-13"),
        ("2027年2月13日", "2027-02-13"),
        ("20270213", "2027-02-13"),
        (" ", ""),
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str, written: str) -> None:
    assert understood(SettingName.EXAM, typed) == written


@pytest.mark.parametrize("typed", ["2027-02-30", "tomorrow", "0000-01-01", "2027-13-01", "13"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(UsageError):
        understood(SettingName.EXAM, typed)


def test_nothing_set_means_the_usual() -> None:
    assert limits_in({}) == LIMITS
    assert appearance_in({}) == Appearance()


def test_minutes_leave_as_many_items_as_they_are_enough_for() -> None:
    assert limits_in({"minutes": 3}).items_a_session == 4
    assert limits_in({"minutes": 240}).items_a_session == LIMITS.items_a_session


def test_looks_that_were_set_hold() -> None:
    entries = {"theme": "light", "math_style": "plain", "calm": True}
    assert appearance_in(entries) == Appearance(ThemeName.LIGHT, MathStyle.PLAIN, is_calm=True)
