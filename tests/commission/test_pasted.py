"""What does a block from Word or Excel say about members?"""

import pytest

from ayil_desktop.commission import pasted
from ayil_desktop.commission.pasted import Column
from ayil_desktop.commission.records import Role
from ayil_desktop.office.records import Sex

GROUPS = (
    "head_or_deputy",
    "responsible_secretary",
    "kenesh_deputy",
    "okmotu_specialist",
    "ngo",
    "business",
    "activist",
)
STRATEGY = [
    ["№", "Аты-жөнү", "Жасаган иши/Ээлеген кызматы"],
    ["1", "Мусурканов Азамат", "Чет-Нура айыл өкмөтүнүн башчысы, жумушчу комиссиянын төрагасы"],
    ["2", "Молдогазиев Кубатбек", "Чет-Нура айылдык кеңешинин депутаты, жумушчу комиссиянын орун басары"],
    ["3", "Садыкова Керез", "айыл өкмотүнүн жооптуу катчысы, жумушчу комиссиянын катчысы"],
    ["4", "Ажыбеков Жумабек", "Айылдык кенештин депутаты"],
    ["5", "Омурбеков Марс", "Ак-Кыя айылынын айыл башчысы комиссиянын мүчөсү"],
    ["", "", ""],
    ["10", "Токтомамыт кызы Кундуз", "Эмчи айым"],
]


def test_the_roster_of_the_strategy_is_read_as_it_stands():
    found = pasted.read(STRATEGY, groups=GROUPS)
    assert found.columns == (Column.NOTHING, Column.NAME, Column.POSITION)
    assert found.has_head
    assert [row.entry.name for row in found.rows] == [row[1] for row in STRATEGY[1:] if row[1]]
    assert [row.entry.role for row in found.rows] == [
        Role.CHAIRMAN, Role.DEPUTY, Role.SECRETARY, Role.MEMBER, Role.MEMBER, Role.MEMBER,
    ]  # fmt: skip
    assert found.rows[0].entry.position_ky == STRATEGY[1][2]
    assert [row.entry.category for row in found.rows] == [
        "head_or_deputy", "kenesh_deputy", "responsible_secretary", "kenesh_deputy", "", "",
    ]  # fmt: skip


def test_a_role_that_is_not_written_is_marked():
    found = pasted.read(STRATEGY, groups=GROUPS)
    marked = [Column.ROLE in row.doubts for row in found.rows]
    assert marked == [False, False, False, True, False, True]
    assert found.rows[0].doubts == {Column.GROUP: pasted.GROUP_PROPOSED}


def test_sex_is_never_guessed_from_a_name():
    assert {row.entry.sex for row in pasted.read(STRATEGY).rows} == {None}


def test_russian_and_english_headings_are_known():
    block = [
        ["п/п", "Ф.И.О.", "Должность", "Роль", "Пол", "Год рождения", "Телефон", "Место работы", "Село", "Группа"],
        [
            "1",
            "Асанова Бермет",
            "директор",
            "зам. председателя",
            "ж",
            "1975 г.",
            "0555 12 34 56",
            "ОсОО",
            "Ак-Кыя",
            "бизнес",
        ],
        [
            "2",
            "Иванов Пётр",
            "врач",
            "член",
            "мужской",
            "12.03.1980",
            "0700112233, 0555445566",
            "ЦСМ",
            "Ак-Кыя",
            "врачи",
        ],
    ]
    found = pasted.read(block, groups=GROUPS)
    first, second = (row.entry for row in found.rows)
    assert (first.role, first.sex, first.birth_year) == (Role.DEPUTY, Sex.WOMAN, 1975)
    assert (first.phone, first.workplace, first.village) == ("0555 12 34 56", "ОсОО", "Ак-Кыя")
    assert (first.category, second.category, second.category_words) == ("business", "other", "врачи")
    assert (second.sex, second.birth_year, second.phone) == (Sex.MAN, 1980, "0700112233, 0555445566")
    assert not any(row.doubts for row in found.rows)
    english = pasted.read([["Full name", "Position", "Year of birth"], ["Ivanov Petr", "doctor", "1980"]])
    assert english.rows[0].entry.birth_year == 1980


def test_without_headings_the_content_tells():
    block = [
        ["Асанова Бермет", "0555 12 34 56", "1975", "«Бермет» КФнын төрайымы", "аял", "мүчө"],
        ["Жетиген уулу Амантай", "0700 11 22 33", "1980", "Орто-Саз айылынын айыл башчысы", "эркек", "төрага"],
    ]
    found = pasted.read(block, groups=GROUPS)
    assert not found.has_head
    assert found.columns == (
        Column.NAME, Column.PHONE, Column.BIRTH_YEAR, Column.POSITION, Column.SEX, Column.ROLE,
    )  # fmt: skip
    assert [row.entry.sex for row in found.rows] == [Sex.WOMAN, Sex.MAN]
    assert [row.entry.role for row in found.rows] == [Role.MEMBER, Role.CHAIRMAN]
    assert found.rows[0].entry.category == "ngo"


def test_a_post_before_the_role_is_kept_where_nothing_heads_the_column():
    """«айыл башчысы, төрага» may speak of a role or of a post elsewhere: kept whole, and marked to be looked at."""
    found = pasted.read([["1.", "Асанов Үсөн", "айыл башчысы, төрага"], ["2.", "Өмүрова Чынар", "катчы"]])
    assert found.columns == (Column.NOTHING, Column.NAME, Column.POSITION)
    assert [row.entry.position_ky for row in found.rows] == ["айыл башчысы, төрага", "катчы"]
    assert found.rows[0].doubts[Column.ROLE] == pasted.ROLE_NOT_WRITTEN
    assert found.rows[1].entry.role is Role.SECRETARY


@pytest.mark.parametrize("title", [[], [["Комиссиянын курамы", "", "", ""], ["2019-жыл", "", "", ""]]])
@pytest.mark.parametrize("numbers", [[], [["1", "2", "3", "4"]]])
def test_the_title_above_a_head_and_the_numbers_below_it_are_no_members(title, numbers):
    head = ["№", "Аты-жөнү", "Жынысы", "Туулган жылы"]
    found = pasted.read([*title, head, *numbers, ["1", "Асанов Үсөн", "эркек", "1970-ж."]])
    assert found.has_head
    assert [row.entry.name for row in found.rows] == ["Асанов Үсөн"]
    assert (found.rows[0].entry.sex, found.rows[0].entry.birth_year) == (Sex.MAN, 1970)


def test_a_first_line_that_is_no_title_stays():
    """Without a head below it a row of one cell is somebody of whom only the name is written."""
    found = pasted.read([["Бирбеков Эрмек", ""], ["Асанов Үсөн", "мугалим"]])
    assert [row.entry.name for row in found.rows] == ["Бирбеков Эрмек", "Асанов Үсөн"]


def test_lines_of_text_fall_apart_at_the_dash():
    found = pasted.read([["1. Асанова Бермет – комиссиянын катчысы"], ["2) Асанов Эрмек — мугалим"]])
    assert found.columns == (Column.NAME, Column.POSITION)
    assert [row.entry.name for row in found.rows] == ["Асанова Бермет", "Асанов Эрмек"]
    assert [row.entry.position_ky for row in found.rows] == ["комиссиянын катчысы", "мугалим"]
    assert found.rows[0].entry.role is Role.SECRETARY


def test_a_list_of_names_alone_is_enough():
    found = pasted.read([["Асанова Бермет"], ["Асанов Эрмек"]])
    assert [row.entry.name for row in found.rows] == ["Асанова Бермет", "Асанов Эрмек"]


def test_names_that_do_not_look_like_names_are_still_taken_for_them():
    found = pasted.read([["Асан", "айыл өкмөтүнүн адиси"], ["Үсөн", "мугалим"]])
    assert found.columns == (Column.NAME, Column.POSITION)
    assert [row.doubts[Column.NAME] for row in found.rows] == [pasted.STRANGE_NAME] * 2


def test_nothing_in_nothing_out():
    assert pasted.read([]).rows == ()
    assert pasted.read([["", " "], [""]]).rows == ()
    assert pasted.read([["2014", "17"]]).rows[0].is_member is False


def test_the_user_may_say_what_a_column_is():
    block = [["Асанова Бермет", "Ак-Кыя"], ["Асанов Эрмек", "Орто-Нура"]]
    found = pasted.read(block, columns=(Column.NAME, Column.VILLAGE))
    assert [row.entry.village for row in found.rows] == ["Ак-Кыя", "Орто-Нура"]


def test_two_columns_of_one_meaning_leave_the_second_out():
    found = pasted.read([["Аты-жөнү", "Кызматы", "Должность"], ["Асанова Бермет", "башчы", "глава"]])
    assert found.columns == (Column.NAME, Column.POSITION, Column.NOTHING)


def test_what_is_not_understood_is_marked_and_left_out():
    block = [
        ["Аты-жөнү", "Жынысы", "Туулган жылы", "Телефону", "Ролу"],
        ["", "башка", "көптөн бери", "жок", "космонавт"],
        ["123", "аял", "1975", "0555123456", "катчы"],
    ]
    first, second = pasted.read(block).rows
    assert not first.is_member
    assert first.doubts == {
        Column.NAME: pasted.NO_NAME,
        Column.SEX: pasted.NOT_UNDERSTOOD,
        Column.BIRTH_YEAR: pasted.NOT_UNDERSTOOD,
        Column.PHONE: pasted.NOT_UNDERSTOOD,
        Column.ROLE: pasted.ROLE_NOT_UNDERSTOOD,
    }
    assert (first.entry.sex, first.entry.birth_year, first.entry.phone) == (None, None, "")
    assert second.doubts == {Column.NAME: pasted.STRANGE_NAME}


@pytest.mark.parametrize("name", ["Эсенов", "айыл башчысы", "№ 3", "мугалим"])
def test_what_is_no_full_name_is_marked(name):
    assert pasted.read([["Аты-жөнү"], [name]]).rows[0].doubts[Column.NAME] is pasted.STRANGE_NAME


@pytest.mark.parametrize("name", ["Мусурканов Азамат", "А.Мусурканов", "Мусурканов А. Б.", "Жетиген уулу Амантай"])
def test_names_as_offices_write_them_are_taken(name):
    assert Column.NAME not in pasted.read([["Аты-жөнү"], [name]]).rows[0].doubts


def test_a_name_that_stands_twice_is_marked():
    rows = pasted.read([["Аты-жөнү"], ["Асанов Өмүр"], ["Асанов Омур"], ["Асанова Бермет"]]).rows
    assert [row.doubts.get(Column.NAME) for row in rows] == [pasted.TWICE, pasted.TWICE, None]


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("жумушчу топтун катчысы", Role.SECRETARY),
        ("Координациялык Кеңештин төрайымы", Role.CHAIRMAN),
        ("комиссиянын төрагасынын орун басары", Role.DEPUTY),
        ("заместитель председателя рабочей комиссии", Role.DEPUTY),
        ("секретарь комиссии", Role.SECRETARY),
        ("член рабочей группы", Role.MEMBER),
        ("айыл өкмөт башчысынын орун басары", None),
        ("айылдык кеңештин төрагасы", None),
        ("айыл өкмөтүнүн жооптуу катчысы", None),
        ("төрага", Role.CHAIRMAN),
        ("Төраганын орун басары", Role.DEPUTY),
        ("катчы", Role.SECRETARY),
        ("мүчөсү", Role.MEMBER),
        ("член", Role.MEMBER),
        ("жооптуу катчы", None),
        ("мектеп директорунун орун басары", None),
    ],
)
def test_a_role_in_the_body_is_not_a_post_outside_it(position, role):
    assert pasted.role_in(position) is role


@pytest.mark.parametrize(
    ("position", "group"),
    [
        ("Чет-Нура айыл өкмөтүнүн башчысы", "head_or_deputy"),
        ("глава айыл окмоту", "head_or_deputy"),
        ("айыл өкмөтүнүн жер боюнча адиси", "okmotu_specialist"),
        ("Таза суу ишканасынын адиси", ""),
        ("жеке ишкер", "business"),
        ("айыл активисти", "activist"),
        ("Ак-Кыя айылынын айыл башчысы", ""),
    ],
)
def test_a_group_is_proposed_by_the_position(position, group):
    assert pasted.group_in(position, GROUPS) == group
    assert pasted.group_in(position, ()) == ""


@pytest.mark.parametrize("name", ["<b>Асан</b> & Ко", "=1+1", "А" * 500, "Асан\u202eовв Эрмек", "Асан 🙂 Эрмек"])
def test_strange_names_are_kept_to_be_looked_at(name):
    row = pasted.read([["Аты-жөнү"], [name]]).rows[0]
    assert row.entry.name == name.replace("\u202e", "")


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        (["№", "Ф.А.А.", "Кызмат орду", "Телефон"], (Column.NOTHING, Column.NAME, Column.POSITION, Column.PHONE)),
        (
            ["№ п/п", "Фамилиясы, аты, атасынын аты", "Ээлеген кызмат орду", "Комиссиядагы орду"],
            (Column.NOTHING, Column.NAME, Column.POSITION, Column.ROLE),
        ),
        (
            ["№", "Ф.И.О.", "Занимаемая должность", "Статус в комиссии"],
            (Column.NOTHING, Column.NAME, Column.POSITION, Column.ROLE),
        ),
        (
            ["№", "Мүчөлөрдүн аты-жөнү", "Кызматы, жумуш орду", "Туулган жылы"],
            (Column.NOTHING, Column.NAME, Column.POSITION, Column.BIRTH_YEAR),
        ),
        (
            ["№", "Комиссиянын мүчөсүнүн аты-жөнү", "Иштеген жери, кызматы", "Байланыш телефону"],
            (Column.NOTHING, Column.NAME, Column.POSITION, Column.PHONE),
        ),
        (
            ["№", "Ф.И.О. члена комиссии", "Место работы, должность", "Дата рождения"],
            (Column.NOTHING, Column.NAME, Column.POSITION, Column.BIRTH_YEAR),
        ),
        (
            ["№", "ФАА", "Иштеген жери", "Кызматы"],
            (Column.NOTHING, Column.NAME, Column.WORKPLACE, Column.POSITION),
        ),
    ],
)
def test_the_ordinary_headings_of_the_offices_are_known(head, columns):
    found = pasted.read([head, ["1", "Осмонов Талант Жумабекович", "мугалим", "мүчө"]])
    assert (found.has_head, found.columns) == (True, columns)
    assert [row.entry.name for row in found.rows] == ["Осмонов Талант Жумабекович"]


def test_a_text_that_is_left_over_under_an_unknown_heading_is_offered_as_the_position():
    block = [
        ["№", "Аты-жөнү", "Ким болуп эмгектенет", "Кол тамгасы"],
        ["1", "Осмонов Талант", "Чет-Нура айыл өкмөтүнүн башчысы", ""],
        ["2", "Асанова Бермет", "мугалим", ""],
    ]
    found = pasted.read(block)
    assert found.columns == (Column.NOTHING, Column.NAME, Column.POSITION, Column.NOTHING)
    assert [row.entry.position_ky for row in found.rows] == ["Чет-Нура айыл өкмөтүнүн башчысы", "мугалим"]


def test_a_heading_that_is_to_be_left_out_is_no_position():
    found = pasted.read([["Аты-жөнү", "Эскертүү"], ["Осмонов Талант", "өргүүдө"]])
    assert found.columns == (Column.NAME, Column.NOTHING)
