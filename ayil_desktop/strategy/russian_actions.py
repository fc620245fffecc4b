"""What can the secretary do with the Russian texts of a strategy?

They stay open after the approval: the Kyrgyz text is what was approved (ST-R.1), the Russian one is its translation.
"""

from collections.abc import Mapping
from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, russian, selections, translated
from ayil_desktop.strategy.records import InTwoLanguages
from ayil_desktop.strategy.russian import Text


def translate(store: Store, *, strategy_id: str, words: Mapping[str, str]) -> Done:
    """Russian wordings by `Text.id`; the same Kyrgyz words elsewhere that have none yet get them too."""
    with work(store, Message("Write a Russian text")) as session:
        every = russian.texts(selections.strategy(session, strategy_id))
        known = {one.id: one for one in every}
        if not set(words) <= set(known):
            raise Refused(Message("This text is not in the strategy any more."), field="russian")
        written = {key: _cleaned(known[key], text) for key, text in words.items()}
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


def _write(record: Any, text: Text, words: str) -> None:
    if text.field == "blocks_ru":
        record.blocks_ru = entries.rewritten(record.blocks_ru, words)
    elif text.is_list:
        setattr(record, text.field, entries.lines(words.splitlines()))
    else:
        setattr(record, text.field, words)
    if isinstance(record, InTwoLanguages):
        translated.written(record, text.field)
