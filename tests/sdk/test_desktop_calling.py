"""The vendor's published client takes calls in the browser: signs in with Desktop, is rung, answers, talks, hangs up.

Its calling part has fixed addresses and wants https, so the browser resolves those hosts to this machine
and accepts a certificate that is made for the test.
"""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from playwright.sync_api import Browser, sync_playwright

from deskproof.simulator.control.client import TenantControl
from deskproof.simulator.server import Server, Tls, start_server
from deskproof.simulator.wire.calling.catalogue import CALLING_OPERATIONS, EVENTS
from deskproof.simulator.wire.kernel.provenance import RAN_IN_BROWSER
from deskproof.steps.browsers.browser import ensure, ensure_driver, launch_options
from tests.sdk.conftest import FROZEN_AT, Application, misfits, sign_in

PAGE = Path(__file__).parent / "page"
VENDOR_HOSTS = ("*.wbx2.com", "*.ciscospark.com")
CATALOGUE = "https://u2c.wbx2.com/u2c/api/v1"
CUSTOMER = "+46701740605"
TONE, HUM = 1_000, 440
"""What the simulated customer says, and what the browser's invented microphone records."""


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Tls:
    """A certificate of one day that nobody but these tests trusts."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Deskproof tests")])
    now = datetime.now(UTC)  # noqa: TID251  a certificate is judged by the browser's own clock
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, private = folder / "certificate.pem", folder / "key.pem"
    pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    return Tls(certificate=pem, key=private)


@pytest.fixture(scope="module")
def server(sdk: Path, tls: Tls) -> Iterator[Server]:
    with start_server(tls=tls, also_hosts=VENDOR_HOSTS) as server:
        yield server


@pytest.fixture
def tenant(server: Server) -> Iterator[TenantControl]:
    with server.control() as control:
        tenant = control.create_tenant("standard", frozen_at=FROZEN_AT)
        yield tenant
        tenant.close()


@pytest.fixture(scope="module")
def browser(sdk: Path, server: Server) -> Iterator[Browser]:
    """A full Chromium, which has a microphone to allow, and to which the vendor's hosts are here."""
    ensure_driver()
    options = launch_options(ensure("full"))
    here = f"127.0.0.1:{urlsplit(server.address).port}"
    rules = ", ".join(f"MAP {host} {here}" for host in VENDOR_HOSTS)
    options["args"] += [f"--host-resolver-rules={rules}", "--ignore-certificate-errors"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@dataclass(frozen=True, kw_only=True)
class SignedIn:
    """An agent at work, and the wrap-up codes the client was given when it registered."""

    application: Application
    wrap_up_codes: list[dict[str, Any]]


@pytest.fixture
def signed_in(
    browser: Browser, page_address: str, tenant: TenantControl, server: Server, tls: Tls
) -> Iterator[SignedIn]:
    """Ada with the vendor's client, registered, signed in with Desktop and Available."""
    person = tenant.people["ada"]
    trusting = ssl.create_default_context(cafile=str(tls.certificate))
    with browser.new_context(java_script_enabled=False) as provider:
        token = sign_in(provider.new_page(), tenant, person, server.address, trusting)
    with browser.new_context(permissions=["microphone"]) as context:
        page = context.new_page()
        page.goto(page_address)
        page.evaluate("([token, catalogue]) => application.open(token, catalogue)", [token, CATALOGUE])
        page.add_script_tag(path=PAGE / "tasks.js")
        page.add_script_tag(path=PAGE / "voice.js")
        application = Application(page=page, person=person, tenant=tenant)
        profile = application.call("register")
        station = {"teamId": profile["teams"][0]["id"], "loginOption": "BROWSER"}
        assert application.call("stationLogin", station)["deviceType"] == "BROWSER"
        application.call("setAgentState", {"state": "Available", "auxCodeId": "0", "lastStateChangeReason": ""})
        yield SignedIn(application=application, wrap_up_codes=profile["wrapupCodes"])


def wait_for_event(application: Application, name: str) -> None:
    """Waits for the client's next event of this name."""
    application.page.wait_for_function("name => tasks.next(name)", arg=name)


def does(application: Application, conversation: str, name: str, *given: object) -> None:
    asked = [conversation, name, list(given)]
    answer = application.page.evaluate("([task, name, given]) => tasks.call(task, name, ...given)", asked)
    assert "error" not in answer, f"{name} was rejected: {answer['error']}"


def test_a_call_in_the_browser_is_heard_at_both_ends(signed_in: SignedIn, tenant: TenantControl) -> None:
    """Afterwards the traffic names exactly the entries marked with this test, but for the region, asked of nobody."""
    ada = signed_in.application
    conversation = tenant.customer_calls(queue="support", number=CUSTOMER)
    wait_for_event(ada, "task:incoming")

    does(ada, conversation, "accept")
    wait_for_event(ada, "task:assigned")
    assert tenant.wait_for("ConversationConnected", agent="ada").cause == "AnswerConversation"
    assert tenant.heard(conversation) == pytest.approx(HUM, rel=0.05)
    assert ada.page.wait_for_function("() => voice.hertz()").json_value() == pytest.approx(TONE, rel=0.05)

    does(ada, conversation, "end")
    wait_for_event(ada, "task:end")
    tenant.wait_for("ConversationEnded", agent="ada")
    solved = next(code for code in signed_in.wrap_up_codes if code["name"] == "Solved")
    does(ada, conversation, "wrapup", {"wrapUpReason": solved["name"], "auxCodeId": solved["id"]})
    ada.call("stationLogout", {"logoutReason": "User requested logout"})
    ada.call("deregister")
    tenant.wait_for("AgentSignedOut", agent="ada")

    marks = {entry.name: entry.compared for entry in CALLING_OPERATIONS} | {
        entry.name: entry.compared for entry in EVENTS
    }
    seen = {line.name for line in tenant.traffic()} & marks.keys()
    assert seen == {name for name, mark in marks.items() if mark == RAN_IN_BROWSER} - {"region"}
    assert misfits(tenant) == []


def test_a_second_call_is_announced_once(signed_in: SignedIn, tenant: TenantControl) -> None:
    ada, solved = signed_in.application, next(code for code in signed_in.wrap_up_codes if code["name"] == "Solved")
    for _ in range(2):
        conversation = tenant.customer_calls(queue="support", number=CUSTOMER)
        wait_for_event(ada, "task:incoming")
        does(ada, conversation, "accept")
        wait_for_event(ada, "task:assigned")
        does(ada, conversation, "end")
        wait_for_event(ada, "task:end")
        does(ada, conversation, "wrapup", {"wrapUpReason": solved["name"], "auxCodeId": solved["id"]})
        wait_for_event(ada, "task:wrappedup")
    assert not ada.page.evaluate("() => tasks.events.some((event) => event.name === 'task:incoming')")
