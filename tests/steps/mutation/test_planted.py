"""Defects that act while a scenario runs: the fault in its tenant, the file on its way to its browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.defects import AnswerDefect, Defect, FrameDefect, ScriptDefect, SourceDefect
from deskproof.simulator.server import Server
from deskproof.steps.mutation.planted import Planted

SAID: dict[str, Any] = {"name": "it", "en": "It.", "sv": "Det.", "claims": ("AD-001",)}
SCRIPT = "**/static/identity.js"
COMFORTS = "Three comforts; without"


@pytest.fixture
def tenant(simulator: Server) -> Iterator[TenantControl]:
    with simulator.control() as control:
        tenant = control.create_tenant("standard", frozen_at="2026-01-15T09:00:00Z")
        yield tenant
        tenant.close()


@pytest.fixture
def context(browser: Browser, tenant: TenantControl) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=tenant.desktop_url)
    yield context
    context.close()


def script(find: str, replace: str = "", pattern: str = SCRIPT) -> Planted:
    return Planted(ScriptDefect(**SAID, script=pattern, find=find, replace=replace))


def requested(page: Page, tenant: TenantControl, path: str = "static/identity.js") -> str:
    """The text that a page of the identity provider gets."""
    page.goto(f"{tenant.identity_url.rstrip('/')}/help")
    text: str = page.evaluate("(path) => fetch(path).then((answer) => answer.text())", f"/{path}")
    return text


@pytest.mark.parametrize(
    "defect", [None, SourceDefect(**SAID, file="app.py", find="a", replace="b")], ids=["no defect", "in the source"]
)
def test_without_a_defect_or_with_one_in_the_source_nothing_is_planted(
    tenant: TenantControl, context: BrowserContext, defect: Defect | None
) -> None:
    planted = Planted(defect)
    assert planted.in_tenant(tenant) is None
    planted.in_context(context)
    planted.look(tenant)
    assert (planted.met, planted.complaint, tenant.faults()) == (True, "", ())


@pytest.mark.parametrize(
    ("defect", "fault"),
    [
        (
            AnswerDefect(**SAID, answer="teams", set={"a": 1}, null=("b",), remove=("c",), status=201),
            ("answers otherwise", "teams", {"a": 1, "b": None}, ("c",), 201),
        ),
        (
            FrameDefect(**SAID, frame="AgentLogoutSuccess", null=("a",)),
            ("sends otherwise", "AgentLogoutSuccess", {"a": None}, (), None),
        ),
        (
            FrameDefect(**SAID, frame="AgentLogoutSuccess", sent="never"),
            ("loses an event", "AgentLogoutSuccess", {}, (), None),
        ),
        (FrameDefect(**SAID, frame="mobius.call", sent="twice"), ("delivers twice", "mobius.call", {}, (), None)),
    ],
)
def test_a_defect_of_the_wire_is_a_fault_on_every_occasion(
    tenant: TenantControl, defect: Defect, fault: tuple[object, ...]
) -> None:
    planted = Planted(defect)
    armed = planted.in_tenant(tenant)
    assert (armed,) == tenant.faults()
    assert armed is not None
    assert (armed.kind, armed.where, armed.set, armed.remove, armed.status) == fault
    assert armed.times is None


def test_it_is_met_when_the_fault_has_fired(simulator: Server, tenant: TenantControl) -> None:
    planted = Planted(AnswerDefect(**SAID, answer="catalogue before sign-in", status=503))
    planted.in_tenant(tenant)
    planted.look(tenant)
    assert not planted.met
    assert planted.complaint == (
        'The scenario does not meet the defect: no answer of "catalogue before sign-in" has what it changes.'
    )
    host = {"Host": httpx.URL(tenant.desktop_url).netloc.decode()}
    path = f"{simulator.address}/u2c/api/v1/limited/catalog?format=hostmap"
    assert httpx.get(path, headers=host, trust_env=False).status_code == 503
    planted.look(tenant)
    assert (planted.met, planted.complaint) == (True, "")


def test_a_page_gets_the_changed_file(tenant: TenantControl, context: BrowserContext) -> None:
    planted = script(COMFORTS, "Åtta; without")
    planted.in_context(context)
    page = context.new_page()
    text = requested(page, tenant)
    assert "* Åtta; without this script" in text
    assert COMFORTS not in text
    assert (planted.met, planted.complaint, planted.stale) == (True, "", "")


def test_a_pattern_may_be_a_path_of_the_desktop(tenant: TenantControl, context: BrowserContext) -> None:
    planted = script("<svg", '<svg id="it"', "/desktop/mark.svg")
    planted.in_context(context)
    page = context.new_page()
    page.goto(f"{tenant.desktop_url.rstrip('/')}/desktop/mark.svg")
    assert page.evaluate("document.documentElement.id") == "it"
    assert planted.met


@pytest.mark.parametrize(
    ("find", "sentence"),
    [
        ("nowhere to be found", r"it: its find is not in http://id.*/static/identity.js; expected exactly once."),
        ("const", "it: its find is "),
    ],
)
def test_one_that_no_longer_fits_is_stale_and_the_page_gets_the_file(
    tenant: TenantControl, context: BrowserContext, find: str, sentence: str
) -> None:
    planted = script(find)
    planted.in_context(context)
    assert COMFORTS in requested(context.new_page(), tenant)
    assert (planted.met, planted.complaint) == (False, planted.stale)
    assert planted.stale.startswith(sentence.partition("http")[0])
    assert planted.stale.endswith("/static/identity.js; expected exactly once. Correct the entry's find.")


def test_a_file_that_is_not_served_is_not_judged(tenant: TenantControl, context: BrowserContext) -> None:
    planted = script("a", "b", "**/static/nothing.js")
    planted.in_context(context)
    requested(context.new_page(), tenant, "static/nothing.js")
    assert planted.complaint == "The scenario does not meet the defect: no browser requested **/static/nothing.js."


def test_a_file_whose_connection_is_cut_is_not_judged(tenant: TenantControl, context: BrowserContext) -> None:
    planted = script(COMFORTS, pattern="**=again")
    planted.in_context(context)
    page = context.new_page()
    page.goto(f"{tenant.identity_url.rstrip('/')}/help")
    tenant.arm_fault("cuts everything", where="identity file")
    assert page.evaluate("fetch('/static/identity.js?time=again').then(() => 'answered', () => 'failed')") == "failed"
    assert (planted.met, planted.stale) == (False, "")
