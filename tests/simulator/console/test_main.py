"""The live console in Chromium: signing in, watching a tenant, and doing by button what the control plane can do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from deskproof.simulator.control.client import Control, TenantControl
from deskproof.simulator.server import Server
from deskproof.steps.evidence.accessibility import Accessibility, finding
from tests.simulator.console.conftest import NUMBER, agent, console, sign_in

CUSTOMER = "+46701740605"


@pytest.fixture
def page(browser: Browser, simulator: Server, tenant: TenantControl) -> Iterator[Page]:
    with console(browser, simulator, tenant) as page:
        yield page


@pytest.fixture
def ada(browser: Browser, tenant: TenantControl) -> Iterator[Page]:
    with agent(browser, tenant, "ada") as desktop:
        yield desktop


def card(page: Page, name: str) -> Locator:
    """The region of the page with this id."""
    return page.locator(f"#{name}")


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def test_a_wrong_token_is_refused_and_not_stored(browser: Browser, simulator: Server) -> None:
    with console(browser, simulator, None) as page:
        expect(page.get_by_label("Control token")).to_be_focused()
        sign_in(page, "a-wrong-token-of-some-length")
        expect(page.get_by_role("status")).to_contain_text("That is not the control token.")
        expect(page.get_by_label("Control token")).to_be_focused()
        assert page.evaluate("sessionStorage.length") == 0
        sign_in(page, simulator.control_token)
        expect(page.get_by_role("button", name="Sign Out")).to_be_visible()


def test_the_token_stays_in_the_tab_until_sign_out(page: Page, simulator: Server) -> None:
    assert simulator.control_token not in page.content()
    page.reload()
    expect(page.get_by_role("heading", name="Agents")).to_be_visible()
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    press(page, "Sign Out")
    expect(page.get_by_label("Control token")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Control token")).to_be_visible()


def test_a_call_from_the_first_ring_to_the_end(page: Page, ada: Page, tenant: TenantControl) -> None:
    expect(card(page, "agents").get_by_role("listitem")).to_contain_text(f"Ada Lindqvist Support · {NUMBER}")
    page.get_by_label("From the number").first.fill(CUSTOMER)
    press(page, "Call")
    expect(card(page, "contacts").get_by_role("listitem")).to_contain_text("Offered")
    expect(card(page, "phones")).to_contain_text("Rings: a call")
    expect(card(page, "agents")).to_contain_text("Engaged")
    press(page, "Answer: Ada Lindqvist")
    expect(card(page, "contacts").get_by_role("listitem")).to_contain_text("Connected")
    expect(card(page, "contacts").get_by_role("definition")).to_have_text([CUSTOMER, "Ada Lindqvist"])
    press(page, "+1 min")
    expect(card(page, "contacts").locator(".timer")).to_have_text("01:00")
    press(page, "Hang Up: Ada Lindqvist")
    expect(card(page, "contacts").get_by_role("listitem")).to_contain_text("Wrap-up")
    assert [one.state for one in tenant.conversations()] == ["wrap-up"]


def test_a_call_is_declined_and_a_phone_is_not_ready(page: Page, ada: Page, tenant: TenantControl) -> None:
    press(page, "Call")
    press(page, "Decline: Ada Lindqvist")
    expect(card(page, "agents")).to_contain_text("Idle")
    page.get_by_label("Ready: Ada Lindqvist").uncheck()
    expect(page.get_by_label("Ready: Ada Lindqvist")).not_to_be_checked()
    assert [phone.ready for phone in tenant.phones()] == [False]


def test_a_choice_stays_as_made_until_the_simulator_has_answered(page: Page, ada: Page, tenant: TenantControl) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/phones/**", hold)
    ready = page.get_by_label("Ready: Ada Lindqvist")
    ready.uncheck()
    tenant.customer_calls(queue="support", number=CUSTOMER)
    expect(card(page, "contacts")).to_contain_text(CUSTOMER)
    expect(ready).not_to_be_checked()
    with page.expect_response("**/phones/**"):
        held[0].continue_()
    assert [phone.ready for phone in tenant.phones()] == [False]


def test_who_listens_is_chosen(page: Page, ada: Page, tenant: TenantControl) -> None:
    press(page, "Call")
    press(page, "Answer: Ada Lindqvist")
    for listener, heard in ((CUSTOMER, "1700 Hz"), ("Ada Lindqvist", "1000 Hz")):
        page.get_by_label(f"Who listens to the call of {CUSTOMER}").select_option(listener)
        press(page, f"Listen to the call of {CUSTOMER}")
        expect(card(page, "contacts")).to_contain_text(heard)


def test_the_phone_of_a_number_answers_what_was_transferred_to_it(page: Page, ada: Page, tenant: TenantControl) -> None:
    press(page, "Call")
    press(page, "Answer: Ada Lindqvist")
    ada.get_by_role("button", name="Consult or Transfer").click()
    ada.get_by_role("radio", name="Number", exact=True).check()
    ada.get_by_role("textbox", name="Number", exact=True).fill("+12015550170")
    ada.get_by_role("button", name="Transfer", exact=True).click()
    expect(card(page, "phones")).to_contain_text("Rings: a transferred call")
    press(page, "Answer: +12015550170")
    expect(card(page, "contacts").get_by_role("definition")).to_have_text([CUSTOMER, "Ada Lindqvist", "+12015550170"])
    press(page, "Hang Up: +12015550170")
    expect(card(page, "contacts").get_by_role("definition")).to_have_text([CUSTOMER, "Ada Lindqvist"])
    assert [one.transferred_to for one in tenant.conversations()] == [None]


def test_a_supervisor_signs_in_and_enters_a_call(page: Page, ada: Page, tenant: TenantControl) -> None:
    supervisors = card(page, "supervisors")
    expect(supervisors).to_contain_text("No supervisor is signed in.")
    page.get_by_label("Who signs in").select_option("Signe Dahl")
    press(page, "Sign In the Supervisor")
    signe = supervisors.get_by_role("listitem")
    expect(signe).to_contain_text("There is no call to monitor.")
    press(page, "Call")
    press(page, "Answer: Ada Lindqvist")
    press(page, "Monitor: Signe Dahl")
    expect(signe).to_contain_text("Requested")
    expect(card(page, "phones")).to_contain_text("Rings: monitoring")
    press(page, "Answer: Signe Dahl")
    for act, state in (
        ("Pause", "Paused"), ("Only Listen", "Listening"), ("Whisper", "Whispering"), ("Barge In", "Barged in"),
    ):  # fmt: skip
        press(page, f"{act}: Signe Dahl")
        expect(signe.locator(".tag")).to_have_text(state)
    expect(signe.get_by_role("button")).to_have_text(["Take Over", "End Monitoring"])
    press(page, "Take Over: Signe Dahl")
    expect(card(page, "contacts").get_by_role("definition")).to_have_text([CUSTOMER, "Signe Dahl", "Ada Lindqvist"])
    expect(signe).to_contain_text("There is no call to monitor.")
    assert [(one.agent, one.wrapping_up) for one in tenant.conversations()] == [("signe", ("ada",))]


def test_a_supervisor_changes_states_and_signs_out(page: Page, ada: Page, tenant: TenantControl) -> None:
    tenant.sign_in_supervisor("signe", number="+12015550150")
    page.get_by_label("New state").select_option("Idle · Lunch Break")
    press(page, "Change State")
    expect(card(page, "agents")).to_contain_text("Idle Lunch Break")
    expect(ada.get_by_role("button", name="Availability")).to_contain_text("Lunch Break")
    page.get_by_label("New state").select_option("Available")
    press(page, "Change State")
    expect(card(page, "agents").locator(".agent .state.available")).to_be_attached()
    press(page, "Sign Out the Agent")
    expect(card(page, "agents").get_by_role("listitem")).to_have_count(1)
    assert [one.agent for one in tenant.agents()] == ["signe"]


def test_customers_dial_write_and_leave(page: Page, tenant: TenantControl) -> None:
    page.get_by_label("Calls", exact=True).select_option(label="+12015550190 · Main Number")
    press(page, "Call")
    page.get_by_label("Writes to").select_option("Support E-mail")
    page.get_by_label("Name or address").fill("Eva")
    press(page, "Write")
    rows = card(page, "contacts").get_by_role("listitem")
    expect(rows).to_contain_text(["Voice · Support Line", "Eva E-mail · Support E-mail"])
    assert [(one.channel, one.dialled) for one in tenant.conversations()] == [("voice", "+12015550190"), ("email", "")]
    press(page, "End the contact of Eva")
    expect(rows).to_have_count(1)


def test_what_others_do_is_seen_as_it_happens(page: Page, tenant: TenantControl) -> None:
    expect(card(page, "contacts")).to_contain_text("No contacts.")
    tenant.customer_calls(queue="support", number=CUSTOMER)
    expect(card(page, "contacts")).to_contain_text(CUSTOMER)
    tenant.advance(seconds=75)
    expect(page.locator(".time")).to_contain_text("09:01:15")
    expect(card(page, "contacts").locator(".timer")).to_have_text("01:15")
    tenant.run_clock()
    expect(page.locator(".clock")).to_contain_text("Running")
    tenant.change({"people": [{"key": "bo", "lastName": "Ny"}]})
    card(page, "people").get_by_role("heading").click()
    expect(card(page, "people").get_by_role("rowheader", name="Bo Ny")).to_be_visible()


def test_the_clock_is_moved_frozen_and_set_running(page: Page, tenant: TenantControl) -> None:
    clock = page.locator(".clock")
    for name, time in (("+1 s", "09:00:01"), ("+10 s", "09:00:11"), ("+1 min", "09:01:11"), ("+15 min", "09:16:11")):
        press(page, name)
        expect(clock.locator("time")).to_contain_text(time)
    page.get_by_label("Seconds", exact=True).first.fill("9")
    press(page, "Advance")
    expect(clock.locator("time")).to_contain_text("09:16:20")
    expect(page.get_by_role("button", name="To the next deadline")).to_be_disabled()
    press(page, "Run")
    expect(clock).to_contain_text("Running")
    assert not tenant.clock().frozen
    press(page, "Freeze")
    expect(clock).to_contain_text("Frozen")
    assert tenant.clock().frozen


def test_an_unanswered_call_is_the_next_deadline(page: Page, ada: Page) -> None:
    press(page, "Call")
    expect(page.locator(".clock")).to_contain_text("Next deadline 09:00:18")
    press(page, "To the next deadline")
    expect(card(page, "agents")).to_contain_text("RONA")


def test_faults_are_armed_and_cleared(page: Page, tenant: TenantControl) -> None:
    page.get_by_label("Fault", exact=True).select_option("answers otherwise")
    page.get_by_label("Where (*: anywhere)").fill("teams")
    page.get_by_label("Times (empty: always)").fill("")
    page.get_by_text("More", exact=True).click()
    page.get_by_label("Values to set, as JSON").fill("{'data'")
    press(page, "Arm")
    expect(page.get_by_role("status")).to_contain_text("This is not JSON.")
    page.get_by_label("Values to set, as JSON").fill('{"data.0.name": "Returns"}')
    press(page, "Arm")
    expect(card(page, "faults").get_by_role("listitem")).to_contain_text("fired 0 of ∞")
    (fault,) = tenant.faults()
    assert (fault.kind, fault.where, fault.times, fault.set) == (
        "answers otherwise", "teams", None, {"data.0.name": "Returns"},
    )  # fmt: skip
    press(page, "Clear: answers otherwise")
    expect(card(page, "faults")).to_contain_text("No fault is armed.")
    assert [one.cleared for one in tenant.faults()] == [True]


def test_a_refusal_is_shown_with_its_sentence(page: Page) -> None:
    page.get_by_label("Where (*: anywhere)").fill("teems")
    press(page, "Arm")
    expect(page.get_by_role("status")).to_contain_text('"answers late" does not act at "teems"')
    press(page, "Dismiss")
    expect(page.get_by_role("status").locator("p")).to_have_count(0)


def test_the_code_of_a_forgotten_password_is_in_the_mailboxes(
    browser: Browser, page: Page, tenant: TenantControl
) -> None:
    other = browser.new_page(locale="en-GB")
    other.goto(f"{tenant.desktop_url}/")
    other.locator("input[type=email]").fill(tenant.people["ada"].email)
    other.locator("input[type=email]").press("Enter")
    other.get_by_role("button", name=re.compile("Forgot")).click()
    expect(card(page, "mailboxes").locator(".code")).to_be_visible()
    assert card(page, "mailboxes").locator(".code").text_content() == tenant.mail(tenant.people["ada"].email)[0].code
    other.close()


def test_the_configuration_is_changed(page: Page, tenant: TenantControl) -> None:
    card(page, "configuration").get_by_role("heading").click()
    page.get_by_label("A patch, as JSON").fill('{"settings": {"teamsConnector": true}}')
    press(page, "Change")
    expect(card(page, "configuration").locator("pre")).to_contain_text('"teamsConnector": true')
    assert tenant.configuration()["settings"]["teamsConnector"] is True


def test_the_stream_is_filtered_and_paused(page: Page, ada: Page, tenant: TenantControl) -> None:
    stream = card(page, "stream")
    tenant.customer_calls(queue="support", number=CUSTOMER)
    expect(stream.get_by_text("ConversationOffered")).to_be_visible()
    page.get_by_label("Filter").fill("MEETING agentsignedin")
    expect(stream.locator(".lines > li")).to_have_count(1)
    page.get_by_label("Filter").fill("nothing of the kind")
    expect(stream).to_contain_text("Nothing fits the filter.")
    page.get_by_label("Filter").fill("")
    page.get_by_label("Kind").select_option("command")
    expect(stream.locator(".lines > li.event")).to_have_count(0)
    page.get_by_label("Kind").select_option("All kinds")
    press(page, "Pause")
    before = stream.locator(".lines > li").count()
    tenant.customer_calls(queue="support", number="+46701740606")
    expect(card(page, "contacts")).to_contain_text("+46701740606")
    expect(stream.locator(".lines > li")).to_have_count(before)
    press(page, "Pause")
    expect(stream.locator(".lines > li").first).to_contain_text("CustomerCalled")
    stream.get_by_text("Wire", exact=True).click()
    expect(stream.locator(".lines > li.wire").first).to_be_visible()
    expect(stream.locator(".way").filter(has_text="← WS").first).to_be_visible()


def test_a_fact_is_waited_for(page: Page, tenant: TenantControl) -> None:
    page.get_by_text("Wait for a fact").click()
    page.get_by_label("Fact", exact=True).fill("CustomerCalled")
    press(page, "Wait")
    press(page, "Call")
    expect(page.get_by_role("status")).to_contain_text("CustomerCalled is entry 2 of the journal.")


def test_what_was_done_is_copied(page: Page, ada: Page) -> None:
    expect(card(page, "history")).to_contain_text("can be copied")
    press(page, "Call")
    expect(card(page, "history").locator("pre")).to_contain_text('Then the phone "+12015550123" rings')
    for name, part in (("Steg (svenska)", "När en kund ringer"), ("curl", "curl -sS"), ("Python", "customer_calls(")):
        card(page, "history").get_by_text(name, exact=True).click()
        expect(card(page, "history").locator("pre")).to_contain_text(part)
    press(page, "Copy")
    expect(page.get_by_role("status")).to_contain_text("Copied.")
    card(page, "history").get_by_role("button", name="Clear").click()
    expect(card(page, "history")).to_contain_text("can be copied")


def test_a_lost_connection_is_said_and_found_again(page: Page, tenant: TenantControl) -> None:
    changes = re.compile("/changes")
    page.route(changes, lambda route: route.abort())
    tenant.advance(seconds=1)
    expect(page.get_by_role("status")).to_contain_text("The simulator does not answer.")
    page.unroute(changes)
    tenant.customer_calls(queue="support", number=CUSTOMER)
    expect(card(page, "contacts")).to_contain_text(CUSTOMER)
    expect(page.get_by_role("status").locator("p")).to_have_count(0)


def test_tenants_are_created_chosen_and_closed(page: Page, simulator: Server, tenant: TenantControl) -> None:
    card(page, "tenants").get_by_role("heading").click()
    page.get_by_label("Clock frozen at").fill("2026-03-01T12:00:00Z")
    press(page, "Create tenant")
    expect(page.locator(".time")).to_contain_text("2026-03-01 12:00:00")
    created = page.locator("#tenant").input_value()
    assert created != tenant.id
    page.on("dialog", lambda dialog: dialog.accept())
    press(page, f"Close {created}")
    expect(page.locator(f"#tenant option[value={created}]")).to_have_count(0)
    with simulator.control() as control:
        assert created not in [one.id for one in control.tenants()]


def test_a_tenant_that_others_close_is_gone(page: Page, simulator: Server) -> None:
    with simulator.control() as control:
        other = control.create_tenant()
        page.locator("#tenant").focus()
        page.locator("#tenant").select_option(other.id)
        expect(page.get_by_role("heading", name="Agents")).to_be_visible()
        other.close()
        expect(page.locator(f"#tenant option[value={other.id}]")).to_have_count(0)


def test_the_language_and_the_appearance_are_remembered(page: Page) -> None:
    press(page, "Svenska")
    expect(page.get_by_role("heading", name="Agenter")).to_be_visible()
    page.get_by_label("Utseende").select_option("dark")
    page.reload()
    expect(page.get_by_role("heading", name="Agenter")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_the_keyboard_alone_is_enough_for_a_call(browser: Browser, simulator: Server, tenant: TenantControl) -> None:
    with console(browser, simulator, tenant) as page:
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement?.textContent") == "Call":
                break
        page.keyboard.press("Enter")
        expect(card(page, "contacts")).to_contain_text(CUSTOMER)


@pytest.mark.parametrize(
    ("locale", "appearance"),
    [
        ("en-GB", "light"),
        ("sv-SE", "dark"),
        pytest.param("en-GB", "dark", marks=pytest.mark.nightly),
        pytest.param("sv-SE", "light", marks=pytest.mark.nightly),
    ],
)
def test_every_state_is_accessible_and_fits(
    browser: Browser, simulator: Server, tenant: TenantControl, ada: Page, locale: str, appearance: str
) -> None:
    tenant.customer_calls(queue="support", number=CUSTOMER)
    tenant.customer_writes(queue="chat", customer="Eva")
    tenant.arm_fault("answers late", seconds=2)
    tenant.sign_in_supervisor("signe", number="+12015550150")
    axe = Accessibility()
    with console(browser, simulator, None, locale=locale) as page:
        page.emulate_media(color_scheme="dark" if appearance == "dark" else "light")
        assert _wrong(axe, page) == []
        sign_in(page, simulator.control_token)
        page.locator("#tenant").select_option(tenant.id)
        expect(page.locator(".phone .ring")).to_be_visible()
        page.locator("#customers button").first.click()
        expect(page.locator("#history pre")).to_be_visible()
        for details in page.locator("details:not(.lines details)").all():
            details.evaluate("(each) => { each.open = true; }")
        for width in (1440, 900, 400):
            page.set_viewport_size({"width": width, "height": 900})
            assert _wrong(axe, page) == []
            assert page.evaluate("document.documentElement.scrollWidth") == width
        page.locator("input[name=stream][value=wire]").check(force=True)
        assert _wrong(axe, page) == []


def _wrong(axe: Accessibility, page: Page) -> list[str]:
    return [finding(violation) for violation in axe.look(page, "") or ()]


def test_a_simulator_without_tenants_offers_to_create_one(browser: Browser) -> None:
    from deskproof.simulator.server import start_server

    with start_server() as server, console(browser, server, None) as page:
        sign_in(page, server.control_token)
        press(page, "Create tenant")
        expect(page.get_by_role("heading", name="Agents")).to_be_visible()
        with Control(address=server.address, token=server.control_token) as control:
            assert len(control.tenants()) == 1
