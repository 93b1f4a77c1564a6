"""Which features a run is about, and whether they bind.

Rule: what is wrong with the project, its arguments or its features is said before anything starts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from deskproof.reports.text.visible import visible
from deskproof.steps.gherkin.bind_check.check import CheckResult, check, known_definitions
from deskproof.steps.gherkin.files.reader import FeatureFile, read_features
from deskproof.steps.project.project import PACKS, Project, find_project, load_project, pack_folder
from deskproof.steps.project.settings import SHIPPED, SettingsError
from deskproof.steps.runner.start.loading import CannotLoad, adapter, vocabulary
from deskproof.steps.screens.adapter import Adapter
from deskproof.steps.selection import options
from deskproof.steps.selection.expressions import is_blank
from deskproof.steps.selection.places import is_in, refusal
from deskproof.steps.selection.request import RunRequest

PROJECT = pytest.StashKey[Project]()
"""The project of the run."""

ADAPTER = pytest.StashKey[Adapter]()
"""The adapter of its desktop."""


def check_arguments(config: pytest.Config, folder: Path) -> None:
    """Raises UsageError for paths outside of the features, and for a blank -k or -m."""
    here = config.invocation_params.dir
    paths = [here / argument.partition("::")[0] for argument in config.args]
    if strange := next((path for path in paths if not path.resolve().is_relative_to(folder.resolve())), None):
        project = config.stash[PROJECT]
        if is_in(strange, project):
            sentence = f"{strange} is not below {project.settings.features}/, the folder of the project's features."
        else:
            sentence = refusal(strange, project)
        raise pytest.UsageError(visible(sentence))
    for name, option in (("-k", "keyword"), ("-m", "markexpr")):
        if (text := config.getoption(option)) and is_blank(text):
            raise pytest.UsageError(
                visible(f"{name} {text!r} has nothing in it to look for; give words, or leave it out.")
            )


def features_folder(config: pytest.Config) -> Path | None:
    """The features folder of this run: the requested pack, or that of the project of the first argument that lies in
    one. Raises UsageError where the settings of the project cannot be used.
    """
    try:
        if (pack := options.from_pytest(RunRequest, config).pack) is not None:
            config.stash[PROJECT] = load_project(config.rootpath)
            return pack_folder(pack)
        for argument in config.args:
            path = (config.invocation_params.dir / argument.partition("::")[0]).resolve()
            project = find_project(path if path.is_dir() else path.parent)
            if project is not None and path.is_relative_to(project.features.resolve()):
                config.stash[PROJECT] = project
                return project.features
    except SettingsError as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None
    return None


def load_named(config: pytest.Config) -> None:
    """Load the adapter and the vocabulary of the project; its fixtures are those of plugins. Raises UsageError."""
    project, request = config.stash[PROJECT], options.from_pytest(RunRequest, config)
    try:
        config.stash[ADAPTER] = adapter(project)
        modules = vocabulary(project, None if request.pack is None else (SHIPPED,))
    except CannotLoad as refusal:
        raise pytest.UsageError(visible(str(refusal))) from None
    for module in modules:
        if not config.pluginmanager.is_registered(module):
            config.pluginmanager.register(module, module.__name__)


def bind_check(config: pytest.Config, folder: Path) -> CheckResult:
    """The result of the bind check."""
    project, pack = config.stash[PROJECT], options.from_pytest(RunRequest, config).pack
    definitions = known_definitions(config.rootpath)
    if pack is None:
        return check(
            folder,
            definitions,
            catalogues=project.claims,
            languages=project.languages,
            uses_shipped=folder.resolve() in {pack_folder(name) for name in PACKS},
        )
    checked = check(folder, definitions)
    return replace(checked, files=_offered(checked.files, config.stash[ADAPTER]))


def feature_files(config: pytest.Config, folder: Path) -> tuple[FeatureFile, ...]:
    if options.from_pytest(RunRequest, config).pack is not None:
        return _offered(read_features(folder), config.stash[ADAPTER])
    return read_features(folder, config.stash[PROJECT].languages)


def _offered(files: Iterable[FeatureFile], adapter: Adapter) -> tuple[FeatureFile, ...]:
    """The feature files in the languages of the desktop."""
    return tuple(file for file in files if file.language in adapter.languages)
