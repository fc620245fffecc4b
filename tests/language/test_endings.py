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
    assert endings.genitive(name, "ky") == ""


OF_A_BODY = {
    "Кызмат көрсөтүү боюнча Жумушчу комиссия": "Кызмат көрсөтүү боюнча Жумушчу комиссиянын",
    "Айылдык кеңештин туруктуу комиссиясы": "Айылдык кеңештин туруктуу комиссиясынын",
    "Координациялык Кеңеш": "Координациялык Кеңештин",
    "айылдык кеңеши": "айылдык кеңешинин",
    "жумушчу топ": "жумушчу топтун",
    "мониторинг тобу": "мониторинг тобунун",
    "каржы бөлүмү": "каржы бөлүмүнүн",
    "бөлүм": "бөлүмдүн",
    "Чет-Нура айыл өкмөтү": "Чет-Нура айыл өкмөтүнүн",
}
OF_A_RUSSIAN_BODY = {
    "Рабочая комиссия по организации услуг": "Рабочей комиссии по организации услуг",
    "Постоянная комиссия айылного кенеша": "Постоянной комиссии айылного кенеша",
    "Координационный совет при мэрии": "Координационного совета при мэрии",
    "Рабочая группа": "Рабочей группы",
    "Комитет": "Комитета",
    "Общественный консультативный совет": "Общественного консультативного совета",
    "Нынешний комитет": "Нынешнего комитета",
}


@pytest.mark.parametrize("name", OF_A_BODY)
def test_a_paper_of_a_body_bears_its_genitive(name):
    assert endings.genitive(name, "ky") == OF_A_BODY[name]


@pytest.mark.parametrize("name", OF_A_RUSSIAN_BODY)
def test_a_russian_paper_bears_it_too(name):
    assert endings.genitive(name, "ru") == OF_A_RUSSIAN_BODY[name]


@pytest.mark.parametrize("name", ["Жумушчу комиссия", "Штаб", "Рабочий комиссия", "Комиссии", "Советник главы", ""])
def test_a_russian_name_that_is_not_known_gets_none(name):
    assert endings.genitive(name, "ru") == ""


def test_what_stands_over_a_resolution_is_a_genitive_already():
    assert endings.genitive("Чет-Нура айылдык Кеңешинин", "ky") == "Чет-Нура айылдык Кеңешинин"


def test_an_abbreviation_and_english_have_no_genitive():
    assert endings.genitive("КК", "ky") == endings.genitive("Жумушчу КОМИССИЯ", "ky") == ""
    assert endings.genitive("Working commission", "en") == ""
