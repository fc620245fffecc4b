"""Which clause says so, and how do we read it?

The clauses of the five source texts stand in resources/clauses.json, word for word in Kyrgyz, with our translations
and, where a clause may be read in two ways, our reading of it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from ayil_desktop import shipped
from ayil_desktop.language import kyrgyz


@dataclass(frozen=True)
class Texts:
    """One text in the three languages of the program."""

    ky: str
    ru: str
    en: str

    def into(self, language: str) -> str:
        """The text in ky, ru or en."""
        return {"ky": self.ky, "ru": self.ru, "en": self.en}[language]


@dataclass(frozen=True)
class Clause:
    """One clause. `texts.ky` is the source's own text; `level` is "" where the source is not carried out yet."""

    id: str
    source: Texts
    chapter: Texts
    texts: Texts
    marker: str
    level: str
    readings: tuple[Texts, ...]


@cache
def every() -> tuple[Clause, ...]:
    """All clauses in the order of their sources."""
    kept = json.loads(shipped.resource("clauses.json").read_text(encoding="utf-8"))
    sources = {source["prefix"]: _texts(source["title"]) for source in kept["sources"]}
    chapters = {chapter["ky"]: _texts(chapter) for chapter in kept["chapters"]}
    readings = _readings(kept["readings"])
    return tuple(
        Clause(
            id=clause["id"],
            source=sources[clause["id"].partition("-")[0]],
            chapter=chapters[clause["chapter"]],
            texts=_texts(clause),
            marker=clause.get("marker", ""),
            level=clause.get("level", ""),
            readings=readings.get(clause["id"], ()),
        )
        for clause in kept["clauses"]
    )


def find(id: str) -> Clause | None:  # noqa: A002 - a clause's id is called so everywhere
    """The clause with this id (CN-7.3), None where there is none."""
    return _by_id().get(id)


def search(text: str, language: str) -> list[Clause]:
    """The clauses that hold every word, in Kyrgyz or in this language, however spelt; the empty text finds all."""
    words = kyrgyz.fold(text).split()
    return [clause for clause in every() if all(word in _searched(clause.id, language) for word in words)]


@cache
def _by_id() -> dict[str, Clause]:
    return {clause.id: clause for clause in every()}


@cache
def _searched(id: str, language: str) -> str:  # noqa: A002
    clause = _by_id()[id]
    parts = (clause.chapter, clause.texts)
    return kyrgyz.fold(" ".join([clause.id, *(part.ky for part in parts), *(part.into(language) for part in parts)]))


def _readings(kept: list[dict[str, Any]]) -> dict[str, tuple[Texts, ...]]:
    """By the id of a clause: every reading that names it."""
    found: dict[str, tuple[Texts, ...]] = {}
    for reading in kept:
        texts = Texts(ky=reading["ky"], ru=reading["ru"], en=reading["note_en"])
        for clause in reading["clauses"]:
            found[clause] = (*found.get(clause, ()), texts)
    return found


def _texts(kept: Mapping[str, Any]) -> Texts:
    return Texts(ky=kept["ky"], ru=kept["ru"], en=kept["en"])
