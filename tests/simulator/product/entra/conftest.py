"""A tenant in which Ada has a Teams account, and a browser at its Teams address."""

from collections.abc import AsyncIterator
from dataclasses import replace

import httpx
import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from deskproof.simulator.app import Application
from deskproof.simulator.domain.commands import ChangeConfiguration
from deskproof.simulator.domain.values import Secret
from deskproof.simulator.product.openid.endpoints import FORM
from deskproof.simulator.runtime.tenancy import Tenancy

VERIFIER = "v" * 43
RIGHT = "teams horse 7"
EMAIL = "ada.lindqvist@example.com"


@pytest.fixture
def teams(tenancy: Tenancy) -> Tenancy:
    """The tenant, in which Ada has a Teams account and Bo one that may not be connected."""
    people = tuple(
        replace(person, teams_password=Secret(RIGHT), teams_access=person.key == "ada")
        for person in tenancy.configuration.people
    )
    tenancy.submit(
        ChangeConfiguration(configuration=replace(tenancy.configuration, people=people), changed=()), cause="test"
    )
    return tenancy


@pytest.fixture
async def http(application: Application, teams: Tenancy) -> AsyncIterator[httpx.AsyncClient]:
    """An English browser at the Teams address of the tenant."""
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app=application),
        base_url=teams.origins.teams,
        headers={"accept-language": "en-GB,en;q=0.9"},
    ) as browser:
        yield browser


def asks(teams: Tenancy, **changes: str | None) -> dict[str, str]:
    """The parameters of the desktop's request; None leaves one out."""
    parameters: dict[str, str | None] = {
        "response_type": "code",
        "client_id": "agent-desktop-teams",
        "redirect_uri": f"{teams.origins.desktop}/teams-signed-in",
        "scope": "openid profile email Presence.Read",
        "state": "a-state",
        "nonce": "a-nonce",
        "code_challenge": create_s256_code_challenge(VERIFIER),
        "code_challenge_method": "S256",
        "prompt": "login",
        "login_hint": EMAIL,
        **changes,
    }
    return {name: value for name, value in parameters.items() if value is not None}


async def send(http: httpx.AsyncClient, teams: Tenancy, **form: str) -> httpx.Response:
    """Send the form of the page."""
    return await http.post("/authorize", params=asks(teams), data=form, headers={"content-type": FORM})
