"""What stands on the papers of a roster? Read as the office reads them, from the real composition."""

import io
from datetime import date

import pypdfium2
import pytest

from ayil_desktop.commission import handouts, records, rules, samples
from ayil_desktop.commission.records import Role
from ayil_desktop.commission.rules import Appointee, Ground, Leaver, OrderDraft
from ayil_desktop.office import records as office
from ayil_desktop.office.records import OrderKind
from ayil_desktop.office.settings import Settings
from ayil_desktop.printing import docx, pdf, text
from ayil_desktop.store.work import reading

DAY = date(2019, 3, 13)
SETTINGS = Settings()
CHANGE = OrderDraft(
    discharged=[Leaver("Нурбаев Алтынбек", reason="өз арызы"), Leaver("Омурбеков Марс")],
    appointed=[Appointee("Асанова Бермет", Role.MEMBER, "жеке ишкер", "предприниматель")],
    new_roles=[Appointee("Ажыбеков Жумабек", Role.DEPUTY)],
    grounds=[Ground("2", DAY)],
    controller="А.Мүсүркановго",
)


class Loaded:
    """An office with a body, as the handouts are given them."""

    def __init__(self, store, make, day):
        made = make(store)
        with reading(store) as session:
            self.office = office.office(session)
            self.body = records.body(session, next(iter(made.bodies.values())))
            self.seats = records.composition(session, self.body.id, day)
        self.day = day

    def lines(self, paper):
        return text.render(paper).splitlines()

    def roster(self, language="ky"):
        return handouts.roster(self.office, self.body, self.seats, day=self.day, language=language, settings=SETTINGS)

    def order(self, draft, language="ky", **more):
        return handouts.draft_order(
            self.office, self.body, draft, day=self.day, language=language, settings=SETTINGS, **more
        )

    def analysis(self, language="ky"):
        found = rules.composition_on(self.body, self.seats, self.day)
        return handouts.analysis(self.office, self.body, found, language=language)


@pytest.fixture
def real(store):
    return Loaded(store, samples.make_chet_nura, DAY)


@pytest.fixture
def practice(store):
    return Loaded(store, samples.make_practice, date(2026, 3, 2))


def cells(lines):
    return [line.split("\t") for line in lines if "\t" in line]


@pytest.mark.clause("NC-1.3")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ky", "Бул күнү анын курамында ким болгону катталган эмес."),
        ("ru", "Кто входил в состав на этот день, не записано."),
    ],
)
def test_a_roster_of_nobody_says_that_nobody_is_recorded(store, language, said):
    """Naryn's source tells no members: no empty table, and no members made up."""
    lines = Loaded(store, samples.make_naryn, date(2014, 8, 21))
    told = lines.lines(lines.roster(language))
    assert said in told
    assert len(cells(told)) == 1  # the line to sign on


def test_the_roster_lists_everybody_with_position_role_and_date(real):
    rows = cells(real.lines(real.roster("en")))
    members = [row for row in rows if row[0].isdigit()]
    assert len(members) == 11
    assert members[0] == [
        "1",
        "Мусурканов Азамат",
        "Чет-Нура айыл өкмөтүнүн башчысы, жумушчу комиссиянын төрагасы",
        "chairman",
        "18.10.2018",
    ]


@pytest.mark.clause("CN-0.7")
@pytest.mark.clause("CN-0.5")
def test_the_roster_bears_the_full_name_and_the_secretarys_signature(real):
    lines = real.lines(real.roster())
    assert (
        "Кызмат көрсөтүүлөрдү уюштуруу жана айыл өкмөтүнүн башкаруучулук ишинин "
        "натыйжалуулугун жогорулатуу боюнча Жумушчу комиссия"
    ) in lines
    assert any("К.Садыкова" in line for line in lines)
    assert "Чет-Нура айыл өкмөтү" in lines
    assert "Айыл окмоту Чет-Нура" in lines


def test_the_roster_says_by_which_acts(real):
    said = "\n".join(real.lines(real.roster()))
    assert "18-октябрь 2018-жылдагы" in said
    assert "№135-б" in said
    assert "24-декабрь 2018-жылдагы №15/8 токтому" in said


@pytest.mark.parametrize("language", ["ky", "ru", "en"])
def test_public_papers_tell_nothing_private(practice, language):
    """Sex, origin and health serve the composition check only; age and telephone are nobody's business."""
    whole = practice.order(rules.whole_order(practice.seats), language)
    for paper in (practice.roster(language), whole):
        said = "\n".join(practice.lines(paper)).replace(practice.office.phone, "")
        for seat in practice.seats:
            assert seat.person.phone not in said
            assert str(seat.person.birth_year) not in said
        for word in ("woman", "women", "minority", "disabilit", "аял", "азчылык", "меньшинств", "инвалид"):
            assert word not in said.lower()


def test_a_practice_office_says_so_on_every_paper(practice):
    for paper in (practice.roster(), practice.order(CHANGE), practice.analysis()):
        assert paper.footer


def test_a_real_office_says_no_such_thing(real):
    assert not real.roster().footer


def test_russian_papers_have_russian_positions_and_the_russian_name(real):
    lines = real.lines(real.roster("ru"))
    assert any(line.startswith("Рабочая комиссия по организации услуг") for line in lines)
    assert any("депутат айылного кенеша Чет-Нура" in line for line in lines)


@pytest.mark.clause("CN-5.1a")
@pytest.mark.clause("CN-0.6")
def test_the_draft_order_approves_the_composition_in_an_annex(real):
    paper = real.order(rules.whole_order(real.seats), "en")
    lines = real.lines(paper)
    assert lines[0] == "draft"
    assert "INSTRUCTION" in lines
    annex = next(place for place, line in enumerate(lines) if line.startswith("Annex No. 1"))
    signature = next(place for place, line in enumerate(lines) if "А.Мусурканов" in line)
    assert signature < annex
    assert len([row for row in cells(lines[annex:]) if row[0].isdigit()]) == 11


def test_the_kind_of_the_act_is_a_choice(real):
    lines = real.lines(real.order(CHANGE, "en", kind=OrderKind.ORDER))
    assert "ORDER" in lines


@pytest.mark.clause("CN-6.5")
@pytest.mark.clause("CN-R.2")
def test_the_draft_order_on_changes_names_the_minutes_and_ends_with_the_control(real):
    lines = real.lines(real.order(CHANGE, "en"))
    ground = lines.index("Ground: minutes of the meeting of 13 March 2019 No. 2.")
    points = lines[ground + 1 : ground + 9]
    assert points == [
        "1. The following be discharged from the composition:",
        "1.1. Нурбаев Алтынбек, member – өз арызы;",
        "1.2. Омурбеков Марс, member.",
        "2. Be included in the composition:",
        "2.1. Асанова Бермет – жеке ишкер, member.",
        "3. The duties be laid upon:",
        "3.1. deputy chairman – Ажыбеков Жумабек.",
        "4. Control over the execution be assigned to А.Мүсүркановго.",
    ]


@pytest.mark.clause("CN-R.2")
def test_without_a_name_the_head_keeps_the_control(real):
    lines = real.lines(real.order(OrderDraft(discharged=[Leaver("Омурбеков Марс")]), "en"))
    assert "2. I keep the control over the execution myself." in lines


def test_the_draft_order_leaves_a_line_for_the_post_that_nobody_wrote_down(real):
    lines = real.lines(real.order(OrderDraft(appointed=[Appointee("Асанова Бермет")])))
    assert "1.1. Асанова Бермет – ________________________, мүчө." in lines


@pytest.mark.clause("CN-5.3")
def test_the_analysis_has_three_lines_with_a_number_and_an_answer(real):
    lines = real.lines(real.analysis("en"))
    assert "For use within the office" in lines
    rows = [row for row in cells(lines) if row[1].startswith("Regulation, 5.3.")]
    assert rows == [
        ["Each sex at least 30 %", "Regulation, 5.3.1", "3", "4", "not satisfied"],
        ["Ethnic minority", "Regulation, 5.3.2", "0", "1", "not known"],
        ["Persons with disabilities", "Regulation, 5.3.2", "0", "1", "not known"],
    ]
    assert not any(seat.person.name in line for seat in real.seats for line in lines)


@pytest.mark.clause("CN-5.3.2a")
def test_what_does_not_apply_is_printed_so(real):
    real.body.no_minority = True
    rows = cells(real.lines(real.analysis("en")))
    assert ["Ethnic minority", "Regulation, 5.3.2", "0", "", "not applicable"] in rows


@pytest.mark.clause("CN-8.1")
def test_an_analysis_of_an_earlier_day_says_that_it_is_for_information(store):
    early = Loaded(store, samples.make_chet_nura, date(2018, 10, 18))
    assert any("for information only" in line for line in early.lines(early.analysis("en")))


def test_sexes_that_are_not_recorded_are_a_figure_of_their_own(real):
    real.seats[0].person.sex = None
    assert any("sex not recorded" in line for line in real.lines(real.analysis("en")))


def test_an_office_without_a_name_can_print_too(store):
    lines = text.render(
        handouts.draft_order(
            None, records.Body(names=[], charter=None), CHANGE, day=DAY, language="ru", settings=SETTINGS
        )
    )
    assert "Асанова Бермет – предприниматель" in lines


@pytest.mark.parametrize("name", ["<b>Асан</b> & Ко", "=1+1", "А" * 120, "Асан 🙂 \u05d0\u05d1"])
def test_names_are_literal_in_pdf_and_word(real, name):
    real.seats[0].person.name = name
    paper = real.roster()
    assert name in text.render(paper)
    assert docx.render(paper)
    written = pypdfium2.PdfDocument(io.BytesIO(pdf.render(paper)))[0].get_textpage().get_text_range()
    plain = "".join(letter for letter in name if letter.isascii() or "а" <= letter.lower() <= "ү")
    assert plain.split()[0][:20] in written.replace("\n", "").replace("\r", "").replace("\ufffe", "")
