"""From the address to Station Credentials, for somebody whom the browser knows: a first visit, and one after it."""

from __future__ import annotations

import time

from playwright.sync_api import Browser, BrowserContext, Request, expect, sync_playwright

from deskproof.simulator.control.client import Control, TenantControl
from deskproof.simulator.server import start_server
from deskproof.steps.browsers.browser import ensure, launch_options
from deskproof.steps.cast.browser.stored_sign_in import store_sign_in
from tests.bench.results import Table, table

_VISITS = 5
"""Visits of each kind in a round."""


def measure(rounds: int) -> Table:
    """Milliseconds from the address to the dialog, and what was transferred."""
    taken: dict[str, list[tuple[float, float]]] = {"first visit": [], "later visit": []}
    transferred = ""
    with start_server() as server, server.control() as control, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options(ensure("shell")))
        for _ in range(rounds * _VISITS):
            transferred = _round(control, browser, taken)
        browser.close()
    return table(
        "desktop", "The desktop: from its address to Station Credentials", taken, unit="ms", note=transferred, goals={},
    )  # fmt: skip


def _round(control: Control, browser: Browser, taken: dict[str, list[tuple[float, float]]]) -> str:
    tenant = control.create_tenant("standard")
    context = browser.new_context(locale="en-US")
    store_sign_in(context, tenant, tenant.people["ada"])
    said = []
    for name, pairs in taken.items():
        milliseconds, sizes = _visit(context, tenant)
        pairs.append((milliseconds, 0.0))
        said.append(f"A {name} takes {len(sizes)} requests and {sum(sizes) / 1024:.0f} KiB.")
    context.close()
    tenant.close()
    return "\n".join(said)


def _visit(context: BrowserContext, tenant: TenantControl) -> tuple[float, list[int]]:
    """Milliseconds until the dialog is there, and the bytes of each answer."""
    page = context.new_page()
    finished: list[Request] = []

    def finish(request: Request) -> None:
        finished.append(request)

    page.on("requestfinished", finish)
    began = time.perf_counter()
    page.goto(tenant.desktop_url)
    expect(page.get_by_role("dialog", name="Station Credentials")).to_be_visible()
    milliseconds = round((time.perf_counter() - began) * 1000, 1)
    sizes = [request.sizes() for request in finished]
    page.close()
    return milliseconds, [size["responseHeadersSize"] + size["responseBodySize"] for size in sizes]
