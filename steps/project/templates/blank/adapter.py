"""How Deskproof uses this desktop: a class for each of its screens, and why it does not offer the others.

Write a screen after the other and take its name out of `not_offered`: 'deskproof run --pack sign-in' then runs the
shipped scenarios that need nothing else (docs/adapters.md).
"""

from deskproof.adapters import Adapter, verbs

adapter = Adapter(
    name="my-desktop",
    screens={},
    not_offered=dict.fromkeys(verbs(), "The adapter does not have this screen yet."),
)
