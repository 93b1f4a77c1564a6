"""What the administrator has set, and how time passes."""

from deskproof.steps.cast.administrator import Administrator
from deskproof.steps.gherkin.vocabulary import given
from deskproof.steps.gherkin.vocabulary.values import Option
from deskproof.steps.runner.clock import Clock


@given(
    "the administrator has given {person} the default number {number}",
    sv="administratören har gett {person} standardnumret {number}",
)
def _(administrator: Administrator, person: str, number: str) -> None:
    administrator.set_default_number(person, number)


@given(
    "the administrator has given {person} the e-mail address {address}",
    sv="administratören har gett {person} e-postadressen {address}",
)
def _(administrator: Administrator, person: str, address: str) -> None:
    administrator.set_email(person, address)


@given(
    "the administrator has restricted the agents' profile to the default number",
    sv="administratören har begränsat agenternas profil till standardnumret",
)
def _(administrator: Administrator) -> None:
    administrator.restrict_profile_to_default_number()


@given(
    "the administrator has restricted the whole organisation to the default number",
    sv="administratören har begränsat hela organisationen till standardnumret",
)
def _(administrator: Administrator) -> None:
    administrator.restrict_organisation_to_default_number()


@given("the administrator has provisioned {options}", sv="administratören har etablerat {options}")
def _(administrator: Administrator, options: tuple[Option, ...]) -> None:
    administrator.provision(options)


@given("the administrator has switched off WebRTC", sv="administratören har stängt av WebRTC")
def _(administrator: Administrator) -> None:
    administrator.switch_off_web_rtc()


@given("the administrator requires registered numbers", sv="administratören kräver registrerade nummer")
def _(administrator: Administrator) -> None:
    administrator.require_registered_numbers()


@given(
    "the administrator has registered the number {number} for {person}",
    sv="administratören har registrerat numret {number} för {person}",
)
def _(administrator: Administrator, person: str, number: str) -> None:
    administrator.register_number(person, number)


@given("{duration} have passed", sv="det har gått {duration}")
def _(clock: Clock, duration: int) -> None:
    clock.advance(duration)
