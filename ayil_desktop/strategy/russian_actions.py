"""What can the secretary do with the Russian texts of a strategy?

They stay open after the approval: the Kyrgyz text is what was approved (ST-R.1), the Russian one is its translation.
"""

from typing import Any

from ayil_desktop.language.message import Message
from ayil_desktop.refused import Refused
from ayil_desktop.store.opening import Store
from ayil_desktop.store.work import Done, done, work
from ayil_desktop.strategy import entries, records, russian
from ayil_desktop.strategy.russian import Text


def translate(store: Store, *, strategy_id: str, text_id: str, words: str) -> Done:
    """The Russian wording of one text by its `Text.id`, and of the same Kyrgyz words elsewhere that have none yet."""
    with work(store, Message("Write a Russian text")) as session:
        every = russian.texts(records.strategy(session, strategy_id))
        chosen = next((one for one in every if one.id == text_id), None)
        if chosen is None:
            raise Refused(Message("This text is not in the strategy any more."), field="russian")
        cleaned = entries.text(words, field="deadline_ru" if chosen.field == "deadline_ru" else "russian")
        for one in (chosen, *(russian.same(every, chosen) if cleaned else ())):
            _write(session.get_one(one.holder, one.record), one, cleaned)
        return done(session, chosen.record)


def _write(record: Any, text: Text, words: str) -> None:
    if text.field == "blocks_ru":
        record.blocks_ru = entries.rewritten(record.blocks_ru, words)
    elif isinstance(getattr(record, text.field), list):
        setattr(record, text.field, entries.lines(words.splitlines()))
    else:
        setattr(record, text.field, words)
