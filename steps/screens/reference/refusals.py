"""What the reference desktop says when the service refuses what an agent requests, to the letter, in both languages."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from deskproof.steps.gherkin.vocabulary.values import Language, Request

REFUSALS: Final[Mapping[str | StrEnum, Mapping[Language, str]]] = {
    Request.ACCEPT: {
        "en": "The conversation could not be accepted. Try again.",
        "sv": "Konversationen kunde inte accepteras. Försök igen.",
    },
    Request.HOLD: {
        "en": "The call could not be put on hold. Try again.",
        "sv": "Samtalet kunde inte parkeras. Försök igen.",
    },
    Request.RESUME: {
        "en": "The call could not be resumed. Try again.",
        "sv": "Samtalet kunde inte återupptas. Försök igen.",
    },
    Request.END: {
        "en": "The call could not be ended. Try again.",
        "sv": "Samtalet kunde inte avslutas. Försök igen.",
    },
    Request.WRAP_UP: {
        "en": "The wrap-up could not be submitted. Try again.",
        "sv": "Efterarbetet kunde inte skickas. Försök igen.",
    },
    Request.PAUSE_RECORDING: {
        "en": "The recording could not be paused. Try again.",
        "sv": "Inspelningen kunde inte pausas. Försök igen.",
    },
    Request.RESUME_RECORDING: {
        "en": "The recording could not be resumed. Try again.",
        "sv": "Inspelningen kunde inte återupptas. Försök igen.",
    },
    Request.CONSULT: {
        "en": "They could not be consulted. Choose somebody else, or try again.",
        "sv": "Det gick inte att konsultera. Välj någon annan eller försök igen.",
    },
    Request.CONSULT_QUEUE: {
        "en": "The queue could not be consulted. Choose another one, or try again.",
        "sv": "Kön kunde inte konsulteras. Välj en annan eller försök igen.",
    },
    Request.END_CONSULT: {
        "en": "The consult could not be ended. Try again.",
        "sv": "Konsultationen kunde inte avslutas. Försök igen.",
    },
    Request.HAND_OVER: {
        "en": "The call could not be transferred. Try again.",
        "sv": "Samtalet kunde inte kopplas. Försök igen.",
    },
    Request.CONFERENCE: {
        "en": "The conference could not be started. Try again.",
        "sv": "Konferensen kunde inte startas. Försök igen.",
    },
    Request.LEAVE_CONFERENCE: {
        "en": "You could not leave the conference. Try again.",
        "sv": "Du kunde inte lämna konferensen. Försök igen.",
    },
    Request.TRANSFER: {
        "en": "The call could not be transferred. Choose somebody else, or try again.",
        "sv": "Samtalet kunde inte kopplas. Välj någon annan eller försök igen.",
    },
    Request.TRANSFER_TO_QUEUE: {
        "en": "The call could not be transferred. Choose another queue, or try again.",
        "sv": "Samtalet kunde inte kopplas. Välj en annan kö eller försök igen.",
    },
    Request.MONITOR: {
        "en": "Monitoring could not be started. Refresh the list; the conversation may be over.",
        "sv": "Övervakningen kunde inte startas. Uppdatera listan; konversationen kan vara över.",
    },
    Request.PAUSE_MONITORING: {
        "en": "Monitoring could not be paused. Try again.",
        "sv": "Övervakningen kunde inte pausas. Försök igen.",
    },
    Request.RESUME_MONITORING: {
        "en": "Monitoring could not be resumed. Try again.",
        "sv": "Övervakningen kunde inte återupptas. Försök igen.",
    },
    Request.END_MONITORING: {
        "en": "Monitoring could not be ended. Try again.",
        "sv": "Övervakningen kunde inte avslutas. Försök igen.",
    },
    Request.CHANGE_AVAILABILITY: {
        "en": "Your availability could not be changed. Try again.",
        "sv": "Din tillgänglighet kunde inte ändras. Försök igen.",
    },
    Request.SIGN_OUT: {
        "en": "You could not be signed out. Try again.",
        "sv": "Du kunde inte loggas ut. Försök igen.",
    },
}
