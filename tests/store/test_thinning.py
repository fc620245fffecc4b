import datetime
import random
from collections import namedtuple

from ayil_desktop.store import thinning

One = namedtuple("One", "number at")
NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


def kept_of(all_of_them):
    gone = {one.number for one in thinning.superfluous(all_of_them, number=lambda o: o.number, at=lambda o: o.at)}
    return [one for one in all_of_them if one.number not in gone]


def daily(days, per_day=1, start=NOON):
    return [
        One(day * per_day + part + 1, start + datetime.timedelta(days=day, minutes=part))
        for day in range(days)
        for part in range(per_day)
    ]


def test_few_backups_all_stay():
    assert len(kept_of(daily(10))) == 10


def test_after_three_years_days_weeks_months_and_quarters_are_thinned():
    kept = kept_of(daily(3 * 365))
    ages = [(3 * 365 - one.number) for one in kept]
    assert ages.count(0) == 1
    assert {*range(12)} <= set(ages)  # the last twelve days
    assert max(ages) > 2.5 * 365  # a backup of almost three years ago
    assert 12 + 8 + 6 + 6 < len(kept) < 12 + 10 + 9 + 12 + 20


def test_of_the_last_two_days_all_stay():
    kept = kept_of(daily(5, per_day=10))
    assert {one.number for one in kept} >= set(range(31, 51))


def test_the_newest_by_number_stay_whatever_the_clock_says():
    chance = random.Random(1)
    strange = [datetime.datetime(year, 1, 1, tzinfo=datetime.UTC) for year in (1980, 2002, 2038, 2099)]
    for _ in range(200):
        many = [One(number, chance.choice([NOON, *strange])) for number in range(1, chance.randrange(2, 200))]
        assert {one.number for one in many[-thinning.ALWAYS :]} <= {one.number for one in kept_of(many)}


def test_a_date_in_the_far_future_does_not_stay_for_ever():
    of_2099 = One(1, datetime.datetime(2099, 1, 1, tzinfo=datetime.UTC))
    later = [One(one.number + 1, one.at) for one in daily(4 * 365)]
    assert of_2099 not in kept_of([of_2099, *later])


def test_a_clock_that_stands_still_leaves_old_ones_and_does_not_fill_the_disk():
    standing = [One(number, NOON) for number in range(1, 1001)]
    kept = kept_of(standing)
    assert {1000, 999, 950, 50} <= {one.number for one in kept}
    assert len(kept) < 80
