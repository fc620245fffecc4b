"""The window and its office, as the tests of the frame have them."""

from tests.frame.conftest import (  # noqa: F401
    dressed,
    errands,
    folder,
    frame,
    in_english,
    make_frame,
    notes,
    opened,
)
from tests.told import answers, no_memory, told  # noqa: F401
