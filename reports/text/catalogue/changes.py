"""What changed since an earlier run."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "past.since": (
        "Since the baseline run of {baseline}",
        "Sedan jämförelsekörningen {baseline}",
    ),
    "past.noBaseline": (
        "There is no baseline run to compare with yet",
        "Det finns ännu ingen jämförelsekörning",
    ),
    "past.same": ("Nothing changed.", "Inget har ändrats."),
    "past.claimsLost": (
        "claims are no longer proven",
        "påståenden är inte längre bevisade",
    ),
    "past.claimsLost.one": (
        "claim is no longer proven",
        "påstående är inte längre bevisat",
    ),
    "past.claimsWon": ("claims are newly proven", "påståenden är nybevisade"),
    "past.claimsWon.one": ("claim is newly proven", "påstående är nybevisat"),
    "past.broke": (
        "scenarios no longer pass",
        "scenarier godkänns inte längre",
    ),
    "past.broke.one": (
        "scenario no longer passes",
        "scenario godkänns inte längre",
    ),
    "past.fixed": ("scenarios pass again", "scenarier godkänns igen"),
    "past.fixed.one": ("scenario passes again", "scenario godkänns igen"),
    "past.withdrawn": ("scenarios are no longer offered", "scenarier erbjuds inte längre"),
    "past.withdrawn.one": ("scenario is no longer offered", "scenario erbjuds inte längre"),
    "past.offered": ("scenarios are newly offered", "scenarier erbjuds nu"),
    "past.offered.one": ("scenario is newly offered", "scenario erbjuds nu"),
    "past.gone": (
        "scenarios were removed",
        "scenarier är borttagna",
    ),
    "past.gone.one": (
        "scenario was removed",
        "scenario är borttaget",
    ),
    "past.new": ("scenarios are new", "scenarier är nya"),
    "past.new.one": ("scenario is new", "scenario är nytt"),
    "past.reworded": (
        "scenarios are worded differently",
        "scenarier har ny lydelse",
    ),
    "past.reworded.one": (
        "scenario is worded differently",
        "scenario har ny lydelse",
    ),
    "past.repictured": ("scenarios look different", "scenarier ser annorlunda ut"),
    "past.repictured.one": ("scenario looks different", "scenario ser annorlunda ut"),
    "past.slower": ("scenarios are slower", "scenarier är långsammare"),
    "past.slower.one": ("scenario is slower", "scenario är långsammare"),
    "past.trend.claims": ("Claims proven in the last {n} runs", "Bevisade påståenden i de senaste {n} körningarna"),
    "past.trend.scenarios": (
        "Scenarios passed in the last {n} runs",
        "Godkända scenarier i de senaste {n} körningarna",
    ),
}
