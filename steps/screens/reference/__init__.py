"""The reference desktop's screens."""

from deskproof.steps.gherkin.vocabulary.values import LANGUAGES
from deskproof.steps.screens.adapter import Adapter
from deskproof.steps.screens.reference.by_keyboard import ByKeyboard
from deskproof.steps.screens.reference.page.address import Address
from deskproof.steps.screens.reference.page.dialogs import Dialogs
from deskproof.steps.screens.reference.page.display import Display
from deskproof.steps.screens.reference.page.errors import Errors
from deskproof.steps.screens.reference.page.features import Features
from deskproof.steps.screens.reference.page.layout import Layout
from deskproof.steps.screens.reference.page.loading import Loading
from deskproof.steps.screens.reference.page.tab import Tab
from deskproof.steps.screens.reference.signing_in.collaboration import Collaboration
from deskproof.steps.screens.reference.signing_in.identity import Identity
from deskproof.steps.screens.reference.signing_in.station import Station
from deskproof.steps.screens.reference.working.calls import Calls
from deskproof.steps.screens.reference.working.monitoring import MonitoringPane
from deskproof.steps.screens.reference.working.profile import Profile
from deskproof.steps.screens.reference.working.shared_calls import SharedCalls
from deskproof.steps.screens.reference.working.task import Task
from deskproof.steps.screens.reference.working.voice import Voice
from deskproof.steps.screens.reference.working.written import Written

adapter = Adapter(
    name="reference",
    languages=LANGUAGES,
    screens={
        "tab": Tab,
        "address": Address,
        "identity": Identity,
        "station": Station,
        "task": Task,
        "dialogs": Dialogs,
        "errors": Errors,
        "features": Features,
        "profile": Profile,
        "calls": Calls,
        "shared_calls": SharedCalls,
        "written": Written,
        "monitoring": MonitoringPane,
        "voice": Voice,
        "collaboration": Collaboration,
        "layout": Layout,
        "display": Display,
        "loading": Loading,
        "by_keyboard": ByKeyboard,
    },
)
"""The adapter of the reference desktop, which has everything."""
