"""What happens when the disk is full at this write, or at the next?"""

import contextlib

from ayil_desktop.store import check
from ayil_desktop.store.trouble import DiskFull
from tests.store import office
from tests.store import records as kept


def survive(folder, pages):
    """One office for each size of the disk, a page more each time; the sizes at which something was lost or torn."""
    lost, told = [], 0
    for room in range(pages):
        place = folder / f"{room}.ayil"
        with contextlib.closing(office.create(place)) as store:
            with store.turn(), store.change() as opened:
                opened.exec_driver_sql(f"PRAGMA max_page_count = {_size(opened) + room}")
            acknowledged = _fill(store)
            told += acknowledged < _MOST
            found = office.names(place)
        whole = not check.check(place, records=kept.RECORDS)
        if len(found) != acknowledged or not whole:
            lost.append(room)
    return told, lost


_MOST = 60


def _fill(store):
    for number in range(_MOST):
        try:
            office.add_member(store, f"{number:03}" + "x" * 700)
        except DiskFull:
            return number
    return _MOST


def _size(opened):
    return opened.exec_driver_sql("PRAGMA page_count").scalar_one()
