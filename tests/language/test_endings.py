"""To whom is a paper addressed, in Kyrgyz?"""

import pytest

from ayil_desktop.language import endings

NAMES = {
    "Айылдык кеңештин туруктуу комиссиясы": "Айылдык кеңештин туруктуу комиссиясына",
    "Чет-Нура айыл өкмөтү": "Чет-Нура айыл өкмөтүнө",
    "Депутаттардын айылдык кеңеши": "Депутаттардын айылдык кеңешине",
    "мониторинг тобу": "мониторинг тобуна",
    "каржы бөлүмү": "каржы бөлүмүнө",
    "Жергиликтүү кеңеш": "Жергиликтүү кеңешке",
    "Туруктуу комиссия": "Туруктуу комиссияга",
    "жумушчу топ": "жумушчу топко",
    "Башкаруу": "Башкарууга",
    "бөлүм": "бөлүмгө",
    "мэрия": "мэрияга",
}


@pytest.mark.parametrize("name", NAMES)
def test_a_body_gets_its_ending(name):
    assert endings.dative(name) == NAMES[name]


@pytest.mark.parametrize("name", ["", "«Таза суу»", "№3", "USAID", "АӨ 2", "КТК."])
def test_what_is_no_kyrgyz_word_gets_none(name):
    assert endings.dative(name) == ""
