"""How are plain numbers and dates written where no sentence is needed?"""

from datetime import date, datetime

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def short_date(day: date) -> str:
    """13.03.2019, in every language of the program."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def short_moment(moment: datetime) -> str:
    """13.03.2019 10:00 by the clock of this computer; a moment without a zone is taken as it stands."""
    local = moment.astimezone() if moment.tzinfo else moment
    return f"{short_date(local)} {local:%H:%M}"


def number(value: float, language: str) -> str:
    """27,3 in Kyrgyz and Russian, 27.3 in English; a whole number carries no ",0"."""
    written = repr(value).removesuffix(".0")
    return written if language == "en" else written.replace(".", ",")


def thousands(value: int) -> str:
    """150 000: money on screen and paper, a line never ends within it."""
    return f"{value:,}".replace(",", "\u00a0")


def percent(value: float, language: str, *, digits: int = 1) -> str:
    """27,3 % (27.3% in English): rounded half up to at most so many digits, closing zeros dropped."""
    # Papers and full screens need it, the first frame does not.
    from decimal import ROUND_HALF_UP, Decimal

    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    written = f"{rounded:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return f"{written}%" if language == "en" else f"{written.replace('.', ',')} %"


def number_sign(number: str, language: str = "ky") -> str:
    """№15/8 as the Kyrgyz offices write it; № 15/8 in Russian, No. 15/8 in English.

    An annex they write apart also in Kyrgyz, in the same line: «№15/8 токтомуна № 1 тиркеме» (CN-0.6).
    """
    return {"ky": "№", "ru": "№ ", "en": "No. "}[language] + number


def roman(n: int) -> str:
    """XVII, in Latin letters as the offices number sessions and convocations; ValueError outside 1 … 3999."""
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    written = ""
    for value, letters in _ROMAN:
        count, n = divmod(n, value)
        written += letters * count
    return written


def from_roman(text: str) -> int:
    """17 of XVII (small letters too); ValueError where it is no Roman numeral in its usual form."""
    rest, total = text.strip().upper(), 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            total, rest = total + value, rest[len(letters) :]
    if rest or not 1 <= total <= 3999 or roman(total) != text.strip().upper():
        raise ValueError(f"not a Roman numeral: {text!r}")
    return total
