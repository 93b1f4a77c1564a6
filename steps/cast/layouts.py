"""Desktop layouts: documents in the vendor's form, and the images in them.

Rule: each method assigns a layout to a team that differs from the default in what the method's name says.
"""

import base64
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest
from PIL import Image

from deskproof.simulator.control.client import TenantControl
from deskproof.steps.errors import unknown

PERSONAS = ("agent", "supervisor", "supervisorAgent")
_FORMATS = {"PNG": "PNG", "JPG": "JPEG", "GIF": "GIF", "WebP": "WEBP"}


class Layouts:
    """Changes the layouts of one tenant."""

    def __init__(self, tenant: TenantControl) -> None:
        self._tenant = tenant

    def set_title(self, team: str, title: str) -> None:
        """A layout whose header has this title."""
        self._assign_document(team, appTitle=title)

    def set_global_title(self, title: str) -> None:
        """A global layout whose header has this title."""
        key = self._tenant.configuration()["settings"]["globalLayout"]
        self._tenant.change(
            {"layouts": [{"key": key, "name": "Global Layout", "document": _document({"appTitle": title})}]}
        )

    def set_role_title(self, team: str, persona: str, title: str) -> None:
        """A layout with this title for one role; the other roles have the product's title."""
        self._assign(team, {**_document({}), persona: {"appTitle": title}})

    def order_header(self, team: str, actions: Sequence[str]) -> None:
        """A layout with these header actions, in this order, by the vendor's names; Webex is configured."""
        self._assign_document(team, headerActions=list(actions), desktopChatApp={"webexConfigured": True})

    def set_logo(self, team: str, logo: str) -> None:
        """A layout with this logo: `no-logo`, or an address."""
        self._assign_document(team, logo=logo)

    def draw_logo(self, team: str) -> None:
        """A layout with a drawn logo."""
        self.set_logo(team, picture("PNG", (96, 32)))

    def add_page(self, team: str, label: str, words: str, *, landing: bool = False) -> None:
        """A layout with a further page with these words; with `landing` this page opens first."""
        self._assign_document(team, area=_further_page(label, words, landing=landing))

    def fill_panel(self, team: str, words: str) -> None:
        """A layout whose panel has these words."""
        self._assign_document(team, area={"panel": {"comp": "p", "textContent": words}})

    def fill_persistent(self, team: str, words: str) -> None:
        """A layout with these words on every page."""
        self._assign_document(team, area=_on_every_page(words))

    def add_page_under_persistent(self, team: str, label: str, words: str) -> None:
        """A layout with a further page, and with these words on every page."""
        self._assign_document(team, area={**_further_page(label, "All is well"), **_on_every_page(words)})

    def illustrate(self, team: str, image: str, size: tuple[int, int]) -> None:
        """A layout with an illustration of this format and size, as data URI."""
        self._assign_document(team, taskPageIllustration=picture(image, size))

    def illustrate_from_address(self, team: str) -> None:
        """A layout with an illustration that the browser fetches from an address."""
        self._assign_document(team, taskPageIllustration=f"{self._tenant.desktop_url}/desktop/mark.svg")

    def illustrate_with_nothing(self, team: str) -> None:
        """A layout with an illustration whose address has no image."""
        self._assign_document(team, taskPageIllustration=f"{self._tenant.desktop_url}/desktop/no-such-image.png")

    def break_document(self, team: str) -> None:
        """A layout that is not JSON."""
        self._assign(team, '{"agent": {"appTitle": "Half')

    def mistype_title(self, team: str) -> None:
        """A layout whose title is a number."""
        self._assign_document(team, appTitle=7)

    def leave_out_roles(self, team: str) -> None:
        """A layout without an entry for any role."""
        self._assign(team, {"appTitle": "Nobody's"})

    def set_primary_team(self, person: str, team: str) -> None:
        """Give a person a primary team."""
        self._tenant.change({"people": [{"key": person.lower(), "primaryTeam": self._key(team)}]})

    def _assign_document(self, team: str, **properties: Any) -> None:
        self._assign(team, _document(properties))

    def _assign(self, team: str, document: dict[str, Any] | str) -> None:
        key = self._key(team)
        layout = {"key": f"of-{key}", "name": f"Layout of {team}", "document": document}
        self._tenant.change({"layouts": [layout], "teams": [{"key": key, "layout": layout["key"]}]})

    def _key(self, team: str) -> str:
        keys = {known["name"]: known["key"] for known in self._tenant.configuration()["teams"]}
        if team not in keys:
            raise unknown("team", team, keys)
        key: str = keys[team]
        return key


def _further_page(label: str, words: str, *, landing: bool = False) -> dict[str, Any]:
    nav = {"label": label, "icon": "document", "iconType": "momentumDesign", "navigateTo": "further"}
    page = {"id": "further", "widgets": {"words": {"comp": "p", "textContent": words}}}
    return {"navigation": [{"nav": {**nav, "isDefaultLandingPage": landing}, "page": page}]}


def _on_every_page(words: str) -> dict[str, Any]:
    return {"persistent": [{"comp": "p", "textContent": words}]}


def _document(properties: dict[str, Any]) -> dict[str, Any]:
    return json.loads(json.dumps(dict.fromkeys(PERSONAS, properties)))  # type: ignore[no-any-return]


def picture(image: str, size: tuple[int, int]) -> str:
    """An image of this format and size as data URI: a plain coloured square, or a drawn one for SVG."""
    width, height = size
    if image == "SVG":
        square = '<rect width="100%" height="100%" fill="teal"/>'
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{square}</svg>'
        return f"data:image/svg+xml;base64,{base64.b64encode(drawing.encode()).decode()}"
    buffer = io.BytesIO()
    Image.new("RGB", size, "teal").save(buffer, _FORMATS[image])
    kind = _FORMATS[image].lower()
    return f"data:image/{kind};base64,{base64.b64encode(buffer.getvalue()).decode()}"


@pytest.fixture
def layouts(tenant: TenantControl) -> Layouts:
    """The layouts of the scenario's tenant."""
    return Layouts(tenant)
