"""The sentences of this project, beside those that come with Deskproof ('deskproof sentences' lists them all)."""

from screens import Greeting

from deskproof.vocabulary import Cast, then


@then("{person} is greeted with {words}")
def _(cast: Cast, person: str, words: str) -> None:
    cast[person].screen(Greeting).shows(words)


@then("the desktop names its tenant to {person}")
def _(cast: Cast, person: str) -> None:
    cast[person].screen(Greeting).names_tenant(cast[person].tenant.desktop_url)
