"""The address, the e-mail address and the password."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.messages import IdentityMessage
from deskproof.steps.gherkin.vocabulary.writing import with_invisible_characters


@when("{person} opens the address from the administrator", sv="{person} öppnar adressen från administratören")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.open_desktop()


@when(
    "{person} opens an address that belongs to no organisation",
    sv="{person} öppnar en adress som inte hör till någon organisation",
)
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.open_unknown_address()


@then(
    "{person} reads that nothing is served at this address",
    sv="{person} läser att det inte finns något på den här adressen",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.address.shows_nothing_served()


@when(
    "{person} opens {text} below the address from the administrator",
    sv="{person} öppnar {text} under adressen från administratören",
)
@given(
    "{person} has opened {text} below the address from the administrator",
    sv="{person} har öppnat {text} under adressen från administratören",
)
def _(cast: Cast, person: str, text: str) -> None:
    cast[person].browsing.open_path(text)


@then("{person} reads that there is no such page", sv="{person} läser att sidan inte finns")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.address.shows_no_such_page()


@when("{person} continues to the desktop", sv="{person} går vidare till skrivbordet")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.address.follow_link_to_desktop()


@then("{person} is at the address from the administrator", sv="{person} är på adressen från administratören")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.is_at_desktop_address()


# the e-mail address


@given("{person} is asked for an e-mail address", sv="{person} ombeds ange en e-postadress")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_email_page()


@given("{person} has given the e-mail address {address}", sv="{person} har angett e-postadressen {address}")
@when("{person} gives the e-mail address {address}", sv="{person} anger e-postadressen {address}")
def _(cast: Cast, person: str, address: str) -> None:
    cast[person].screens.identity.enter_email(address)


@given("{person} has typed the e-mail address {address}", sv="{person} har skrivit e-postadressen {address}")
def _(cast: Cast, person: str, address: str) -> None:
    cast[person].screens.identity.type_email(address)


@then("{person} still sees the e-mail address {address}", sv="{person} ser fortfarande e-postadressen {address}")
def _(cast: Cast, person: str, address: str) -> None:
    cast[person].screens.identity.shows_email(address)


@given("{person} has given {other}'s e-mail address", sv="{person} har angett {other}s e-postadress")
def _(cast: Cast, person: str, other: str) -> None:
    cast[person].signing_in.reach_email_page()
    cast[person].screens.identity.enter_email(cast[other].person.email)
    cast[person].screens.identity.shows_password_page(cast[other].person.email)


@given("{person} has given their own e-mail address", sv="{person} har angett sin egen e-postadress")
@when("{person} gives their own e-mail address", sv="{person} anger sin egen e-postadress")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_email(cast[person].person.email)


@when(
    "{person} gives their own e-mail address with invisible characters",
    sv="{person} anger sin egen e-postadress med osynliga tecken",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_email(with_invisible_characters(cast[person].person.email))


@given("{person} is asked for an e-mail address again", sv="{person} ombeds ange en e-postadress på nytt")
@then("{person} is asked for an e-mail address", sv="{person} ombeds ange en e-postadress")
@then("{person} is still asked for an e-mail address", sv="{person} ombeds fortfarande ange en e-postadress")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_email_page()


@then("{person} cannot click Sign In", sv="{person} kan inte klicka på Logga in")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_sign_in_waiting()


@when("{person} presses Alt and the left arrow", sv="{person} trycker på Alt och vänsterpil")
@given("{person} has pressed Alt and the left arrow", sv="{person} har tryckt på Alt och vänsterpil")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.press_alt_left()
    cast[person].screens.identity.shows_email_page()


@given("{person} has gone one step back in the browser", sv="{person} har gått ett steg tillbaka i webbläsaren")
@when("{person} goes one step back in the browser", sv="{person} går ett steg tillbaka i webbläsaren")
def _(cast: Cast, person: str) -> None:
    cast[person].browsing.go_back()


@then("{person} can change the e-mail address", sv="{person} kan ändra e-postadressen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_email_changeable()


@then(
    "{person} reads that Command and the left arrow change the e-mail address",
    sv="{person} läser att Command och vänsterpil ändrar e-postadressen",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_mac_hint()


# the password


@given("{person} is asked for the password", sv="{person} ombeds ange lösenordet")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.reach_password_page()


@then(
    "{person} is asked for the password of their own e-mail address",
    sv="{person} ombeds ange lösenordet för sin egen e-postadress",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_password_page(cast[person].person.email)


@given("{person} has given their own password", sv="{person} har angett sitt eget lösenord")
@when("{person} gives their own password", sv="{person} anger sitt eget lösenord")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_password(cast[person].person.password)


@when(
    "{person} gives their own password with invisible characters",
    sv="{person} anger sitt eget lösenord med osynliga tecken",
)
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.enter_password(with_invisible_characters(cast[person].person.password))


@when("{person} gives the password {password}", sv="{person} anger lösenordet {password}")
def _(cast: Cast, person: str, password: str) -> None:
    cast[person].screens.identity.enter_password(password)


@when("{person} gives {other}'s password", sv="{person} anger {other}s lösenord")
def _(cast: Cast, person: str, other: str) -> None:
    cast[person].screens.identity.enter_password(cast[other].person.password)


@given("{person} has given a wrong password", sv="{person} har angett fel lösenord")
def _(cast: Cast, person: str) -> None:
    cast[person].signing_in.enter_wrong_password(times=1)


@given("{person} has given a wrong password {count} times", sv="{person} har angett fel lösenord {count} gånger")
def _(cast: Cast, person: str, count: int) -> None:
    cast[person].signing_in.enter_wrong_password(times=count)


@then("{person} reads that the account is locked", sv="{person} läser att kontot är låst")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_account_locked()


@then(
    "the identity service has accepted the password that {person} gave",
    sv="identitetstjänsten har godtagit lösenordet som {person} angav",
)
def _(cast: Cast, person: str) -> None:
    cast[person].facts.confirms_only_event("PasswordAccepted", not_="PasswordRefused")


@then(
    "the identity service has refused the password that {person} gave",
    sv="identitetstjänsten har nekat lösenordet som {person} angav",
)
def _(cast: Cast, person: str) -> None:
    cast[person].facts.confirms_only_event("PasswordRefused", not_="PasswordAccepted")


@then("{person} reads that {identity_message}", sv="{person} läser att {identity_message}")
def _(cast: Cast, person: str, identity_message: IdentityMessage) -> None:
    cast[person].screens.identity.shows_field_message(identity_message)


@then("{person} no longer reads a message", sv="{person} läser inte längre något meddelande")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.identity.shows_no_message()
