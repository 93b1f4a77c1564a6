"""Loads what a project names: its vocabulary and its adapter.

Rule: what cannot be loaded is one sentence, before anything starts. The root of the project is the last place that
modules are looked for in, so that nothing in it hides a module of somebody else.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import ModuleType

from deskproof.steps.gherkin.vocabulary.parameter_types import VocabularyError
from deskproof.steps.project.project import Project
from deskproof.steps.project.settings import NAME, SHIPPED
from deskproof.steps.screens.adapter import Adapter, AdapterError

ADAPTERS = "deskproof.adapters"
"""The group of entry points by which packages offer adapters."""

_SHIPPED_MODULES = (
    "deskproof.steps.cast.actors",
    "deskproof.steps.cast.administrator",
    "deskproof.steps.cast.services",
    "deskproof.steps.cast.customer",
    "deskproof.steps.cast.floor",
    "deskproof.steps.cast.phones",
    "deskproof.steps.cast.shared_calls",
    "deskproof.steps.cast.layouts",
    "deskproof.steps.cast.loading_faults",
    "deskproof.steps.cast.teams_service",
)
"""The people and services that the shipped sentences use."""


class CannotLoad(Exception):
    """Something that the project names cannot be loaded; the message says what was seen and what to do."""


def vocabulary(project: Project, names: tuple[str, ...] | None = None) -> tuple[ModuleType, ...]:
    """The modules of the project's vocabulary, or of these `names`, with the fixtures that their sentences use. Raises
    CannotLoad.
    """
    return tuple(_modules(project, project.settings.vocabulary if names is None else names))


def adapter(project: Project) -> Adapter:
    """The adapter of the project's desktop. Raises CannotLoad."""
    name = project.desktop.adapter
    try:
        found = _adapter(project, name)
    except AdapterError as refusal:
        raise CannotLoad(str(refusal)) from None
    if not isinstance(found, Adapter):
        raise CannotLoad(
            f"desktop.adapter in {NAME} names {name}, which is {type(found).__name__}; it has to be a "
            "deskproof.adapters.Adapter."
        )
    return found


def _modules(project: Project, names: list[str] | tuple[str, ...]) -> Iterator[ModuleType]:
    for name in names:
        if name == SHIPPED:
            # The layers forbid the runner to know the sentences; a project names them.
            definitions = importlib.import_module("deskproof.steps.definitions")
            for each in (*_SHIPPED_MODULES, *definitions.module_names()):
                yield importlib.import_module(each)
        else:
            yield _module(project, name, f"vocabulary in {NAME}")


def _adapter(project: Project, name: str) -> object:
    if name.partition(":")[0].endswith(".py") or ":" in name:
        place, _, attribute = name.partition(":")
        module = _module(project, place, f"desktop.adapter in {NAME}")
        attribute = attribute or "adapter"
        if not hasattr(module, attribute):
            raise CannotLoad(
                f"desktop.adapter in {NAME} names {name}, and {place} has no {attribute}; define it there."
            )
        return getattr(module, attribute)
    offered = {each.name: each for each in metadata.entry_points(group=ADAPTERS)}
    if name not in offered:
        raise CannotLoad(
            f"desktop.adapter in {NAME} names {name}, which no installed package offers; there are "
            f"{', '.join(sorted(offered))}. For one of your own, name its file, such as adapter.py."
        )
    return offered[name].load()


def _module(project: Project, name: str, said_by: str) -> ModuleType:
    """The module of a file of the project or with this name. Raises CannotLoad."""
    root = str(project.root.resolve())
    if root not in sys.path:
        sys.path.append(root)
    try:
        return _from_file(project, name, said_by) if name.endswith(".py") else importlib.import_module(name)
    except (CannotLoad, AdapterError):
        raise
    except VocabularyError as refusal:
        raise CannotLoad(f"{name}: {refusal}.") from refusal
    except ModuleNotFoundError as error:
        raise CannotLoad(f"{said_by} names {name}, which needs the module {error.name}; install it.") from error
    except Exception as error:  # whatever the module does when it is imported
        raise CannotLoad(
            f"{said_by} names {name}, which cannot be imported ({type(error).__name__}: {error}); correct it."
        ) from error


def _from_file(project: Project, name: str, said_by: str) -> ModuleType:
    file = (project.root / name).resolve()
    if not file.is_file():
        raise CannotLoad(f"{said_by} names {name}, which is not a file of the project; correct its path.")
    found = importlib.util.find_spec(file.stem)
    if found is not None and found.origin is not None and Path(found.origin).resolve() == file:
        return importlib.import_module(file.stem)
    module_name = f"project_{'_'.join(file.with_suffix('').relative_to(file.anchor).parts)}"
    if module_name in sys.modules:
        return sys.modules[module_name]
    spec = importlib.util.spec_from_file_location(module_name, file)
    if spec is None or spec.loader is None:
        raise CannotLoad(f"{said_by} names {name}, which is not a Python file; correct its path.")
    module = importlib.util.module_from_spec(spec)
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[module_name]
        raise
    return module
