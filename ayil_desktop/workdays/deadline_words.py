"""Which signs are the words of a deadline?

A wording becomes a string with one letter for each word, so that the grammar reads `YyNGt` where the plan says
«2019 жыл 15-апрелге чейин» and «2019-ж. 15-апрелине чейин» alike. What a letter stands for:

    Y 2026   N 15   O II, экинчи, вторая   D 15.04.2026
    M month by itself or with "in"   K genitive month   G dative month   F ablative month
    y year   x from the year   z years   h half-year   q quarter   w week   d decade (ten days)
    m the word month   i from the month   u to the month
    t чейин   l кечиктирбестен   r баштап   e the end of   b бою, ичинде
    T до, не позднее   L в течение   V в   S с   P по
    g, f a dative or ablative ending after figures, quarters, weeks …   + включительно   - from … to   & and

`?` is a word that nobody taught the program: no deadline with one is understood.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ayil_desktop.language import months

FIRST_YEAR, LAST_YEAR = 1900, 2199


class Sign(NamedTuple):
    """One letter of the list above, with its number or day where it has one."""

    letter: str
    value: int | date = 0


UNKNOWN = Sign("?")

# Spellings that differ without a difference in meaning; without ө ү ң those who lack the keys are understood too.
_FOLDED = str.maketrans(
    dict(zip("ёөүңɵѳӊі", "еоуноонi", strict=True))
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff")
)
_LOOK_ALIKE = str.maketrans("aceopxykmthb", "асеорхукмтнв")

_PHRASES = (
    (re.compile(r"\bне (?:позднее|позже)\b"), "до"),
    (re.compile(r"\b(?:в течени[еи]|на протяжении)\b"), "втечение"),
    (re.compile(r"\b(?:в период|в срок)\b"), ""),
    (re.compile(r"\bчейинки моонотто?\b"), "чейин"),
    (re.compile(r"\bкеч эмес\b"), "кечиктирбей"),
    (re.compile(r"^(?:моонот[уо]?|срок(?: исполнения)?) ?:"), ""),
    (re.compile(r"\bжарым[ -]+жылд"), "жарымжылд"),
    (re.compile(r"[«\"“„](\d{1,2})[»\"”]"), r"\1"),
)

_WORDS = """
y: жыл жылдын жылы жылынын жылга жылына жылда жылында жылдагы ж г год года году
x: жылдан жылынан
z: жылдар жылдары жылдарга жылдарда жылдарында жылдардын жж гг годы годов годах
h: жарымжылдык жарымжылдыгы жарымжылдыгында жарымжылдыкта жарымжылдыктын жарымжылдыгынын жарымы жарымында жарымынын
h: жарымжылдыктар жарымжылдыктары жарымжылдыктарында жарымжылдыктарынын
h: полугодие полугодия полугодии полугодий полугодиях половина половины половине половину
q: чейрек чейреги чейректе чейрегинде чейректин чейрегинин чейректер чейректери чейректеринде чейректеринин чейректердин
q: квартал кварталы кварталда кварталында кварталдын кварталынын кварталдары кварталдарында
q: квартала квартале кварталов кварталах кв
w: апта аптасы аптада аптасында аптанын аптасынын апталары апталарында жума жумасы жумада жумасында жуманын жумалары
w: неделя недели неделе неделю недель
d: декада декадасы декадада декадасында декаданын декадасынын декадалары декадаларында декаде декады декаду декад
m: ай айы айда айында айдын айынын айлары айларында айларынын айлар месяц месяца месяце месяцы месяцев
i: айдан айынан
u: айга айына айларына
t: чейин дейре карата
r: баштап тартып
l: кечиктирбестен кечиктирбей кечикпестен кечикпей калтырбастан калтырбай
e: аягына сонуна акырына конца концу окончания
b: бою ичинде аралыгында
T: до к ко
L: втечение весь
V: в во на
S: с со c
P: по
+: включительно
&: жана и
"""

_CASED = """
qf: чейректен чейрегинен кварталдан кварталынан
qg: чейрекке чейрегине кварталга кварталына
hf: жарымжылдыктан жарымжылдыгынан жарымынан
hg: жарымжылдыкка жарымжылдыгына жарымына
wf: аптадан аптасынан жумадан жумасынан
wg: аптага аптасына жумага жумасына
df: декададан декадасынан
dg: декадага декадасына
"""
"""What a count is from or to: the sign of the thing, then that of its ending."""

_ORDINALS = """
1: i биринчи первый первая первое первого первой первом первую
2: ii экинчи второй вторая второе второго втором вторую
3: iii учунчу третий третья третье третьего третьей третьем третью
4: iv тортунчу четвертый четвертая четвертое четвертого четвертой четвертом четвертую
"""

_SHORT_MONTHS = "янв фев,февр мар апр - июн июл авг сен,сент окт ноя,нояб дек".split()

_ORDINAL_ENDING = "го|ое|ой|ый|ий|ья|ая|ую|ом|е|я|й|ю|м|чи|чу|нчи|инчи|нчу|унчу"
_DATIVE = "ге|га|ка|ке|го|ко|не|на|ине|ына|уна|уно|сына|сине"
_ABLATIVE = "ден|дан|дон|тан|тен|тон|инен|ынан|унан|унон|сынан|синен"
_TOKEN = re.compile(
    r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4}|\d\d)(?!\d)"
    r"|(?P<iso>\d{4}(?P<between>[-./])\d\d(?P=between)\d\d)(?!\d)"
    r"|(?P<from_day>\d\d-\d\d-\d{4})(?!\d)"
    r"|(?P<day_of>\d\d)\.(?P<month_in>0[1-9]|1[0-2])(?:\.(?=[ -])|(?![\d./]))"
    r"|(?P<month_of>0?[1-9]|1[0-2])[./](?P<year_of>\d{4})(?![\d./])"
    rf"|(?P<number>\d+)(?:-?(?:{_ORDINAL_ENDING})(?!\w))?"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<mark>\S)"
)
_CASE = re.compile(rf"(?<=\d)-?(?:(?P<g>{_DATIVE})|(?P<f>{_ABLATIVE}))(?!\w)")


def folded(words: str) -> str:
    """Small letters, one kind of hyphen, ө ү ң as о у н; phrases that mean one thing as one word."""
    text = unicodedata.normalize("NFKC", words).casefold().translate(_FOLDED)
    for phrase, short in _PHRASES:
        text = phrase.sub(short, text)
    return " ".join(text.split()).lstrip(" .,;:-").rstrip(" .,;:")


def known() -> frozenset[str]:
    """Every word that has a sign, as `folded` leaves it."""
    return frozenset(_LEXICON) | frozenset(_ENDINGS)


def signs(text: str) -> list[Sign]:
    """The signs of a folded wording, hyphens that only glue a number to its word left out."""
    found = list(_without_dots(_signs(text)))
    pairs = zip([UNKNOWN, *found], found, [*found[1:], UNKNOWN], strict=False)
    return _spanned([sign for before, sign, after in pairs if sign.letter != "-" or not _is_glue(before, after)])


def _spanned(found: list[Sign]) -> list[Sign]:
    """«Март, апрель, май» is from the first to the last; a list with a gap stays a list, which no row understands."""
    spanned: list[Sign] = []
    while found:
        count = _length_of_list(found)
        spanned += [found[0], Sign("-"), found[2 * count - 2]] if count > 2 else found[: 2 * count - 1]
        found = found[2 * count - 1 :]
    return spanned


def _length_of_list(found: list[Sign]) -> int:
    """How many signs follow each other with "and" between them, each one more than the one before."""
    count = 1
    if found[0].letter not in "YNOMK":
        return count
    first = found[0]
    while [one.letter for one in found[2 * count - 1 : 2 * count + 1]] == ["&", first.letter]:
        if found[2 * count].value != _number_of(first) + count:
            break
        count += 1
    return count


def _number_of(sign: Sign) -> int:
    return sign.value if isinstance(sign.value, int) else 0


def _signs(text: str) -> Iterator[Sign]:
    position = 0
    while position < len(text):
        ending = _CASE.match(text, position)
        token = ending or _TOKEN.match(text, position)
        if ending:
            yield Sign(ending.lastgroup or "")
        elif token and token["month_of"]:
            yield from (Sign("M", int(token["month_of"])), _number(token["year_of"]))
        elif token and token["day_of"]:
            yield from (Sign("N", int(token["day_of"])), Sign("M", int(token["month_in"])))
        elif token and token["word"] in _ENDINGS:
            yield from map(Sign, _ENDINGS[token["word"]])
        elif token:
            yield _sign(token)
        position = token.end() if token else position + 1


def _sign(token: re.Match[str]) -> Sign:
    match token.lastgroup:
        case "year":
            year = int(token["year"])
            return _day(year if year > 99 else 2000 + year, int(token["month"]), int(token["day"]))
        case "iso":
            return _day(*map(int, token["iso"].split(token["between"])))
        case "from_day":
            return _day(*map(int, reversed(token["from_day"].split("-"))))
        case "number":
            return _number(token["number"])
        case "word":
            word = token["word"]
            return _LEXICON.get(word) or _LEXICON.get(word.translate(_LOOK_ALIKE)) or UNKNOWN
    return Sign({"-": "-", ",": "&", ".": "."}.get(token["mark"], "?"))


def _day(year: int, month: int, day: int) -> Sign:
    try:
        return Sign("D", date(year, month, day))
    except ValueError:
        return UNKNOWN


def _number(figures: str) -> Sign:
    if len(figures) <= 2:
        return Sign("N", int(figures))
    is_year = len(figures) == 4 and FIRST_YEAR <= int(figures) <= LAST_YEAR
    return Sign("Y", int(figures)) if is_year else UNKNOWN


def _without_dots(found: Iterable[Sign]) -> Iterator[Sign]:
    """A dot after a word is that of an abbreviation; after figures it means something else."""
    last = UNKNOWN
    for sign in found:
        if sign.letter == "." and last.letter in "yzqMm":
            continue
        yield sign if sign.letter != "." else UNKNOWN
        last = sign


def _is_glue(before: Sign, after: Sign) -> bool:
    """15-апрель, 2026-жыл, 1-аптасы: the hyphen stands between a number and what it counts."""
    return after.letter in "yxzhqwdmiu" or (before.letter in "NO" and after.letter in "MKGF")


def _lexicon() -> dict[str, Sign]:
    known: dict[str, Sign] = {}
    for line in _WORDS.strip().splitlines():
        letter, forms = line.split(": ")
        known |= dict.fromkeys(forms.split(), Sign(letter))
    for line in _ORDINALS.strip().splitlines():
        number, forms = line.split(": ")
        known |= dict.fromkeys(forms.split(), Sign("O", int(number)))
    for position, month in enumerate(months.MONTHS):
        known |= {form: Sign(letter, position + 1) for letter, forms in _forms(month) for form in forms}
        known |= dict.fromkeys(_SHORT_MONTHS[position].split(","), Sign("M", position + 1))
    return known


def _forms(month: months.Month) -> Iterator[tuple[str, list[str]]]:
    """Later ones win where two cases are written alike: «июне» is Russian, a Kyrgyz dative would be «июнга»."""
    stem = month.nominative.removesuffix("ь")
    yield "G", _spellings(month, month.dative, month.possessive_dative)
    yield "F", _spellings(month, month.ablative, month.possessive_ablative)
    yield "K", [*_spellings(month, month.genitive, month.possessive_genitive), month.ru_genitive]
    locative, attributive = month.locative, month.locative + ("ги" if month.locative.endswith("е") else "гы")
    yield "M", _spellings(month, locative, attributive, month.possessive_locative, month.attributive)
    yield "M", [month.nominative, stem, month.possessive, month.ru_locative]


def _spellings(month: months.Month, *forms: str) -> list[str]:
    """As it should be, with the soft sign kept (апрельге), and with one т of two lost (августун)."""
    stem = month.nominative.removesuffix("ь")
    soft = [month.nominative + form.removeprefix(stem) for form in forms]
    return [*forms, *soft, *(form.replace("тт", "т") for form in forms)]


_LEXICON = _lexicon()
_ENDINGS = {
    word: letters
    for letters, words in (line.split(": ") for line in _CASED.strip().splitlines())
    for word in words.split()
}
