"""What time of day is it? The day itself is the desk's to say."""

from datetime import datetime, time


def time_of_day() -> time:
    """Now, to the minute."""
    return datetime.now().time().replace(second=0, microsecond=0)
