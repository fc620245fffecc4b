"""Write resources/schema/office.schema.json anew: python -m tools.schema, after records have changed."""

import json

from ayil_desktop import shipped, subjects
from ayil_desktop.transfer import schema


def main() -> None:
    """The schema as the program checks files by it."""
    subjects.know_records()
    target = shipped.resource("schema/office.schema.json")
    target.write_text(json.dumps(schema.written(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
