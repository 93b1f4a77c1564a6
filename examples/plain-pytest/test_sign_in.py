"""An agent signs in to the desktop in a browser, and the simulator tells what the contact centre saw of it."""

import pytest


def test_an_agent_signs_in(page, deskproof_tenant):
    ada = deskproof_tenant.people["ada"]
    sign_in(page, deskproof_tenant, ada)
    page.get_by_role("textbox", name="Dial Number").fill("2015532447")
    page.get_by_role("combobox", name="Team").click()
    page.get_by_role("option", name="Support").click()
    page.get_by_role("button", name="Submit").click()

    deskproof_tenant.wait_for("AgentSignedIn", agent="ada", number="+12015532447", team="support")


@pytest.mark.deskproof_tenant(
    changes={"people": [{"key": "ada", "password": "correct horse 7"}]}, frozen_at="2026-01-15T09:00:00Z"
)
def test_the_tenant_is_as_the_marker_says(deskproof_tenant):
    assert deskproof_tenant.people["ada"].password == "correct horse 7"
    assert deskproof_tenant.advance(seconds=60).isoformat() == "2026-01-15T09:01:00+00:00"


@pytest.mark.anyio
async def test_an_asynchronous_test_awaits(deskproof_async_tenant):
    await deskproof_async_tenant.change({"settings": {"forceDefaultDn": True}})
    configuration = await deskproof_async_tenant.configuration()
    assert configuration["settings"]["forceDefaultDn"] is True


def sign_in(page, tenant, person):
    page.goto(tenant.desktop_url)
    page.get_by_label("Email address").fill(person.email)
    page.get_by_role("button", name="Sign In").click()
    page.get_by_label("Password").fill(person.password)
    page.get_by_role("button", name="Sign In").click()
