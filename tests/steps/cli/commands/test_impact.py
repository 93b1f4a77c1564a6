"""`deskproof impact`: good enough, not good enough, and what cannot be measured."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deskproof.simulator.defects import source_defects
from deskproof.steps.cli import main
from deskproof.steps.impact.map import FileReach, ImpactMap, blob_of, write
from deskproof.steps.impact.recording import ROOT
from deskproof.steps.mutation.detections import read


def measured(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(ROOT)
    return CliRunner().invoke(main, ["impact", *arguments])


def saved(folder: Path, scenarios: frozenset[str], files: dict[str, FileReach]) -> str:
    write(ImpactMap(commit=None, scenarios=scenarios, without_scripts=frozenset(), files=files), folder / "map.json")
    return str(folder / "map.json")


def test_a_map_that_knows_no_file_takes_everything_and_is_good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scenarios = frozenset(read(ROOT / "features"))
    made = measured(monkeypatch, "--impact-map", saved(tmp_path, scenarios, {}))
    assert made.exit_code == 0, made.output
    assert "(100.0%) are detected by a chosen scenario" in made.output
    assert "the map does not know simulator/domain/accounts/rules.py" in made.output


def test_a_map_that_leaves_scenarios_out_is_not_good_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = {f"simulator/{defect.file}" for defect in source_defects().values() if defect.file.endswith(".py")}
    files = {path: FileReach(blob=blob_of((ROOT / path).read_bytes())) for path in paths}
    made = measured(monkeypatch, "--impact-map", saved(tmp_path, frozenset(read(ROOT / "features")), files))
    assert made.exit_code == 1, made.output
    assert "\nmissed " in made.output


def test_without_a_map_or_a_scenario_in_it_nothing_can_be_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = measured(monkeypatch, "--impact-map", saved(tmp_path, frozenset(), {}))
    assert made.exit_code == 2
    assert "has no scenario that is known to detect a defect; record the whole suite." in made.output
    (tmp_path / "map.json").write_text("{}", encoding="utf-8")
    made = measured(monkeypatch, "--impact-map", str(tmp_path / "map.json"))
    assert (made.exit_code, "is not a map of what scenarios run" in made.output) == (2, True)
