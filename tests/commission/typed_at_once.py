"""The program as it is started; the moment its first tab is filled, the secretary types into it.

python -m tests.commission.typed_at_once OFFICE MEMBER NAME: the name of a member is typed over, undone and done again,
and what was loaded before it is told as JSON.
"""

import json
import sys
from pathlib import Path

from ayil_desktop import __main__ as entry


def main(office, member, name):
    # Only now, as the program does it.
    app = entry.application()

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    qt = app.dress()
    shell = app.start(Path(office))

    def type_over():
        from ayil_desktop.window.frame import Frame  # it is there by now

        was_loaded = "sqlalchemy" in sys.modules
        frame = shell.findChild(Frame)
        table = frame.work.tab("commission").roster.table
        seat = next(seat for seat in table.rows() if seat.person.name == member)
        editor = table.edit(seat.id, "name")
        editor.setText(name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
        shown = [[seat.person.name for seat in table.rows()]]
        for act in (frame.work.desk.undo, frame.work.desk.redo):
            act()
            shown.append([seat.person.name for seat in table.rows()])
        sys.stdout.write(json.dumps({"was_loaded": was_loaded, "shown": shown}) + "\n")
        shell.close()

    shell.usable.connect(type_over)
    return qt.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
