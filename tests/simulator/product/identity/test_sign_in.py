"""The e-mail page and the password page."""

from collections.abc import Callable

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet
from markupsafe import escape

from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.domain.values import MINUTE
from deskproof.simulator.product.services import services_of
from deskproof.simulator.runtime.limits import Limits
from deskproof.simulator.runtime.tenancy import Tenancy
from tests.simulator.product.identity.conftest import Visitor

pytestmark = pytest.mark.anyio

MakeTenancy = Callable[..., Tenancy]


async def test_a_person_signs_in_and_the_desktop_gets_tokens_that_open_the_tenant(
    visitor: Visitor, tenancy: Tenancy
) -> None:
    answer = await visitor.sign_in()
    assert answer["state"] == "a-state"
    tokens = (await visitor.exchange(answer["code"])).json()
    ada = tenancy.configuration.people[0]
    assert services_of(tenancy).tokens.verify_access(tokens["access_token"]) == ada.agent_id
    published = (await visitor.http.get("/jwks")).json()
    claims = jwt.decode(tokens["id_token"], KeySet.import_key_set(published), ["ES256"]).claims
    assert (claims["sub"], claims["aud"], claims["nonce"]) == (ada.agent_id, "agent-desktop", "a-nonce")
    assert (claims["email"], claims["name"]) == (ada.email, "Ada Lindqvist")
    assert claims["auth_time"] == tenancy.clock.now() // 1000
    assert tokens["expires_in"] == 12 * 60 * 60


@pytest.mark.parametrize(
    ("email", "problem"),
    [
        ("", "Enter your email address."),
        ("   ", "Enter your email address."),
        ("\u200b\u00a0", "Enter your email address."),
        ("ada", "Enter a whole email address"),
        ("ada@example", "Enter a whole email address"),
        ("a" * 250 + "@example.com", "Enter a whole email address"),
        ("nobody@example.com", "There is no account with this email address."),
    ],
)
async def test_an_unknown_address_has_a_message_with_what_to_do(visitor: Visitor, email: str, problem: str) -> None:
    await visitor.open()
    await visitor.send(email=email)
    assert visitor.page.url.path == "/sign-in"
    assert visitor.problem.startswith(problem)
    assert 'aria-invalid="true"' in visitor.page.text
    assert 'aria-describedby="problem"' in visitor.page.text
    await visitor.get("/sign-in")
    assert visitor.problem == ""


async def test_going_back_finds_the_address_and_another_one_can_be_given(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.send(email="Ada.Lindqvist@Example.com")
    assert visitor.page.url.path == "/password"
    await visitor.get("/sign-in")
    assert 'value="Ada.Lindqvist@Example.com"' in visitor.page.text
    await visitor.send(email="bo.ek@example.com")
    assert "bo.ek@example.com" in visitor.page.text
    assert visitor.answer(await visitor.send(password="battery staple 9"))["code"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("\ufeff\u200bada.lindqvist@example.com\u202c", "ada.lindqvist@example.com"),
        ("ada\u00ad.lindqvist@exam\u2060ple.com", "ada.lindqvist@example.com"),
        ("\u3000ADA.Lindqvist\uff20example.com", "ADA.Lindqvist@example.com"),
    ],
)
async def test_what_cannot_be_seen_does_not_count(visitor: Visitor, typed: str, shown: str) -> None:
    await visitor.open()
    await visitor.send(email=typed)
    assert visitor.page.url.path == "/password"
    assert f'<strong class="address">{shown}</strong>' in visitor.page.text
    await visitor.send(password="\u200b")
    assert visitor.problem == "Enter your password."
    assert visitor.answer(await visitor.send(password="correct\u00ad horse 7\u200b"))["code"]


async def test_the_password_page_needs_an_address_first(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.get("/password")
    assert visitor.page.url.path == "/sign-in"


async def test_a_login_hint_fills_in_the_address(visitor: Visitor) -> None:
    await visitor.open(login_hint="ada.lindqvist@example.com")
    assert 'value="ada.lindqvist@example.com"' in visitor.page.text


async def test_wrong_passwords_are_counted_and_the_fifth_locks_for_fifteen_minutes(
    visitor: Visitor, tenancy: Tenancy
) -> None:
    await visitor.open()
    await visitor.send(email="ada.lindqvist@example.com")
    problems = []
    for _ in range(5):
        await visitor.send(password="wrong")
        problems.append(visitor.problem)
        assert "ada.lindqvist@example.com" in visitor.page.text
    assert problems == [
        "The password is not right. Try again, or choose Forgot Password.",
        "The password is not right. Try again, or choose Forgot Password.",
        "The password is not right. You have 2 more tries before the account is locked.",
        "The password is not right. You have 1 more try before the account is locked.",
        (
            "The account is locked because of too many wrong passwords. Try again in 15 minutes, or choose Forgot"
            " Password."
        ),
    ]
    tenancy.advance(14 * MINUTE + 1)
    await visitor.send(password="correct horse 7")
    assert "Try again in 1 minute," in visitor.problem
    tenancy.advance(MINUTE)
    assert visitor.answer(await visitor.send(password="correct horse 7"))["code"]


async def test_an_empty_password_is_not_counted(visitor: Visitor, tenancy: Tenancy) -> None:
    await visitor.open()
    await visitor.send(email="ada.lindqvist@example.com")
    await visitor.send(password="")
    assert visitor.problem == "Enter your password."
    assert tenancy.journal.after() == ()


async def test_a_person_removed_meanwhile_is_unknown(
    visitor: Visitor, tenancy: Tenancy, make_tenancy: MakeTenancy
) -> None:
    await visitor.open()
    await visitor.send(email="ada.lindqvist@example.com")
    without = make_tenancy(3, people=()).configuration
    tenancy.submit(ChangeConfiguration(configuration=without, changed=("people",)), cause="test")
    await visitor.send(password="correct horse 7")
    assert (visitor.page.url.path, visitor.problem[:24]) == ("/sign-in", "There is no account with")


@pytest.mark.parametrize("email", ['"><script>alert(1)</script>@x.se', "<b>a</b>@example.com", "'onfocus='x'@a.b"])
async def test_hostile_input_is_shown_as_text(visitor: Visitor, email: str) -> None:
    await visitor.open()
    await visitor.send(email=email)
    assert email not in visitor.page.text
    assert f'value="{escape(email)}"' in visitor.page.text


async def test_a_finished_sign_in_leads_on_to_the_desktop_and_spends_nothing(
    visitor: Visitor, tenancy: Tenancy
) -> None:
    await visitor.sign_in()
    for path in ("/sign-in", "/password", "/recover/code"):
        await visitor.get(path)
        assert visitor.heading == "You have already signed in"
    await visitor.send(password="correct horse 7")
    assert visitor.heading == "You have already signed in"
    assert f'href="{tenancy.origins.desktop}/"' in visitor.page.text


async def test_neither_password_nor_token_is_in_journal_or_traffic(visitor: Visitor, tenancy: Tenancy) -> None:
    answer = await visitor.sign_in()
    tokens = (await visitor.exchange(answer["code"])).json()
    recorded = f"{tenancy.journal.after()} {tenancy.traffic.after()}"
    for secret in ("correct horse 7", answer["code"], tokens["access_token"], tokens["refresh_token"]):
        assert secret not in recorded
    assert [line.name for line in tenancy.traffic.after()][:2] == ["identity authorize", "identity sign-in"]


async def test_help_says_how_to_go_on(visitor: Visitor) -> None:
    await visitor.open()
    await visitor.get("/help")
    assert visitor.heading == "Need help signing in?"
    assert "After 5 wrong passwords the account is locked for 15 minutes." in visitor.page.text
    await visitor.send(email="x")
    assert visitor.page.status_code == 405


async def test_a_tenant_whose_journal_is_full_says_so_on_a_page(visitor: Visitor, tenancy: Tenancy) -> None:
    tenancy.limits = Limits(entries=0)
    await visitor.open()
    await visitor.send(email="ada.lindqvist@example.com")
    answer = await visitor.send(password="correct horse 7")
    assert (answer.status_code, visitor.heading) == (429, "This service is not available right now")
    assert tenancy.traffic.after()[-1].detail.startswith("0 entries are in the journal of this tenant")
    assert tenancy.journal.after() == ()
