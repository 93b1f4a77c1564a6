"""Which collected items run: the written scenarios of the run's workload, in the order of the features.

Rule: every written scenario must have been collected, or nothing runs. Scenarios against the same defect run one after
the other, so that a process starts the simulator with that defect once.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from deskproof.reports.text.visible import visible
from deskproof.steps.browsers.pool import why_not_remote
from deskproof.steps.gherkin.collection import FEATURE_FILES, FeatureModule
from deskproof.steps.runner.scenario_recorder import WRITTEN
from deskproof.steps.runner.session import SESSION
from deskproof.steps.selection.collected import match
from deskproof.steps.selection.run_plan import RunPlan, Suite

CANNOT_CHECK = 2
"""Exit status when nothing could be found out."""

UNBOUND = "deskproof_unbound"
"""Where a worker's output has the sentence on a scenario that pytest did not collect."""


class Collection:
    """A pytest plugin for every process of a run."""

    def __init__(self, config: pytest.Config, suite: Suite, plan: RunPlan) -> None:
        self._config = config
        self._suite = suite
        self._plan = plan
        self._files = frozenset(file.file.resolve() for file in config.stash[FEATURE_FILES])

    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> pytest.Module | None:
        if file_path.suffix != ".feature" or file_path.resolve() not in self._files:
            return None
        module: pytest.Module = FeatureModule.from_parent(parent, path=file_path)
        return module

    def pytest_ignore_collect(self, collection_path: Path) -> bool | None:
        """Modules beside the features hold no tests of the run: their scenarios would be neither checked nor
        recorded.
        """
        return True if collection_path.suffix == ".py" else None

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        matched = match(items, self._suite.scenarios)
        collected = set(matched.values())
        missing = [scenario for scenario in self._suite.scenarios if scenario not in collected]
        if missing and not self._narrowed_by_path():
            first = missing[0]
            self._stop(
                items,
                f"{counted(len(missing), 'scenario')} would not run, the first is {first.path}:{first.template_line} "
                f"'{first.name}'; run the whole folder {self._suite.folder.name}.",
            )
            return
        for item, written in matched.items():
            item.stash[WRITTEN] = written
        by_defect = sorted(self._suite.scenarios, key=lambda scenario: self._plan.defects.get(scenario.id, ""))
        order = {scenario.id: index for index, scenario in enumerate(by_defect)}
        items.sort(key=lambda item: order[matched[item].id] if item in matched else len(order))
        ids = self._plan.workload.ids
        if ids is None:
            return
        selected = [item for item in items if item in matched and matched[item].id in ids]
        left = set(items).difference(selected)
        if left:
            self._config.hook.pytest_deselected(items=[item for item in items if item in left])
            items[:] = selected

    def _narrowed_by_path(self) -> bool:
        return any("::" in argument for argument in self._config.args)

    def _stop(self, items: list[pytest.Item], sentence: str) -> None:
        """Run nothing and say why: here, or in a worker by way of the controller."""
        items.clear()
        if is_worker(self._config):
            self._config.workeroutput[UNBOUND] = sentence  # type: ignore[attr-defined]
        else:
            pytest.exit(visible(sentence), CANNOT_CHECK)

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Record which scenarios will run."""
        if SESSION not in self._config.stash or not runs_scenarios(self._config):
            return
        written = (item.stash[WRITTEN] for item in session.items if WRITTEN in item.stash)
        can_run = (each for each in written if self._plan.remote is None or why_not_remote(each.tags) is None)
        workload = self._plan.workload
        self._config.stash[SESSION].recorder.scenarios_planned(
            tuple(each.id for each in can_run),
            suite=len(self._suite.scenarios),
            chosen=workload.selected,
            split=workload.split,
        )


def is_worker(config: pytest.Config) -> bool:
    """Whether another process, the controller, leads the run."""
    return hasattr(config, "workerinput")


def runs_scenarios(config: pytest.Config) -> bool:
    """Whether scenarios run in this process: in a worker, or where there are no workers."""
    return is_worker(config) or not config.pluginmanager.hasplugin("dsession")


def counted(count: int, noun: str) -> str:
    """`1 scenario`, `2 scenarios`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
