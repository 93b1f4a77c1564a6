"""Station Credentials."""

from collections.abc import Sequence
from typing import Protocol

from deskproof.steps.gherkin.vocabulary.messages import StationMessage
from deskproof.steps.gherkin.vocabulary.values import Key, Option, Role


class StationScreen(Protocol):
    """Station Credentials."""

    def shows(self) -> None:
        """Station Credentials is open, in its page's title too, and greets the person."""

    def does_not_show(self) -> None:
        """Station Credentials is not open."""

    def submit(self) -> None:
        """Click Submit."""

    def cancel(self) -> None:
        """Click Cancel."""

    def choose(self, option: Option) -> None:
        """Choose a station option."""

    def shows_chosen(self, option: Option) -> None:
        """This option is chosen."""

    def shows_options(self, options: Sequence[Option]) -> None:
        """Exactly these options are offered. Desktop alone is shown as text, without a choice."""

    def enter_number(self, number: str) -> None:
        """Enter a number or extension, in place of the present value."""

    def retype_number(self, option: Option, number: str) -> None:
        """Click the button that clears the number of this option, and type another one at once."""

    def shows_number(self, number: str) -> None:
        """The field has exactly this number."""

    def shows_number_field(self, option: Option) -> None:
        """There is one number field, named after the option."""

    def shows_no_number_field(self) -> None:
        """There is nothing to enter a number in."""

    def shows_number_editable(self) -> None:
        """The number can be changed."""

    def shows_number_read_only(self) -> None:
        """The number is there and cannot be changed."""

    def shows_field_message(self, message: StationMessage) -> None:
        """This message is next to its field."""

    def shows_number_message(self, words: str) -> None:
        """Exactly these words are at the number, as the message or the hint of the field."""

    def shows_no_number_message(self) -> None:
        """The number is there, and nothing is wrong with it."""

    def shows_browser_refused(self) -> None:
        """A message at the option names the required browser."""

    def shows_microphone_denied(self) -> None:
        """A message at the option says that the microphone is not allowed."""

    def shows_microphone_absent(self) -> None:
        """A message at the option says that there is no microphone."""

    def tick_format(self) -> None:
        """Tick International Dialing Format."""

    def untick_format(self) -> None:
        """Untick International Dialing Format."""

    def shows_format_ticked(self) -> None:
        """International Dialing Format is ticked."""

    def shows_country_code(self, code: str) -> None:
        """The country that is picked has this code."""

    def shows_no_country_list(self) -> None:
        """There is no country code to pick."""

    def search_country(self, text: str) -> None:
        """Type into the country code."""

    def press_in_countries(self, key: Key) -> None:
        """Press a key in the country code."""

    def shows_picked_country(self, country: str) -> None:
        """This country is picked."""

    def pick_country(self, country: str) -> None:
        """Pick a country by its name."""

    def shows_country(self, country: str) -> None:
        """The list has this country."""

    def does_not_show_country(self, country: str) -> None:
        """The list is open and does not have this country."""

    def shows_no_country(self) -> None:
        """The list is open and has no country."""

    def open_teams(self) -> None:
        """Open the list of teams."""

    def search_team(self, text: str) -> None:
        """Type into the team."""

    def press_in_teams(self, key: Key) -> None:
        """Press a key in the team."""

    def retype_team(self, text: str) -> None:
        """Click the button that clears the team, and type at once."""

    def pick_team(self, team: str) -> None:
        """Pick a team by its name."""

    def pick_listed_team(self, team: str) -> None:
        """Pick a team from the list as it is shown."""

    def shows_team(self, team: str) -> None:
        """The list has this team."""

    def does_not_show_team(self, team: str) -> None:
        """The list is open and does not have this team."""

    def shows_teams(self, teams: Sequence[str]) -> None:
        """The list has exactly these teams, in this order."""

    def shows_no_team(self) -> None:
        """The list is open and has no team."""

    def shows_team_field(self) -> None:
        """There is a team to pick."""

    def shows_no_team_field(self) -> None:
        """There is no team to pick."""

    def choose_role(self, role: Role) -> None:
        """Choose the role to sign in as."""

    def shows_no_role_field(self) -> None:
        """There is no role to choose."""

    def tick_remember(self) -> None:
        """Tick Remember My Credentials."""

    def untick_remember(self) -> None:
        """Untick Remember My Credentials."""

    def shows_remember(self, ticked: bool) -> None:
        """Remember My Credentials is ticked, or is not."""

    def shows_picked_team(self, team: str) -> None:
        """This team is picked."""

    def shows_no_picked_team(self) -> None:
        """No team is picked."""

    def shows_role(self, role: Role) -> None:
        """This role is chosen."""

    def shows_format(self, ticked: bool) -> None:
        """International Dialing Format is ticked, or is not."""

    def shows_message_with_tracking_id(self) -> None:
        """A message says that the sign-in failed, with an id for the administrator."""
