"""A project: the folder with `deskproof.toml`, and the places that it names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deskproof.steps.project.settings import NAME, DesktopSettings, Settings, SettingsError, read_settings

PACKS: Mapping[str, str] = {"sign-in": "features"}
"""The packs of scenarios that are shipped, and the folder of each in the package."""


@dataclass(frozen=True, kw_only=True)
class Project:
    """A project. Its places are below `root`."""

    root: Path
    settings: Settings

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the features; the others are compared with the first."""
        return tuple(self.settings.languages)

    @property
    def features(self) -> Path:
        return self.root / self.settings.features

    @property
    def claims(self) -> tuple[Path, ...]:
        return tuple(self.root / name for name in self.settings.claims)

    @property
    def defects(self) -> Path | None:
        return None if self.settings.defects is None else self.root / self.settings.defects

    @property
    def gate(self) -> Path:
        return self.root / self.settings.gate

    @property
    def quarantine(self) -> Path:
        return self.root / self.settings.quarantine

    @property
    def approvals(self) -> Path:
        return self.root / self.settings.approvals

    @property
    def out(self) -> Path:
        return self.root / self.settings.out

    @property
    def derived(self) -> Path:
        """The result of the newest check with derived defects."""
        return self.out / "derived" / "derived.json"

    @property
    def history(self) -> Path:
        return self.root / self.settings.history

    def of_pack(self, name: str) -> Path:
        """The folder of what the project saves about a pack: the detections of its scenarios."""
        return self.root / "packs" / name

    @property
    def desktop(self) -> DesktopSettings:
        return self.settings.desktop


def find_project(folder: Path) -> Project | None:
    """The project that `folder` lies in, the innermost one; None where there is none. Raises SettingsError."""
    root = root_of(folder)
    return None if root is None else load_project(root)


def load_project(root: Path) -> Project:
    """The project in `root`. Raises SettingsError."""
    project = Project(root=root, settings=read_settings(root / NAME))
    inner = next(project.features.rglob(NAME), None) if project.features.is_dir() else None
    if inner is not None:
        raise SettingsError(
            f"{inner} makes a project inside the features of another one, {root.resolve()}; move it out of that "
            "folder, so that it is clear to which project a feature belongs."
        )
    return project


def root_of(folder: Path) -> Path | None:
    """The folder of the project that `folder` lies in, the innermost one; None where there is none."""
    here = folder.resolve()
    return next((place for place in (here, *here.parents) if (place / NAME).is_file()), None)


def default_project(root: Path) -> Project:
    """A project in `root` with every default, for commands that need no `deskproof.toml`."""
    return Project(root=root, settings=Settings.model_validate({}))


def pack_folder(name: str) -> Path:
    """The folder of the features of a pack. Raises KeyError."""
    import deskproof

    return (Path(deskproof.__file__).parent / PACKS[name]).resolve()  # in a checkout it is a link
