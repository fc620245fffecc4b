"""Which texts of the program are there to translate, and how do they come into the catalogues?

usage: catalogues.py update     collect the texts into translations/ayil.pot, bring ky, ru and en up to date, compile
       catalogues.py compile    only make the .mo files that the program reads
"""

import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

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

# How many texts each call takes, and whether a context stands before them.
TEXTS = {"text": 1, "plural": 2, "in_context": 1, "Message": 1, "Counted": 2, "InContext": 1}
WITH_CONTEXT = {"in_context", "InContext"}
HOMES = {"ayil_desktop.language.catalogue", "ayil_desktop.language.message"}
METHODS = {"text", "plural", "in_context"}


@dataclass(frozen=True)
class Found:
    """One call that asks for a text; `texts` is empty where it is not written out: nobody could translate it."""

    path: Path
    line: int
    texts: tuple[str, ...]
    context: str | None = None
    at_import: bool = False

    @property
    def msgid(self) -> str | tuple[str, ...]:
        return self.texts[0] if len(self.texts) == 1 else self.texts


def texts_in(path: Path) -> list[Found]:
    """Every call of a module that asks the catalogue for a text."""
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    names = imported_names(tree)
    return [found for call, at_import in _calls(tree, at_import=True) for found in _found(call, names, path, at_import)]


def imported_names(tree: ast.AST) -> dict[str, str]:
    """What each imported name of a module means: {"_": "ayil_desktop.language.catalogue.text"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for part in node.names:
                root = part.name.split(".")[0]
                names[part.asname or root] = part.name if part.asname else root
        elif isinstance(node, ast.ImportFrom):
            names.update({part.asname or part.name: f"{node.module}.{part.name}" for part in node.names})
    return names


def dotted(expression: ast.expr, names: dict[str, str]) -> str | None:
    """The full name of a call's function; None where it hangs on a value, as in `for_language(x).text`."""
    if isinstance(expression, ast.Name):
        return names.get(expression.id)
    if isinstance(expression, ast.Attribute):
        owner = dotted(expression.value, names)
        return owner and f"{owner}.{expression.attr}"
    return None


def _calls(node: ast.AST, *, at_import: bool) -> Iterator[tuple[ast.Call, bool]]:
    """Every call below a node, and whether it happens while the module is imported."""
    if isinstance(node, ast.Call):
        yield node, at_import
    inside = at_import and not isinstance(node, ast.Lambda)
    for name, value in ast.iter_fields(node):
        is_body = name == "body" and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _calls(child, at_import=inside and not is_body)


def _found(call: ast.Call, names: dict[str, str], path: Path, at_import: bool) -> Iterator[Found]:
    name = dotted(call.func, names)
    home, _, function = name.rpartition(".") if name else ("", "", "")
    if home in HOMES and function in TEXTS:
        written = _written(call, function)
        now = at_import and function in METHODS
        if not written:
            yield Found(path, call.lineno, (), at_import=now)
    elif name is None and isinstance(call.func, ast.Attribute) and call.func.attr in METHODS:
        function, now = call.func.attr, at_import
        written = _written(call, function)
    else:
        return
    for context, texts in written:
        yield Found(path, call.lineno, texts, context, now)


def _written(call: ast.Call, function: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """The texts that a call has written out, with their context; one of two may be chosen by a condition."""
    count = TEXTS[function] + (function in WITH_CONTEXT)
    choices = [_literals(argument) for argument in call.args[:count]]
    if len(choices) < count or not all(choices):
        return []
    if function in WITH_CONTEXT:
        return [(choices[0][0], (text,)) for text in choices[1]]
    return [(None, (text,)) for text in choices[0]] if count == 1 else [(None, tuple(choice[0] for choice in choices))]


def _literals(argument: ast.expr) -> list[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return [argument.value]
    if isinstance(argument, ast.IfExp):
        either, other = _literals(argument.body), _literals(argument.orelse)
        return either + other if either and other else []
    return []


def collected() -> Catalog:
    """All texts of the program with the files they stand in."""
    template = Catalog(charset="utf-8")
    for path in sorted(PACKAGE.rglob("*.py")):
        for found in texts_in(path):
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
