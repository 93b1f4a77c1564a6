"""The code-quality report: an issue for each outcome that is one, in GitLab's form."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from deskproof.reports.formats import gitlab
from deskproof.reports.record.loading import load
from tests.reports.expected import check_golden
from tests.reports.formats.made import made_by
from tests.reports.invented import write_run

FORM = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {"path": {"type": "string", "pattern": "^[^/.]"}, "lines": {"required": ["begin"]}},
            },
        },
    },
}
"""What GitLab's documentation of the code-quality report asks for; it publishes no schema."""


def test_each_outcome(tmp_path: Path) -> None:
    write_run(tmp_path)
    made = made_by(gitlab.FORMAT, tmp_path).read_text()
    check_golden("gitlab.json", made)
    Draft202012Validator(FORM).validate(json.loads(made))


def test_an_issue_is_the_same_one_from_run_to_run(tmp_path: Path) -> None:
    prints = []
    for name in ("one", "other"):
        write_run(tmp_path / name)
        prints.append([issue["fingerprint"] for issue in gitlab.document(load(tmp_path / name))])
    assert prints[0] == prints[1]
    assert len(set(prints[0])) == len(prints[0])
