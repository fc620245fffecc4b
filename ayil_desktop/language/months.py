"""What are the months and weekdays called, in every grammatical form that a document needs?

Kyrgyz endings are never glued on by the program, so each form stands here; the soft sign drops before an ending
(апрель, апрели).
"""

from typing import NamedTuple


class Month(NamedTuple):
    """Kyrgyz forms first; `attributive` is the one before a noun (13-мартындагы)."""

    nominative: str
    genitive: str
    dative: str
    locative: str
    ablative: str
    possessive: str
    possessive_locative: str
    attributive: str
    possessive_dative: str
    possessive_genitive: str
    possessive_ablative: str
    ru: str
    ru_genitive: str
    ru_locative: str
    en: str


# fmt: off
MONTHS = (
    Month("январь", "январдын", "январга", "январда", "январдан", "январы", "январында", "январындагы", "январына",
          "январынын", "январынан", "январь", "января", "январе", "January"),
    Month("февраль", "февралдын", "февралга", "февралда", "февралдан", "февралы", "февралында", "февралындагы",
          "февралына", "февралынын", "февралынан", "февраль", "февраля", "феврале", "February"),
    Month("март", "марттын", "мартка", "мартта", "марттан", "марты", "мартында", "мартындагы", "мартына",
          "мартынын", "мартынан", "март", "марта", "марте", "March"),
    Month("апрель", "апрелдин", "апрелге", "апрелде", "апрелден", "апрели", "апрелинде", "апрелиндеги", "апрелине",
          "апрелинин", "апрелинен", "апрель", "апреля", "апреле", "April"),
    Month("май", "майдын", "майга", "майда", "майдан", "майы", "майында", "майындагы", "майына",
          "майынын", "майынан", "май", "мая", "мае", "May"),
    Month("июнь", "июндун", "июнга", "июнда", "июндан", "июну", "июнунда", "июнундагы", "июнуна",
          "июнунун", "июнунан", "июнь", "июня", "июне", "June"),
    Month("июль", "июлдун", "июлга", "июлда", "июлдан", "июлу", "июлунда", "июлундагы", "июлуна",
          "июлунун", "июлунан", "июль", "июля", "июле", "July"),
    Month("август", "августтун", "августка", "августта", "августтан", "августу", "августунда", "августундагы",
          "августуна", "августунун", "августунан", "август", "августа", "августе", "August"),
    Month("сентябрь", "сентябрдын", "сентябрга", "сентябрда", "сентябрдан", "сентябры", "сентябрында",
          "сентябрындагы", "сентябрына", "сентябрынын", "сентябрынан", "сентябрь", "сентября", "сентябре",
          "September"),
    Month("октябрь", "октябрдын", "октябрга", "октябрда", "октябрдан", "октябры", "октябрында", "октябрындагы",
          "октябрына", "октябрынын", "октябрынан", "октябрь", "октября", "октябре", "October"),
    Month("ноябрь", "ноябрдын", "ноябрга", "ноябрда", "ноябрдан", "ноябры", "ноябрында", "ноябрындагы", "ноябрына",
          "ноябрынын", "ноябрынан", "ноябрь", "ноября", "ноябре", "November"),
    Month("декабрь", "декабрдын", "декабрга", "декабрда", "декабрдан", "декабры", "декабрында", "декабрындагы",
          "декабрына", "декабрынын", "декабрынан", "декабрь", "декабря", "декабре", "December"),
)

WEEKDAYS = {
    "ky": ("дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"),
    "ru": ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# fmt: on

_STEMS = "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр".split()


def named(number: int) -> Month:
    """The month 1 … 12."""
    return MONTHS[number - 1]


def number_of(word: str) -> int | None:
    """Which month a word of any of the three languages names, in any form; None where it names none."""
    low = word.lower()
    for number, stem in enumerate(_STEMS, 1):
        month = named(number)
        if low.startswith(stem) or low in (month.ru_genitive, month.ru_locative, month.en.lower()):
            return number
    return None
