"""Why was an approved plan changed, and who decided it?"""

import itertools
from collections.abc import Mapping, Sequence

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import differences, rules, russian
from ayil_desktop.strategy.approval_records import Amendment
from ayil_desktop.strategy.baselines import Json
from ayil_desktop.strategy.differences import Change
from ayil_desktop.strategy.records import Strategy


def reason_of(amendment: Amendment, language: str) -> str:
    """In one line, in Russian where that is written."""
    return " ".join(russian.said(amendment.reason, amendment.reason_ru, language).split())


def told(amendment: Amendment, language: str) -> Message:
    """The reason, and the resolution or the meeting; of an open one that it is not decided."""
    reason = reason_of(amendment, language)
    if amendment.decided_on is None:
        return Message("{reason} (not decided yet)", reason=reason)
    order = amendment.order
    if order is not None:
        number, date = order.number, order.date
        return Message("{reason} (resolution №{number} of {date})", reason=reason, number=number, date=date)
    return Message("{reason} (meeting of {date})", reason=reason, date=amendment.decided_on)


def told_on_paper(amendment: Amendment, language: str) -> str:
    """The same of a decided one, with day and number as papers write them."""
    reason, order = reason_of(amendment, language), amendment.order
    if order is None:
        day = amendment.decided_on
        date = wording.date_of(day, language) if day else ""
        return Message("{reason} (the meeting {date})", reason=reason, date=date).into(language)
    date, number = wording.date_of(order.date, language), wording.number_sign(order.number, language)
    return Message("{reason} (the resolution {date} {number})", reason=reason, date=date, number=number).into(language)


def of_changes(strategy: Strategy, first: int, now: Json) -> Mapping[str, Amendment]:
    """Which amendment changed last what is different since an approval, by `mark`; `first` is the place of that one."""
    amendments = {one.id: one for one in strategy.amendments}
    known = strategy.baselines[first:]
    steps: list[tuple[Json, Json, Amendment | None]] = [
        (dict(before.content), dict(after.content), amendments.get(after.amendment_id or ""))
        for before, after in itertools.pairwise(known)
    ]
    steps.append((dict(known[-1].content), now, rules.open_amendment(strategy)))
    return {
        mark(change): amendment
        for before, after, amendment in steps
        if amendment is not None
        for change in differences.between(before, after)
    }


def mark(change: Change) -> str:
    """The same for changes of the same text of the same part, whatever they say."""
    return f"{change.service}/{change.key or change.number}/{change.what.into('en')}"


def reasons(
    strategy: Strategy, first: int, now: Json, found: Sequence[Change], language: str
) -> Sequence[Message | str]:
    """For each change since an approval why it was made; empty where that is not on record."""
    by = of_changes(strategy, first, now) if found else {}
    return [told(by[mark(one)], language) if mark(one) in by else "" for one in found]
