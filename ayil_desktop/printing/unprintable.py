"""Which signs of a document has the face of the paper not, so that a box stands for them?"""

from ayil_desktop.printing import document, fonts, text


def signs(paper: document.Document) -> str:
    """Each once, in the order of their codes; a Word file keeps them as they are."""
    written = set(text.render(paper)) - {fonts.MISSING, "\n", "\t"}
    with fonts.one_at_a_time:
        face = fonts.face()
    return "".join(sorted(sign for sign in written if face.lacks(sign)))
