"""Forgotten passwords: mailed codes, each way they can be wrong, and the new password."""

import json
from urllib.parse import urlencode

import httpx
import pytest

from deskproof.reports.record import Mask
from deskproof.simulator.app import Application
from deskproof.simulator.domain.values import MINUTE
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.product.identity.conftest import Visitor

pytestmark = pytest.mark.anyio

ADA = "ada.lindqvist@example.com"


async def forget(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.send(email=ADA)
    await visitor.send(to="/recover")


async def other_browser_asks_for_a_code(application: Application, tenancy: Tenancy) -> None:
    transport = httpx.ASGITransport(app=application)
    async with httpx.AsyncClient(transport=transport, base_url=tenancy.origins.identity) as elsewhere:
        await forget(Visitor(http=elsewhere, tenancy=tenancy))


def mailed(tenancy: Tenancy) -> str:
    return tenancy.mailboxes.of(ADA)[-1].code or ""


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


async def test_the_mailed_code_leads_to_a_new_password_that_signs_in(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    assert visitor.page.url.path == "/recover/code"
    assert ADA in visitor.page.text
    assert 'inputmode="numeric"' in visitor.page.text
    assert 'autocomplete="one-time-code"' in visitor.page.text
    await visitor.send(code=mailed(tenancy))
    assert visitor.page.url.path == "/recover/password"
    await visitor.send(password="a new password", password_again="a new password")
    assert visitor.page.url.path == "/password"
    assert visitor.notice == "Your password has been changed. Sign in with the new one."
    await visitor.send(password="correct horse 7")
    assert visitor.problem.startswith("The password is not right.")
    assert visitor.answer(await visitor.send(password="a new password"))["code"]


async def test_after_a_new_password_the_recovery_begins_again(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    await visitor.send(code=mailed(tenancy))
    await visitor.send(password="a new password", password_again="a new password")
    for path in ("/recover", "/recover/code", "/recover/password"):
        assert (await visitor.get(path)).url.path == "/password"


@pytest.mark.parametrize("path", ["/recover", "/recover/password"])
async def test_every_page_of_the_recovery_leads_to_the_next_thing_to_do(
    visitor: Visitor, tenancy: Tenancy, path: str
) -> None:
    await visitor.open()
    await visitor.send(email=ADA)
    assert (await visitor.get(path)).url.path == "/password"
    await visitor.send(to="/recover")
    assert (await visitor.get(path)).url.path == "/recover/code"
    await visitor.send(code=mailed(tenancy))
    assert (await visitor.get(path)).url.path == "/recover/password"


async def test_the_traffic_names_every_page_of_the_recovery(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    await visitor.send(code=mailed(tenancy))
    await visitor.send(password="a new password", password_again="a new password")
    assert [line.name.removeprefix("identity ") for line in tenancy.traffic.after()] == [
        "authorize", "sign-in", "sign-in", "password", "recover", "recover code", "recover code", "recover password",
        "recover password", "password",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Enter the six-digit code from the email."),
        ("12345", "The code has six digits; you entered 5. Enter all six."),
        ("1234567", "The code has six digits; you entered 7. Enter just the six."),
        ("12a456", "The code has digits only. Enter the six digits from the email."),
        ("\u200b", "Enter the six-digit code from the email."),
        ("12-345", "The code has six digits; you entered 5. Enter all six."),
        ("-123456", "The code has digits only. Enter the six digits from the email."),
        ("<b>", "The code has digits only. Enter the six digits from the email."),
    ],
)
async def test_what_is_not_a_code_has_its_own_message_and_is_not_counted(
    visitor: Visitor, tenancy: Tenancy, typed: str, problem: str
) -> None:
    await forget(visitor)
    for _ in range(4):
        await visitor.send(code=typed)
        assert (visitor.page.url.path, visitor.problem) == ("/recover/code", problem)
    await visitor.send(code=mailed(tenancy))
    assert visitor.page.url.path == "/recover/password"


async def test_spaces_around_and_inside_a_pasted_code_do_not_matter(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    code = mailed(tenancy)
    await visitor.send(code=f" {code[:3]} {code[3:]} ")
    assert visitor.page.url.path == "/recover/password"


async def test_three_wrong_codes_spend_it_and_a_new_one_works(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    first = mailed(tenancy)
    problems = []
    for _ in range(3):
        await visitor.send(code=other_than(first))
        problems.append(visitor.problem)
    await visitor.send(code=first)
    assert [*problems, visitor.problem] == [
        "The code is not right. You have 2 more tries.",
        "The code is not right. You have 1 more try.",
        "The code cannot be used any more. Send a new code and enter that one.",
        "The code cannot be used any more. Send a new code and enter that one.",
    ]
    await visitor.send(to="/recover")
    assert visitor.notice == "A new code is on its way. Earlier codes no longer work."
    assert len(tenancy.mailboxes.of(ADA)) == 2
    await visitor.send(code=mailed(tenancy))
    assert visitor.page.url.path == "/recover/password"


async def test_a_code_expires_after_ten_minutes(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    tenancy.advance(10 * MINUTE)
    await visitor.send(code=mailed(tenancy))
    assert visitor.problem == "The code has expired. Send a new code and enter that one."


@pytest.mark.parametrize(
    ("password", "again", "problem"),
    [
        ("", "", "Enter a new password."),
        ("short", "short", "The password is too short. It needs at least 8 characters."),
        (
            "short\u200b\u200b\u200b",
            "short\u200b\u200b\u200b",
            "The password is too short. It needs at least 8 characters.",
        ),
        ("a" * 257, "a" * 257, "The password is too long. It may have at most 256 characters."),
        ("\u200b", "\u200b", "Enter a new password."),
        ("a new password", "another password", "The two passwords are not the same. Enter the new password twice."),
        ("a new password", "", "The two passwords are not the same. Enter the new password twice."),
    ],
)
async def test_an_unusable_new_password_has_its_message(
    visitor: Visitor, tenancy: Tenancy, password: str, again: str, problem: str
) -> None:
    await forget(visitor)
    await visitor.send(code=mailed(tenancy))
    await visitor.send(password=password, password_again=again)
    assert (visitor.page.url.path, visitor.problem) == ("/recover/password", problem)
    assert 'autocomplete="new-password"' in visitor.page.text


async def test_a_new_password_unlocks_and_ends_other_sessions(
    visitor: Visitor, application: Application, tenancy: Tenancy
) -> None:
    answer = await visitor.sign_in()
    refresh = (await visitor.exchange(answer["code"])).json()["refresh_token"]
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=application), base_url=tenancy.origins.identity
    ) as elsewhere:
        other = Visitor(http=elsewhere, tenancy=tenancy)
        await other.open()
        await other.send(email=ADA)
        for _ in range(5):
            await other.send(password="wrong")
        await other.send(to="/recover")
        await other.send(code=mailed(tenancy))
        await other.send(password="a new password", password_again="a new password")
        assert other.answer(await other.send(password="a new password"))["code"]
    await visitor.open()
    assert visitor.page.url.path == "/sign-in"
    refused = await visitor.refresh(refresh)
    assert refused.json()["error"] == "invalid_grant"


async def test_a_code_that_another_browser_entered_is_of_no_use(
    visitor: Visitor, application: Application, tenancy: Tenancy
) -> None:
    await forget(visitor)
    await visitor.send(code=mailed(tenancy))
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=application), base_url=tenancy.origins.identity
    ) as elsewhere:
        other = Visitor(http=elsewhere, tenancy=tenancy)
        await other.open()
        await other.send(email=ADA)
        await other.send(to="/recover/password", password="a new password", password_again="a new password")
        assert other.page.url.path == "/password"
        await other.get("/recover/password")
        assert other.page.url.path == "/password"


async def test_an_accepted_code_does_not_carry_over_to_another_address(visitor: Visitor, tenancy: Tenancy) -> None:
    await forget(visitor)
    await visitor.send(code=mailed(tenancy))
    await visitor.get("/sign-in")
    await visitor.send(email="bo.ek@example.com")
    await visitor.send(to="/recover/password", password="a new password", password_again="a new password")
    assert visitor.page.url.path == "/password"
    await visitor.get("/sign-in")
    await visitor.send(to="/sign-in", language="sv", email=ADA)
    await visitor.get("/recover/password")
    assert visitor.page.url.path == "/password"


async def test_a_code_requested_elsewhere_makes_this_one_late(
    visitor: Visitor, application: Application, tenancy: Tenancy
) -> None:
    await forget(visitor)
    await visitor.send(code=mailed(tenancy))
    await other_browser_asks_for_a_code(application, tenancy)
    await visitor.send(password="a new password", password_again="a new password")
    assert visitor.page.url.path == "/recover/code"
    assert visitor.problem == "The code has been used already. Send a new code to choose another password."


async def test_looking_mails_nothing(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.open()
    await visitor.send(email=ADA)
    for path in ("/recover", "/recover/code", "/recover/password"):
        await visitor.get(path)
        assert visitor.page.url.path == "/password"
    assert tenancy.mailboxes.of(ADA) == ()


async def test_every_secret_of_a_recovery_is_masked(visitor: Visitor, tenancy: Tenancy) -> None:
    """What a browser sends and gets on the whole way, as a record would keep it: none of it opens anything."""
    await forget(visitor)
    secrets, written = {visitor.transaction}, [str(visitor.page.url)]
    await visitor.send(code=mailed(tenancy))
    form = {"password": "a new password", "password_again": "another one"}
    written += [str((await visitor.send(**form)).url), urlencode(form), json.dumps(form)]
    await visitor.send(password="a new password", password_again="a new password")
    answer = visitor.answer(await visitor.send(password="a new password"))
    tokens = (await visitor.exchange(answer["code"])).json()
    cookies = {cookie.value or "" for cookie in visitor.http.cookies.jar if cookie.name != "deskproof_language"}
    assert cookies
    secrets |= {answer["code"], tokens["refresh_token"], tokens["access_token"], tokens["id_token"], *cookies}
    written += [*secrets, urlencode(answer), json.dumps(tokens), *(f"GET /x?session={cookie}" for cookie in cookies)]
    masked = "\n".join(Mask().text(text) for text in written)
    for secret in (*secrets, "a new password", "a+new+password", "another one", "another+one"):
        assert secret not in masked
