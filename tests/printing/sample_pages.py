"""Writes the sample papers as PDF, Word files and pictures: python -m tests.printing.sample_pages FOLDER"""

import sys
from pathlib import Path

import pypdfium2

from ayil_desktop.printing import docx, pdf
from tests.printing import samples


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in samples.ALL.items():
        made = pdf.render(make())
        (folder / f"{name}.pdf").write_bytes(made)
        (folder / f"{name}.docx").write_bytes(docx.render(make()))
        for number, page in enumerate(pypdfium2.PdfDocument(made), start=1):
            page.render(scale=80 / 72).to_pil().save(folder / f"{name}-{number}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
