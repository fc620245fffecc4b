"""A real desk on a real office, for the settings of the office."""

from tests.commission.conftest import Previewed, desk, dressed, in_english, previewed  # noqa: F401
from tests.told import answers, no_memory, told  # noqa: F401
