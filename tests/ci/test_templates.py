"""The templates of docs/ci/: they are what their systems read, and every command in them is one of ours."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import kubernetes_validate
import pytest
from ruamel.yaml import YAML

from deskproof.steps.cli import main
from deskproof.steps.selection.shards import parse

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "ci"
GITHUB, GITLAB, KUBERNETES = (FOLDER / name for name in ("github-actions.yml", "gitlab-ci.yml", "kubernetes-job.yaml"))
GITHUB_NIGHTLY, GITLAB_NIGHTLY = FOLDER / "github-nightly.yml", FOLDER / "gitlab-nightly.yml"
GITHUB_DERIVED, GITLAB_DERIVED = FOLDER / "github-derived.yml", FOLDER / "gitlab-derived.yml"
GITHUB_ROBUSTNESS, GITLAB_ROBUSTNESS = FOLDER / "github-robustness.yml", FOLDER / "gitlab-robustness.yml"
README = FOLDER / "README.md"
SHARDED, NIGHTLY = (GITHUB, GITLAB, KUBERNETES), (GITHUB_NIGHTLY, GITLAB_NIGHTLY)
DERIVED = (GITHUB_DERIVED, GITLAB_DERIVED)
ROBUSTNESS = (GITHUB_ROBUSTNESS, GITLAB_ROBUSTNESS)

FILLED_IN = {
    "${{ matrix.shard }}": "4",
    "${{ matrix.run }}": "11",
    "${{ matrix.workers }}": "auto",
    "$CI_NODE_INDEX": "4",
    "$CI_NODE_TOTAL": "4",
    "$((JOB_COMPLETION_INDEX + 1))": "8",
    "$shard": "8",
}
"""What stands for a number in the scripts, and the last one it can be."""


def documents(template: Path) -> list[dict[str, Any]]:
    return list(YAML(typ="safe", pure=True).load_all(template.read_text(encoding="utf-8")))


def texts(value: object) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


def lines(template: Path) -> list[str]:
    """Every line of every script, with what stands for a number filled in."""
    found = "\n".join(text for document in documents(template) for text in texts(document))
    for name, value in FILLED_IN.items():
        found = found.replace(name, value)
    return [line.partition(" #")[0].strip() for line in found.splitlines()]


def commands(found: list[str]) -> list[list[str]]:
    """The arguments of every call of ours."""
    calls = [
        re.search(r"(?:^|\s)(?:\S*/)?deskproof ((?:run|report|gate|same|defects)\b[^|;&>]*)", line) for line in found
    ]
    return [shlex.split(call.group(1)) for call in calls if call]


def taken(arguments: list[str]) -> click.Context:
    """How the real command line reads them; a usage error when it does not."""
    group = click.Context(main, info_name="deskproof")
    name, command, rest = main.resolve_command(group, arguments)
    assert command is not None
    return command.make_context(name, rest, parent=group)


@pytest.mark.parametrize(
    ("template", "schema", "more"),
    [
        (template, schema, more)
        for templates, schema, more in (
            ((GITHUB, GITHUB_NIGHTLY, GITHUB_DERIVED, GITHUB_ROBUSTNESS), "vendor.github-workflows", []),
            (
                (GITLAB, GITLAB_NIGHTLY, GITLAB_DERIVED, GITLAB_ROBUSTNESS),
                "vendor.gitlab-ci",
                ["--data-transform", "gitlab-ci"],
            ),
        )
        for template in templates
    ],
    ids=lambda value: getattr(value, "stem", None),
)
def test_a_template_fits_the_schema_of_its_system(template: Path, schema: str, more: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, str(template)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_jobs_fit_the_schema_of_kubernetes() -> None:
    jobs = documents(KUBERNETES)
    assert [job["metadata"]["name"] for job in jobs] == ["deskproof-shards", "deskproof-release"]
    for job in jobs:
        kubernetes_validate.validate(job, "1.31", strict=True)


@pytest.mark.parametrize("template", SHARDED, ids=lambda path: path.stem)
def test_every_command_is_one_of_ours(template: Path) -> None:
    read = [taken(arguments) for arguments in commands(lines(template))]
    assert {"run", "report merge", "gate"} == {str(context.info_name) for context in read}
    shards = [parse(context.params["shard"]) for context in read if context.params.get("shard")]
    assert [shard.index for shard in shards] == [shard.total for shard in shards] != []


@pytest.mark.parametrize("template", NIGHTLY, ids=lambda path: path.stem)
def test_what_is_repeated_is_what_is_compared(template: Path) -> None:
    run, same = (taken(arguments) for arguments in commands(lines(template)))
    assert (run.info_name, same.info_name) == ("run", "same")
    folder = Path(run.params["out"])
    assert folder.name in FILLED_IN.values()
    assert [str(path) for path in same.params["runs"]] == [f"{folder.parent}/*/2*"]


@pytest.mark.parametrize("template", DERIVED, ids=lambda path: path.stem)
def test_derived_defects_are_tried_in_every_shard_with_the_map_that_was_recorded(template: Path) -> None:
    run, tried, result = (taken(arguments) for arguments in commands(lines(template)))
    assert run.params["record_impact"]
    shard = parse(tried.params["shard"])
    assert tried.params["derived"]
    assert result.params["derived"]
    assert result.params["shard"] is None
    assert tried.params["impact_map"].name == result.params["impact_map"].name == "impact.json"
    for name in ("sample", "scenarios", "names"):
        assert tried.params[name] == result.params[name]
    text = template.read_text(encoding="utf-8")
    total = len(documents(template)[0]["jobs"]["try"]["strategy"]["matrix"]["shard"]) if "jobs:" in text else 4
    assert shard.total == total


def test_the_commands_of_the_readme_are_ours() -> None:
    text = README.read_text(encoding="utf-8").replace("`", "\n")
    found = [taken(arguments) for arguments in commands([line.partition(" #")[0] for line in text.splitlines()])]
    assert [context.info_name for context in found] == [
        "run",
        "report merge",
        "gate",
        "run",
        "defects",
        "run",
        "same",
    ]


@pytest.mark.parametrize("template", SHARDED + NIGHTLY + DERIVED + ROBUSTNESS, ids=lambda path: path.stem)
def test_every_make_target_exists(template: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    expected = {target for line in lines(template) for target in re.findall(r"^(?:sudo \S+ )?make (\S+)", line)}
    assert [target for target in expected if not re.search(rf"^{re.escape(target)}:", makefile, re.MULTILINE)] == []
    assert expected or template == KUBERNETES


@pytest.mark.parametrize("template", ROBUSTNESS, ids=lambda path: path.stem)
def test_every_command_that_goes_on_for_a_night_is_read(template: Path) -> None:
    goes_on = [line.partition("make ")[2] for line in lines(template) if re.search(r"\bmake (fuzz|soak|chaos)\b", line)]
    assert [command.split()[0] for command in goes_on] == ["fuzz", "soak", "chaos"]
    for program, how in (("fuzz", "--seconds 3600"), ("chaos", "--moments 50")):
        assert any(command == f'{program} ARGS="{how}"' for command in goes_on)
        done = subprocess.run(
            [sys.executable, "-m", f"tests.{program}", *how.split(), "--help"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        with_typo = [sys.executable, "-m", f"tests.{program}", f"{how.split()[0]}x", "1"]
        assert subprocess.run(with_typo, cwd=ROOT, capture_output=True, check=False).returncode == 2


def test_the_matrix_has_every_shard() -> None:
    (workflow,) = documents(GITHUB)
    shards = workflow["jobs"]["shard"]["strategy"]["matrix"]["shard"]
    assert shards == [*range(1, len(shards) + 1)]
    assert f"/{len(shards)} " in GITHUB.read_text(encoding="utf-8")
    pods = documents(KUBERNETES)[0]["spec"]
    assert f"--shard $shard/{pods['completions']} " in KUBERNETES.read_text(encoding="utf-8")


def test_a_wrong_command_would_be_noticed() -> None:
    with pytest.raises(click.UsageError):
        taken(["run", "--shards", "1/2"])
    with pytest.raises(click.UsageError):
        taken(["report", "merge"])
