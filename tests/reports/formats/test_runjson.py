"""run.json fits its schema, and the committed schema is the one the types give."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from deskproof.reports.formats import runjson
from tests.reports.formats.made import made_by
from tests.reports.invented import write_run

SCHEMA = Path(runjson.__file__).parent / "run.schema.json"


def test_the_committed_schema_is_that_of_the_types() -> None:
    assert json.loads(SCHEMA.read_text()) == runjson.schema(), (
        "run.schema.json is out of date: write json.dumps(runjson.schema(), indent=1) into it"
    )


def test_what_is_written_fits_the_schema(tmp_path: Path) -> None:
    write_run(tmp_path)
    written = json.loads(made_by(runjson.FORMAT, tmp_path).read_text())
    Draft202012Validator.check_schema(runjson.schema())
    Draft202012Validator(runjson.schema()).validate(written)
    assert written["schema"] == "deskproof/run/1"
    assert {"id", "status", "scenarios"} <= set(written["claims"][0])
    assert {"id", "feature", "rule", "language", "status", "attempts", "durationMs", "steps"} <= set(
        written["scenarios"][0]
    )
    assert {"text", "status", "durationMs", "evidence"} <= set(written["scenarios"][0]["steps"][0])


def test_a_missing_part_does_not_fit(tmp_path: Path) -> None:
    write_run(tmp_path)
    written = json.loads(made_by(runjson.FORMAT, tmp_path).read_text())
    written["scenarios"][0]["status"] = "fine"
    assert list(Draft202012Validator(runjson.schema()).iter_errors(written))
