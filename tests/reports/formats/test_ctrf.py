"""ctrf.json fits the published schema and says each outcome."""

import json
from pathlib import Path

from jsonschema import Draft7Validator

from deskproof.reports.formats import ctrf
from deskproof.reports.record.loading import load
from tests.reports.expected import check_golden
from tests.reports.formats.made import made_by
from tests.reports.invented import write_run
from tests.reports.published import published_schema

SHA256 = "742dee4cffda469902a9c30c4a87b0b7000d59d2ee502dcccb12ec471cea96a2"


def test_what_is_written_fits_the_published_schema(tmp_path: Path) -> None:
    write_run(tmp_path)
    schema = published_schema("ctrf", "0.3.0", "package/dist/ctrf-schema-0.0.json", SHA256)
    written = json.loads(made_by(ctrf.FORMAT, tmp_path).read_text())
    Draft7Validator(schema).validate(written)


def test_each_outcome(tmp_path: Path) -> None:
    write_run(tmp_path)
    tests = ctrf.document(load(tmp_path))["results"]["tests"]
    written = [
        {key: test.get(key) for key in ("name", "status", "rawStatus", "flaky", "retries", "message")} for test in tests
    ]
    check_golden("ctrf.json", json.dumps(written, ensure_ascii=False, indent=1) + "\n")
