"""`deskproof adapter check`: each verb once in a browser, and once on an empty page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from deskproof.steps.screens.coverage import TRUE_OF_NOTHING

PROJECT = '[desktop]\nadapter = "adapter.py"\n'
ADAPTER = """
from deskproof.adapters import Adapter, verbs
from deskproof.steps.screens.reference import adapter as reference

OFFERED = ("shows_email_page", "enter_email", "shows_email_changeable", "shows_sign_in_waiting")


class Shown:
    def __init__(self, page, language):
        self.screen = reference.screens["identity"](page, language)

    def shows_email_page(self):
        self.screen.shows_email_page()

    def enter_email(self, email):
        self.screen.enter_email(email)

    def shows_email_changeable(self):
        self.screen.shows_email_changeable()

    def shows_sign_in_waiting(self):
        self.screen.shows_sign_in_waiting()


class Identity(Shown):
    {altered}


adapter = Adapter(
    name="small",
    screens={{"identity": Identity}},
    not_offered={{
        **{{name: "Not yet." for name in verbs() if name != "identity"}},
        **{{f"identity.{{name}}": "Not yet." for name in verbs()["identity"] if name not in OFFERED}},
    }},
)
"""


def check(folder: Path, adapter: str) -> subprocess.CompletedProcess[str]:
    (folder / "deskproof.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "adapter.py").write_text(adapter, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("deskproof")), "adapter", "check", "-n", "0"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("altered", "status", "line"),
    [
        ("pass", 0, "works        identity.enter_email"),
        (
            "def shows_sign_in_waiting(self): pass",
            1,
            f"fails        identity.shows_sign_in_waiting: {TRUE_OF_NOTHING}",
        ),
        pytest.param(
            "def enter_email(self, email): raise RuntimeError('no such field')",
            1,
            "fails        identity.enter_email: ",
            marks=pytest.mark.nightly,
        ),
    ],
    ids=["all-work", "one-proves-nothing", "one-fails"],
)
def test_each_verb_has_a_line(altered: str, status: int, line: str, tmp_path: Path) -> None:
    done = check(tmp_path, ADAPTER.format(altered=altered))
    assert done.returncode == status, done.stdout + done.stderr
    assert [each for each in done.stdout.splitlines() if each.startswith(line)]
    fails = [each for each in done.stdout.splitlines() if each.startswith("fails ")]
    assert len(fails) == status


def test_an_adapter_that_offers_nothing_is_refused(tmp_path: Path) -> None:
    nothing = """
from deskproof.adapters import Adapter, verbs

adapter = Adapter(name="none", screens={}, not_offered=dict.fromkeys(verbs(), "Not yet."))
"""
    done = check(tmp_path, nothing)
    assert done.returncode == 2
    assert "The adapter none offers no verb, so there is nothing to check; write a screen." in done.stderr
