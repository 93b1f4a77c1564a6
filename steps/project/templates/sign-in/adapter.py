"""How Deskproof uses your desktop: a class for each of its screens, and why it does not offer the others.

Write a screen after the other and take its name out of `not_offered`; deskproof.toml names this file as desktop.adapter.
"""

from deskproof.adapters import Adapter, verbs

adapter = Adapter(
    name="my-desktop",
    screens={},
    not_offered=dict.fromkeys(verbs(), "The adapter does not have this screen yet."),
)
