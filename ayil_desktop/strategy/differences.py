"""What is different between an approved plan and another state of it?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from ayil_desktop.language import wording
from ayil_desktop.language.message import Message
from ayil_desktop.strategy import moved_rows, result_lines, rules, signs, spoken
from ayil_desktop.strategy.baselines import Json, keys, parts
from ayil_desktop.strategy.records import Source


@dataclass(frozen=True)
class Change:
    """One difference between an approved plan and another state of it.

    `number` is that of the section, task or activity, `key` the id of its row in the plan, empty where it has none;
    `before` or `after` is empty for something added or removed.
    """

    what: Message
    number: str
    before: Message | str
    after: Message | str
    key: str = ""
    service: str = ""
    """The place of its service, where the plan has several: numbers are alike in all of them."""

    @property
    def named(self) -> str:
        """1/5.5, as in the reports; 5.5 where there is one service only."""
        return "/".join(filter(None, (self.service, self.number)))


FIELDS: Mapping[str, Message] = {
    "strategy_title": Message("Title"),
    "title_page": Message("Title page"),
    "begins": Message("Period from"),
    "ends": Message("Period until"),
    "controller": Message("Who controls the execution"),
    "heading": Message("Title of the section"),
    "words": Message("Text of the section"),
    "name": Message("Name of the service"),
    "name_in_plan": Message("Name in the plan"),
    "votes": Message("Votes"),
    "justification": Message("Justification"),
    "causes": Message("Causes"),
    "within_competence": Message("Within the competence of local self-government"),
    "development_plan": Message("Measure of the development plan"),
    "headings": Message("Headings and labels"),
    "table_headings": Message("Headings of the tables"),
    "goal": Message("Goal"),
    "title": Message("Task"),
    "kind_word": Message("Word for the task"),
    "results_label": Message("Heading of the expected results"),
    "results": Message("Expected results"),
    "figures": Message("Base and target of the expected results"),
    "number": Message("Number"),
    "text": Message("Activity"),
    "products": Message("Products"),
    "resources": Message("Resources"),
    "texts": Message("Standard"),
    "deadline": Message("Deadline"),
    "responsible": Message("Responsible"),
}
NEEDS = Message("Needs first")
BODY = Message("Commission that follows it")
SIGN = Message("Number or dash before it")


def between(before: Json, after: Json, language: str = "ky") -> tuple[Change, ...]:
    """Everything that differs, in the order of the plan; what is gone comes last. In Russian it says what is on record
    in Russian."""
    old, new = dict(parts(before)), dict(parts(after))
    known = {one["id"] for one in before["services"] if "standards" in one}
    lacking = {one["id"] for one in before["services"]} - known
    # Of what an older approval did not keep it is not known what it was then.
    new = {
        key: part
        for key, part in new.items()
        if part.get("service") not in lacking and not (part["kind_"] == "section" and "sections" not in before)
    }
    rows = _Rows.of(before), _Rows.of(after)
    found = [change for key, part in new.items() for change in _of_part(old.get(key), part, rows, language)]
    gone = [
        Change(_KINDS[kind], _number(part), _title(part, language), "", _row(part))
        for (kind, key), part in old.items()
        if (kind, key) not in new
    ]
    moved = [Change(PLACE, one.number, one.before, one.after, one.key) for one in moved_rows.moved(before, after)]
    places = _places(before) | _places(after)
    return tuple(replace(one, service=places.get(one.key, "")) for one in (*found, *moved, *gone))


def _places(plan: Json) -> dict[str, str]:
    """The place of the service that each row belongs to; of none where there is only one service."""
    services = plan["services"] if len(plan["services"]) > 1 else []
    return {
        key: str(place)
        for place, service in enumerate(services, 1)
        for key in (service["id"], *keys({"title": "", "services": [service]}))
    }


PLACE = Message("Place among its neighbours")

_LATER_KEPT: Mapping[str, Message] = {
    "sections": Message("the text of the strategy"),
    "standards": Message("the standards"),
    "votes": Message("the votes and reasons"),
    "funding": Message("the amounts of funding"),
    "russian": Message("the Russian texts"),
    "signs": Message("the signs and headings of the expected results"),
}
"""What the first baselines did not keep, and what it is called."""


def not_kept(content: Json) -> tuple[Message, ...]:
    """What this approval does not know, because it was recorded before the program kept it; changes of it are not
    listed."""
    every = [part for _, part in parts(content)]
    services = [one for one in every if one["kind_"] == "service"]
    activities = [one for one in every if one["kind_"] == "activity"]
    lacking = {
        "sections": "sections" not in content,
        "standards": any("standards" not in one for one in services),
        "votes": any("votes" not in one for one in services),
        "funding": any("funding" not in one for one in activities),
        "russian": any("russian" not in one for one in every),
        "signs": any("signs" not in one for one in services),
    }
    return tuple(words for name, words in _LATER_KEPT.items() if lacking[name])


def not_listed(unknown: Sequence[Message]) -> Message:
    """What an approval does not know, in one sentence."""
    return Message(
        "This approval was recorded before the program kept {parts}; what has changed there is not listed.",
        parts=tuple(unknown),
    )


@dataclass(frozen=True)
class _Rows:
    """The numbers of the rows of a plan and the places of their services, for whoever reads of a row that one needs."""

    numbers: Mapping[str, str]
    services: Mapping[str, str]

    @classmethod
    def of(cls, plan: Json) -> _Rows:
        return cls({key: _number(part) for (_, key), part in parts(plan)}, _places(plan))

    def needed(self, activity: Json) -> str:
        """With the place of the service where that is another one; a baseline keeps ids."""
        own = self.services.get(activity["id"])
        return "; ".join(sorted(self._named(key, own) for key in activity.get("needs", ())))

    def _named(self, key: str, own: str | None) -> str:
        number, service = self.numbers.get(key, key), self.services.get(key)
        return number if service in (None, own) else f"{service}/{number}"


_KINDS: Mapping[str, Message] = {
    "strategy": Message("Strategy"),
    "section": Message("Section"),
    "service": Message("Service"),
    "standard": Message("Standard"),
    "task": Message("Task"),
    "activity": Message("Activity"),
}


def _of_part(old: Json | None, new: Json, rows: tuple[_Rows, _Rows], language: str) -> Iterator[Change]:
    if old is None:
        yield Change(_KINDS[new["kind_"]], _number(new), "", _title(new, language), _row(new))
        return
    for name, what in FIELDS.items():
        if name in old and name in new and old[name] != new[name]:
            was, now = _said(name, old[name]), _said(name, new[name])
            if was != now:
                yield Change(what, _number(new), *_in(language, name, old, new), _row(new))
    if new["kind_"] == "activity":
        yield from _of_needs(old, new, rows)
        yield from _of_days(old, new, language)
    if "signs" in old and "signs" in new:
        yield from _of_signs(old, new)
    if "body" in old and "body" in new and old["body"] != new["body"]:
        yield Change(BODY, "", _of_record(old["body"], APPROVED_ONE), _of_record(new["body"], ANOTHER_ONE))
    if "funding" in old and "funding" in new:
        yield from _of_money(old, new)
    if "russian" in old and "russian" in new:
        yield from _of_russian(old, new)


def _in(language: str, name: str, old: Json, new: Json) -> tuple[Message | str, Message | str]:
    """Both sides in a language; in Kyrgyz where they would not differ in it."""
    was, now = (_said(name, spoken.words(part, part[name], language)) for part in (old, new))
    return (was, now) if was != now else (_said(name, old[name]), _said(name, new[name]))


def _of_needs(old: Json, new: Json, rows: tuple[_Rows, _Rows]) -> Iterator[Change]:
    """Other rows, whatever their numbers: two of different services may have the same, and one may get another."""
    was, now = (sorted(part.get("needs", ())) for part in (old, new))
    if was != now:
        yield Change(NEEDS, _number(new), rows[0].needed(old), rows[1].needed(new), _row(new))


def _of_signs(old: Json, new: Json) -> Iterator[Change]:
    """Of the results that were there before and are now; what came or went is told as such."""
    was, now = (
        dict(zip(old["results"], old["signs"], strict=True)),
        dict(zip(new["results"], new["signs"], strict=True)),
    )
    others = [text for text, sign in now.items() if was.get(text, sign) != sign]
    if others:
        before, after = (_signed(part, others) for part in (old, new))
        yield Change(SIGN, _number(new), before, after, _row(new))


def _signed(part: Json, wanted: Sequence[str]) -> str:
    lines = result_lines.signed(part["results"], part["signs"])
    return "; ".join(line for line, text in zip(lines, part["results"], strict=False) if text in wanted)


NO_ONE, APPROVED_ONE, ANOTHER_ONE = (
    Message("none"),
    Message("the commission that was approved"),
    Message("another commission"),
)


def _of_record(key: str | None, words: Message) -> Message:
    return NO_ONE if key is None else words


def _of_days(old: Json, new: Json, language: str) -> Iterator[Change]:
    """Other days under the same words, which alone would not tell of them."""
    if old["deadline"] == new["deadline"] and _meant(old) != _meant(new):
        was, now = _days(old, language), _days(new, language)
        yield Change(FIELDS["deadline"], _number(new), was, now, _row(new))


def _days(activity: Json, language: str) -> str:
    """The words with what they mean."""
    days = (wording.short_date(datetime.date.fromisoformat(day)) if day else "…" for day in _meant(activity))
    return f"{spoken.words(activity, activity['deadline'], language)} ({' – '.join(days)})".lstrip()


def _meant(activity: Json) -> Sequence[str | None]:
    return cast(str | None, activity["from"]), cast(str | None, activity["to"])


def _of_russian(old: Json, new: Json) -> Iterator[Change]:
    """Where the Kyrgyz words are others too, they are told of; what was translated since changes nothing approved."""
    now = {one["id"]: one for one in new["russian"]}
    for one in old["russian"]:
        then = now.get(one["id"], {"kyrgyz": one["kyrgyz"], "words": ""})
        if then["kyrgyz"] == one["kyrgyz"] and then["words"] != one["words"]:
            yield Change(IN_RUSSIAN, _number(new), one["words"], then["words"], _row(new))


IN_RUSSIAN = Message("In Russian")


def _of_money(old: Json, new: Json) -> Iterator[Change]:
    """Source by source (ST-8.F1 … F4)."""
    before, after = ({one["source"]: one["amount"] for one in part["funding"]} for part in (old, new))
    for source in Source:
        was, now = before.get(source.value), after.get(source.value)
        if was != now:
            what = Message("Funding, som: {source}", source=rules.SOURCE_NAMES[source])
            yield Change(what, _number(new), _som(was), _som(now), _row(new))


def _som(amount: int | None) -> str:
    return "" if amount is None else wording.thousands(amount)


def _row(part: Json) -> str:
    """The row of the plan that a part belongs to: a standard to its service's, a section to none."""
    return "" if part["kind_"] == "section" else cast(str, part.get("service") or part["id"])


def _number(part: Json) -> str:
    return cast(str, part.get("number", ""))


def _title(part: Json, language: str) -> str:
    names = ("text", "title", "name", "heading")
    title = next((str(part[name]) for name in names if part.get(name)), "") or str(_text(part.get("texts")))
    return str(spoken.words(part, title, language))


def _said(name: str, value: Any) -> Message | str:
    is_day = value is not None and name in ("begins", "ends")
    if name in _LISTS and len(value) > 1:
        return "\n".join(signs.signed(signs.DASH, 1, str(one)) for one in value)
    return wording.short_date(datetime.date.fromisoformat(value)) if is_day else _text(value)


_LISTS = ("justification", "causes", "products", "resources", "responsible", "texts")
"""What the plan prints one below the other, each with a dash."""


def _text(value: Any) -> Message | str:
    if isinstance(value, bool):
        return _YES_OR_NO[value]
    if isinstance(value, dict):
        figures = ["…" if value[name] is None else wording.number(value[name], "ky") for name in ("base", "target")]
        return " ".join([*([] if figures == ["…", "…"] else [" → ".join(figures)]), value["unit"]]).strip()
    if isinstance(value, list):
        return "; ".join(filter(None, (str(_text(one)) for one in value)))
    return "" if value is None else str(value)


_YES_OR_NO = {True: Message("yes"), False: Message("no")}
