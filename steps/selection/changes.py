"""Which scenarios may have another outcome than at a git revision: those whose text changed, or all when code did.

Rule: every file that differs from the revision counts, committed or not, new ones included. Of a feature file count
the scenarios whose own text or background differs. Documentation, tests and what is made from a record change no
scenario. Any other file is code, and code takes every scenario, because what a step does can depend on all of it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from deskproof.steps.gherkin.files.reader import WrittenScenario, display_path, read_feature

_DOCUMENTS = ("docs/", "tests/", "reports/", ".ci/", ".github/")
_DOCUMENT_FILES = frozenset({"gate.toml", "quarantine.toml", "approvals.toml", ".gitignore", "LICENSE", "Makefile"})
_GIT_SECONDS = 60


class CannotCompare(Exception):
    """There is no revision to compare with; the message says what was seen and what to do."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """`ids` are the scenarios with another text; `code` the other files that scenarios depend on."""

    ids: frozenset[str]
    code: tuple[str, ...]


def changed_since(revision: str, scenarios: Sequence[WrittenScenario], folder: Path, root: Path) -> Changed:
    """What differs from the revision, in the project at `root` with the features in `folder`. Raises CannotCompare."""
    commit = _commit(revision, root)
    files = _lines(_git(root, "diff", "--name-only", "--relative", "-z", commit, "--"))
    files |= _lines(_git(root, "ls-files", "--others", "--exclude-standard", "-z"))
    inside = f"{folder.resolve().relative_to(root.resolve()).as_posix()}/" if _is_in(folder, root) else f"{folder}/"
    features = {name for name in files if name.endswith(".feature") and name.startswith(inside)}
    shown = {name: f"{folder.name}/{name.removeprefix(inside)}" for name in features}
    paths = set(shown.values())
    now = {scenario.id: _text(scenario) for scenario in scenarios if scenario.path in paths}
    before = {id: text for name in features for id, text in _texts_at(commit, name, shown[name], root).items()}
    return Changed(
        ids=frozenset(id for id, text in now.items() if before.get(id) != text),
        code=tuple(sorted(name for name in files - features if not changes_no_scenario(name))),
    )


def changes_no_scenario(name: str) -> bool:
    """Whether no scenario depends on the file; its name is relative to the project."""
    return name.startswith(_DOCUMENTS) or name in _DOCUMENT_FILES or name.endswith(".md")


def text_at(revision: str, name: str, root: Path) -> str | None:
    """The content of a file at a revision; None where it did not exist. Raises CannotCompare."""
    found = _run(root, "show", f"{revision}:./{name}")
    return found.stdout.decode("utf-8", "replace") if found.returncode == 0 else None


def changed_texts(before: Iterable[WrittenScenario], now: Iterable[WrittenScenario]) -> frozenset[str]:
    """The scenarios of `now` that are new, or had another wording before."""
    old = {scenario.id: _text(scenario) for scenario in before}
    return frozenset(scenario.id for scenario in now if old.get(scenario.id) != _text(scenario))


def _text(scenario: WrittenScenario) -> WrittenScenario:
    """The scenario without its line numbers."""
    steps = tuple(replace(step, line=0) for step in scenario.steps)
    return replace(scenario, line=0, template_line=0, first_line=0, steps=steps)


def _is_in(folder: Path, root: Path) -> bool:
    return folder.resolve().is_relative_to(root.resolve())


def _texts_at(commit: str, name: str, shown: str, root: Path) -> dict[str, WrittenScenario]:
    """The scenarios of a feature file as they were at the commit; none where it did not exist."""
    text = text_at(commit, name, root)
    if text is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / PurePosixPath(shown)
        file.parent.mkdir(parents=True)
        file.write_bytes(text.encode())
        path = display_path(file, Path(folder) / PurePosixPath(shown).parts[0])
        return {scenario.id: _text(scenario) for scenario in read_feature(file, path).scenarios}


# ---- git


def _commit(revision: str, root: Path) -> str:
    if _run(root, "rev-parse", "--git-dir").returncode != 0:
        raise CannotCompare(f"{root} is in no git repository, so nothing can have changed since {revision!r}.")
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode != 0:
        raise CannotCompare(
            f"{revision!r} is not a revision of this repository; give a commit, branch or tag that git knows here (in "
            "CI, fetch it first)."
        )
    return found.stdout.decode().strip()


def _git(root: Path, *arguments: str) -> bytes:
    done = _run(root, *arguments)
    if done.returncode != 0:
        last_line = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise CannotCompare(f"git {arguments[0]} did not answer: {' '.join(last_line) or done.returncode}.")
    return done.stdout


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", *arguments],
            cwd=root,
            capture_output=True,
            timeout=_GIT_SECONDS,
            check=False,
            env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"},
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotCompare(f"git could not say what has changed: {error}.") from error


def _lines(output: bytes) -> set[str]:
    return {name.decode("utf-8", "replace") for name in output.split(b"\0") if name}
