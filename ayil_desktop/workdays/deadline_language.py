"""In which language are the words of a deadline? Kyrgyz and Russian share the names of the months and all figures."""

import re
from functools import cache

from ayil_desktop.language import months
from ayil_desktop.workdays import deadline_words

_RUSSIAN = (
    "г год года году гг годы годов годах полугодие полугодия полугодии полугодий полугодиях половина "
    "половины половине половину квартала квартале кварталов кварталах кв неделя недели неделе неделю недель "
    "декаде декады декаду декад месяц месяца месяце "
    "месяцы месяцев конца концу окончания до к ко втечение весь в во на с со по включительно и первый первая первое "
    "первого первой первом первую второй вторая второе второго втором вторую третий третья третье третьего третьей "
    "третьем третью четвертый четвертая четвертое четвертого четвертой четвертом четвертую ежедневно еженедельно "
    "ежемесячно ежеквартально поквартально ежегодно каждый каждую каждое раз полугодиям постоянно постоянной регулярно "
    "регулярной основе систематически круглый круглогодично мере необходимости надобности при случае согласно "
    "непрерывно периодически менее двух трех четырех "
    "не реже чем одного один раза дважды трижды два две три четыре пять несколько каждые "
    "каждого каждой начале конце месяцев лет дней дня день сутки полгода периода период срока срок весь "
    "реализации действия стратегии плана"
)
_SHARED = "квартал кварталы декада i ii iii iv c"
_WORD = re.compile(r"[^\W\d_]+")


def is_russian(words: str) -> bool:
    """Whether they are Russian and not Kyrgyz; figures and the name of a month alone are both."""
    found = set(_WORD.findall(deadline_words.folded(words)))
    return bool(found & _russian()) and not found & _kyrgyz()


@cache
def _russian() -> frozenset[str]:
    """As the words are folded."""
    of_months = {form for month in months.MONTHS for form in (month.ru_genitive, month.ru_locative)}
    return frozenset({deadline_words.folded(word) for word in (*_RUSSIAN.split(), *of_months)})


@cache
def _kyrgyz() -> frozenset[str]:
    """What the grammar knows and is not Russian: the words of a deadline, and the short names of months left out."""
    of_months = {form for month in months.MONTHS for form in (month.nominative, month.nominative.removesuffix("ь"))}
    shared = {deadline_words.folded(word) for word in (*_SHARED.split(), *of_months)}
    return deadline_words.known() - _russian() - shared
