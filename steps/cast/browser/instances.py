"""Where a person has the desktop open: tabs and windows of one browser, and further browsers (AD-012 to AD-016).

Rule: each is real. A tab is a new tab, a window another window, a browser another profile. Which of them is active is a
fact: the page has the id of its connection, and the tenant's journal says which connection is active.
"""

from collections.abc import Iterator, Mapping

from playwright.sync_api import BrowserContext, Page, Request, Response

from deskproof.steps.gherkin.vocabulary.values import Place, Thing
from deskproof.steps.runner.fixtures import NewContext

_SUBSCRIBE = "/v1/notification/subscribe"
_SIGN_IN = "/v1/agents/login"


class Instance:
    """The desktop in one page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._subscribed: Response | None = None
        self._signed_in: Request | None = None
        page.on("response", self._remember_subscription)
        page.on("request", self._remember_sign_in)

    def connection(self) -> str | None:
        """The id of the connection that this instance last requested."""
        if self._subscribed is None:
            return None
        connection: str = self._subscribed.json()["subscriptionId"]
        return connection

    def sent_station(self) -> str | None:
        """The number or extension that this instance last sent to sign in with, as it was on the wire."""
        sent = self._signed_in.post_data_json if self._signed_in else None
        return str(sent["dialNumber"]) if sent else None

    def _remember_sign_in(self, request: Request) -> None:
        if request.url.endswith(_SIGN_IN) and request.method == "POST":
            self._signed_in = request

    def _remember_subscription(self, response: Response) -> None:
        if response.url.endswith(_SUBSCRIBE) and response.request.method == "POST" and response.ok:
            self._subscribed = response


class Instances(Mapping[Place, Instance]):
    """The instances of one person, by place. The first tab, the first window and the first browser are the same."""

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
        """Start browsers with these switches from now on."""
        self._flags = flags

    def set_density(self, pixels: float) -> None:
        """Start browsers with this number of device pixels for each CSS pixel from now on."""
        self._screen = {"device_scale_factor": pixels}

    def use_firefox(self) -> None:
        """Open new browsers in Firefox from now on."""
        self._firefox = True

    def open(self, place: Place) -> Instance:
        """Open a tab, window or browser, or return the one that is open."""
        key = FIRST if place.number == 1 else place
        if key not in self._instances:
            self._instances[key] = Instance(self._new_page(key))
        return self._instances[key]

    def take(self, page: Page) -> None:
        """Use another person's page as the first one."""
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
    """The first page of a browser; an empty tab that it opened with is closed."""
    empty = tuple(context.pages)
    page = context.new_page()
    for other in empty:
        other.close()
    return page


def _new_window(page: Page) -> Page:
    """Another window in the profile of the page."""
    session = page.context.new_cdp_session(page)
    profile = session.send("Target.getTargetInfo")["targetInfo"].get("browserContextId")
    with page.context.expect_page() as opened:
        target = {"url": "about:blank", "newWindow": True}
        session.send("Target.createTarget", target if profile is None else {**target, "browserContextId": profile})
    session.detach()
    return opened.value
