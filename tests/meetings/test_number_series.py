"""How are the meetings of a year counted, all together or the extraordinary ones apart?"""

from datetime import date

import pytest

from ayil_desktop import command_line
from ayil_desktop.meetings import selections, session_actions
from ayil_desktop.meetings.choices import Kind
from ayil_desktop.office import actions as office_actions
from ayil_desktop.refused import Refused
from ayil_desktop.store.work import reading
from tests.meetings import stories

EXTRAORDINARY = {"kind": Kind.EXTRAORDINARY, "reason": "Сел жүрдү"}


def counted(commission, *plans):
    """The numbers that meetings get, one after the other."""
    return [stories.held(commission, day=day, **plan).number for day, plan in plans]


def test_all_meetings_of_a_year_are_counted_together_until_the_office_chooses_otherwise(commission):
    held = (date(2019, 3, 13), {}), (date(2019, 4, 3), EXTRAORDINARY), (date(2019, 6, 12), {})
    assert counted(commission, *held) == [1, 2, 3]


def test_extraordinary_meetings_are_counted_apart_where_the_office_chooses_so(commission, store):
    office_actions.choose(store, name="number_series", value="by_kind")
    first = (date(2019, 3, 13), {}), (date(2019, 4, 3), EXTRAORDINARY), (date(2019, 4, 17), EXTRAORDINARY)
    assert counted(commission, *first) == [1, 1, 2]
    with pytest.raises(Refused) as no:
        session_actions.change_number(store, meeting_id=commission.meeting_id, number="1")
    assert no.value.field == "number"
    assert counted(commission, (date(2019, 6, 12), {}), (date(2020, 1, 15), EXTRAORDINARY)) == [2, 1]


def test_meetings_keep_their_numbers_when_the_office_counts_otherwise(commission, store, tmp_path):
    counted(commission, (date(2019, 3, 13), {}), (date(2019, 4, 3), EXTRAORDINARY))
    office_actions.choose(store, name="number_series", value="by_kind")
    assert counted(commission, (date(2019, 5, 8), {}), (date(2019, 6, 12), EXTRAORDINARY)) == [2, 3]
    office_actions.choose(store, name="number_series", value="one")
    assert counted(commission, (date(2019, 7, 10), {})) == [4]
    with reading(store) as session:
        numbers = [(one.kind.value, one.number) for one in selections.whole_meetings(session)]
    assert numbers == [("regular", 1), ("extraordinary", 2), ("regular", 2), ("extraordinary", 3), ("regular", 4)]
    store.close()
    file = tmp_path / "office.json"
    assert command_line.main(["export", str(store.folder), str(file)]) == 0
    assert command_line.main(["import", str(tmp_path / "New.ayil"), str(file)]) == 0
