"""What may an office choose?"""

from ayil_desktop.office import settings


def test_an_office_that_chose_nothing_has_the_defaults():
    assert settings.read({}) == settings.Settings()
    assert settings.default("signature_names") == "initials"
    assert {name: values[0] for name, values in settings.CHOICES.items()} == vars(settings.Settings())


def test_what_is_no_choice_is_left_at_its_default():
    kept = {"signature_names": "full", "document_language": "tlh", "meeting_number": ["with_year"], "unknown": 1}
    assert settings.read(kept) == settings.Settings(signature_names="full")


def test_meetings_are_numbered_as_the_office_chose():
    assert settings.numbered(settings.Settings(), 3, 2019) == "3"
    assert settings.numbered(settings.Settings(meeting_number="with_year"), 3, 2019) == "3/2019"
