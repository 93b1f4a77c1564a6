"""The thirty scenarios that every runner of the bench runs."""

from __future__ import annotations

from pathlib import Path

from deskproof.steps.gherkin.files.reader import WrittenScenario, read_features

ROOT = Path(__file__).parents[2]

_NAMES = (
    ("01", "The address leads to sign-in"),
    ("01", "The e-mail address leads on to the password"),
    ("04", "Dial Number is chosen when the agent arrives"),
    ("04", "All three options"),
    ("04", "With Desktop there is no number to enter"),
    ("05", "International Dialing Format is ticked on arrival"),
    ("05", "The picked country gives its code"),
    ("05", "Typing a country name narrows the list"),
    ("05", "Only the phone number is entered, and the code goes in front"),
    ("05", "The same number is refused for the United States"),
    ("07", "An extension signs in"),
    ("07", "Without an extension there is no sign-in"),
    ("09", "Submit signs the agent in to the station"),
    ("14", "501 pixels on either side are enough"),
    ("10", "An available agent becomes Idle"),
    ("10", "A signed-in agent can become Available"),
    ("10", "The agent is signed out of the station"),
    ("14", "501 by 501 pixels are enough"),
)
"""The number of the feature file and the name of the scenario; of an outline, all of its examples."""

SIZE = 30


def thirty() -> tuple[WrittenScenario, ...]:
    """The scenarios, in the order of their files. Raises LookupError where the features have them no longer."""
    wanted = set(_NAMES)
    found = [
        scenario
        for feature in read_features(ROOT / "features")
        if feature.language == "en"
        for scenario in feature.scenarios
        if (Path(feature.path).name[:2], scenario.template) in wanted
    ]
    missing = wanted - {(Path(scenario.path).name[:2], scenario.template) for scenario in found}
    if missing or len(found) != SIZE:
        raise LookupError(
            f"The features have {len(found)} of the {SIZE} scenarios of the bench; without a match are "
            f"{sorted(missing) or 'none'}. Correct tests/bench/scenarios.py."
        )
    return tuple(found)
