"""What can the secretary do with the Russian texts of a strategy?

What was written when the council approved the strategy is approved as it stood and locked with the Kyrgyz words
(ST-R.1). What was missing then stays open: it may be filled in and corrected until a later approval has it too.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy.orm import Session

from ayil_desktop.language.message import Message
from ayil_desktop.office import translated
from ayil_desktop.office.records import Standard
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import baselines, entries, russian, selections
from ayil_desktop.strategy.records import InTwoLanguages, Strategy
from ayil_desktop.strategy.russian import Text


def translate(store: Store, *, strategy_id: str, words: Mapping[str, str]) -> Done:
    """Russian wordings by `Text.id`; the same Kyrgyz words elsewhere that have none yet get them too."""
    with work(store, Message("Write a Russian text")) as session:
        strategy = selections.strategy(session, strategy_id)
        every = russian.with_reasons(strategy)
        known = {one.id: one for one in every}
        if not set(words) <= set(known):
            raise Refused(Message("This text is not in the strategy any more."), field="russian")
        written = {key: _cleaned(known[key], text) for key, text in words.items()}
        anew = [known[key] for key, text in written.items() if _is_other(known[key], text)]
        _check_open(strategy, anew)
        _check_standards(session, strategy, anew)
        for key, text in written.items():
            alike = russian.same(every, known[key]) if text else ()
            for one in (known[key], *(one for one in alike if one.id not in written)):
                _write(session.get_one(one.holder, one.record), one, text)
        return done(session, known[next(iter(words))].record)


def _cleaned(text: Text, words: str) -> str:
    """One line where the record has one line; Refused where it is too long to be meant."""
    try:
        return entries.text(words, field=text.field)
    except Refused as refused:
        raise Refused(refused.reason, field="russian") from None


def _is_other(text: Text, words: str) -> bool:
    """Spaces that nobody sees make no other text."""
    then, now = ([line.split() for line in one.strip().splitlines()] for one in (text.russian, words))
    if text.is_list:
        then, now = list(filter(None, then)), list(filter(None, now))
    return then != now


def _check_open(strategy: Strategy, anew: Iterable[Text]) -> None:
    """Refused where words that were approved would become others outside an amendment."""
    locked = baselines.locked_russian(strategy)
    for text in anew:
        if text.id in locked:
            raise Refused(
                Message(
                    "The Russian text “{words}” was approved with the strategy. Open an amendment to change it.",
                    words=_short(text.russian),
                ),
                field="russian",
                clause="ST-R.1",
            )


def _check_standards(session: Session, strategy: Strategy, anew: Iterable[Text]) -> None:
    """Refused for a version of a standard that a strategy has approved, this one or another: versions are kept."""
    of_standards = [one for one in anew if one.holder is Standard]
    if not of_standards:
        return
    approved = [*strategy.baselines, *selections.approved_elsewhere(session, strategy.id)]
    frozen = {key for one in approved for key in baselines.russian_words(one.content)}
    for text in of_standards:
        if text.id in frozen:
            raise Refused(
                Message(
                    "The Russian text “{words}” was approved with the standard. Write a new version of the standard.",
                    words=_short(text.russian),
                ),
                field="russian",
                clause="ST-7.6",
            )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


_LONGEST = 60


def _write(record: Any, text: Text, words: str) -> None:
    if text.field == "blocks_ru":
        record.blocks_ru = entries.rewritten(record.blocks_ru, words)
    elif text.is_list:
        setattr(record, text.field, entries.lines(words.splitlines()))
    else:
        setattr(record, text.field, words)
    if isinstance(record, InTwoLanguages):
        translated.written(record, text.field)
