"""The tab of the reference desktop: its address, and what it stores for a signed-in person."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from authlib.common.encoding import to_unicode, urlsafe_b64decode
from playwright.sync_api import Page, expect

from deskproof.steps.gherkin.vocabulary.values import Language

_TOKENS = "deskproof-desk.tokens"
_STATION = "deskproof-desk.station"

_STORE = """([origin, name, tokens]) => {
  if (location.origin !== origin) return;
  try {
    sessionStorage.setItem(name, tokens);
  } catch {
    // Without storage the desktop asks for a sign-in.
  }
}"""


class Tab:
    """The tab of one page."""

    def __init__(self, page: Page, _language: Language) -> None:
        self._page = page

    def store_station(self, agent_id: str, text: str) -> None:
        self._page.evaluate("([name, text]) => localStorage.setItem(name, text)", [f"{_STATION}.{agent_id}", text])

    def shows_address(self, address: str) -> None:
        expect(self._page).to_have_url(address)

    @contextmanager
    def signed_in(self, address: str, *, access_token: str, id_token: str) -> Iterator[None]:
        claims = _claims(access_token)
        tokens = {
            "accessToken": access_token,
            "idToken": id_token,
            "agentId": claims["user_id"],
            "orgId": claims["realm"],
        }
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        with self._page.add_init_script(f"({_STORE})({json.dumps([origin, _TOKENS, json.dumps(tokens)])})"):
            yield


def _claims(token: str) -> Mapping[str, Any]:
    """The claims of a token that came straight from the provider."""
    payload = token.split(".")[1]
    claims: Mapping[str, Any] = json.loads(to_unicode(urlsafe_b64decode(payload.encode())))
    return claims
