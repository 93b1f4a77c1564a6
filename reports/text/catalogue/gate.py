"""The gate's verdict and what each of its rules says."""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.reports.text.catalogue import run

TEXTS: Mapping[str, tuple[str, str]] = {
    # the verdict
    "ruling.open": ("Release may go: all {n} rules hold.", "Utgåvan får gå: alla {n} regler håller."),
    "ruling.open.leftOut": (
        "Release may go: {passed} rules hold, {n} do not apply.",
        "Utgåvan får gå: {passed} regler håller, {n} gäller inte.",
    ),
    "ruling.open.leftOut.one": (
        "Release may go: {passed} rules hold, one does not apply.",
        "Utgåvan får gå: {passed} regler håller, en gäller inte.",
    ),
    "ruling.blocked": (
        "Release blocked: {n} of {total} rules say no.",
        "Utgåvan stoppad: {n} av {total} regler säger nej.",
    ),
    "ruling.blocked.one": (
        "Release blocked: one of {total} rules says no.",
        "Utgåvan stoppad: en av {total} regler säger nej.",
    ),
    "ruling.undecided": (
        "Release blocked: {n} of {total} rules could not be judged.",
        "Utgåvan stoppad: {n} av {total} regler gick inte att bedöma.",
    ),
    "ruling.undecided.one": (
        "Release blocked: one of {total} rules could not be judged.",
        "Utgåvan stoppad: en av {total} regler gick inte att bedöma.",
    ),
    "ruling.off": ("Switched off in gate.toml: {reason}", "Avstängd i gate.toml: {reason}"),
    "ruling.stumbled": ("The rule itself stumbled: {error}", "Regeln själv snubblade: {error}"),
    "ruling.noBase": (
        "There is no earlier whole run to compare with.",
        "Det finns ingen tidigare hel körning att jämföra med.",
    ),
    "ruling.notWhole": (
        "Cannot be told, because the run is not whole.",
        "Går inte att säga, eftersom körningen inte är hel.",
    ),
    # whole-run
    "ruling.whole": (
        "The run is whole: it came to its end with all {n} scenarios.",
        "Körningen är hel: den nådde sitt slut med alla {n} scenarier.",
    ),
    "ruling.whole.one": (
        "The run is whole: it came to its end with its one scenario.",
        "Körningen är hel: den nådde sitt slut med sitt enda scenario.",
    ),
    "ruling.notWholeRun": ("The run cannot stand for the suite.", "Körningen kan inte stå för hela sviten."),
    "ruling.gap.nothing": ("Nothing was executed.", "Inget kördes."),
    "ruling.gap.cutShort": ("The run ended early ({ending}).", "Körningen slutade i förtid ({ending})."),
    "ruling.gap.notRun": run.TEXTS["reason.notRun"],
    "ruling.gap.notRun.one": run.TEXTS["reason.notRun.one"],
    "ruling.gap.noPlan": (
        "The record does not say which scenarios were chosen.",
        "Protokollet säger inte vilka scenarier som valdes.",
    ),
    "ruling.gap.chosen": ("Only {n} of {total} scenarios were chosen.", "Bara {n} av {total} scenarier valdes."),
    "ruling.gap.shard": (
        "This is part {index} of {total}; merge the parts first.",
        "Det här är del {index} av {total}; slå ihop delarna först.",
    ),
    "ruling.gap.damaged": run.TEXTS["reason.damaged"],
    "ruling.gap.damaged.one": run.TEXTS["reason.damaged.one"],
    # must-have-claims-proven
    "ruling.claims": ("All {n} must-have claims are proven.", "Alla {n} nödvändiga påståenden är bevisade."),
    "ruling.claims.one": ("The one must-have claim is proven.", "Det enda nödvändiga påståendet är bevisat."),
    "ruling.claims.open": ("{n} must-have claims are not proven.", "{n} nödvändiga påståenden är inte bevisade."),
    "ruling.claims.open.one": ("One must-have claim is not proven.", "Ett nödvändigt påstående är inte bevisat."),
    "ruling.claims.none": ("The record has no must-have claim.", "Protokollet har inget nödvändigt påstående."),
    "ruling.claim.failing.both": ("{id} fails in both languages: {en}", "{id} brister på båda språken: {sv}"),
    "ruling.claim.unproven.both": (
        "{id} is unproven in both languages: {en}",
        "{id} är obevisat på båda språken: {sv}",
    ),
    "ruling.claim.failing.en": ("{id} fails in English: {en}", "{id} brister på engelska: {sv}"),
    "ruling.claim.failing.sv": ("{id} fails in Swedish: {en}", "{id} brister på svenska: {sv}"),
    "ruling.claim.unproven.en": ("{id} is unproven in English: {en}", "{id} är obevisat på engelska: {sv}"),
    "ruling.claim.unproven.sv": ("{id} is unproven in Swedish: {en}", "{id} är obevisat på svenska: {sv}"),
    "ruling.claim.quarantined": (
        "{id} is proven without its scenarios in quarantine.",
        "{id} är bevisat utan sina scenarier i karantän.",
    ),
    # nothing-failing, nothing-broken, nothing-flaky
    "ruling.failing": run.TEXTS["reason.failed"],
    "ruling.failing.one": run.TEXTS["reason.failed.one"],
    "ruling.failing.none": ("No scenario failed.", "Inget scenario underkänt."),
    "ruling.broken": run.TEXTS["reason.broken"],
    "ruling.broken.one": run.TEXTS["reason.broken.one"],
    "ruling.broken.none": ("No scenario broke.", "Inget scenario trasigt."),
    "ruling.flaky": (
        "{n} scenarios passed only when tried again; {most} may.",
        "{n} scenarier godkändes först vid nytt försök; {most} får.",
    ),
    "ruling.flaky.one": (
        "One scenario passed only when tried again; {most} may.",
        "Ett scenario godkändes först vid nytt försök; {most} får.",
    ),
    "ruling.flaky.none": ("No scenario needed a second try.", "Inget scenario behövde ett nytt försök."),
    # seen-to-fail
    "ruling.seen": (
        "All {n} scenarios have been seen to fail on a product broken on purpose.",
        "Alla {n} scenarier har underkänt en avsiktligt trasig produkt.",
    ),
    "ruling.seen.one": (
        "The one scenario has been seen to fail on a product broken on purpose.",
        "Det enda scenariot har underkänt en avsiktligt trasig produkt.",
    ),
    "ruling.seen.not": (
        "{n} scenarios have not been seen to fail as they are written now; {most} may be so.",
        "{n} scenarier har inte underkänt något så som de nu är skrivna; {most} får vara så.",
    ),
    "ruling.seen.not.one": (
        "One scenario has not been seen to fail as it is written now; {most} may be so.",
        "Ett scenario har inte underkänt något så som det nu är skrivet; {most} får vara så.",
    ),
    # enough-scenarios, no-scenario-lost
    "ruling.enough": (
        "{n} scenarios were executed, at least {least} were wanted.",
        "{n} scenarier kördes, minst {least} önskades.",
    ),
    "ruling.enough.one": (
        "One scenario was executed, at least {least} were wanted.",
        "Ett scenario kördes, minst {least} önskades.",
    ),
    "ruling.kept": (
        "{n} scenarios were executed, {least} were to be expected after the base run {base}.",
        "{n} scenarier kördes, {least} var att vänta efter basen {base}.",
    ),
    "ruling.lost": (
        "{n} scenarios were executed, but {least} were to be expected after the base run {base}.",
        "{n} scenarier kördes, men {least} var att vänta efter basen {base}.",
    ),
    "ruling.lost.scenario": ("Not executed any more: {name} ({id})", "Körs inte längre: {name} ({id})"),
    "ruling.removed.there": (
        "{id} is listed as removed but was executed; take it off the list.",
        "{id} står som borttaget men kördes; ta bort det ur listan.",
    ),
    # no-claim-lost
    "ruling.claimsKept": (
        "No claim that the base run {base} proved was lost.",
        "Inget påstående som basen {base} bevisade har gått förlorat.",
    ),
    "ruling.claimsLost": (
        "{n} claims that the base run {base} proved are not proven now.",
        "{n} påståenden som basen {base} bevisade är inte bevisade nu.",
    ),
    "ruling.claimsLost.one": (
        "One claim that the base run {base} proved is not proven now.",
        "Ett påstående som basen {base} bevisade är inte bevisat nu.",
    ),
    "ruling.claimLost": ("{id}: {en}", "{id}: {sv}"),
    # no-new-accessibility-violation
    "ruling.accessible": (
        "No new accessibility violation in {n} checks.",
        "Inga nya tillgänglighetsfel i {n} kontroller.",
    ),
    "ruling.inaccessible": ("{n} new accessibility violations.", "{n} nya tillgänglighetsfel."),
    "ruling.inaccessible.one": ("One new accessibility violation.", "Ett nytt tillgänglighetsfel."),
    "ruling.unchecked": ("No page was checked for accessibility.", "Ingen sida kontrollerades för tillgänglighet."),
    "ruling.violation": ("{rule} ({help}) at {target}, in: {name}", "{rule} ({help}) vid {target}, i: {name}"),
    # duration-budget
    "ruling.inTime": ("The run took {took} minutes of {budget}.", "Körningen tog {took} minuter av {budget}."),
    "ruling.overTime": (
        "The run took {took} minutes; {budget} are allowed.",
        "Körningen tog {took} minuter; {budget} är tillåtna.",
    ),
    # quarantine-within-limits
    "ruling.quarantine.none": ("No scenario is in quarantine.", "Inget scenario är i karantän."),
    "ruling.quarantine": (
        "{n} scenarios are in quarantine, at most {most} may be.",
        "{n} scenarier är i karantän, högst {most} får vara.",
    ),
    "ruling.quarantine.one": (
        "One scenario is in quarantine, at most {most} may be.",
        "Ett scenario är i karantän, högst {most} får vara.",
    ),
    "ruling.quarantine.bad": ("The quarantine is not in order.", "Karantänen är inte i ordning."),
    "ruling.quarantine.expired": (
        "{id} expired on {expires}; {owner} sees to it.",
        "{id} gick ut {expires}; {owner} ansvarar.",
    ),
    "ruling.quarantine.unknown": (
        "{id} is no scenario of this suite; take it out or mend the id.",
        "{id} är inget scenario i sviten; ta bort det eller rätta id:t.",
    ),
    "ruling.quarantine.unlisted": (
        "{id} ran as quarantined, but is not in quarantine.toml.",
        "{id} kördes som i karantän, men står inte i quarantine.toml.",
    ),
    "ruling.quarantine.passes": (
        "{id} passes again; {owner} can take it out.",
        "{id} godkänns igen; {owner} kan ta ut det.",
    ),
    # approvals-current
    "ruling.signed": ("{n} approvals are needed, and all are current.", "{n} godkännanden behövs, och alla gäller."),
    "ruling.signed.one": ("The one approval that is needed is current.", "Det enda godkännande som behövs gäller."),
    "ruling.signed.missing": (
        "{n} approvals are missing or have lapsed.",
        "{n} godkännanden saknas eller gäller inte längre.",
    ),
    "ruling.signed.missing.one": (
        "One approval is missing or has lapsed.",
        "Ett godkännande saknas eller gäller inte längre.",
    ),
    "ruling.signed.asked": ("{n} changes are asked for, {most} may be.", "{n} ändringar är begärda, {most} får vara."),
    "ruling.signed.asked.one": ("One change is asked for, {most} may be.", "En ändring är begärd, {most} får vara."),
    "ruling.signed.none": ("{en} is not approved.", "{sv} är inte godkänt."),
    "ruling.signed.text": (
        "{en}: the text has changed since {by} decided.",
        "{sv}: texten har ändrats sedan {by} beslutade.",
    ),
    "ruling.signed.pictures": (
        "{en}: the pictures have changed since {by} decided.",
        "{sv}: bilderna har ändrats sedan {by} beslutade.",
    ),
    "ruling.signed.scenario.text": (
        "{en}: the text of {scenario} has changed since {by} decided.",
        "{sv}: texten i {scenario} har ändrats sedan {by} beslutade.",
    ),
    "ruling.signed.scenario.pictures": (
        "{en}: the pictures of {scenario} have changed since {by} decided.",
        "{sv}: bilderna av {scenario} har ändrats sedan {by} beslutade.",
    ),
    "ruling.signed.scenario.added": (
        "{en}: {scenario} has come to it since {by} decided.",
        "{sv}: {scenario} har tillkommit sedan {by} beslutade.",
    ),
    "ruling.signed.scenario.removed": (
        "{en}: {scenario} is no longer part of it since {by} decided.",
        "{sv}: {scenario} hör inte längre dit sedan {by} beslutade.",
    ),
    "ruling.signed.change": ("{by} asks for a change: {en}", "{by} begär en ändring: {sv}"),
    "ruling.signed.change.why": ("{by} asks for a change: {why} {en}", "{by} begär en ändring: {why} {sv}"),
    # a scenario
    "ruling.scenario": ("{name} ({where})", "{name} ({where})"),
    "ruling.scenario.why": ("{name} ({where}): {why}", "{name} ({where}): {why}"),
}
