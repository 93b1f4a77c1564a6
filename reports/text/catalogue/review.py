"""The review on the page, and what its server answers."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # what its server answers
    "live.elsewhere": (
        "This server answers only to the address that the terminal shows.",
        "Den här servern svarar bara på adressen som visas i terminalen.",
    ),
    "live.outside": (
        'Open the address that the terminal shows; it works once. If you have just done so, <a href="/">go on</a>.',
        'Öppna adressen som visas i terminalen; den gäller en gång. Om du nyss gjorde det, <a href="/">fortsätt</a>.',
    ),
    "live.foreign": ("Only the report itself may send decisions.", "Bara rapporten själv får skicka beslut."),
    "live.notJson": ("A decision comes as JSON.", "Ett beslut skickas som JSON."),
    "live.tooLong": ("That is too long.", "Det är för långt."),
    "live.noClaim": ("This run has no claim {id}.", "Körningen har inget påstående {id}."),
    "live.noScenario": ("This run has no scenario {id}.", "Körningen har inget scenario {id}."),
    "live.who": (
        "Say who you are, in at most {most} characters.",
        "Säg vem du är, med högst {most} tecken.",
    ),
    "live.comment": (
        "A comment has at most {most} characters.",
        "En kommentar har högst {most} tecken.",
    ),
    "live.notUnderstood": ("The decision was not understood ({place}).", "Beslutet gick inte att förstå ({place})."),
    # on the page
    "review.title": ("Review", "Granskning"),
    "review.approved.claim": ("claims approved", "påståenden godkända"),
    "review.approved.scenario": ("scenarios approved", "scenarier godkända"),
    "review.count.open": ("to review", "att granska"),
    "review.count.lapsed": ("of them changed since they were reviewed", "av dem ändrade sedan de granskades"),
    "review.count.requested": (
        "with requested changes",
        "med begärda ändringar",
    ),
    "review.show.claim": ("Claims to review", "Påståenden att granska"),
    "review.show.scenario": ("Scenarios to review", "Scenarier att granska"),
    "review.how": (
        "To approve or request changes:",
        "Så godkänner du eller begär ändringar:",
    ),
    "review.filter": ("Review", "Granskning"),
    "review.any": ("Any review", "Oavsett granskning"),
    "review.pick.open": ("To review", "Att granska"),
    "review.pick.lapsed": ("Changed since reviewed", "Ändrade sedan granskning"),
    "review.pick.requested": (
        "Changes requested",
        "Ändringar begärda",
    ),
    "review.pick.approved": ("Approved", "Godkända"),
    "review.status.none": ("To review", "Att granska"),
    "review.status.approved": ("Approved", "Godkänt"),
    "review.status.requested": (
        "Changes requested",
        "Ändringar begärda",
    ),
    "review.status.lapsed": ("Approval lapsed", "Godkännandet gäller inte längre"),
    "review.status.lapsedRequest": (
        "Changed since changes were requested",
        "Ändrat sedan ändringar begärdes",
    ),
    "review.lapse.text": ("The text has changed.", "Texten har ändrats."),
    "review.lapse.pictures": ("The pictures have changed.", "Bilderna har ändrats."),
    "review.lapse.scenario.text": ("The text has changed of", "Texten har ändrats i"),
    "review.lapse.scenario.pictures": ("The pictures have changed of", "Bilderna har ändrats av"),
    "review.lapse.scenario.added": ("New since then:", "Nytt sedan dess:"),
    "review.lapse.scenario.removed": ("No longer part of it:", "Hör inte längre dit:"),
    "review.comment": ("Comment", "Kommentar"),
    "review.approve": ("Approve", "Godkänn"),
    "review.request": (
        "Request changes",
        "Begär ändringar",
    ),
    "review.withdraw": (
        "Withdraw",
        "Ta tillbaka",
    ),
    "review.cannot": (
        "Only a scenario that passed and a claim that is proven can be approved.",
        "Bara ett godkänt scenario och ett bevisat påstående kan godkännas.",
    ),
    "review.who": ("Say below who you are.", "Säg nedan vem du är."),
    "review.offline": (
        "Not stored: the server does not answer. See the terminal.",
        "Inte sparat: servern svarar inte. Se i terminalen.",
    ),
    "review.left": ("To review:", "Att granska:"),
    "review.left.claim": ("claims", "påståenden"),
    "review.left.scenario": ("scenarios", "scenarier"),
    "review.as": ("You are", "Du är"),
    "review.next": ("Next to review", "Nästa att granska"),
}
