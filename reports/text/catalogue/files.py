"""What could not be written."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "files.none": ("not written", "inte skriven"),
    "fault.title": ("Missing from the report", "Saknas i rapporten"),
    "fault.gate": ("The gate was not evaluated: {error}", "Grinden prövades inte: {error}"),
    "fault.what.changes": ("What changed since the baseline run", "Vad som har ändrats sedan jämförelsekörningen"),
    "fault.what.verdict": ("The gate's verdict", "Grindens utslag"),
    "fault.what.derived": ("The check with derived defects", "Kontrollen med härledda fel"),
    "fault.what.review": ("The review", "Granskningen"),
    "fault.what.link": ("The link {name}", "Länken {name}"),
    "fault.what.lines": ("The closing lines", "Slutraderna"),
    "fault.what.format": ("The format {name} ({place})", "Formatet {name} ({place})"),
    "fault.file": ("{what} were not written", "{what} skrevs inte"),
    "fault.file.one": ("{what} was not written", "{what} skrevs inte"),
    "fault.format": ("{what} cannot be used", "{what} kan inte användas"),
    "fault.part": ("{what} is missing from the page", "{what} saknas på sidan"),
    "fault.lines": ("{what} could not be made", "{what} gick inte att göra"),
    "fault.cure.room": (
        "make room or allow writing there, then 'deskproof report {run}' writes what is missing.",
        "skapa utrymme eller tillåt skrivning där, så skriver 'deskproof report {run}' det som saknas.",
    ),
    "fault.cure.ours": (
        "a fault of Deskproof, not of the product; once it is fixed, 'deskproof report {run}' writes what is missing.",
        "ett fel i Deskproof, inte i produkten; när det är rättat skriver 'deskproof report {run}' det som saknas.",
    ),
    "fault.cure.theirs": (
        "fix or uninstall the package {owner}, then 'deskproof report {run}' writes what is missing.",
        "rätta eller avinstallera paketet {owner}, så skriver 'deskproof report {run}' det som saknas.",
    ),
}
