"""What changed since an earlier run."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "past.since": ("Since the base run of {base}", "Sedan basen {base}"),
    "past.noBase": ("There is no base run to compare with yet", "Det finns ingen bas att jämföra med än"),
    "past.same": ("Nothing changed.", "Inget har ändrats."),
    "past.claimsLost": ("claims are not proven any more", "påståenden är inte längre bevisade"),
    "past.claimsLost.one": ("claim is not proven any more", "påstående är inte längre bevisat"),
    "past.claimsWon": ("claims are newly proven", "påståenden är nybevisade"),
    "past.claimsWon.one": ("claim is newly proven", "påstående är nybevisat"),
    "past.broke": ("scenarios do not pass any more", "scenarier godkänns inte längre"),
    "past.broke.one": ("scenario does not pass any more", "scenario godkänns inte längre"),
    "past.fixed": ("scenarios pass again", "scenarier godkänns igen"),
    "past.fixed.one": ("scenario passes again", "scenario godkänns igen"),
    "past.gone": ("scenarios are gone", "scenarier är borta"),
    "past.gone.one": ("scenario is gone", "scenario är borta"),
    "past.new": ("scenarios are new", "scenarier är nya"),
    "past.new.one": ("scenario is new", "scenario är nytt"),
    "past.reworded": ("scenarios have another wording", "scenarier har ny lydelse"),
    "past.reworded.one": ("scenario has another wording", "scenario har ny lydelse"),
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
