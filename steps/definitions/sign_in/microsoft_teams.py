"""Microsoft Teams: the offer to sign in, its window, its warning and its status."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.administrator import Administrator
from deskproof.steps.cast.teams_service import TeamsService
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import TeamsFailure
from deskproof.steps.gherkin.vocabulary.writing import with_invisible_characters
from deskproof.steps.runner.clock import Clock

# what the organisation has


@given(
    "the administrator has set up the Microsoft Teams connector",
    sv="administratören har ställt in anslutningen till Microsoft Teams",
)
def _(administrator: Administrator) -> None:
    administrator.set_up_teams_connector()


@given("the administrator has switched on Azure SSO", sv="administratören har slagit på Azure SSO")
def _(administrator: Administrator) -> None:
    administrator.switch_on_azure_sso()


@given(
    "the administrator has barred {person} from Microsoft Teams",
    sv="administratören har spärrat {person} från Microsoft Teams",
)
def _(administrator: Administrator, person: str) -> None:
    administrator.deny_teams_account(person)


@given("Microsoft Teams cannot be reached", sv="Microsoft Teams går inte att nå")
def _(teams_service: TeamsService) -> None:
    teams_service.goes_down()


@given("Microsoft Teams can be reached again", sv="Microsoft Teams går att nå igen")
def _(teams_service: TeamsService) -> None:
    teams_service.comes_back()


@given("Microsoft Teams breaks off the next sign-in", sv="Microsoft Teams bryter nästa inloggning")
def _(teams_service: TeamsService) -> None:
    teams_service.fails_after_sign_in()


# the window


@given("{person} has opened the Microsoft Teams window", sv="{person} har öppnat fönstret för Microsoft Teams")
@when("{person} opens the Microsoft Teams window", sv="{person} öppnar fönstret för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.open_window()


@given(
    "{person} has tried to open the Microsoft Teams window",
    sv="{person} har försökt öppna fönstret för Microsoft Teams",
)
@when("{person} tries to open the Microsoft Teams window", sv="{person} försöker öppna fönstret för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.request_window()
    cast[person].screens.collaboration.shows_retry()


@given(
    "{person} has tried to open the Microsoft Teams window, but the browser has blocked it",
    sv="{person} har försökt öppna fönstret för Microsoft Teams, men webbläsaren har blockerat det",
)
@when(
    "{person} tries to open the Microsoft Teams window, but the browser blocks it",
    sv="{person} försöker öppna fönstret för Microsoft Teams, men webbläsaren blockerar det",
)
def _(cast: Cast, clock: Clock, teams_service: TeamsService, person: str) -> None:
    teams_service.answers_late()
    cast[person].screens.collaboration.request_window_after_click_expired(teams_service.time_passes)
    cast[person].screens.collaboration.shows_retry()
    clock.catch_up()


@given("{person} has signed in to Microsoft Teams", sv="{person} har loggat in på Microsoft Teams")
@when("{person} signs in to Microsoft Teams", sv="{person} loggar in på Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].teams_account.sign_in()


@when(
    "{person} gives their own Teams account in the window",
    sv="{person} anger sitt eget Teams-konto i fönstret",
)
def _(cast: Cast, person: str) -> None:
    cast[person].teams_account.enter()


@when(
    "{person} gives their own Teams account with invisible characters in the window",
    sv="{person} anger sitt eget Teams-konto med osynliga tecken i fönstret",
)
def _(cast: Cast, person: str) -> None:
    cast[person].teams_account.enter(with_invisible_characters)


@given(
    "{person} has given the password {password} in the Microsoft Teams window",
    sv="{person} har angett lösenordet {password} i fönstret för Microsoft Teams",
)
@when(
    "{person} gives the password {password} in the Microsoft Teams window",
    sv="{person} anger lösenordet {password} i fönstret för Microsoft Teams",
)
def _(cast: Cast, person: str, password: str) -> None:
    cast[person].screens.collaboration.enter_account(cast[person].person.email, password)
    cast[person].screens.collaboration.shows_account_refused()


@when(
    "{person} gives the desktop's password in the Microsoft Teams window",
    sv="{person} anger skrivbordets lösenord i fönstret för Microsoft Teams",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.enter_account(cast[person].person.email, cast[person].person.password)


@when(
    "{person} gives the e-mail address {address} in the Microsoft Teams window",
    sv="{person} anger e-postadressen {address} i fönstret för Microsoft Teams",
)
def _(cast: Cast, person: str, address: str) -> None:
    cast[person].screens.collaboration.enter_account(address, cast[person].teams_account.password)


@given("{person} has cancelled the Microsoft Teams window", sv="{person} har avbrutit fönstret för Microsoft Teams")
@when("{person} cancels the Microsoft Teams window", sv="{person} avbryter fönstret för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.cancel_window()


@given("{person} has closed the Microsoft Teams window", sv="{person} har stängt fönstret för Microsoft Teams")
@when("{person} closes the Microsoft Teams window", sv="{person} stänger fönstret för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.close_window()


@when(
    "{person} follows a forged response in the Microsoft Teams window",
    sv="{person} följer ett förfalskat svar i fönstret för Microsoft Teams",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.follow_forged_answer()


@then("{person} sees the Microsoft Teams window", sv="{person} ser fönstret för Microsoft Teams")
@then("{person} still sees the Microsoft Teams window", sv="{person} ser fortfarande fönstret för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_window()


@then("{person} sees no Microsoft Teams window", sv="{person} ser inget fönster för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_no_window()


@then(
    "{person} reads in the Microsoft Teams window that the account is wrong",
    sv="{person} läser i fönstret för Microsoft Teams att kontot inte stämmer",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_account_refused()


# the offer, the warning and the status


@then("{person} is offered to sign in to Microsoft Teams", sv="{person} erbjuds att logga in på Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_offered()


@then("{person} is not asked about Microsoft Teams", sv="{person} tillfrågas inte om Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.does_not_show()


@given("{person} is offered Retry for Microsoft Teams", sv="{person} erbjuds Försök igen för Microsoft Teams")
@then("{person} is offered Retry for Microsoft Teams", sv="{person} erbjuds Försök igen för Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_retry()


@then(
    "{person} sees a warning that the sign-in to Microsoft Teams {teams_failure}",
    sv="{person} ser en varning om att inloggningen på Microsoft Teams {teams_failure}",
)
def _(cast: Cast, person: str, teams_failure: TeamsFailure) -> None:
    cast[person].screens.collaboration.shows_warning(teams_failure)


@then(
    "{person} sees a warning about Microsoft Teams at User Profile",
    sv="{person} ser en varning om Microsoft Teams vid Användarprofil",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_warning_at_profile()


@then("{person} sees no warning about Microsoft Teams", sv="{person} ser ingen varning om Microsoft Teams")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_no_warning()


@then(
    "{person} reads that the status of Microsoft Teams is Success",
    sv="{person} läser att statusen för Microsoft Teams är Lyckades",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_success()
    cast[person].facts.confirms_teams_sign_in(done=True)


@then(
    "{person} does not read that the status of Microsoft Teams is Success",
    sv="{person} läser inte att statusen för Microsoft Teams är Lyckades",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.collaboration.shows_no_success()
    cast[person].facts.confirms_teams_sign_in(done=False)
