"""What the language tests share: catalogues that a test writes itself."""

import io

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from ayil_desktop import shipped
from ayil_desktop.language import catalogue
from tools import catalogues


@pytest.fixture
def translated(tmp_path, monkeypatch):
    """`translated(ky={"Save": "Сактоо", ("vote", "For"): "Макул", ("{n} day", "{n} days"): [...]})` makes .mo files.

    A key of two texts is a plural where its value is a list, otherwise a context and its text.
    """
    monkeypatch.setattr(shipped, "translations", lambda: tmp_path)

    def write(**languages):
        for language, texts in languages.items():
            catalog = empty(language)
            for key, value in texts.items():
                if isinstance(value, list):
                    catalog.add(key, tuple(value))
                elif isinstance(key, tuple):
                    catalog.add(key[1], value, context=key[0])
                else:
                    catalog.add(key, value)
            target = tmp_path / language / "LC_MESSAGES" / "ayil.mo"
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as compiled:
                write_mo(compiled, catalog)
        catalogue.for_language.cache_clear()

    write()
    yield write
    monkeypatch.undo()
    catalogue.for_language.cache_clear()


def empty(language):
    """With the program's own rule for plurals: Babel knows two forms for Kyrgyz, where a number takes no plural."""
    head = f'{catalogues.HEAD}"Plural-Forms: {catalogues.PLURALS[language]}\\n"\n'
    return read_po(io.BytesIO(head.encode()), locale=language)
