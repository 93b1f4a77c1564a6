"""The result of a run: statuses, headline and reasons."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # statuses
    "status.passed": ("Passed", "Godkänt"),
    "status.failed": (
        "Failed",
        "Misslyckades",
    ),
    "status.broken": (
        "Broken",
        "Kunde inte bedömas",
    ),
    "status.flaky": (
        "Flaky",
        "Instabilt",
    ),
    "status.skipped": (
        "Skipped",
        "Hoppades över",
    ),
    "status.quarantined": ("Quarantined", "I karantän"),
    "status.not-offered": ("Not offered", "Erbjuds inte"),
    "status.proven": ("Proven", "Bevisat"),
    "status.failing": (
        "Failing",
        "Uppfylls inte",
    ),
    "status.unproven": ("Unproven", "Obevisat"),
    "status.definition": ("Definition", "Definition"),
    # statuses beside a count, and the closing lines of a run
    "count.passed": ("passed", "godkända"),
    "count.failed": ("failed", "misslyckades"),
    "count.broken": ("broken", "kunde inte bedömas"),
    "count.flaky": ("flaky", "instabila"),
    "count.skipped": ("skipped", "hoppades över"),
    "count.quarantined": ("quarantined", "i karantän"),
    "count.not-offered": ("not offered", "erbjuds inte"),
    "count.proven": ("proven", "bevisade"),
    "count.failing": ("failing", "uppfylls inte"),
    "count.unproven": ("unproven", "obevisade"),
    "closing.label.scenarios": ("scenarios", "scenarier"),
    "closing.label.defects": ("defects", "fel"),
    "closing.label.claims": ("claims", "påståenden"),
    "closing.label.languages": ("languages", "språk"),
    "closing.label.report": ("report", "rapport"),
    "closing.scenarios": ("{counts}, in {seconds} s", "{counts}, på {seconds} s"),
    "closing.claims": ("{counts}, of {total}", "{counts}, av {total}"),
    "closing.none": ("none", "inga"),
    "means.passed": (
        "the product did as documented",
        "produkten gjorde som det är dokumenterat",
    ),
    "means.failed": ("the product did something else", "produkten gjorde något annat"),
    "means.broken": (
        "the test itself could not decide",
        "själva testet kunde inte avgöra det",
    ),
    "means.flaky": (
        "passed only when retried",
        "godkänt först vid nytt försök",
    ),
    "means.skipped": ("not run", "inte kört"),
    "means.quarantined": (
        "known problem, with an owner",
        "känt problem, med ansvarig",
    ),
    "means.not-offered": (
        "the desktop does not have what it needs",
        "skrivbordet har inte det som behövs",
    ),
    "claims.failing": (
        "Failing claims",
        "Påståenden som inte uppfylls",
    ),
    "more": ("and {n} more", "och {n} till"),
    "more.inReport": ("and {n} more, in the report", "och {n} till, i rapporten"),
    # the headline
    "headline.good": (
        "Everything passed. All {claims} claims are proven.",
        "Allt godkänt. Alla {claims} påståenden är bevisade.",
    ),
    "headline.good.noClaims": ("Everything passed.", "Allt godkänt."),
    "headline.partial": (
        "Nothing failed. {proven} of {claims} claims are proven.",
        "Inget misslyckades. {proven} av {claims} påståenden är bevisade.",
    ),
    "headline.partial.noClaims": (
        "Nothing failed, but not everything passed.",
        "Inget misslyckades, men allt är inte godkänt.",
    ),
    "headline.failed": ("The product failed {n} scenarios.", "Produkten klarade inte {n} scenarier."),
    "headline.failed.one": ("The product failed one scenario.", "Produkten klarade inte ett scenario."),
    "headline.broken": (
        "{n} scenarios could not be evaluated.",
        "{n} scenarier kunde inte bedömas.",
    ),
    "headline.broken.one": (
        "One scenario could not be evaluated.",
        "Ett scenario kunde inte bedömas.",
    ),
    "headline.nothing": ("Nothing was run, so nothing is proven.", "Inget kördes, så inget är bevisat."),
    "headline.nothingOffered": (
        "The desktop offers nothing that the scenarios need, so nothing is proven.",
        "Skrivbordet erbjuder inget av det som scenarierna behöver, så inget är bevisat.",
    ),
    "headline.cutShort": ("The run did not reach its end.", "Körningen nådde inte sitt slut."),
    "headline.notRun": (
        "{n} selected scenarios never ran.",
        "{n} valda scenarier kördes aldrig.",
    ),
    "headline.notRun.one": (
        "One selected scenario never ran.",
        "Ett valt scenario kördes aldrig.",
    ),
    "headline.damaged": ("The record of this run is damaged.", "Protokollet för körningen är skadat."),
    "release.open": (
        "Ready to release: all {n} documented claims are proven.",
        "Versionen kan släppas: alla {n} dokumenterade påståenden är bevisade.",
    ),
    "release.open.one": (
        "Ready to release: the one documented claim is proven.",
        "Versionen kan släppas: det enda dokumenterade påståendet är bevisat.",
    ),
    "release.failing": (
        "Release blocked: “{claim}” is not true.",
        "Versionen kan inte släppas: ”{claim}” uppfylls inte.",
    ),
    "release.failing.more": (
        "Release blocked: “{claim}” is not true, nor are {n} more claims.",
        "Versionen kan inte släppas: ”{claim}” och {n} påståenden till uppfylls inte.",
    ),
    "release.failing.more.one": (
        "Release blocked: “{claim}” is not true, nor is one more claim.",
        "Versionen kan inte släppas: ”{claim}” och ett påstående till uppfylls inte.",
    ),
    "release.beside": (
        "Release blocked: what “{claim}” says was seen, and something that nobody expects.",
        "Versionen kan inte släppas: det som ”{claim}” säger syntes, men även något oväntat.",
    ),
    "release.beside.more": (
        "Release blocked: what “{claim}” and {n} more claims say was seen, and something that nobody expects.",
        "Versionen kan inte släppas: det som ”{claim}” och {n} påståenden till säger syntes, men även något oväntat.",
    ),
    "release.beside.more.one": (
        "Release blocked: what “{claim}” and one more claim say was seen, and something that nobody expects.",
        "Versionen kan inte släppas: det som ”{claim}” och ett påstående till säger syntes, men även något oväntat.",
    ),
    "release.broken": (
        "Release blocked: “{claim}” could not be evaluated.",
        "Versionen kan inte släppas: ”{claim}” kunde inte bedömas.",
    ),
    "release.broken.more": (
        "Release blocked: “{claim}” and {n} more claims could not be evaluated.",
        "Versionen kan inte släppas: ”{claim}” och {n} påståenden till kunde inte bedömas.",
    ),
    "release.broken.more.one": (
        "Release blocked: “{claim}” and one more claim could not be evaluated.",
        "Versionen kan inte släppas: ”{claim}” och ett påstående till kunde inte bedömas.",
    ),
    "release.unproven": (
        "Release blocked: nothing proves “{claim}”.",
        "Versionen kan inte släppas: inget bevisar ”{claim}”.",
    ),
    "release.unproven.more": (
        "Release blocked: nothing proves “{claim}” or {n} more claims.",
        "Versionen kan inte släppas: inget bevisar ”{claim}” eller {n} påståenden till.",
    ),
    "release.unproven.more.one": (
        "Release blocked: nothing proves “{claim}” or one more claim.",
        "Versionen kan inte släppas: inget bevisar ”{claim}” eller ett påstående till.",
    ),
    "release.notOffered": (
        "Release blocked: “{claim}” is not offered.",
        "Versionen kan inte släppas: ”{claim}” erbjuds inte.",
    ),
    "release.notOffered.more": (
        "Release blocked: “{claim}” and {n} more claims are not offered.",
        "Versionen kan inte släppas: ”{claim}” och {n} påståenden till erbjuds inte.",
    ),
    "release.notOffered.more.one": (
        "Release blocked: “{claim}” and one more claim are not offered.",
        "Versionen kan inte släppas: ”{claim}” och ett påstående till erbjuds inte.",
    ),
    "release.unlike": ("Not as documented: “{claim}”.", "Inte som dokumenterat: ”{claim}”."),
    "release.unlike.more": (
        "Not as documented: “{claim}”, and {n} more claims.",
        "Inte som dokumenterat: ”{claim}”, och {n} påståenden till.",
    ),
    "release.unlike.more.one": (
        "Not as documented: “{claim}”, and one more claim.",
        "Inte som dokumenterat: ”{claim}”, och ett påstående till.",
    ),
    "gate.title": ("The gate", "Grinden"),
    "gate.evaluated": (
        "Evaluated on {day}",
        "Prövad {day}",
    ),
    "gate.met": (
        "{n} rules met",
        "{n} regler uppfylls",
    ),
    "gate.met.one": (
        "1 rule met",
        "1 regel uppfylls",
    ),
    "gate.passed": (
        "met",
        "uppfylls",
    ),
    "gate.failed": (
        "not met",
        "uppfylls inte",
    ),
    "gate.undecided": (
        "could not be evaluated",
        "kunde inte bedömas",
    ),
    "gate.leftOut": ("does not apply", "gäller inte"),
    "gate.mark.passed": ("yes", "ja"),
    "gate.mark.failed": ("NO", "NEJ"),
    "gate.mark.undecided": ("?", "?"),
    "gate.mark.leftOut": ("-", "-"),
    "gate.more": ("+ {n}", "+ {n}"),
    "reason.failed": (
        "{n} scenarios failed: the product did something else.",
        "{n} scenarier misslyckades: produkten gjorde något annat.",
    ),
    "reason.failed.one": (
        "One scenario failed: the product did something else.",
        "Ett scenario misslyckades: produkten gjorde något annat.",
    ),
    "reason.broken": (
        "{n} scenarios broke: the test itself could not decide.",
        "{n} scenarier kunde inte bedömas: felet ligger i själva testet.",
    ),
    "reason.broken.one": (
        "One scenario broke: the test itself could not decide.",
        "Ett scenario kunde inte bedömas: felet ligger i själva testet.",
    ),
    "reason.nothing": ("No scenario was run.", "Inget scenario kördes."),
    "reason.nothingOffered": (
        "No scenario was run to its end: the desktop does not have what they need.",
        "Inget scenario kördes till slut: skrivbordet har inte det som de behöver.",
    ),
    "reason.cutShort": (
        "The run ended early ({ending}); {n} selected scenarios never started.",
        "Körningen avbröts i förtid ({ending}); {n} valda scenarier startade aldrig.",
    ),
    "reason.notRun": (
        "{n} selected scenarios never started.",
        "{n} valda scenarier startade aldrig.",
    ),
    "reason.notRun.one": (
        "One selected scenario never started.",
        "Ett valt scenario startade aldrig.",
    ),
    "reason.damaged": ("{n} places of the record cannot be read.", "{n} ställen i protokollet går inte att läsa."),
    "reason.damaged.one": ("One place of the record cannot be read.", "Ett ställe i protokollet går inte att läsa."),
    "reason.flaky": (
        "{n} scenarios passed only when retried.",
        "{n} scenarier godkändes först vid nytt försök.",
    ),
    "reason.flaky.one": (
        "One scenario passed only when retried.",
        "Ett scenario godkändes först vid nytt försök.",
    ),
    "reason.quarantined": ("{n} scenarios in quarantine did not pass.", "{n} scenarier i karantän blev inte godkända."),
    "reason.quarantined.one": (
        "One scenario in quarantine did not pass.",
        "Ett scenario i karantän blev inte godkänt.",
    ),
    "reason.skipped": ("{n} scenarios were skipped.", "{n} scenarier hoppades över."),
    "reason.skipped.one": ("One scenario was skipped.", "Ett scenario hoppades över."),
    "reason.notOffered": (
        "{n} scenarios are not offered: the desktop does not have what they need.",
        "{n} scenarier erbjuds inte: skrivbordet har inte det som de behöver.",
    ),
    "reason.notOffered.one": (
        "One scenario is not offered: the desktop does not have what it needs.",
        "Ett scenario erbjuds inte: skrivbordet har inte det som det behöver.",
    ),
    "reason.claimsNotOffered": (
        "{n} claims that a release needs are not offered.",
        "{n} påståenden som krävs för att släppa versionen erbjuds inte.",
    ),
    "reason.claimsNotOffered.one": (
        "One claim that a release needs is not offered.",
        "Ett påstående som krävs för att släppa versionen erbjuds inte.",
    ),
    "reason.open": (
        "{n} claims that a release needs are not proven.",
        "{n} påståenden som krävs för att släppa versionen är inte bevisade.",
    ),
    "reason.open.one": (
        "One claim that a release needs is not proven.",
        "Ett påstående som krävs för att släppa versionen är inte bevisat.",
    ),
    "reason.oneLanguage": (
        "{n} claims are proven in one of the two languages only.",
        "{n} påståenden är bara bevisade på ett av de två språken.",
    ),
    "reason.oneLanguage.one": (
        "One claim is proven in one of the two languages only.",
        "Ett påstående är bara bevisat på ett av de två språken.",
    ),
}
