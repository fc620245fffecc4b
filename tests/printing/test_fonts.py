"""Have the faces every letter, and does the PDF carry them?"""

import re

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from ayil_desktop import shipped
from ayil_desktop.printing import fonts, literal, pdf
from ayil_desktop.printing.document import Document, Paragraph
from tests.printing import reading, samples

FOLDER = shipped.resource("fonts")
FACES = sorted(FOLDER.glob("*.ttf"))
KYRGYZ = "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
NEEDED = KYRGYZ + KYRGYZ.upper() + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789№«»„“–—…%/()+=.,:;!?§"


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.stem)
def test_a_face_has_all_letters_of_the_three_languages(face):
    known = TTFontFile(str(face)).charToGlyph
    assert [letter for letter in NEEDED if ord(letter) not in known] == []


def test_the_faces_are_the_four_of_the_paper_and_the_two_of_the_screen():
    assert [face.stem for face in FACES] == [
        *(f"LiberationSerif-{style}" for style in ("Bold", "BoldItalic", "Italic", "Regular")),
        *("PTSans-Bold", "PTSans-Regular"),
    ]


def test_faces_and_licences_together_fit_a_telephone_line():
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 3_000_000


def test_each_family_has_its_licence_beside_it():
    families = {face.stem.split("-")[0] for face in FACES}
    assert {file.name.split(".")[0] for file in FOLDER.glob("*.LICENSE.txt")} == families
    assert "SIL OPEN FONT LICENSE" in (FOLDER / "LiberationSerif.LICENSE.txt").read_text(encoding="utf-8")
    assert "GRANT OF LICENSE" in (FOLDER / "PTSans.LICENSE.txt").read_text(encoding="utf-8")


def test_only_the_letters_used_are_in_the_pdf():
    made = pdf.render(samples.minutes())
    names = re.findall(rb"/BaseFont /(\S+)", made)
    assert names, "no font at all"
    assert all(re.fullmatch(rb"[A-Z]{6}\+LiberationSerif(-\w+)?", name) for name in names), names
    assert len(re.findall(rb"/FontFile2 ", made)) == len(set(names)) == 3
    assert len(made) < 60_000 < (FOLDER / "LiberationSerif-Regular.ttf").stat().st_size


def test_more_letters_of_a_face_than_a_pdf_counts_in_it_are_read_back():
    signs = [sign for sign in map(chr, range(0x21, 0x530)) if sign.isalpha() and literal.clean(sign) == sign]
    letters = [sign for sign in signs if fonts.face().word(sign)[0] == sign]
    words = ["".join(letters[place : place + 8]) for place in range(0, len(letters), 8)]
    assert len(letters) > 600
    mixed = [*words, "көрсөтүүūң"]  # letters of the first and of a later part side by side
    made = pdf.render(Document("Тамгалар", (Paragraph(" ".join(mixed)), Paragraph(" ".join(words)))))
    assert reading.whole(made).split() == mixed + words


def test_a_style_is_parsed_once():
    assert fonts.face(bold=True) is fonts.face(bold=True)
    assert fonts.face() is fonts.face(bold=False) is fonts.face(bold=False, italic=False)
    assert fonts.face(bold=True, italic=True).name == "Serif-BoldItalic"


def test_a_sign_that_the_face_lacks_is_shown_as_missing():
    face = fonts.face()
    assert face.word("а😀б")[0] == f"а{fonts.MISSING}б"
    assert face.word("☐☑✓")[0] == "□■√"
    assert face.word("❤\ufe0f")[0] == fonts.MISSING  # the sign that asks for a coloured heart is no sign


def test_the_width_of_a_word_is_that_of_its_letters():
    face = fonts.face()
    assert face.width("көрсөтүү", 10) == pytest.approx(sum(face.advance(letter) for letter in "көрсөтүү") * 10)
    assert fonts.face(bold=True).width("көрсөтүү", 10) > face.width("көрсөтүү", 10)


def test_many_different_words_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(fonts, "_WORDS_KEPT", 10)
    face = fonts.Face("Italic")
    widths = [face.word(str(number))[1] for number in range(1000)]
    assert widths[7] == face.word("7")[1]
    assert face.words_known <= 10
