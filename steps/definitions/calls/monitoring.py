"""A supervisor's monitoring of a conversation: requested, active, paused, ended, and Sign Out refused meanwhile."""

from deskproof.steps.cast.actors import Cast
from deskproof.steps.cast.floor import Floor
from deskproof.steps.cast.phones import Phones
from deskproof.steps.gherkin.vocabulary import given, then, when
from deskproof.steps.gherkin.vocabulary.values import MonitoringState


@given(
    "{person} has a monitoring task that {monitoring}",
    sv="{person} har en övervakningsuppgift som {monitoring}",
)
def _(floor: Floor, person: str, monitoring: MonitoringState) -> None:
    floor.start_monitoring(person, monitoring)


@when("{person} asks to monitor the conversation", sv="{person} begär att övervaka konversationen")
def _(floor: Floor, person: str) -> None:
    floor.request_monitoring(person)


@given("{person} has reviewed the conversation and cancelled", sv="{person} har granskat konversationen och avbrutit")
def _(cast: Cast, floor: Floor, person: str) -> None:
    floor.review(person)
    cast[person].screens.monitoring.cancel()


@then(
    "{person} reads that the monitoring call rings at {number}",
    sv="{person} läser att övervakningssamtalet ringer på {number}",
)
def _(cast: Cast, phones: Phones, person: str, number: str) -> None:
    cast[person].screens.monitoring.shows_ringing(number)
    phones.confirms_ringing(person, "monitoring")


@then("{person} sees a monitoring task that {monitoring}", sv="{person} ser en övervakningsuppgift som {monitoring}")
def _(cast: Cast, floor: Floor, person: str, monitoring: MonitoringState) -> None:
    cast[person].screens.monitoring.shows(monitoring)
    floor.confirms_monitoring(person, active=True)


@then("{person} sees no monitoring task", sv="{person} ser ingen övervakningsuppgift")
def _(cast: Cast, floor: Floor, person: str) -> None:
    cast[person].screens.monitoring.shows_none()
    floor.confirms_monitoring(person, active=False)


@when("{person} resumes monitoring", sv="{person} återupptar övervakningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.monitoring.resume()


@when("{person} clicks Pause Monitoring", sv="{person} klickar på Pausa övervakningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.monitoring.pause()


@when("{person} clicks End Monitoring", sv="{person} klickar på Avsluta övervakningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.monitoring.end()


@given("{person} has ended monitoring", sv="{person} har avslutat övervakningen")
@when("{person} ends monitoring", sv="{person} avslutar övervakningen")
def _(cast: Cast, person: str) -> None:
    cast[person].screens.monitoring.end()
    cast[person].screens.monitoring.shows_none()


@then(
    "{person} reads that Sign Out has to wait because monitoring {monitoring}",
    sv="{person} läser att Logga ut får vänta på en övervakning som {monitoring}",
)
def _(cast: Cast, person: str, monitoring: MonitoringState) -> None:
    cast[person].screens.calls.shows_sign_out_refused(monitoring)
