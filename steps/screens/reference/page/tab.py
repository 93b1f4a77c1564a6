"""The tab of the reference desktop: its address, and what it keeps of somebody who has signed in."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from authlib.common.encoding import to_unicode, urlsafe_b64decode
from playwright.sync_api import Page, expect

_SHELF = "deskproof-desk.tokens"
_STATION = "deskproof-desk.station"

_KEEP = """([origin, shelf, kept]) => {
  if (location.origin !== origin) return;
  try {
    sessionStorage.setItem(shelf, kept);
  } catch {
    // A browser that keeps nothing finds nothing: the desktop asks for a sign-in.
  }
}"""


class Tab:
    """The tab of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def remembers(self, agent_id: str, text: str) -> None:
        """From now on, the desktop finds this text where it keeps the station credentials of the agent."""
        self._page.evaluate("([name, text]) => localStorage.setItem(name, text)", [f"{_STATION}.{agent_id}", text])

    def shows_address(self, address: str) -> None:
        """The page is at this address, to the letter."""
        expect(self._page).to_have_url(address)

    @contextmanager
    def holds(self, address: str, *, access_token: str, id_token: str) -> Iterator[None]:
        """Meanwhile, the desktop finds these tokens wherever it is opened at this address."""
        claims = _claims(access_token)
        kept = {
            "accessToken": access_token,
            "idToken": id_token,
            "agentId": claims["user_id"],
            "orgId": claims["realm"],
        }
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        with self._page.add_init_script(f"({_KEEP})({json.dumps([origin, _SHELF, json.dumps(kept)])})"):
            yield


def _claims(token: str) -> Mapping[str, Any]:
    """The claims of a token that came straight from the provider."""
    payload = token.split(".")[1]
    claims: Mapping[str, Any] = json.loads(to_unicode(urlsafe_b64decode(payload.encode())))
    return claims
