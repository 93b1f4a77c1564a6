"""What a run came to: statuses, verdict and reasons."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    # statuses
    "status.passed": ("Passed", "Godkänt"),
    "status.failed": ("Failed", "Underkänt"),
    "status.broken": ("Broken", "Trasigt"),
    "status.flaky": ("Flaky", "Ostadigt"),
    "status.skipped": ("Skipped", "Överhoppat"),
    "status.quarantined": ("Quarantined", "I karantän"),
    "status.proven": ("Proven", "Bevisat"),
    "status.failing": ("Failing", "Brustet"),
    "status.unproven": ("Unproven", "Obevisat"),
    "status.definition": ("Definition", "Definition"),
    "means.passed": ("the product did as documented", "produkten gjorde som det står"),
    "means.failed": ("the product did something else", "produkten gjorde något annat"),
    "means.broken": ("the test itself could not tell", "själva provet kunde inte avgöra"),
    "means.flaky": ("passed only when tried again", "godkänt först vid nytt försök"),
    "means.skipped": ("not run", "inte kört"),
    "means.quarantined": ("known trouble, with an owner", "känt bekymmer, med ansvarig"),
    "claims.failing": ("Failing claims", "Påståenden som brister"),
    "more": ("and {n} more", "och {n} till"),
    "more.inReport": ("and {n} more, in the report", "och {n} till, i rapporten"),
    # the verdict
    "verdict.good": (
        "Everything passed. All {claims} claims are proven.",
        "Allt godkänt. Alla {claims} påståenden är bevisade.",
    ),
    "verdict.good.noClaims": ("Everything passed.", "Allt godkänt."),
    "verdict.partial": (
        "Nothing failed. {proven} of {claims} claims are proven.",
        "Inget underkänt. {proven} av {claims} påståenden är bevisade.",
    ),
    "verdict.partial.noClaims": ("Nothing failed, but not all passed.", "Inget underkänt, men allt är inte godkänt."),
    "verdict.failed": ("The product failed {n} scenarios.", "Produkten klarade inte {n} scenarier."),
    "verdict.failed.one": ("The product failed one scenario.", "Produkten klarade inte ett scenario."),
    "verdict.broken": ("{n} scenarios could not be judged.", "{n} scenarier gick inte att bedöma."),
    "verdict.broken.one": ("One scenario could not be judged.", "Ett scenario gick inte att bedöma."),
    "verdict.nothing": ("Nothing was run, so nothing is proven.", "Inget kördes, så inget är bevisat."),
    "verdict.cutShort": ("The run did not reach its end.", "Körningen nådde inte sitt slut."),
    "verdict.notRun": ("{n} chosen scenarios never ran.", "{n} valda scenarier kördes aldrig."),
    "verdict.notRun.one": ("One chosen scenario never ran.", "Ett valt scenario kördes aldrig."),
    "verdict.damaged": ("The record of this run is damaged.", "Protokollet för körningen är skadat."),
    "release.open": (
        "Release may go: all {n} documented claims are proven.",
        "Utgåvan får gå: alla {n} dokumenterade påståenden är bevisade.",
    ),
    "release.open.one": (
        "Release may go: the one documented claim is proven.",
        "Utgåvan får gå: det enda dokumenterade påståendet är bevisat.",
    ),
    "release.failing": ("Release blocked: “{claim}” does not hold.", "Utgåvan stoppad: ”{claim}” gäller inte."),
    "release.failing.more": (
        "Release blocked: “{claim}” does not hold, nor do {n} more claims.",
        "Utgåvan stoppad: ”{claim}” gäller inte, och inte heller {n} påståenden till.",
    ),
    "release.failing.more.one": (
        "Release blocked: “{claim}” does not hold, nor does one more claim.",
        "Utgåvan stoppad: ”{claim}” gäller inte, och inte heller ett påstående till.",
    ),
    "release.untold": (
        "Release blocked: nobody can say whether “{claim}” holds.",
        "Utgåvan stoppad: ingen kan säga om ”{claim}” gäller.",
    ),
    "release.untold.more": (
        "Release blocked: nobody can say whether “{claim}” holds, nor {n} more claims.",
        "Utgåvan stoppad: ingen kan säga om ”{claim}” gäller, och inte heller {n} påståenden till.",
    ),
    "release.untold.more.one": (
        "Release blocked: nobody can say whether “{claim}” holds, nor one more claim.",
        "Utgåvan stoppad: ingen kan säga om ”{claim}” gäller, och inte heller ett påstående till.",
    ),
    "release.unproven": (
        "Release blocked: nothing proves “{claim}”.",
        "Utgåvan stoppad: inget bevisar ”{claim}”.",
    ),
    "release.unproven.more": (
        "Release blocked: nothing proves “{claim}”, nor {n} more claims.",
        "Utgåvan stoppad: inget bevisar ”{claim}”, och inte heller {n} påståenden till.",
    ),
    "release.unproven.more.one": (
        "Release blocked: nothing proves “{claim}”, nor one more claim.",
        "Utgåvan stoppad: inget bevisar ”{claim}”, och inte heller ett påstående till.",
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
    "gate.held": ("Held on {day}", "Prövad {day}"),
    "gate.hold": ("{n} rules hold", "{n} regler håller"),
    "gate.hold.one": ("1 rule holds", "1 regel håller"),
    "gate.passed": ("holds", "håller"),
    "gate.failed": ("says no", "säger nej"),
    "gate.undecided": ("cannot be judged", "går inte att bedöma"),
    "gate.leftOut": ("does not apply", "gäller inte"),
    "reason.failed": (
        "{n} scenarios failed: the product did something else.",
        "{n} scenarier underkända: produkten gjorde något annat.",
    ),
    "reason.failed.one": (
        "One scenario failed: the product did something else.",
        "Ett scenario underkänt: produkten gjorde något annat.",
    ),
    "reason.broken": (
        "{n} scenarios broke: the test itself could not tell.",
        "{n} scenarier trasiga: själva provet kunde inte avgöra.",
    ),
    "reason.broken.one": (
        "One scenario broke: the test itself could not tell.",
        "Ett scenario trasigt: själva provet kunde inte avgöra.",
    ),
    "reason.nothing": ("No scenario was run.", "Inget scenario kördes."),
    "reason.cutShort": (
        "The run ended early ({ending}); {n} chosen scenarios never started.",
        "Körningen slutade i förtid ({ending}); {n} valda scenarier började aldrig.",
    ),
    "reason.notRun": ("{n} chosen scenarios never started.", "{n} valda scenarier började aldrig."),
    "reason.notRun.one": ("One chosen scenario never started.", "Ett valt scenario började aldrig."),
    "reason.damaged": ("{n} places of the record cannot be read.", "{n} ställen i protokollet går inte att läsa."),
    "reason.damaged.one": ("One place of the record cannot be read.", "Ett ställe i protokollet går inte att läsa."),
    "reason.flaky": ("{n} scenarios passed only when tried again.", "{n} scenarier godkändes först vid nytt försök."),
    "reason.flaky.one": ("One scenario passed only when tried again.", "Ett scenario godkändes först vid nytt försök."),
    "reason.quarantined": ("{n} scenarios in quarantine did not pass.", "{n} scenarier i karantän blev inte godkända."),
    "reason.quarantined.one": (
        "One scenario in quarantine did not pass.",
        "Ett scenario i karantän blev inte godkänt.",
    ),
    "reason.skipped": ("{n} scenarios were skipped.", "{n} scenarier hoppades över."),
    "reason.skipped.one": ("One scenario was skipped.", "Ett scenario hoppades över."),
    "reason.open": (
        "{n} claims that a release needs are not proven.",
        "{n} påståenden som en utgåva behöver är inte bevisade.",
    ),
    "reason.open.one": (
        "One claim that a release needs is not proven.",
        "Ett påstående som en utgåva behöver är inte bevisat.",
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
