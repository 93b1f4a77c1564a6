"""Whether Station Credentials are acceptable (AD-028 to AD-034, AD-042 to AD-065, AD-076 to AD-079, AD-089).

The checks are in a table, in the order in which the agent fills in the dialog; the first that fails is the answer.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass

from deskproof.simulator.domain.commands import SignInStation
from deskproof.simulator.domain.configuration import Configuration, Person, Role, StationOption
from deskproof.simulator.domain.numbers import DialNumber, Extension
from deskproof.simulator.domain.rejection import Reason, Rejection
from deskproof.simulator.domain.sessions.model import Station


@dataclass(frozen=True, kw_only=True)
class Application:
    """A request for a station, with everything the checks look at."""

    configuration: Configuration
    person: Person
    command: SignInStation
    number: str
    """The requested number in the form the tenant stores, read once; empty where it has not the form of the option."""
    taken: Container[Station]

    @property
    def station(self) -> Station:
        """The requested station."""
        return Station(option=self.command.option, number=self.number)


def accept(configuration: Configuration, person: Person, command: SignInStation, taken: Container[Station]) -> Station:
    """The station, or a `Rejection` whose `field` names the row of the dialog at fault. `taken` are those of
    the present sessions: they are looked up, never read again, so the cost does not grow with their number.
    """
    number = _normal(command.option, command.number) or ""
    application = Application(configuration=configuration, person=person, command=command, number=number, taken=taken)
    for check in CHECKS:
        check(application)
    return application.station


def _role_is_assigned(request: Application) -> None:
    if not request.command.roles or not set(request.command.roles) <= set(request.person.roles):
        raise Rejection(Reason.ROLE_NOT_ASSIGNED, "You cannot sign in with this role.", field="role")


def _option_is_provisioned(request: Application) -> None:
    if request.command.option not in request.configuration.options_for(request.person):
        raise Rejection(
            Reason.OPTION_NOT_PROVISIONED, "This station option is not provisioned for you.", field="option"
        )


def _number_has_the_right_form(request: Application) -> None:
    option = request.command.option
    if option is StationOption.DIAL_NUMBER and not request.number:
        raise Rejection(Reason.INVALID_NUMBER, "The dial number is not valid.", field="number")
    if option is StationOption.EXTENSION and not request.number:
        raise Rejection(Reason.INVALID_EXTENSION, "The extension is not valid.", field="number")


def _number_is_the_default_where_only_that_is_allowed(request: Application) -> None:
    if request.command.option is StationOption.DESKTOP or not request.configuration.default_number_only(request.person):
        return
    if request.station.number != _configured(request.command.option, request.person.default_dn or ""):
        raise Rejection(Reason.NUMBER_RESTRICTED, "You can only sign in with your default number.", field="number")


def _number_is_registered_where_that_is_demanded(request: Application) -> None:
    option = request.command.option
    if option is StationOption.DESKTOP or not request.configuration.settings.require_registered_numbers:
        return
    registered = {*request.person.registered_numbers, *filter(None, [request.person.default_dn])}
    if request.station.number not in {_configured(option, number) for number in registered}:
        raise Rejection(Reason.NUMBER_NOT_REGISTERED, "The number is not registered for you.", field="number")


def _number_is_free(request: Application) -> None:
    if request.command.option is StationOption.DESKTOP or not request.configuration.settings.reject_duplicate_dn:
        return
    if request.station in request.taken:
        raise Rejection(Reason.NUMBER_TAKEN, "Another agent is signed in with this number.", field="number")


def _team_is_assigned(request: Application) -> None:
    team_id = request.command.team_id
    if Role.AGENT not in request.command.roles:
        return
    if team_id not in {team.id for team in request.configuration.teams_of(request.person)}:
        raise Rejection(Reason.TEAM_NOT_ASSIGNED, "You do not belong to this team.", field="team")


CHECKS: tuple[Callable[[Application], None], ...] = (
    _role_is_assigned,
    _option_is_provisioned,
    _number_has_the_right_form,
    _number_is_the_default_where_only_that_is_allowed,
    _number_is_registered_where_that_is_demanded,
    _number_is_free,
    _team_is_assigned,
)


def _configured(option: StationOption, number: str) -> str | None:
    """A number that the administrator set, in the form in which a station of this option has it."""
    if option is StationOption.DIAL_NUMBER:
        found = DialNumber.configured(number)
        return found.e164 if found else None
    return _normal(option, number)


def _normal(option: StationOption, number: str) -> str | None:
    if option is StationOption.DIAL_NUMBER:
        parsed = DialNumber.parse(number)
        return parsed.e164 if parsed else None
    if option is StationOption.EXTENSION:
        extension = Extension.parse(number)
        return extension.digits if extension else None
    return number
