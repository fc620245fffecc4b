"""How is a person's name shortened for a signature line?"""

import re

_KINSHIP = {"уулу", "кызы", "оглы", "углы", "гызы"}
_FAMILY = re.compile(r"\w{2,}(?:[оеё]ва?|ск(?:ий|ая)|енко)", re.IGNORECASE)
_INITIAL = re.compile(r"[^\W\d_]\.")


def initials(full_name: str) -> str:
    """А.Мусурканов of «Мусурканов Азамат», as the seeds sign (Т.Сыдыкбеков).

    The family name comes first unless only the last word has a Russian family ending («Азамат Мусурканов»). A given
    name and a patronymic give two initials (Б.Э.Асанов). «уулу» and «кызы» stay with the father's name that they
    belong to: Жетиген уулу Амантай is А.Жетиген уулу; after a family name («Асанов Бакыт Эркин уулу») the father is
    left out. Initials that are already there are kept and only joined (Мусурканов А. is А.Мусурканов); one word, and
    what is no name, comes back as it is. No ending is ever added.
    """
    words = full_name.split()
    if _INITIAL.search(full_name):
        return _joined(full_name)
    if len(words) < 2 or not all(word[0].isalpha() for word in words):
        return " ".join(words)
    family, given = _parts(words)
    return "".join(f"{word[0].upper()}." for word in given[:2]) + " ".join(family)


def _joined(name: str) -> str:
    """The initials in front, without blanks: «А. Б. Асанов» and «Асанов А.Б.» are А.Б.Асанов."""
    rest = " ".join(_INITIAL.sub(" ", name).split())
    return "".join(_INITIAL.findall(name)) + rest


def _parts(words: list[str]) -> tuple[list[str], list[str]]:
    """Family name and given names."""
    kinship = [word.lower() in _KINSHIP for word in words]
    if len(words) > 2 and kinship[1]:
        return words[:2], words[2:]
    if len(words) == 2 and kinship[1]:
        return words, []
    if len(words) == 3 and kinship[2]:
        return words[1:], words[:1]
    if len(words) > 3 and kinship[-1]:
        return words[:1], words[1:-2]
    if _FAMILY.fullmatch(words[-1]) and not _FAMILY.fullmatch(words[0]):
        return words[-1:], words[:-1]
    return words[:1], words[1:]
