"""The fixtures that step functions and actors use: a simulator, a tenant of the scenario's own, browsers, contexts, the
clock.

Rule: fixtures set up and clean up; they judge nothing. A scenario gets everything fresh and leaves nothing behind.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Error as PlaywrightError

from deskproof.simulator.control.client import Control, TenantControl, Unreachable
from deskproof.steps.browsers.browser import Kind
from deskproof.steps.browsers.own_browser import OWN_BROWSER, OwnBrowser
from deskproof.steps.browsers.pool import FULL_BROWSER, Browsers
from deskproof.steps.evidence.collector import EvidenceCollector
from deskproof.steps.gherkin.files.reader import WrittenScenario
from deskproof.steps.gherkin.vocabulary.values import Language
from deskproof.steps.mutation.planted import Planted
from deskproof.steps.runner.clock import START, Clock
from deskproof.steps.runner.scenario_recorder import EVIDENCE, PLANTED, WRITTEN
from deskproof.steps.runner.session import SESSION
from deskproof.steps.runner.tracing import TRACING
from deskproof.steps.screens.interface import OpenScreens
from deskproof.steps.screens.verbs_used import VerbsUsed

BLUEPRINT = "standard"
_LOCALES = {"en": "en-US", "sv": "sv-SE"}
_TIMEOUT_MILLISECONDS = 10_000
"""How long the product may take to show what a step waits for; generous, because it only costs time when a scenario
fails.
"""

_CONTEXT: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "timezone_id": "UTC"}


class NewContext(Protocol):
    """Opens a browser context of the scenario; it is the `actor`'s, and the rest goes to Playwright's `new_context`.

    `flags` are switches of the browser itself, which only a scenario with browsers of its own can set (@own-browser);
    `firefox` opens it in the machine's Firefox.
    """

    def __call__(
        self, *, actor: str = "", flags: Sequence[str] = (), firefox: bool = False, **options: Any
    ) -> BrowserContext: ...


def _locale(language: Language) -> str:
    return _LOCALES.get(language, language)


@pytest.fixture
def written(request: pytest.FixtureRequest) -> WrittenScenario:
    """The scenario that runs, as its feature file has it."""
    written: WrittenScenario = request.node.stash[WRITTEN]
    return written


@pytest.fixture
def simulator(pytestconfig: pytest.Config, written: WrittenScenario) -> Control:
    """The control plane of the simulator that the scenario runs against: the run's, or one with its defect."""
    return pytestconfig.stash[SESSION].control_for(written.id)


@pytest.fixture
def language(written: WrittenScenario) -> str:
    """The code of the language of the scenario's feature."""
    return written.language


@pytest.fixture
def evidence_collector(request: pytest.FixtureRequest) -> EvidenceCollector:
    """Collects the scenario's evidence; a step that provokes an error of a page announces it with `expect_error`."""
    collector: EvidenceCollector = request.node.stash[EVIDENCE]
    return collector


@pytest.fixture
def planted(request: pytest.FixtureRequest) -> Planted:
    """The defect that is planted for the scenario, if there is one."""
    planted: Planted = request.node.stash[PLANTED]
    return planted


@pytest.fixture
def tenant(simulator: Control, evidence_collector: EvidenceCollector, planted: Planted) -> Iterator[TenantControl]:
    """The scenario's own tenant, whose clock is stopped at its first instant."""
    tenant = simulator.create_tenant(BLUEPRINT, frozen_at=START)
    evidence_collector.follow_tenant(tenant)
    if (fault := planted.in_tenant(tenant)) is not None:
        evidence_collector.leave_out(fault)
    yield tenant
    planted.look(tenant)
    with contextlib.suppress(Unreachable):
        tenant.close()


@pytest.fixture
def desktop(pytestconfig: pytest.Config, tenant: TenantControl) -> str:
    """The address of the desktop for the scenario's tenant."""
    return pytestconfig.stash[SESSION].desktop.of(tenant)


@pytest.fixture
def open_screens(pytestconfig: pytest.Config, written: WrittenScenario) -> Iterator[OpenScreens]:
    """The screens of the project's desktop; the verbs that the scenario uses are saved in the folder of the run."""
    session = pytestconfig.stash[SESSION]
    used = VerbsUsed(written.id)
    yield partial(session.adapter.open_screens, used=used.note)
    used.save(session.folder, session.recorder.worker, session.recorder.mask.value)


@pytest.fixture
def dial_number(pytestconfig: pytest.Config) -> str:
    """What a person types under Dial Number where the scenario names no number."""
    return pytestconfig.stash[SESSION].adapter.dial_number


@pytest.fixture
def clock(tenant: TenantControl) -> Clock:
    """The scenario's clock, which moves the tenant's and the browsers' together."""
    return Clock(tenant)


@pytest.fixture
def browser_for(pytestconfig: pytest.Config) -> Callable[[Kind], Browser]:
    """Returns the worker's browser of a kind; a full one for `shell` too where the run requests or has nothing else."""
    return pytestconfig.stash[SESSION].browsers.get


@pytest.fixture
def browsers(pytestconfig: pytest.Config) -> Browsers:
    """The browsers of the worker."""
    return pytestconfig.stash[SESSION].browsers


@pytest.fixture
def new_context(
    request: pytest.FixtureRequest,
    browser_for: Callable[[Kind], Browser],
    browsers: Browsers,
    clock: Clock,
    evidence_collector: EvidenceCollector,
    desktop: str,
    planted: Planted,
    written: WrittenScenario,
) -> Iterator[NewContext]:
    """Opens contexts with the scenario's clock and language, recorded from their first page and closed at its end."""
    kind: Kind = "full" if FULL_BROWSER in written.tags else "shell"
    opened: list[BrowserContext] = []
    processes: list[OwnBrowser] = []
    expect.set_options(timeout=_TIMEOUT_MILLISECONDS)

    def own_context(flags: Sequence[str]) -> BrowserContext:
        size = _CONTEXT["viewport"]["width"], _CONTEXT["viewport"]["height"]
        own = browsers.start_own(languages=_locale(written.language), size=size, flags=flags)
        processes.append(own)
        return own.context

    def fresh_context(browser: Browser, options: dict[str, Any]) -> BrowserContext:
        chosen = {**_CONTEXT, "locale": _locale(written.language), "base_url": desktop, **options}
        return browser.new_context(**chosen)

    def open_context(
        *, actor: str = "", flags: Sequence[str] = (), firefox: bool = False, **options: Any
    ) -> BrowserContext:
        if OWN_BROWSER in written.tags:
            context = own_context(flags)
        else:
            context = fresh_context(browsers.firefox() if firefox else browser_for(kind), options)
        opened.append(context)
        if firefox and (impact := request.config.stash[SESSION].impact) is not None:
            impact.browser_without_scripts()
        context.set_default_timeout(_TIMEOUT_MILLISECONDS)
        planted.in_context(context)
        clock.follow(context)
        evidence_collector.follow(context, actor)
        request.node.stash[TRACING].follow(context, actor)
        return context

    yield open_context
    for context in reversed(opened):
        with contextlib.suppress(PlaywrightError):
            context.close()
    for own in processes:
        own.close()
