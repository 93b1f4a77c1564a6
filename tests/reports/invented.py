"""A run that never was, for the tests of the outputs: every status, two languages, and content that means harm.

Rule: the same every time. It is written through the real `Recorder`, with a clock that stands where it is put.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PIL import Image, ImageDraw

from deskproof.reports.record import (
    Browser,
    ClaimInfo,
    ConsoleLine,
    DetectedDefect,
    Evidence,
    Failure,
    JournalLine,
    Mask,
    NotOfferedVerb,
    Picture,
    PlannedStep,
    Recorder,
    RunInfo,
    Scenario,
    Section,
    Step,
    StepStatus,
    TrafficLine,
    Violation,
    scenario_id,
)

HOSTILE = (
    '</script><script>alert(1)</script><img src=x onerror=alert(2)> & "quoted" ]]> \x00 \ud800 {{ 7*7 }} '
    "\x1b[2J\x1b]0;title\x07\r\x08\x7f\x9b\u202eesrever\u2066\ufeff\u2028"
)
PASSWORD = "kräftskiva-1847"
SEEN = DetectedDefect(
    defect="nobody-signs-in", en="Submit signs nobody <in>.", sv="Skicka loggar inte <in> någon.", step=2
)
LACK = NotOfferedVerb(verb="station.shows_teams", reason="The desktop has no <teams>.")
SECTIONS = (
    Section(key="C", en="E-mail address and password", sv="E-postadress och lösenord"),
    Section(key="F", en="Station Credentials", sv="Stationsuppgifter"),
    Section(key="I", en="After sign-in, and signing out", sv="Efter inloggningen och utloggning"),
)


class Clock:
    """An instant that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def claims(count: int = 9) -> tuple[ClaimInfo, ...]:
    """A catalogue of `count` claims, spread over three sections; the last but one is a definition."""
    return tuple(
        ClaimInfo(
            id=f"AD-{number:03}",
            en=f"Claim {number} says what the desktop does.",
            sv=f"Påstående {number} säger vad skrivbordet gör.",
            kind="definition" if number == count - 1 else "explicit",
            must=number != count - 1,
            source="step 5",
            section=SECTIONS[(number - 1) * len(SECTIONS) // count],
        )
        for number in range(1, count + 1)
    )


def scenario(name: str, claim: str, *, language: str = "en", line: int = 5, quarantined: bool = False) -> Scenario:
    """A scenario of three steps; all but those of AD-004 detect a defect."""
    path = "features/sv/04_station.feature" if language == "sv" else "features/04_station.feature"
    words = ("Givet", "När", "Så") if language == "sv" else ("Given", "When", "Then")
    return Scenario(
        id=scenario_id(path, "Options", name),
        feature="Stationsuppgifter" if language == "sv" else "Station Credentials",
        rule="Options",
        name=name,
        language=language,
        tags=(f"@{claim}",),
        claims=(claim,),
        path=path,
        line=line,
        steps=tuple(
            PlannedStep(keyword=word, text=text)
            for word, text in zip(words, ("Ada is at the desk", "she submits", "she is signed in"), strict=True)
        ),
        quarantined=quarantined,
        detection=None if claim == "AD-004" else SEEN,
    )


def picture(text: str, size: tuple[int, int] = (640, 400)) -> bytes:
    """A JPEG with `text` on it."""
    image = Image.new("RGB", size, "#f4f1ea")
    ImageDraw.Draw(image).text((40, 40), text, fill="#222222")
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=60)
    return buffer.getvalue()


def play(
    recorder: Recorder, one: Scenario, status: StepStatus, *, attempt: int = 1, evidence: Evidence | None = None
) -> None:
    """Record an attempt: two steps pass and the last one has `status`."""
    error = (
        None
        if status in ("passed", "skipped", "not-offered")
        else Failure(message="Ada is not signed in.", details="Expected: Task\nSeen: Station Credentials")
    )
    recorder.scenario_started(one, attempt)
    for number, step in enumerate(one.steps):
        last = number == len(one.steps) - 1
        recorder.step_finished(
            one.id,
            attempt,
            Step(
                keyword=step.keyword,
                text=step.text,
                status=status if last else "skipped" if status == "skipped" else "passed",
                duration_ms=120.5,
                error=error if last else None,
                evidence=evidence if last else None,
                table=(("option", "number"), ("Dial Number", "+12015532447")) if number == 1 else (),
            ),
        )
    not_offered = LACK if status == "not-offered" else None
    recorder.scenario_finished(one.id, attempt, status, 361.5, error, not_offered=not_offered)


def full_evidence(recorder: Recorder) -> Evidence:
    """Evidence of every kind, with a secret in each text that could carry one."""
    path = recorder.attach(picture("Task page"))
    return Evidence(
        pictures=(Picture(path=path, actor="Ada", title=HOSTILE, url="http://t-0001.localhost:8400/task"),),
        console=(ConsoleLine(level="error", text=f"refused for {PASSWORD}", actor="Ada", location="main.js:10"),),
        traffic=(
            TrafficLine(
                kind="http",
                method="POST",
                url="http://id.t-0001.localhost:8400/token?code=abc123&state=xyz",
                status=401,
                duration_ms=12.5,
                at="2026-01-15T09:00:00Z",
                actor="Ada",
                request=f"grant_type=authorization_code&password={PASSWORD}&code_verifier=vvv",
                response='{"access_token": "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln", "reason": "INVALID"}',
            ),
            TrafficLine(
                kind="socket",
                method="received",
                url="ws://t-0001.localhost:8400/notifs/1",
                response='{"type": "Welcome"}',
            ),
        ),
        journal=(
            JournalLine(
                seq=4,
                at="2026-01-15T09:00:00Z",
                kind="event",
                name="AgentSignedIn",
                cause="ui",
                data='{"agent": "a-1"}',
            ),
        ),
        accessibility=(
            Violation(rule="label", impact="serious", help="Form elements must have labels", targets=("#dn",)),
        ),
        clock="2026-01-15T09:00:00Z",
    )


def write_run(folder: Path, *, workers: tuple[str, ...] = ("gw0",), finish: bool = True) -> None:
    """A whole run with every status, a Swedish and a hostile scenario, dealt out to the workers in turn."""
    mask, clock = Mask([PASSWORD]), Clock()
    main = Recorder(folder, "main", mask=mask, now=clock)
    main.run_started(
        RunInfo(
            id="2026-01-15T09-00-00Z",
            command="deskproof run",
            claims=claims(),
            commit="0123456789abcdef",
            branch="main",
            browsers=(Browser(name="Chromium headless shell", version="144.0.1"),),
            versions={"deskproof": "0.1.0", "python": "3.11.7"},
            workers=1,
            adapter="Invented desk",
            desktop="http://desk.example:{port}/",
        )
    )
    acts: list[tuple[Scenario, tuple[StepStatus, ...]]] = [
        (scenario("Dial Number signs in", "AD-001", line=5), ("passed",)),
        (scenario("A taken number is refused", "AD-002", line=12), ("failed",)),
        (scenario("The list opens", "AD-003", line=19), ("broken",)),
        (scenario("Extension signs in", "AD-004", line=26), ("failed", "passed")),
        (scenario("Desktop rings", "AD-005", line=33), ("skipped",)),
        (scenario("Known trouble", "AD-006", line=40, quarantined=True), ("failed",)),
        (scenario(HOSTILE, "AD-007", line=47), ("passed",)),
        (scenario("The teams are listed", "AD-009", line=54), ("not-offered",)),
        (scenario("Uppringningsnummer loggar in", "AD-001", language="sv", line=5), ("passed",)),
    ]
    main.scenarios_planned(tuple(one.id for one, _ in acts), suite=len(acts))
    recorders = [Recorder(folder, worker, mask=mask, now=clock) for worker in workers]
    for number, (one, statuses) in enumerate(acts):
        recorder = recorders[number % len(recorders)]
        for attempt, status in enumerate(statuses, 1):
            play(recorder, one, status, attempt=attempt, evidence=full_evidence(recorder))
    for recorder in recorders:
        recorder.close()
    if finish:
        main.run_finished()
    main.close()
