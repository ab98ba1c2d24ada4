"""Write docs/record.schema.json: the JSON Schema of a record, made from its types (`make schema`)."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.record import SCHEMA, Record

PATH = Path(__file__).resolve().parent.parent / "docs" / "record.schema.json"


def schema() -> str:
    """The schema as the text of its file, keys as they stand in a record's YAML."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}"}
    return json.dumps(head | Record.model_json_schema(by_alias=True), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(schema(), "utf-8")
    print(f"written: {PATH}")
