"""Replacing a forgotten password with a new one."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import Writing
from deskproof.steps.gherkin.vocabulary.writing import in_scripts, written


@when("{person} chooses Forgot Password", sv="{person} väljer Glömt lösenord")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.choose_forgot_password()
    cast[person].screens.identity.shows_code_page()


@given("{person} is asked for the confirmation code", sv="{person} ombeds ange bekräftelsekoden")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_code_page()


@then("{person} is asked for the confirmation code", sv="{person} ombeds ange bekräftelsekoden")
@then("{person} is still asked for the confirmation code", sv="{person} ombeds fortfarande ange bekräftelsekoden")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_code_page()


@then("{person} has an e-mail with a confirmation code", sv="{person} har fått ett mejl med en bekräftelsekod")
def _(cast: Cast, person: str) -> None:
    cast[person].mailbox.confirms_codes(1)


@then("{person} has no e-mail with a confirmation code", sv="{person} har inte fått något mejl med en bekräftelsekod")
def _(cast: Cast, person: str) -> None:
    cast[person].mailbox.confirms_codes(0)


@then(
    "the code in {person}'s e-mail has {count} digits",
    sv="koden i {person}s mejl har {count} siffror",
)
def _(cast: Cast, person: str, count: int) -> None:
    cast[person].mailbox.confirms_digits(count)


@when("{person} enters the code from the e-mail", sv="{person} anger koden från mejlet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_code(cast[person].mailbox.code())


@when("{person} enters the code from the e-mail {writing}", sv="{person} anger koden från mejlet {writing}")
def _(cast: Cast, person: str, writing: Writing) -> None:
    cast[person].screens.identity.enter_code(written(cast[person].mailbox.code(), writing))


@when(
    "{person} enters the code from the e-mail in digits of {scripts}",
    sv="{person} anger koden från mejlet med siffror från {scripts}",
)
def _(cast: Cast, person: str, scripts: str) -> None:
    cast[person].screens.identity.enter_code(in_scripts(cast[person].mailbox.code(), scripts))


@when("{person} enters the code from the earlier e-mail", sv="{person} anger koden från det tidigare mejlet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_code(cast[person].mailbox.code_before())


@given("{person} has chosen Send a new code", sv="{person} har valt Skicka en ny kod")
@when("{person} chooses Send a new code", sv="{person} väljer Skicka en ny kod")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.request_new_code()


@then("{person} reads that a new code is on its way", sv="{person} läser att en ny kod är på väg")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_new_code_sent()


@when("{person} enters the code {code}", sv="{person} anger koden {code}")
def _(cast: Cast, person: str, code: str) -> None:
    cast[person].screens.identity.enter_code(code)


@when(
    "{person} enters six digits other than those in the e-mail",
    sv="{person} anger sex andra siffror än de i mejlet",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_code(cast[person].mailbox.other_code())


@given("{person} has entered a wrong code {count} times", sv="{person} har angett fel kod {count} gånger")
def _(cast: Cast, person: str, count: int) -> None:
    cast[person].signing_in.enter_wrong_code(times=count)


@then(
    "the identity service has refused the confirmation code that {person} entered",
    sv="identitetstjänsten har nekat bekräftelsekoden som {person} angav",
)
def _(cast: Cast, person: str) -> None:
    cast[person].facts.confirms_only_event("RecoveryCodeRefused", not_="RecoveryCodeAccepted")


@then("{person} is asked for a new password", sv="{person} ombeds välja ett nytt lösenord")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_new_password_page()


@given("{person} is choosing a new password", sv="{person} ska välja ett nytt lösenord")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_new_password_page()


@when("{person} chooses the new password {password}", sv="{person} väljer det nya lösenordet {password}")
def _(cast: Cast, person: str, password: str) -> None:
    cast[person].screens.identity.choose_password(password)


@when(
    "{person} chooses the new password {password} and repeats it as {text}",
    sv="{person} väljer det nya lösenordet {password} och upprepar det som {text}",
)
def _(cast: Cast, person: str, password: str, text: str) -> None:
    cast[person].screens.identity.choose_password(password, text)


@given("{person} has chosen the new password {password}", sv="{person} har valt det nya lösenordet {password}")
def _(cast: Cast, person: str, password: str) -> None:
    cast[person].signing_in.reach_new_password_page()
    cast[person].screens.identity.choose_password(password)
    cast[person].screens.identity.shows_password_changed()


@then(
    "the identity service has changed {person}'s password",
    sv="identitetstjänsten har ändrat {person}s lösenord",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_password_changed()
    cast[person].facts.confirms_only_event("PasswordChanged")


@when(
    "{person} signs in with their own e-mail address and the password {password}",
    sv="{person} loggar in med sin egen e-postadress och lösenordet {password}",
)
def _(cast: Cast, person: str, password: str) -> None:
    cast[person].browsing.start_over()
    cast[person].signing_in.reach_password_page()
    cast[person].screens.identity.enter_password(password)


@when(
    "{person} signs in with their own e-mail address and the forgotten password",
    sv="{person} loggar in med sin egen e-postadress och det glömda lösenordet",
)
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.start_over()
    cast[person].signing_in.reach_password_page()
    cast[person].screens.identity.enter_password(cast[person].person.password)
