"""Sign-in errors: wrong settings, failing interfaces, a failing network, and what Reload restores."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.administrator import Administrator
from deskproof.steps.cast.services import Services
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import SettingsOf
from deskproof.steps.runner.clock import Clock

# settings


@given("{person}'s {settings} settings are wrong", sv="{person}s inställningar för {settings} är fel")
def _(administrator: Administrator, person: str, settings: SettingsOf) -> None:
    administrator.break_settings(settings, person)


@given(
    "the administrator has corrected {person}'s {settings} settings",
    sv="administratören har rättat {person}s inställningar för {settings}",
)
def _(administrator: Administrator, person: str, settings: SettingsOf) -> None:
    administrator.correct_settings(settings, person)


@given("{person} belongs to no team", sv="{person} tillhör inte något team")
def _(administrator: Administrator, person: str) -> None:
    administrator.remove_from_teams(person)


@given(
    "{person} has signed in with their e-mail address and password",
    sv="{person} har loggat in med sin e-postadress och sitt lösenord",
)
@when(
    "{person} signs in with their e-mail address and password",
    sv="{person} loggar in med sin e-postadress och sitt lösenord",
)
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_password_page()
    cast[person].screens.identity.enter_password(cast[person].person.password)


@given(
    "{person} has read that the {settings} settings have to be checked",
    sv="{person} har läst att inställningarna för {settings} måste kontrolleras",
)
@then(
    "{person} reads that the {settings} settings have to be checked",
    sv="{person} läser att inställningarna för {settings} måste kontrolleras",
)
def _(cast: Cast, person: str, settings: SettingsOf) -> None:
    cast[person].screens.errors.shows_refused(settings)


@then("{person} sees an error id for the administrator", sv="{person} ser ett fel-ID för administratören")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.errors.shows_error_id()


@when("{person} chooses to sign in as somebody else", sv="{person} väljer att logga in som någon annan")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.errors.sign_in_as_somebody_else()


@given(
    "the station service has accepted {person}'s sign-in",
    sv="stationstjänsten har godtagit {person}s inloggning",
)
def _(cast: Cast, person: str) -> None:
    cast[person].facts.signed_in_session()


@when("{person} waits {duration} for a response", sv="{person} väntar {duration} på svar")
def _(clock: Clock, person: str, duration: int) -> None:
    clock.advance(duration)


@when("{duration} pass", sv="{duration} har gått")
@when("{duration} passes", sv="det har gått {duration}")
def _(clock: Clock, duration: int) -> None:
    clock.advance(duration)


# interfaces and network


@given("the station service fails once", sv="stationstjänsten svarar fel en gång")
def _(services: Services) -> None:
    services.fail_sign_in()


@given("the station service's response gets lost once", sv="stationstjänstens svar går förlorat en gång")
def _(services: Services) -> None:
    services.lose_sign_in_answer()


@given("the configuration service fails once", sv="konfigurationstjänsten svarar fel en gång")
def _(services: Services) -> None:
    services.fail_configuration()


@given("{person} has lost the network", sv="{person} har förlorat nätverket")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.lose_network()


@given("{person} has the network again", sv="{person} har nätverk igen")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.regain_network()


@given(
    "{person} has read a message with a tracking id",
    sv="{person} har läst ett meddelande med ett spårnings-ID",
)
@then("{person} reads a message with a tracking id", sv="{person} läser ett meddelande med ett spårnings-ID")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.station.shows_message_with_tracking_id()


@given("{person}'s connection has been cut", sv="{person}s anslutning har brutits")
def _(cast: Cast, services: Services, person: str) -> None:
    services.cut_connection(person)
    cast[person].screens.errors.shows_connection_lost()


@given("connections can be made again", sv="anslutningar går att upprätta igen")
def _(services: Services) -> None:
    services.restore_connection()


@given(
    "{person} has read that the session could not be restored",
    sv="{person} har läst att sessionen inte kunde återställas",
)
@then("{person} reads that the session could not be restored", sv="{person} läser att sessionen inte kunde återställas")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.dialogs.shows_not_restored()


@when("{person} clicks Reload Browser", sv="{person} klickar på Läs in webbläsaren på nytt")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.click_reload()


# what a reload restores


@given(
    "{person} has become Idle with the code {text}",
    sv="{person} har ändrat tillgängligheten till Passiv med koden {text}",
)
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.task.choose_idle_code(text)


@then("{person} is Idle with the code {text}", sv="{person} är Passiv med koden {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.task.shows_idle_code(text)


@then("{person}'s timer shows {text}", sv="{person}s tidräknare visar {text}")
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].screens.task.shows_timer(text)
