"""Collects the scenarios that the reader has read as pytest tests: a test function each, which pytest-bdd runs.

Rule: pytest-bdd reads no feature file. It gets every scenario with its values filled in, so it runs exactly what the
bind check has checked and the record shows.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest
from pytest_bdd import scenario
from pytest_bdd.feature import features as features_of_pytest_bdd
from pytest_bdd.gherkin_parser import Cell, DataTable, Location, Row
from pytest_bdd.parser import Feature, ScenarioTemplate, Step
from pytest_bdd.scenario import scenario_wrapper_template_registry

from deskproof.steps.gherkin.files.reader import FeatureFile, WrittenScenario, WrittenStep

FEATURE_FILES = pytest.StashKey[tuple[FeatureFile, ...]]()
"""The feature files that this process has read."""

_PREFIX = "test_"


class FeatureModule(pytest.Module):
    """A feature file as a module of pytest, with a test function for each scenario."""

    def _getobj(self) -> ModuleType:
        (file,) = (each for each in self.config.stash[FEATURE_FILES] if each.file.resolve() == self.path.resolve())
        module = ModuleType(self.path.stem)
        module.__file__ = str(self.path)
        for name, function in functions(file):
            setattr(module, name, function)
        return module

    def funcnamefilter(self, name: str) -> bool:
        return name.startswith(_PREFIX)


class _Template(ScenarioTemplate):
    """A scenario in pytest-bdd's form, with the written scenario it was made from."""

    written: WrittenScenario


def functions(file: FeatureFile) -> Iterator[tuple[str, Callable[..., object]]]:
    """The test functions of a feature file, with their names."""
    features_of_pytest_bdd[os.path.abspath(file.file)] = bound(file)
    for written in file.scenarios:
        decorate = scenario(str(file.file), written.id, features_base_dir=str(file.file.parent))
        yield f"{_PREFIX}{written.id.replace('-', '_')}", decorate(_after_last_step)


def bound(file: FeatureFile) -> Feature:
    """A feature file in pytest-bdd's form: its scenarios by id, with nothing left to fill in or to inherit."""
    feature = Feature(
        scenarios=OrderedDict(),
        filename=str(file.file),
        rel_filename=file.path,
        language=file.language,
        keyword="Feature",
        name=file.scenarios[0].feature if file.scenarios else "",
        tags=set(),
        background=None,
        line_number=1,
        description="",
    )
    feature.scenarios.update((written.id, _template(written, feature)) for written in file.scenarios)
    return feature


def _template(written: WrittenScenario, feature: Feature) -> ScenarioTemplate:
    made = _Template(
        feature=feature,
        keyword="Scenario",
        name=written.name,
        line_number=written.line,
        templated=False,
        description="",
        tags=set(written.tags),
    )
    made.written = written
    for step in written.steps:
        made.add_step(_step(step))
    return made


def scenario_of(item: pytest.Item) -> WrittenScenario | None:
    """The scenario that a test runs; None for any other test."""
    found = scenario_wrapper_template_registry.get(getattr(item, "obj", None))  # type: ignore[arg-type]
    return found.written if isinstance(found, _Template) else None


def _step(step: WrittenStep) -> Step:
    location = Location(column=1, line=step.line)
    rows = [
        Row(id="", location=location, cells=[Cell(location=location, value=cell) for cell in cells])
        for cells in step.table
    ]
    return Step(
        name=step.text,
        type=step.kind,
        indent=0,
        line_number=step.line,
        keyword=step.keyword,
        datatable=DataTable(location=location, rows=rows) if rows else None,
        docstring=step.docstring,
    )


def _after_last_step() -> None:
    """The body of every test function: nothing is left to do after the last step."""
