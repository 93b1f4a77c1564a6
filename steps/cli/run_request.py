"""The request of `deskproof run`: what the command line says, which options do not go together, and what follows.

Rule: what is wrong is one sentence (a click exception), before anything starts.
"""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import click

from deskproof.steps.cli import CannotCheck
from deskproof.steps.impact.map import NAME
from deskproof.steps.selection import options
from deskproof.steps.selection.request import RunRequest

_RUN = re.compile(r"\d{8}-\d{6}(?:-(\d+))?")
"""A run folder's name, as `deskproof.steps.checkout.new_run_folder` makes it."""


def requested(context: click.Context, history: Path, out: Path) -> RunRequest:
    """The request; `history` divides its shards, and its earlier runs are in `out`. Raises ClickException."""
    request = options.from_click(RunRequest, context)
    if request.resume is not None:
        _check_resume(request, context)
    _check_together(request)
    if request.selection.last_failed:
        request = replace(request, selection=replace(request.selection, unsettled_in=_last_run(out)))
    if request.selection.impacted_since and request.selection.impact_map is None:
        request = replace(request, selection=replace(request.selection, impact_map=newest_map(out)))
    return replace(
        request,
        full_browser=request.browser == "full",
        dealt_by=history if request.selection.shard else None,
    )


def changes_of(request: RunRequest, context: click.Context) -> list[str]:
    """pytest's arguments for what the command line changes in a run that is resumed."""
    given = {row.name for row in options.given(RunRequest, context)}
    if "browser" in given:
        given.add("full_browser")
    workers = ["-n", request.number_of_workers] if given & {"workers", "headed"} else []
    return [*workers, *options.arguments(request, only=given)]


def _check_resume(request: RunRequest, context: click.Context) -> None:
    if request.resume and not request.resume.strip():
        raise click.BadParameter("the run is blank; name its folder, or leave it out.", param_hint="'--resume'")
    given = (row for row in options.given(RunRequest, context) if not row.option.resumable)
    refused = [*(row.option.command_line[0] for row in given), *context.params["paths"]]
    if refused:
        raise click.BadParameter(
            f"{refused[0]} cannot be given again: the run continues with what it was started with. Leave it out.",
            param_hint="'--resume'",
        )


def _check_together(request: RunRequest) -> None:
    """Raises UsageError for options that do not go together, and CannotCheck where there is no screen."""
    _check_headed(request)
    _check_remote(request)
    if request.selection.impact_map is not None and request.selection.impacted_since is None:
        raise click.UsageError("--impact-map is for --impacted-since, which was not given; add it.")
    if request.record_impact and request.browser_url is not None:
        raise click.UsageError("--record-impact follows browsers of this machine; leave out --browser-url.")


def _check_headed(request: RunRequest) -> None:
    headless = sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    if request.headed and headless:
        raise CannotCheck(
            "There is no screen to show a browser on: neither DISPLAY nor WAYLAND_DISPLAY is set; leave out --headed."
        )
    if request.slow and not request.headed:
        raise click.UsageError("--slow is for watching the browser; add --headed.")
    if request.pause_on_failure and not request.headed:
        raise click.UsageError("--pause-on-failure leaves a browser open to look at; add --headed.")
    if request.pause_on_failure and not sys.stdin.isatty():
        raise click.UsageError(
            "--pause-on-failure waits for Enter, and there is no terminal to press it at; leave it out."
        )


def _check_remote(request: RunRequest) -> None:
    if request.browser_url is None:
        if request.browser_url_kind:
            raise click.UsageError("--browser-url-kind needs --browser-url, which was not given; add it.")
        return
    from deskproof.steps.browsers.browser import NoBrowser
    from deskproof.steps.browsers.remote import remote

    if request.headed or request.browser != "shell":
        raise click.UsageError("--browser-url uses a remote browser as it is; leave out --headed and --browser.")
    try:
        remote(request.browser_url, request.browser_url_kind)
    except NoBrowser as refusal:
        raise click.BadParameter(str(refusal), param_hint="'--browser-url'") from None


def _last_run(out: Path) -> Path:
    """The newest run in `out` that has a record."""
    found = [folder for folder in _runs(out) if any(folder.glob("events-*.ndjson"))]
    if not found:
        raise click.UsageError(
            f"There is no run in {out} to take the failed scenarios of; run without --last-failed first."
        )
    return found[-1]


def newest_map(out: Path) -> Path | None:
    """The map of the newest run in `out` that has one."""
    found = [folder / NAME for folder in _runs(out) if (folder / NAME).is_file()]
    return found[-1] if found else None


def _runs(out: Path) -> list[Path]:
    """The folders of runs in `out`, the newest last."""
    found = [
        (folder.name[:15], int(name[1] or 1), folder)
        for folder in (out.iterdir() if out.is_dir() else ())
        if (name := _RUN.fullmatch(folder.name))
    ]
    return [folder for _, _, folder in sorted(found)]
