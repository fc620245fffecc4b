"""What does a rule say when the answer is no?"""


class Refused(Exception):
    """A rule said no: why, at which field, by which clause.

    `reason` is a text that is looked up late (a `language.message.Message`): str() gives it in the user's language.
    `field` is the name of the input it concerns, empty where it concerns the act as a whole.
    `clause` is an id such as CN-7.3, empty where no regulation is behind it.
    """

    def __init__(self, reason: object, *, field: str = "", clause: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.field = field
        self.clause = clause

    def __str__(self) -> str:
        return f"{self.reason} ({self.clause})" if self.clause else str(self.reason)
