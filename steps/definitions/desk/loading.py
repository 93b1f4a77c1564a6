"""Loading the desktop: network and cache, the progress that it shows, and the error when it cannot load."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.loading_faults import LoadingFaults
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import LoadingFault
from deskproof.steps.runner.clock import Clock

# network and cache


@given("{person}'s network is very slow", sv="{person}s nätverk är mycket långsamt")
def _(cast: Cast, person: str) -> None:
    cast[person].network.throttle()


@when("{person}'s network recovers", sv="{person}s nätverk återhämtar sig")
def _(cast: Cast, person: str) -> None:
    cast[person].network.reconnect()


@when("{person}'s network goes down", sv="{person}s nätverk slutar fungera")
def _(cast: Cast, person: str) -> None:
    cast[person].network.disconnect()


@given("{person} has opened the address before", sv="{person} har öppnat adressen förut")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_email_page()


@given("{person} has cleared the cache of the browser", sv="{person} har rensat webbläsarens cacheminne")
def _(cast: Cast, person: str) -> None:
    cast[person].network.clear_cache()


@when("{person} opens the address again", sv="{person} öppnar adressen igen")
@when("{person} opens the address for the first time", sv="{person} öppnar adressen för första gången")
def _(cast: Cast, person: str) -> None:
    cast[person].network.reset()
    cast[person].signing_in.reach_email_page()


@given("{person} has begun to open the address", sv="{person} har börjat öppna adressen")
@when("{person} begins to open the address", sv="{person} börjar öppna adressen")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.start_opening_desktop()


@then(
    "{person} has received every file of the desktop over the network",
    sv="{person} har hämtat varje fil i skrivbordet över nätverket",
)
def _(cast: Cast, person: str) -> None:
    cast[person].network.confirms_sources("network")


@then(
    "{person} has received no file of the desktop over the network again",
    sv="{person} har inte hämtat någon fil i skrivbordet över nätverket igen",
)
def _(cast: Cast, person: str) -> None:
    cast[person].network.confirms_sources("cache")


# loading


@given("{person} has seen the desktop loading", sv="{person} har sett skrivbordet läsas in")
@then("{person} sees how far the desktop has loaded", sv="{person} ser hur långt skrivbordet har lästs in")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.loading.shows_progress()


# errors


@given("the desktop cannot load because {loading_fault}", sv="skrivbordet kan inte läsas in eftersom {loading_fault}")
def _(loading_faults: LoadingFaults, loading_fault: LoadingFault) -> None:
    loading_faults.cause(loading_fault)


@given("the administrator has fixed the desktop", sv="administratören har fått skrivbordet att fungera igen")
def _(loading_faults: LoadingFaults) -> None:
    loading_faults.clear()


@given("{person} has tried to open the address", sv="{person} har försökt öppna adressen")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.open_desktop_with_error()


@given("{person} has tried to sign in with the right password", sv="{person} har försökt logga in med rätt lösenord")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_password(cast[person].person.password)
    cast[person].screens.loading.shows_error()


@given(
    "{person} has read that the desktop could not be loaded", sv="{person} har läst att skrivbordet inte kunde läsas in"
)
@then("{person} reads that the desktop could not be loaded", sv="{person} läser att skrivbordet inte kunde läsas in")
@then(
    "{person} still reads that the desktop could not be loaded",
    sv="{person} läser fortfarande att skrivbordet inte kunde läsas in",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.loading.shows_error()


@then("{person} reads no error about loading", sv="{person} läser inget fel om inläsningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.loading.shows_no_error()


@then(
    "{person} reads an error id, the time and the address",
    sv="{person} läser ett fel-ID, tiden och adressen",
)
def _(cast: Cast, person: str, clock: Clock) -> None:
    cast[person].screens.loading.shows_details(f"{clock.now:%Y-%m-%dT%H:%M}", cast[person].browsing.address)


@when("{person} copies the details", sv="{person} kopierar detaljerna")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.loading.copy()


@then("{person} can pass on everything that the error says", sv="{person} kan lämna vidare allt som felet säger")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.loading.shows_all_in(cast[person].window.clipboard())


@when("{person} tries again", sv="{person} försöker igen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.loading.try_again()
