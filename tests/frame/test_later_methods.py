"""A data class whose methods are written when they are first called is like any other."""

import dataclasses

import pytest

from ayil_desktop.window import later_methods


@pytest.fixture
def day(monkeypatch):
    """A class that was defined while methods were put off."""
    if not hasattr(dataclasses, "_create_fn"):
        pytest.skip("this Python writes all methods of a data class at one time")
    monkeypatch.setattr(dataclasses, "_create_fn", vars(dataclasses)["_create_fn"])
    later_methods.install()

    @dataclasses.dataclass(frozen=True, order=True)
    class Day:
        month: int
        name: str = dataclasses.field(default="", compare=False)

    return Day


def test_it_is_compared_hashed_and_ordered(day):
    assert day(3, "Nooruz") == day(3)
    assert day(3) != day(4)
    assert day(3) != 3
    assert hash(day(3, "Nooruz")) == hash(day(3))
    assert len({day(3), day(3, "Nooruz"), day(4)}) == 2
    assert sorted([day(4), day(3)]) == [day(3), day(4)]


def test_it_is_shown(day):
    assert repr(day(3, "Nooruz")).endswith("Day(month=3, name='Nooruz')")
    assert repr(day(4)).endswith("Day(month=4, name='')")


@pytest.mark.parametrize("times", [1, 2])
def test_it_cannot_be_changed(day, times):
    nooruz = day(3)
    for _ in range(times):
        with pytest.raises(dataclasses.FrozenInstanceError):
            nooruz.month = 4
        with pytest.raises(dataclasses.FrozenInstanceError):
            del nooruz.month
    assert nooruz.month == 3


def test_a_class_below_it_has_the_same_methods(day):
    @dataclasses.dataclass(frozen=True)
    class Feast(day):
        is_moved: bool = False

    assert Feast(3, is_moved=True) == Feast(3, "Nooruz", is_moved=True)
    assert Feast(3) != Feast(3, is_moved=True)
    assert hash(day(3)) == hash(day(3))


def test_one_with_slots_is_no_other(day):
    @dataclasses.dataclass(frozen=True, slots=True)
    class Place:
        name: str

    assert Place("Naryn") == Place("Naryn")
    with pytest.raises(dataclasses.FrozenInstanceError):
        Place("Naryn").name = "Osh"


def test_after_its_first_call_a_method_is_called_without_a_detour(day):
    before = day.__eq__
    assert day(3) == day(3)
    assert day.__eq__ is not before
    assert day.__eq__.__code__.co_freevars == ()
