"""The identity application over two tenants, and a browser-like client of the first."""

import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import httpx
import pytest
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from deskproof.simulator.app import Application
from deskproof.simulator.product.openid.endpoints import FORM
from deskproof.simulator.runtime.tenancy import Tenancy


@dataclass(kw_only=True)
class Visitor:
    """A browser and the desktop in it: follows the pages, keeps cookies, remembers its code verifier."""

    http: httpx.AsyncClient
    tenancy: Tenancy
    verifier: str = field(default_factory=lambda: secrets.token_urlsafe(48))
    page: httpx.Response = field(init=False)

    def asks(self, **changes: str | None) -> dict[str, str]:
        """The parameters of the desktop's authorization request; None leaves one out."""
        parameters: dict[str, str | None] = {
            "response_type": "code",
            "client_id": "agent-desktop",
            "redirect_uri": f"{self.tenancy.origins.desktop}/signed-in",
            "scope": "openid profile email cjp:user",
            "state": "a-state",
            "nonce": "a-nonce",
            "code_challenge": create_s256_code_challenge(self.verifier),
            "code_challenge_method": "S256",
            **changes,
        }
        return {name: value for name, value in parameters.items() if value is not None}

    async def open(self, **changes: str | None) -> httpx.Response:
        """Ask for authorization and follow to the page that is shown, or stop at the way back to the desktop."""
        return await self._arrive(await self.http.get("/authorize", params=self.asks(**changes)))

    async def get(self, path: str, **changes: str) -> httpx.Response:
        """Go to a path, by default within the transaction of the present page."""
        return await self._arrive(await self.http.get(path, params={"tx": self.transaction, **changes}))

    async def send(self, *, to: str | None = None, **values: str) -> httpx.Response:
        """Send a form of the present page; `to` is another path of the same transaction."""
        path = to or self.page.url.path
        sent = await self.http.post(path, params={"tx": self.transaction}, data=values, headers={"content-type": FORM})
        return await self._arrive(sent)

    async def sign_in(
        self, email: str = "ada.lindqvist@example.com", password: str = "correct horse 7"
    ) -> dict[str, str]:
        """Go through both pages; the parameters the desktop gets back."""
        await self.open()
        await self.send(email=email)
        return self.answer(await self.send(password=password))

    async def exchange(self, code: str, **changes: str | None) -> httpx.Response:
        """Ask the token endpoint for tokens."""
        parameters: dict[str, str | None] = {
            "grant_type": "authorization_code",
            "client_id": "agent-desktop",
            "redirect_uri": f"{self.tenancy.origins.desktop}/signed-in",
            "code": code,
            "code_verifier": self.verifier,
            **changes,
        }
        given = {name: value for name, value in parameters.items() if value is not None}
        return await self.http.post("/token", data=given, headers={"origin": self.tenancy.origins.desktop})

    async def refresh(self, token: str) -> httpx.Response:
        """Ask the token endpoint for new tokens."""
        parameters = {"grant_type": "refresh_token", "client_id": "agent-desktop", "refresh_token": token}
        return await self.http.post("/token", data=parameters)

    @property
    def transaction(self) -> str:
        """The transaction of the present page."""
        return dict(parse_qsl(self.page.url.query.decode()))["tx"]

    @property
    def problem(self) -> str:
        """The problem the present page tells, or nothing."""
        found = re.search(r'role="alert">(.*?)</p>', self.page.text, re.DOTALL)
        return unescape(found[1]) if found else ""

    @property
    def notice(self) -> str:
        """The good news the present page tells, or nothing."""
        found = re.search(r'role="status">(.*?)</p>', self.page.text, re.DOTALL)
        return unescape(found[1]) if found else ""

    @property
    def heading(self) -> str:
        """The heading of the present page."""
        found = re.search(r"<h1>(.*?)</h1>", self.page.text, re.DOTALL)
        return unescape(found[1]) if found else ""

    def answer(self, response: httpx.Response) -> dict[str, str]:
        """The answer to the desktop: the parameters of a redirect to its return address."""
        location = response.headers["location"]
        assert location.startswith(f"{self.tenancy.origins.desktop}/signed-in?"), location
        return dict(parse_qsl(urlsplit(location).query))

    async def _arrive(self, response: httpx.Response) -> httpx.Response:
        while response.status_code == 303 and response.headers["location"].startswith("/"):
            response = await self.http.get(response.headers["location"])
        self.page = response
        return response


@pytest.fixture
async def visitor(application: Application, tenancy: Tenancy) -> AsyncIterator[Visitor]:
    """Somebody at the first tenant's identity address, with an English browser."""
    transport = httpx.ASGITransport(app=application)
    headers = {"accept-language": "en-GB,en;q=0.9"}
    async with httpx.AsyncClient(transport=transport, base_url=tenancy.origins.identity, headers=headers) as http:
        yield Visitor(http=http, tenancy=tenancy)
