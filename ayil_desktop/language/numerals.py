"""How is a number written in words, as a minute or an act repeats it in brackets?"""

_KY_ONES = ("нөл", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз")
_KY_TENS = ("", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен", "токсон")

_RU_SMALL = (
    *("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"),
    *("одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать"),
    *("семнадцать", "восемнадцать", "девятнадцать"),
)
_RU_TENS = ("", "", "двадцать", "тридцать", "сорок", *"пятьдесят шестьдесят семьдесят восемьдесят девяносто".split())
_RU_HUNDREDS = (
    *("", "сто", "двести", "триста", "четыреста"),
    *("пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"),
)

_EN_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_EN_TENS = ("", "", *"twenty thirty forty fifty sixty seventy eighty ninety".split())


def spelled(n: int, language: str) -> str:
    """0 … 999 in words: «он бир», «двадцать один» (masculine), "one hundred and five"; ValueError outside."""
    if not 0 <= n <= 999:
        raise ValueError(f"only 0 … 999 are written in words, not {n}")
    return {"ky": _kyrgyz, "ru": _russian, "en": _english}[language](n)


def _kyrgyz(n: int) -> str:
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    words = [_KY_ONES[hundreds] if hundreds > 1 else "", "жүз" if hundreds else "", _KY_TENS[tens]]
    return " ".join(word for word in [*words, _KY_ONES[ones] if ones else ""] if word) or _KY_ONES[0]


def _russian(n: int) -> str:
    rest = n % 100
    tail = [_RU_SMALL[rest]] if rest < 20 else [_RU_TENS[rest // 10], _RU_SMALL[rest % 10] if rest % 10 else ""]
    words = [_RU_HUNDREDS[n // 100], *(tail if rest else [])]
    return " ".join(word for word in words if word) or _RU_SMALL[0]


def _english(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _english_tens(rest)
    return f"{_EN_SMALL[hundreds]} hundred" + (f" and {_english_tens(rest)}" if rest else "")


def _english_tens(n: int) -> str:
    if n < 20:
        return _EN_SMALL[n]
    return _EN_TENS[n // 10] + (f"-{_EN_SMALL[n % 10]}" if n % 10 else "")
