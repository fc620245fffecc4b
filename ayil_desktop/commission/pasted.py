"""What does a block from Word or Excel say about members, and of which cells is the program not sure?

Columns are found by their headings in Kyrgyz, Russian or English, without headings by what they hold. A role is read
out of the position («жумушчу комиссиянын төрагасы»), a group is only proposed. Sex is never guessed from a name.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from ayil_desktop.commission.records import Role
from ayil_desktop.commission.rules import MemberEntry
from ayil_desktop.language import kyrgyz
from ayil_desktop.language.message import Message
from ayil_desktop.office import pasted_columns
from ayil_desktop.office import rules as office_rules
from ayil_desktop.office.records import Sex


class Column(StrEnum):
    """What a pasted column holds."""

    NAME = "name"
    POSITION = "position"
    ROLE = "role"
    GROUP = "group"
    SEX = "sex"
    BIRTH_YEAR = "birth_year"
    PHONE = "phone"
    WORKPLACE = "workplace"
    VILLAGE = "village"
    NOTHING = "nothing"


TITLES: Mapping[Column, Message] = {
    Column.NAME: Message("Name"),
    Column.POSITION: Message("Position"),
    Column.ROLE: Message("Role"),
    Column.GROUP: Message("Group"),
    Column.SEX: Message("Sex"),
    Column.BIRTH_YEAR: Message("Year of birth"),
    Column.PHONE: Message("Telephone"),
    Column.WORKPLACE: Message("Workplace"),
    Column.VILLAGE: Message("Village"),
    Column.NOTHING: Message("leave out"),
}
NO_NAME = Message("There is no name in this row; it will be left out.")
STRANGE_NAME = Message("This does not look like a person's name.")
ROLE_NOT_WRITTEN = Message("The role is not written; taken as a member.")
ROLE_NOT_UNDERSTOOD = Message("This role is not known; taken as a member.")
GROUP_PROPOSED = Message("Proposed by the position; check it.")
NOT_UNDERSTOOD = Message("This was not understood and will be left out.")
TWICE = Message("This name stands in the block twice.")


@dataclass(frozen=True)
class PastedRow:
    """One member as read; `doubts` says at which columns somebody should look, and why."""

    entry: MemberEntry
    doubts: Mapping[Column, Message] = field(default_factory=dict)

    @property
    def is_member(self) -> bool:
        """A row without a name is nobody."""
        return bool(self.entry.name)


@dataclass(frozen=True)
class Pasted:
    """A block as understood: the meaning of each column, whether its first row was a head, and the rows."""

    columns: tuple[Column, ...]
    has_head: bool
    rows: tuple[PastedRow, ...]


# All patterns meet text that was folded: lower case, ң ө ү as н о у.
_HEADINGS: Sequence[tuple[Column, re.Pattern[str]]] = (
    (
        Column.NAME,
        re.compile(
            r"((комиссиянын |жумушчу )*(мучо(лору?|су)?|катышуучу(лар(ы)?|су)?)(нун|дун)? |член(а|ов)( комиссии)? )?"
            r"(аты[- ,]*жону.*|ф\.? ?[иа]\.? ?[оа]\.?( .*|\W.*)?|фамилия.*|(full )?name|мучолор|члены комиссии)"
        ),
    ),
    (Column.ROLE, re.compile(r"рол[ьу]?\b.*|(жумушчу )?(комиссия|топ)дагы.*|статус.*|.*в комиссии|.*в составе|role.*")),
    (Column.GROUP, re.compile(r"тобу|топ|групп.*|категори.*|group|category|кимдин окулу|представля.*")),
    (Column.SEX, re.compile(r"жынысы?|пол|sex|gender")),
    (Column.BIRTH_YEAR, re.compile(r"туулган.*|.*рожд.*|г\.? ?р\.?|(year of )?birth.*")),
    (Column.PHONE, re.compile(r"(байланыш )?тел.*|.*phone.*|контакт.*|байланыш.*")),
    (
        Column.WORKPLACE,
        re.compile(r"(иштеген|жумуш) (жери|орду)(нин аты)?|место работы|workplace|уюму?|мекемеси?|организация"),
    ),
    (Column.POSITION, re.compile(r".*кызматы?|.*кызмат(тык)? орду.*|жасаган иши.*|иши|.*должност.*|position.*")),
    (Column.VILLAGE, re.compile(r"айылы?|жашаган жери|дареги|село|адрес|место жительства|village|address")),
    (Column.NOTHING, re.compile(r"№.*|n|no\.?|к/н|п/п|катар.*|#|эскерт\w*|примечани\w*|кол ?тамга\w*|подпись|notes?")),
)
_BODY = r"(комисси\w*|топ\w*|комитет\w*|координациялык кенеш\w*|совет\w*|группы?)"
_ROLES: Sequence[tuple[Role, re.Pattern[str]]] = (
    (Role.DEPUTY, re.compile(rf"{_BODY} (торагасынын )?орун ?басар|зам\w*\.? председател\w* (\w+ )?{_BODY}")),
    (Role.CHAIRMAN, re.compile(rf"{_BODY} тора(га|йым)|председатель (\w+ )?{_BODY}")),
    (Role.SECRETARY, re.compile(rf"{_BODY} катчы|секретарь (\w+ )?{_BODY}")),
    (Role.MEMBER, re.compile(rf"{_BODY} мучо|член\w* (\w+ )?{_BODY}")),
)
# «жооптуу катчы» alone is the office's own post, and says nothing of the commission.
_BARE_ROLES: Sequence[tuple[Role, re.Pattern[str]]] = (
    (Role.DEPUTY, re.compile(r"(тораганын )?орун ?басары?|зам\w*\.? председателя")),
    (Role.CHAIRMAN, re.compile(r"тора(га|йым)(сы)?|председатель")),
    (Role.SECRETARY, re.compile(r"катчы(сы)?|секретарь")),
    (Role.MEMBER, re.compile(r"мучо(су)?|член")),
)
_ROLE_WORDS: Sequence[tuple[Role, re.Pattern[str]]] = (
    (Role.DEPUTY, re.compile(r"орун ?басар|зам|deputy|vice")),
    (Role.CHAIRMAN, re.compile(r"тора(га|йым)|председател|chair")),
    (Role.SECRETARY, re.compile(r"катчы|секретар|secretary")),
    (Role.MEMBER, re.compile(r"мучо|член|member")),
)
_GROUPS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("responsible_secretary", re.compile(r"жооптуу катчы|ответственн\w+ секретар")),
    ("kenesh_deputy", re.compile(r"депутат")),
    ("head_or_deputy", re.compile(r"айыл окмот\w* башчы|глав[аы] (айыл|а/о)|зам\w*\.? глав")),
    ("okmotu_specialist", re.compile(r"айыл окмот\w* .*адис|специалист\w* (айыл|а/о)")),
    (
        "ngo",
        re.compile(r"бейокмот|коомдук (уюм|фонд|бирикме)|\bкф|\bоф\b|нпо|общественн\w+ (фонд|организац|объединен)"),
    ),
    ("business", re.compile(r"ишкер|бизнес|предпринимател")),
    ("activist", re.compile(r"активист")),
    ("lsg_body", re.compile(r"мэрия|жергиликтуу оз алдынча")),
)
_WOMAN = {"а", "аял", "аялзаты", "айым", "кыз", "ж", "жен", "женский", "женщина", "f", "female", "woman"}
_MAN = {"э", "эр", "эркек", "м", "муж", "мужской", "мужчина", "m", "male", "man"}
_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")
_PHONE = re.compile(r"[+(]?\d[\d ()\-]{5,}(?:[,;/ ]+[+(]?\d[\d ()\-]{5,})*")
_NAME = re.compile(r"[^\W\d_][\w'’\-]*\.?((?:(?<=\.) ?| )[^\W\d_][\w'’\-]*\.?){1,4}")
_NUMBERED = re.compile(r"^\d{1,3}\s*[.)]\s*")
_DASH = re.compile(r"\s+[–—-]\s+")


def read(block: Sequence[Sequence[str]], *, groups: Collection[str] = (), columns: Sequence[Column] = ()) -> Pasted:
    """The members of a block; `columns` says what the user chose them to be, `groups` which codes the charter knows."""
    rows = _from_head(_squared(block))
    has_head = bool(rows) and is_head(rows[0])
    meaning = tuple(columns) or columns_of(rows, has_head=has_head)
    body = rows[1:] if has_head else rows
    read_rows = [_row(row, meaning, groups) for row in body]
    return Pasted(meaning, has_head, tuple(_doubles_marked(read_rows)))


def _from_head(rows: list[list[str]]) -> list[list[str]]:
    """Without the title that Word tables have above their head, and without the numbers of the columns below it."""
    titles = next((place for place, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
    if not any(map(is_head, rows[titles : titles + 1])):
        return rows
    head, *body = rows[titles:]
    numbers = [str(number) for number in range(1, len(head) + 1)]
    return [head, *(row for row in body if row != numbers)]


def is_head(row: Sequence[str]) -> bool:
    """Whether a row names its columns: one of its cells says that names stand below it."""
    return any(heading(cell) is Column.NAME for cell in row)


def heading(cell: str) -> Column | None:
    """What a heading announces, None where it is none that the program knows."""
    folded = kyrgyz.fold(cell).strip(" .:")
    for column, pattern in _HEADINGS:
        if pattern.fullmatch(folded):
            return column
    return None


def columns_of(rows: Sequence[Sequence[str]], *, has_head: bool) -> tuple[Column, ...]:
    """The meaning of each column; every meaning is given once."""
    width = len(rows[0]) if rows else 0
    body = rows[1:] if has_head else rows
    held = [[row[place] for row in body if row[place]] for place in range(width)]
    if not has_head:
        return _texts_named(pasted_columns.once([_by_content(cells) for cells in held], Column.NOTHING), held)
    told = [heading(cell) for cell in rows[0]]
    unknown = [cells if column is None else [] for cells, column in zip(held, told, strict=True)]
    columns = pasted_columns.once([column or Column.NOTHING for column in told], Column.NOTHING)
    return columns if Column.POSITION in columns else _texts_named(columns, unknown)


def role_in(position: str) -> Role | None:
    """The role that a position names besides the work: «…, жумушчу комиссиянын катчысы», or that is all it names."""
    folded = kyrgyz.fold(position)
    bare = next((role for role, pattern in _BARE_ROLES if pattern.fullmatch(folded.strip(" ."))), None)
    return bare or next((role for role, pattern in _ROLES if pattern.search(folded)), None)


def role_named(text: str) -> Role | None:
    """The role in a cell that holds nothing else."""
    folded = kyrgyz.fold(text)
    return next((role for role, pattern in _ROLE_WORDS if pattern.search(folded)), None)


def group_in(position: str, groups: Collection[str]) -> str:
    """The code of the charter's group that a position points to, empty where none does."""
    folded = kyrgyz.fold(position)
    return next((code for code, pattern in _GROUPS if code in groups and pattern.search(folded)), "")


def sex_named(text: str) -> Sex | None:
    """Only from a word for it, never from a name."""
    word = kyrgyz.fold(text).strip(" .")
    if word in _WOMAN:
        return Sex.WOMAN
    return Sex.MAN if word in _MAN else None


def _squared(block: Sequence[Sequence[str]]) -> list[list[str]]:
    """Rows of one length without empty ones; a line of text falls apart at its dash."""
    rows = [[office_rules.clean(cell) for cell in row] for row in block]
    rows = [row for row in rows if any(row)]
    if rows and all(len(row) == 1 for row in rows):
        rows = [_DASH.split(row[0], maxsplit=1) for row in rows]
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _by_content(cells: Sequence[str]) -> Column:
    """What most cells of a column look like; text that tells nothing by itself is nothing yet."""
    for column, looks in _LOOKS:
        if sum(bool(looks(cell)) for cell in cells) * 2 > len(cells):
            return column
    return Column.NOTHING


def _texts_named(columns: tuple[Column, ...], held: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Texts that are left over: the longest is the position, and the first the name where none was found."""
    lengths = {
        place: sum(map(len, held[place]))
        for place, column in enumerate(columns)
        if column is Column.NOTHING and any(any(letter.isalpha() for letter in cell) for cell in held[place])
    }
    named = list(columns)
    if Column.NAME not in columns and lengths:
        first = min(lengths)
        named[first] = Column.NAME
        del lengths[first]
    if lengths:
        named[max(lengths, key=lambda place: lengths[place])] = Column.POSITION
    return tuple(named)


def _is_name(cell: str) -> bool:
    """Two to five words, each with a capital but for «уулу» and «кызы»."""
    plain = _NUMBERED.sub("", cell)
    words = [word for word in plain.split() if word.lower() not in ("уулу", "кызы")]
    return bool(_NAME.fullmatch(plain)) and all(word[0].isupper() for word in words)


_LOOKS = (
    (Column.BIRTH_YEAR, lambda cell: _YEAR.search(cell) and len(cell) <= 12),
    (Column.PHONE, _PHONE.fullmatch),
    (Column.SEX, sex_named),
    (Column.ROLE, lambda cell: len(cell.split()) <= 3 and "," not in cell and role_named(cell)),
    (Column.NAME, _is_name),
)


def _row(row: Sequence[str], columns: Sequence[Column], groups: Collection[str]) -> PastedRow:
    cells = {column: cell for column, cell in zip(columns, row, strict=False) if column is not Column.NOTHING}
    doubts: dict[Column, Message] = {}
    position = cells.get(Column.POSITION, "")
    entry = MemberEntry(
        name=_name(cells.get(Column.NAME, ""), doubts),
        position_ky=position,
        role=_role(cells.get(Column.ROLE, ""), position, doubts),
        sex=_sex(cells.get(Column.SEX, ""), doubts),
        birth_year=_year(cells.get(Column.BIRTH_YEAR, ""), doubts),
        phone=_phone(cells.get(Column.PHONE, ""), doubts),
        workplace=cells.get(Column.WORKPLACE, ""),
        village=cells.get(Column.VILLAGE, ""),
    )
    return PastedRow(_with_group(entry, cells.get(Column.GROUP, ""), groups, doubts), doubts)


def _name(cell: str, doubts: dict[Column, Message]) -> str:
    name = _NUMBERED.sub("", cell)
    if not name:
        doubts[Column.NAME] = NO_NAME
    elif not _is_name(name):
        doubts[Column.NAME] = STRANGE_NAME
    return name


def _role(cell: str, position: str, doubts: dict[Column, Message]) -> Role:
    found = role_named(cell) if cell else role_in(position)
    if found is None:
        doubts[Column.ROLE] = ROLE_NOT_UNDERSTOOD if cell else ROLE_NOT_WRITTEN
    return found or Role.MEMBER


def _sex(cell: str, doubts: dict[Column, Message]) -> Sex | None:
    found = sex_named(cell)
    if cell and found is None:
        doubts[Column.SEX] = NOT_UNDERSTOOD
    return found


def _year(cell: str, doubts: dict[Column, Message]) -> int | None:
    found = _YEAR.search(cell)
    if cell and not found:
        doubts[Column.BIRTH_YEAR] = NOT_UNDERSTOOD
    return int(found.group()) if found else None


def _phone(cell: str, doubts: dict[Column, Message]) -> str:
    if cell and not _PHONE.fullmatch(cell):
        doubts[Column.PHONE] = NOT_UNDERSTOOD
        return ""
    return cell


def _with_group(entry: MemberEntry, cell: str, groups: Collection[str], doubts: dict[Column, Message]) -> MemberEntry:
    """The group as its column says, in the member's own words where the charter has none; else one to look at."""
    if cell:
        known = group_in(cell, groups)
        return replace(entry, category=known) if known else replace(entry, category="other", category_words=cell)
    proposed = group_in(entry.position_ky, groups)
    if proposed:
        doubts[Column.GROUP] = GROUP_PROPOSED
    return replace(entry, category=proposed)


def _doubles_marked(rows: Sequence[PastedRow]) -> list[PastedRow]:
    names = [kyrgyz.fold(row.entry.name) for row in rows]
    return [
        replace(row, doubts={**row.doubts, Column.NAME: TWICE}) if name and names.count(name) > 1 else row
        for row, name in zip(rows, names, strict=True)
    ]
