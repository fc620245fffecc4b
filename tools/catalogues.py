"""Which texts of the program are there to translate, and how do they come into the catalogues?

usage: python -m tools.catalogues update     collect the texts into translations/ayil.pot, bring ky, ru, en up to date
       python -m tools.catalogues compile    only make the .mo files that the program reads (update does it as well)
"""

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools import texts

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "ayil_desktop"
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "ayil.pot"

PLURALS = {
    "ky": "nplurals=1; plural=0;",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
    "en": "nplurals=2; plural=(n != 1);",
}
# Dates and names of programs are left out of the head: a catalogue changes when its texts do.
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


def collected() -> Catalog:
    """All texts of the program with the files they stand in."""
    template = Catalog(charset="utf-8")
    for path in sorted(PACKAGE.rglob("*.py")):
        for found in texts.texts_in(path):
            if found.texts:
                place = (path.relative_to(ROOT).as_posix(), found.line)
                template.add(found.msgid, locations=[place], context=found.context)
    return template


def catalogue_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "ayil.po"


def read(language: str) -> Catalog:
    """The catalogue as it stands in the tree; an empty one where there is none yet."""
    path = catalogue_path(language)
    source = path.read_bytes() if path.exists() else _head(language).encode()
    return read_po(io.BytesIO(source), locale=language)


def update() -> None:
    """Texts that are gone leave the catalogues, new ones come in empty; English reads as the program writes it."""
    template = collected()
    _write(TEMPLATE, HEAD, template)
    for language in PLURALS:
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True)
        if language == "en":
            for message in catalog:
                message.string = message.id
        _write(catalogue_path(language), _head(language), catalog)


def compile_all() -> None:
    """The .mo files, each put in place at once, so that a program that runs meanwhile reads a whole one."""
    for language in PLURALS:
        target = catalogue_path(language).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = target.with_suffix(".new")
        with fresh.open("wb") as compiled:
            write_mo(compiled, read(language))
        fresh.replace(target)


def _head(language: str) -> str:
    return f'{HEAD}"Language: {language}\\n"\n"Plural-Forms: {PLURALS[language]}\\n"\n'


def _write(path: Path, head: str, catalog: Catalog) -> None:
    lines = io.BytesIO()
    write_po(lines, catalog, width=0, omit_header=True, sort_output=True, ignore_obsolete=True, include_lineno=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}\n{lines.getvalue().decode()}".rstrip("\n") + "\n", encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> None:
    if arguments == ["update"]:
        update()
    elif arguments != ["compile"]:
        sys.exit(__doc__)
    compile_all()


if __name__ == "__main__":
    main(sys.argv[1:])
