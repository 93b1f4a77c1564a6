"""A features folder of a test's own, small enough to read in the test."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CLAIMS = """
[sections]
A = { en = "First", sv = "Först" }

[claims.AD-001]
section = "A"
kind = "explicit"
must = true
source = "here"
en = "One."
sv = "Ett."

[claims.AD-002]
section = "A"
kind = "implied"
must = false
source = "there"
en = "Two."
sv = "Två."
"""

SETTINGS = 'languages = ["en", "sv"]\nvocabulary = []\n'
"""The sentences of these projects are in the conftest.py of their features."""

PYTEST_INI = "[pytest]\naddopts = --import-mode=importlib\nfilterwarnings = error\n"

WriteFeatures = Callable[..., Path]


@pytest.fixture
def forgotten_modules() -> Iterator[None]:
    """What a test imports of a project is forgotten, and so is where."""
    modules, path = set(sys.modules), list(sys.path)
    yield
    for name in set(sys.modules) - modules:
        if not name.startswith("deskproof."):  # the shipped sentences are defined once in a process
            del sys.modules[name]
    sys.path[:] = path


@pytest.fixture
def write_features(tmp_path: Path) -> WriteFeatures:
    """Writes a features folder: `write_features(conftest="…", a="Feature: …", **{"sv/a": "# language: sv…"})`."""
    return features_writer(tmp_path)


def features_writer(project: Path) -> WriteFeatures:
    """What `write_features` gives, for a project folder of the caller's."""

    def write(*, conftest: str = "", claims: str = CLAIMS, **features: str) -> Path:
        folder = project / "features"
        folder.mkdir(exist_ok=True)
        (project / "pytest.ini").write_text(PYTEST_INI, encoding="utf-8")
        (folder / "claims.toml").write_text(claims, encoding="utf-8")
        (project / "deskproof.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "conftest.py").write_text(conftest, encoding="utf-8")
        for name, text in features.items():
            file = folder / f"{name}.feature"
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder

    return write
