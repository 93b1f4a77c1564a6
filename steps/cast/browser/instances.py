"""Where a person has the desktop open: tabs and windows of one browser, and further browsers (AD-012 to AD-016).

Rule: each is the real thing. A tab is a new tab, a window a window of its own, a browser another profile. Which of them
is the active one is a fact: the page knows the id of its own connection, the tenant's journal says which is active.
"""

from collections.abc import Iterator, Mapping

from playwright.sync_api import BrowserContext, Page, Response

from deskproof.steps.gherkin.vocabulary.values import Place, Thing
from deskproof.steps.runner.fixtures import NewContext

_SUBSCRIBE = "/v1/notification/subscribe"


class Instance:
    """The desktop in one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._subscribed: Response | None = None
        page.on("response", self._hear)

    def connection(self) -> str | None:
        """The id of the connection that this instance last asked for."""
        if self._subscribed is None:
            return None
        connection: str = self._subscribed.json()["subscriptionId"]
        return connection

    def _hear(self, response: Response) -> None:
        if response.url.endswith(_SUBSCRIBE) and response.request.method == "POST" and response.ok:
            self._subscribed = response


class Instances(Mapping[Place, Instance]):
    """The instances of one person, by place. The first tab, window and browser are one and the same."""

    def __init__(self, name: str, new_context: NewContext) -> None:
        self._name = name
        self._new_context = new_context
        self._flags: tuple[str, ...] = ()
        self._screen: dict[str, float] = {}
        self._firefox = False
        self._instances: dict[Place, Instance] = {}

    def __getitem__(self, place: Place) -> Instance:
        return self._instances[FIRST if place.number == 1 else place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._instances)

    def __len__(self) -> int:
        return len(self._instances)

    def set_flags(self, *flags: str) -> None:
        """Give the browsers that are opened from here on these switches."""
        self._flags = flags

    def set_density(self, pixels: float) -> None:
        """Give the browsers that are opened from here on a screen with so many pixels for each of a page's."""
        self._screen = {"device_scale_factor": pixels}

    def use_firefox(self) -> None:
        """Open in Firefox what is opened from here on."""
        self._firefox = True

    def open(self, place: Place) -> Instance:
        """Open a tab, window or browser; what is open there already stays."""
        key = FIRST if place.number == 1 else place
        if key not in self._instances:
            self._instances[key] = Instance(self._new_page(key))
        return self._instances[key]

    def take(self, page: Page) -> None:
        """Make somebody else's page the first one."""
        self._instances[FIRST] = Instance(page)

    def close(self) -> None:
        """Close every browser."""
        for context in {instance.page.context for instance in self._instances.values()}:
            context.close()
        self._instances.clear()

    def _new_page(self, place: Place) -> Page:
        if place == FIRST or place.thing is Thing.BROWSER:
            return _first_page(
                self._new_context(actor=self._name, flags=self._flags, firefox=self._firefox, **self._screen)
            )
        first = self._instances[FIRST].page
        return first.context.new_page() if place.thing is Thing.TAB else _new_window(first)


FIRST = Place(number=1, thing=Thing.TAB)


def _first_page(context: BrowserContext) -> Page:
    """The page to begin with; the empty tab of a browser that opened with one is closed."""
    empty = tuple(context.pages)
    page = context.new_page()
    for other in empty:
        other.close()
    return page


def _new_window(page: Page) -> Page:
    """A window of its own beside the page's, in the same profile."""
    session = page.context.new_cdp_session(page)
    profile = session.send("Target.getTargetInfo")["targetInfo"].get("browserContextId")
    with page.context.expect_page() as opened:
        wanted = {"url": "about:blank", "newWindow": True}
        session.send("Target.createTarget", wanted if profile is None else {**wanted, "browserContextId": profile})
    session.detach()
    return opened.value
