"""`run.json`: the record of a run as one file, and its JSON Schema.

Rule: the schema comes from the types of `reports.record.facts`; the committed `run.schema.json` is compared with it
by a test.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from deskproof.reports.formats.format import Format, Source
from deskproof.reports.record.facts import SCHEMA, Run
from deskproof.reports.text.visible import escaped

_RUN = TypeAdapter(Run)


def write(source: Source, target: Path) -> None:
    """Write the record to `target`."""
    target.write_bytes(f"{escaped(_RUN.dump_json(source.run, by_alias=True, indent=1).decode())}\n".encode())


FORMAT = Format(name="run", path="run.json", write=write)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) that every `run.json` of this version fits."""
    made = _RUN.json_schema(by_alias=True, mode="serialization")
    made["properties"]["schema"]["const"] = SCHEMA
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made, "title": "The record of a Deskproof run"}
