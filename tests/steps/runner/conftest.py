"""The tiny project, run once for all tests of its record."""

from pathlib import Path

import pytest

from deskproof.reports.record import Run, load
from deskproof.steps.gherkin.files.reader import read_feature
from deskproof.steps.mutation import detections
from tests.steps.conftest import features_writer
from tests.steps.runner.tiny import A_DEFECT, CONFTEST, ENGLISH, FEATURE, SWEDISH, run_pytest


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write = features_writer(folder)
    features = write(conftest=CONFTEST, a=FEATURE, b=ENGLISH, **{"sv/b": SWEDISH})
    (english,) = read_feature(features / "b.feature", "features/b.feature").scenarios
    detections.write(features, [detections.detection(english, A_DEFECT, 1)])
    return features.parent


@pytest.fixture(scope="session")
def alone(project: Path) -> Run:
    done = run_pytest(project, "--run-folder", "alone")
    assert done.returncode == 1, done.stdout + done.stderr
    return load(project / "alone")
