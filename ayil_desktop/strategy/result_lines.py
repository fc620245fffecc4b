"""How do the expected results of a plan or a task stand below each other: numbered, with dashes, or each as it is?"""

from collections.abc import Iterator, Sequence

from ayil_desktop.strategy import signs
from ayil_desktop.strategy.records import Indicator


def numbered(indicators: Sequence[Indicator]) -> Iterator[tuple[int, Indicator]]:
    """Each with what its sign counts: a new count begins where another sign stands between."""
    yield from zip(_counted([one.sign for one in indicators]), indicators, strict=True)


def _counted(found: Sequence[str]) -> Iterator[int]:
    number, before = 0, None
    for sign in found:
        number = number + 1 if sign == before else 1
        before = sign
        yield number


def signed(texts: Sequence[str], found: Sequence[str]) -> list[str]:
    """Texts behind their signs."""
    return [signs.signed(sign, number, text) for number, sign, text in zip(_counted(found), found, texts, strict=False)]


def written(indicators: Sequence[Indicator], language: str) -> list[str]:
    """As they are printed, in Russian where there is a Russian text."""
    return [
        signs.signed(one.sign, number, one.text_ru if language == "ru" and one.text_ru else one.text_ky)
        for number, one in numbered(indicators)
    ]


def of_lines(lines: Sequence[str]) -> list[Indicator]:
    """The results of a pasted list, each with the sign it had there."""
    read = [signs.read(one) for one in lines]
    return [Indicator(place=place, text_ky=line.words, sign=line.sign) for place, line in enumerate(read, 1)]


def usual(indicators: Sequence[Indicator]) -> str:
    """The sign that a further result gets."""
    return indicators[-1].sign if indicators else ""
