"""No artefact of a run holds a secret: every file is searched for what the people, the services and the browsers used.

Rule: the search knows secrets by what they are, not by the names that the mask knows.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskproof.simulator.runtime.blueprints import _WORDS
from tests import forks

ROOT = Path(__file__).parents[2]
SCENARIOS = (
    "features/02_forgotten_password.feature:24",
    "features/12_microsoft_teams.feature:12",
    "features/16_desktop_calling.feature:11",
    "features/18_remember_credentials.feature:12",
)
"""With passwords of both kinds, a mailed code, tokens of all services, cookies, and a call's session descriptions."""

_WORD = "|".join(map(re.escape, _WORDS))
SECRETS = {
    "a password that somebody begins with": re.compile(rf"\b(?:{_WORD})-(?:{_WORD})-(?:{_WORD})-\d\d\b"),
    "a token": re.compile(r"\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]{6,}"),
    "a code, cookie or token that the simulator has drawn": re.compile(r"dps_[\w-]{8,}"),
    "the password of a media session": re.compile(r"a=ice-pwd:(?!\*\*\*)"),
    "a mailed code": re.compile(r"(?i)\bcode(?: is|:)? \d{6}\b"),
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a run of these scenarios, and what the terminal showed."""
    out = tmp_path_factory.mktemp("runs")
    done = forks.run("deskproof", ["run", *SCENARIOS, "-n", "2", "--out", str(out)], ROOT, environment={**os.environ})
    assert done.returncode == 0, done.stdout + done.stderr
    return out, done.stdout + done.stderr


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file below the folder as text, and every file in an archive."""
    for path in folder.rglob("*"):
        if not path.is_file() or path.is_symlink():
            continue
        yield path.name, path.read_bytes().decode(errors="replace")
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield f"{path.name}/{name}", archive.read(name).decode(errors="replace")


def found(name: str, text: str) -> list[str]:
    """The secrets in a text, each as what it is and where."""
    return [f"{what} in {name}" for what, pattern in SECRETS.items() if pattern.search(text)]


def test_no_artefact_and_no_line_of_the_terminal_has_a_secret(run: tuple[Path, str]) -> None:
    out, printed = run
    seen = [*texts(out), ("the terminal", printed)]
    assert {"run.json", "report.html", "junit.xml", "messages.ndjson", "history.db"} <= {name for name, _ in seen}
    assert [secret for name, text in seen for secret in found(name, text)] == []


def test_the_search_finds_each_secret() -> None:
    words = "-".join(_WORDS[:3])
    text = f"{words}-42 eyJhbGciOi.eyJzdWIi.c2lnbmF0dXI dps_abcdefgh a=ice-pwd:1lGB Your code is 123456"
    assert len(found("a text", text)) == len(SECRETS)
