"""The gate's verdict and what each of its rules says."""

from __future__ import annotations

from collections.abc import Mapping

from deskproof.reports.text.catalogue import run

TEXTS: Mapping[str, tuple[str, str]] = {
    # the verdict
    "ruling.open": (
        "Ready to release: all {n} rules are met.",
        "Versionen kan släppas: alla {n} regler uppfylls.",
    ),
    "ruling.open.leftOut": (
        "Ready to release: {passed} rules are met, {n} do not apply.",
        "Versionen kan släppas: {passed} regler uppfylls, {n} gäller inte.",
    ),
    "ruling.open.leftOut.one": (
        "Ready to release: {passed} rules are met, one does not apply.",
        "Versionen kan släppas: {passed} regler uppfylls, en gäller inte.",
    ),
    "ruling.blocked": (
        "Release blocked: {n} of {total} rules are not met.",
        "Versionen kan inte släppas: {n} av {total} regler uppfylls inte.",
    ),
    "ruling.blocked.one": (
        "Release blocked: one of {total} rules is not met.",
        "Versionen kan inte släppas: en av {total} regler uppfylls inte.",
    ),
    "ruling.undecided": (
        "Release blocked: {n} of {total} rules could not be evaluated.",
        "Versionen kan inte släppas: {n} av {total} regler kunde inte bedömas.",
    ),
    "ruling.undecided.one": (
        "Release blocked: one of {total} rules could not be evaluated.",
        "Versionen kan inte släppas: en av {total} regler kunde inte bedömas.",
    ),
    "ruling.off": ("Switched off in gate.toml: {reason}", "Avstängd i gate.toml: {reason}"),
    "ruling.error": (
        "The rule itself raised an error: {error}",
        "Regeln själv gav ett fel: {error}",
    ),
    "ruling.noBaseline": (
        "There is no earlier complete run to compare with.",
        "Det finns ingen tidigare fullständig körning att jämföra med.",
    ),
    "ruling.notComplete": (
        "Could not be evaluated, because the run is not complete.",
        "Kunde inte bedömas, eftersom körningen inte är fullständig.",
    ),
    # whole-run
    "ruling.complete": (
        "The run is complete: all {n} scenarios were run to the end.",
        "Körningen är fullständig: alla {n} scenarier kördes till slut.",
    ),
    "ruling.complete.one": (
        "The run is complete: its one scenario was run to the end.",
        "Körningen är fullständig: dess enda scenario kördes till slut.",
    ),
    "ruling.complete.others": (
        "The run is complete: {n} scenarios were run to the end, and {others} are not offered.",
        "Körningen är fullständig: {n} scenarier kördes till slut, och {others} erbjuds inte.",
    ),
    "ruling.complete.others.one": (
        "The run is complete: one scenario was run to the end, and {others} are not offered.",
        "Körningen är fullständig: ett scenario kördes till slut, och {others} erbjuds inte.",
    ),
    "ruling.notRepresentative": (
        "The run does not represent the whole suite.",
        "Körningen representerar inte hela sviten.",
    ),
    "ruling.gap.nothing": ("Nothing was executed.", "Inget kördes."),
    "ruling.gap.cutShort": (
        "The run ended early ({ending}).",
        "Körningen avbröts i förtid ({ending}).",
    ),
    "ruling.gap.notRun": run.TEXTS["reason.notRun"],
    "ruling.gap.notRun.one": run.TEXTS["reason.notRun.one"],
    "ruling.gap.noPlan": (
        "The record does not say which scenarios were selected.",
        "Protokollet säger inte vilka scenarier som valdes.",
    ),
    "ruling.gap.chosen": (
        "Only {n} of {total} scenarios were selected.",
        "Bara {n} av {total} scenarier valdes.",
    ),
    "ruling.gap.shard": (
        "This is shard {index} of {total}; merge the shards first.",
        "Det här är del {index} av {total}; slå ihop delarna först.",
    ),
    "ruling.gap.damaged": run.TEXTS["reason.damaged"],
    "ruling.gap.damaged.one": run.TEXTS["reason.damaged.one"],
    # must-have-claims-proven
    "ruling.claims": (
        "All {n} required claims are proven.",
        "Alla {n} obligatoriska påståenden är bevisade.",
    ),
    "ruling.claims.one": (
        "The one required claim is proven.",
        "Det enda obligatoriska påståendet är bevisat.",
    ),
    "ruling.claims.allowed": (
        "{n} required claims are proven; {others} are not offered, which is allowed.",
        "{n} obligatoriska påståenden är bevisade; {others} erbjuds inte, vilket är tillåtet.",
    ),
    "ruling.claims.allowed.one": (
        "One required claim is proven; {others} are not offered, which is allowed.",
        "Ett obligatoriskt påstående är bevisat; {others} erbjuds inte, vilket är tillåtet.",
    ),
    "ruling.claims.open": (
        "{n} required claims are not proven.",
        "{n} obligatoriska påståenden är inte bevisade.",
    ),
    "ruling.claims.open.one": (
        "One required claim is not proven.",
        "Ett obligatoriskt påstående är inte bevisat.",
    ),
    "ruling.claims.none": (
        "The record has no required claim.",
        "Protokollet har inget obligatoriskt påstående.",
    ),
    "ruling.claim.failing.both": (
        "{id} fails in both languages: {en}",
        "{id} uppfylls inte på något av språken: {sv}",
    ),
    "ruling.claim.unproven.both": (
        "{id} is unproven in both languages: {en}",
        "{id} är obevisat på båda språken: {sv}",
    ),
    "ruling.claim.not-offered.both": (
        "{id} is not offered in either language: {en} {why}",
        "{id} erbjuds inte på något av språken: {sv} {why}",
    ),
    "ruling.claim.failing.en": ("{id} fails in English: {en}", "{id} uppfylls inte på engelska: {sv}"),
    "ruling.claim.failing.sv": ("{id} fails in Swedish: {en}", "{id} uppfylls inte på svenska: {sv}"),
    "ruling.claim.unproven.en": ("{id} is unproven in English: {en}", "{id} är obevisat på engelska: {sv}"),
    "ruling.claim.unproven.sv": ("{id} is unproven in Swedish: {en}", "{id} är obevisat på svenska: {sv}"),
    "ruling.claim.not-offered.en": (
        "{id} is not offered in English: {en} {why}",
        "{id} erbjuds inte på engelska: {sv} {why}",
    ),
    "ruling.claim.not-offered.sv": (
        "{id} is not offered in Swedish: {en} {why}",
        "{id} erbjuds inte på svenska: {sv} {why}",
    ),
    "ruling.claim.quarantined": (
        "{id} is proven without its scenarios in quarantine.",
        "{id} är bevisat utan sina scenarier i karantän.",
    ),
    # nothing-failing, nothing-broken, nothing-flaky
    "ruling.failing": run.TEXTS["reason.failed"],
    "ruling.failing.one": run.TEXTS["reason.failed.one"],
    "ruling.failing.none": ("No scenario failed.", "Inget scenario misslyckades."),
    "ruling.broken": run.TEXTS["reason.broken"],
    "ruling.broken.one": run.TEXTS["reason.broken.one"],
    "ruling.broken.none": ("No scenario broke.", "Alla scenarier kunde bedömas."),
    "ruling.flaky": (
        "{n} scenarios passed only when retried; at most {most} may.",
        "{n} scenarier godkändes först vid nytt försök; högst {most} får göra det.",
    ),
    "ruling.flaky.one": (
        "One scenario passed only when retried; at most {most} may.",
        "Ett scenario godkändes först vid nytt försök; högst {most} får göra det.",
    ),
    "ruling.flaky.none": (
        "No scenario needed a retry.",
        "Inget scenario behövde ett nytt försök.",
    ),
    # derived-noticed
    "ruling.noticed": (
        (
            "Of {n} derived defects {percent} % were noticed, {scenarios} by scenarios and {tests} by tests; at least "
            "{least} % must be."
        ),
        (
            "Av {n} härledda fel märktes {percent} %, {scenarios} av scenarier och {tests} av tester; minst {least} % "
            "krävs."
        ),
    ),
    "ruling.noticed.few": (
        (
            "Of {n} derived defects only {percent} % were noticed, {scenarios} by scenarios and {tests} by tests; at "
            "least {least} % must be."
        ),
        (
            "Av {n} härledda fel märktes bara {percent} %, {scenarios} av scenarier och {tests} av tester; minst "
            "{least} % krävs."
        ),
    ),
    "ruling.noticed.demanded": (
        "{n} derived defects that must be noticed were not.",
        "{n} härledda fel som måste märkas märktes inte.",
    ),
    "ruling.noticed.demanded.one": (
        "One derived defect that must be noticed was not.",
        "Ett härlett fel som måste märkas märktes inte.",
    ),
    "ruling.noticed.none": (
        "No check with derived defects belongs to this run.",
        "Ingen kontroll med härledda fel hör till körningen.",
    ),
    "ruling.noticed.item": ("{name}, {where}", "{name}, {where}"),
    # detected
    "ruling.detected": (
        "All {n} scenarios detect a planted defect.",
        "Alla {n} scenarier upptäcker ett avsiktligt inlagt fel.",
    ),
    "ruling.detected.one": (
        "The one scenario detects a planted defect.",
        "Det enda scenariot upptäcker ett avsiktligt inlagt fel.",
    ),
    "ruling.detected.not": (
        "{n} scenarios, as written now, have not detected any planted defect; at most {most} may.",
        "{n} scenarier har inte upptäckt något inlagt fel så som de är skrivna nu; högst {most} får sakna det.",
    ),
    "ruling.detected.not.one": (
        "One scenario, as written now, has not detected any planted defect; at most {most} may.",
        "Ett scenario har inte upptäckt något inlagt fel så som det är skrivet nu; högst {most} får sakna det.",
    ),
    "ruling.detected.none": (
        "No scenario passed, so none shows that it can fail.",
        "Inget scenario godkändes, så inget visar att det kan misslyckas.",
    ),
    # enough-scenarios, no-scenario-lost
    "ruling.enough": (
        "{n} scenarios were run; at least {least} are required.",
        "{n} scenarier kördes; minst {least} krävs.",
    ),
    "ruling.enough.one": (
        "One scenario was run; at least {least} are required.",
        "Ett scenario kördes; minst {least} krävs.",
    ),
    "ruling.noScenarioLost": (
        "{n} scenarios were run; {least} were expected after the baseline run {baseline}.",
        "{n} scenarier kördes; {least} väntades efter jämförelsekörningen {baseline}.",
    ),
    "ruling.scenariosLost": (
        "{n} scenarios were run, but {least} were expected after the baseline run {baseline}.",
        "{n} scenarier kördes, men {least} väntades efter jämförelsekörningen {baseline}.",
    ),
    "ruling.scenarioLost": ("No longer run: {name} ({id})", "Körs inte längre: {name} ({id})"),
    "ruling.scenarioWithdrawn": (
        "No longer offered: {name} ({id}). {why}",
        "Erbjuds inte längre: {name} ({id}). {why}",
    ),
    "ruling.removed.there": (
        "{id} is listed as removed but was run; take it off the list.",
        "{id} är listat som borttaget men kördes; ta bort det från listan.",
    ),
    # no-claim-lost
    "ruling.noClaimLost": (
        "Every claim that the baseline run {baseline} proved is still proven.",
        "Alla påståenden som jämförelsekörningen {baseline} bevisade är fortfarande bevisade.",
    ),
    "ruling.claimsLost": (
        "{n} claims that the baseline run {baseline} proved are not proven now.",
        "{n} påståenden som jämförelsekörningen {baseline} bevisade är inte bevisade nu.",
    ),
    "ruling.claimsLost.one": (
        "One claim that the baseline run {baseline} proved is not proven now.",
        "Ett påstående som jämförelsekörningen {baseline} bevisade är inte bevisat nu.",
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
        "{id} expired on {expires}; {owner} is responsible.",
        "{id} gick ut {expires}; {owner} ansvarar.",
    ),
    "ruling.quarantine.unknown": (
        "{id} is not a scenario of this suite; remove the entry or correct the id.",
        "{id} är inte något scenario i sviten; ta bort posten eller rätta id:t.",
    ),
    "ruling.quarantine.unlisted": (
        "{id} ran as quarantined, but is not in quarantine.toml.",
        "{id} kördes i karantän, men finns inte i quarantine.toml.",
    ),
    "ruling.quarantine.passes": (
        "{id} passes again; {owner} can take it out.",
        "{id} godkänns igen; {owner} kan ta ut det.",
    ),
    "ruling.quarantine.notOffered": (
        "{id} is not offered, so it needs no quarantine; {owner} can take it out.",
        "{id} erbjuds inte och behöver ingen karantän; {owner} kan ta ut det.",
    ),
    # offered
    "ruling.offered": (
        "All {n} claims and scenarios that are required are offered.",
        "Alla {n} påståenden och scenarier som krävs erbjuds.",
    ),
    "ruling.offered.one": ("The one that is required is offered.", "Det enda som krävs erbjuds."),
    "ruling.offered.nothing": ("Nothing is listed that must be offered.", "Inget är listat som måste erbjudas."),
    "ruling.offered.missing": (
        "{n} claims and scenarios that are required are not offered.",
        "{n} påståenden och scenarier som krävs erbjuds inte.",
    ),
    "ruling.offered.missing.one": ("One that is required is not offered.", "Ett som krävs erbjuds inte."),
    "ruling.offered.unseen": (
        "The run does not show whether {n} that are required are offered.",
        "Körningen visar inte om {n} som krävs erbjuds.",
    ),
    "ruling.offered.unseen.one": (
        "The run does not show whether one that is required is offered.",
        "Körningen visar inte om ett som krävs erbjuds.",
    ),
    "ruling.offered.claim": ("{id}: {en} {why}", "{id}: {sv} {why}"),
    "ruling.offered.scenario": ("{name} ({where}): {why}", "{name} ({where}): {why}"),
    "ruling.offered.unknown": (
        "{id} is in neither the catalogue nor the suite; correct its name or take it off the list.",
        "{id} finns varken i katalogen eller i sviten; rätta namnet eller ta bort det från listan.",
    ),
    "ruling.offered.notRun": ("{id} was not run.", "{id} kördes inte."),
    # approvals-current
    "ruling.approvals": ("{n} approvals are needed, and all are current.", "{n} godkännanden behövs, och alla gäller."),
    "ruling.approvals.one": ("The one approval that is needed is current.", "Det enda godkännande som behövs gäller."),
    "ruling.approvals.missing": (
        "{n} approvals are missing or have lapsed.",
        "{n} godkännanden saknas eller gäller inte längre.",
    ),
    "ruling.approvals.missing.one": (
        "One approval is missing or has lapsed.",
        "Ett godkännande saknas eller gäller inte längre.",
    ),
    "ruling.approvals.requested": (
        "{n} changes are requested; at most {most} may be.",
        "{n} ändringar är begärda; högst {most} får vara det.",
    ),
    "ruling.approvals.requested.one": (
        "One change is requested; at most {most} may be.",
        "En ändring är begärd; högst {most} får vara det.",
    ),
    "ruling.approvals.none": ("{en} is not approved.", "{sv} är inte godkänt."),
    "ruling.approvals.text": (
        "{en}: the text has changed since {by} decided.",
        "{sv}: texten har ändrats sedan {by} beslutade.",
    ),
    "ruling.approvals.pictures": (
        "{en}: the pictures have changed since {by} decided.",
        "{sv}: bilderna har ändrats sedan {by} beslutade.",
    ),
    "ruling.approvals.scenario.text": (
        "{en}: the text of {scenario} has changed since {by} decided.",
        "{sv}: texten i {scenario} har ändrats sedan {by} beslutade.",
    ),
    "ruling.approvals.scenario.pictures": (
        "{en}: the pictures of {scenario} have changed since {by} decided.",
        "{sv}: bilderna av {scenario} har ändrats sedan {by} beslutade.",
    ),
    "ruling.approvals.scenario.added": (
        "{en}: {scenario} was added after {by} decided.",
        "{sv}: {scenario} har tillkommit sedan {by} beslutade.",
    ),
    "ruling.approvals.scenario.removed": (
        "{en}: {scenario} was removed after {by} decided.",
        "{sv}: {scenario} hör inte längre dit sedan {by} beslutade.",
    ),
    "ruling.approvals.change": (
        "{by} requests a change: {en}",
        "{by} begär en ändring: {sv}",
    ),
    "ruling.approvals.change.why": (
        "{by} requests a change: {why} {en}",
        "{by} begär en ändring: {why} {sv}",
    ),
    # a scenario
    "ruling.scenario": ("{name} ({where})", "{name} ({where})"),
    "ruling.scenario.why": ("{name} ({where}): {why}", "{name} ({where}): {why}"),
}
