"""What runs is what is written, to the letter, or it is a finding: tried on generated feature files."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deskproof.reports.record import load
from deskproof.steps.gherkin.collection import bound
from deskproof.steps.gherkin.files.reader import FeatureFile, read_feature
from tests.steps.conftest import WriteFeatures
from tests.steps.runner.tiny import run_pytest
from tests.steps.written import FeatureModel, Texts, feature_models

ODD = "\u00a0\u200b\ufeff\u202e\u2028\x00\x1b\t\u00ad"
"""Characters that are invisible, or look like a space."""


def read(text: str) -> FeatureFile:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "a.feature"
        file.write_text(text, encoding="utf-8")
        return read_feature(file, "features/a.feature")


def written_texts(file: FeatureFile) -> list[list[Texts]]:
    return [
        [(step.keyword, step.text, step.table, step.docstring) for step in scenario.steps]
        for scenario in file.scenarios
    ]


def bound_texts(file: FeatureFile) -> list[list[Texts]]:
    """What pytest-bdd would run for each scenario."""
    return [
        [
            (
                step.keyword,
                step.name,
                tuple(tuple(str(cell) for cell in row) for row in step.datatable.raw()) if step.datatable else (),
                step.docstring,
            )
            for step in template.render({}).steps
        ]
        for template in bound(file).scenarios.values()
    ]


@given(feature_models())
def test_what_is_written_well_runs_as_it_is_written(model: FeatureModel) -> None:
    file = read(model.text())
    assert [str(finding) for finding in file.findings] == []
    assert written_texts(file) == model.expected()
    assert len({scenario.id for scenario in file.scenarios}) == len(file.scenarios)


@pytest.fixture
def bdd_configuration(request: pytest.FixtureRequest) -> None:
    """pytest-bdd applies tags by a hook of the running pytest."""


@given(feature_models())
def test_what_is_bound_is_what_was_read(model: FeatureModel) -> None:
    file = read(model.text())
    assert bound_texts(file) == written_texts(file)


@given(feature_models(), st.data())
def test_a_text_that_was_changed_runs_as_changed_or_is_a_finding(model: FeatureModel, data: st.DataObject) -> None:
    """Any one character taken out, doubled or replaced: the result runs to the letter, or says what is wrong. To the
    letter: every cell and every line of a step that the file has is in what would run.
    """
    text = model.text()
    at = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from(["", text[at] * 2, *"<>|\\ ax", *ODD]))
    changed = text[:at] + sign + text[at + 1 :]
    file = read(changed)
    if file.findings:
        return
    running = json.dumps(written_texts(file), ensure_ascii=False)
    assert not {json.dumps(odd, ensure_ascii=False)[1:-1] for odd in ODD if odd in changed and odd != "\t"}
    assert r"\t" not in running
    assert bound_texts(file) == written_texts(file)
    assert len({scenario.id for scenario in file.scenarios}) == len(file.scenarios)
    steps = [line.strip() for line in changed.splitlines() if line.startswith("      ")]
    for line in steps:
        keyword, _, rest = line.partition(" ")
        if keyword in ("Given", "When", "And", "Then", "But") and "<" not in rest and "\\" not in rest:
            assert json.dumps(rest.strip(), ensure_ascii=False)[1:-1] in running


@given(feature_models(), st.integers(min_value=0), st.sampled_from(ODD))
def test_a_character_that_is_invisible_is_a_finding(model: FeatureModel, place: int, odd: str) -> None:
    lines = model.text().splitlines()
    line = place % len(lines)
    words = lines[line].split(" ")
    if len(lines[line].strip()) < 2 or len(words) < 2:
        return
    middle = lines[line].rindex(words[-1]) + len(words[-1]) // 2
    if not lines[line][:middle].strip():
        return
    lines[line] = lines[line][:middle] + odd + lines[line][middle:]
    changed = "\n".join(lines) + "\n"
    findings = [str(finding) for finding in read(changed).findings]
    if odd == "\t" and "|" in lines[line]:
        return  # a tab sets the cells of a table apart
    assert any(f"U+{ord(odd):04X}" in each or "is not Gherkin" in each for each in findings), (changed, findings)


@given(feature_models())
def test_letters_as_a_mac_stores_them_are_the_same_file(model: FeatureModel) -> None:
    text = model.text()
    assert read(unicodedata.normalize("NFD", text)).scenarios == read(text).scenarios


@given(feature_models())
def test_a_new_row_changes_the_id_of_no_other(model: FeatureModel) -> None:
    before = {scenario.id for scenario in read(model.text()).scenarios}
    lines = model.text().splitlines()
    for at, line in enumerate(lines):
        if line.strip() == "Examples:":
            columns = lines[at + 1].count("|") - 1
            lines.insert(at + 2, "        | " + " | ".join(["quite another value"] * columns) + " |")
            break
    after = {scenario.id for scenario in read("\n".join(lines) + "\n").scenarios}
    assert before <= after


CONFTEST = r"""
import json
from pathlib import Path

import pytest
from pytest_bdd import parsers, step

pytest_plugins = ("deskproof.steps.runner.plugin",)


@step(parsers.re(r"[\s\S]*"))
def _(datatable=None, docstring=None):
    pass


def pytest_bdd_before_step_call(request, step, step_func_args):
    table = step_func_args.get("datatable") or ()
    ran = [request.node.name, step.keyword, step.name, table, step_func_args.get("docstring")]
    with Path("ran.ndjson").open("a", encoding="utf-8") as file:
        file.write(json.dumps(ran) + "\n")
"""


def test_what_ran_is_what_the_record_shows(write_features: WriteFeatures) -> None:
    """Whole files through pytest: what the step functions got, and what the record says of it."""
    models: list[FeatureModel] = []

    @settings(max_examples=40)
    @given(feature_models())
    def collect(model: FeatureModel) -> None:
        models.append(model)

    collect()
    texts = {f"f{number:02}": model.text() for number, model in enumerate(models)}
    folder = write_features(conftest=CONFTEST, **texts)
    done = run_pytest(folder.parent, "--run-folder", "run")
    assert done.returncode == 0, done.stdout + done.stderr
    ran: dict[str, list[Texts]] = {}
    for line in (folder.parent / "ran.ndjson").read_text(encoding="utf-8").splitlines():
        name, keyword, text, table, docstring = json.loads(line)
        ran.setdefault(name, []).append((keyword, text, tuple(tuple(row) for row in table), docstring))
    record = {
        f"test_{scenario.id.replace('-', '_')}": [
            (step.keyword, step.text, tuple(step.table or ()), step.docstring) for step in scenario.steps
        ]
        for scenario in load(folder.parent / "run").scenarios
    }
    assert record == ran
    expected = [steps for model in models for steps in model.expected()]
    assert sorted(map(repr, ran.values())) == sorted(map(repr, expected))
    assert all(len(scenario.attempts) == 1 for scenario in load(folder.parent / "run").scenarios)
