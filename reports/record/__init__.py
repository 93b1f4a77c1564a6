"""The run record: its facts, its writer and its reader. Other packages import from here."""

from deskproof.reports.record.evidence import write_whole
from deskproof.reports.record.facts import (
    SCHEMA,
    Attempt,
    Browser,
    ClaimInfo,
    ClaimResult,
    Damage,
    DetectedDefect,
    Failure,
    NotOfferedVerb,
    PlannedStep,
    Run,
    RunFacts,
    RunInfo,
    Scenario,
    ScenarioResult,
    Section,
    Shard,
    Step,
    StepStatus,
)
from deskproof.reports.record.identity import scenario_id
from deskproof.reports.record.loading import DamagedRecord, load
from deskproof.reports.record.mask import Mask
from deskproof.reports.record.observed import ConsoleLine, Evidence, JournalLine, Picture, TrafficLine, Violation
from deskproof.reports.record.parts import last_part
from deskproof.reports.record.recorder import CannotRecord, Recorder, being_written

__all__ = [
    "SCHEMA",
    "Attempt",
    "Browser",
    "CannotRecord",
    "ClaimInfo",
    "ClaimResult",
    "ConsoleLine",
    "Damage",
    "DamagedRecord",
    "DetectedDefect",
    "Evidence",
    "Failure",
    "JournalLine",
    "Mask",
    "NotOfferedVerb",
    "Picture",
    "PlannedStep",
    "Recorder",
    "Run",
    "RunFacts",
    "RunInfo",
    "Scenario",
    "ScenarioResult",
    "Section",
    "Shard",
    "Step",
    "StepStatus",
    "TrafficLine",
    "Violation",
    "being_written",
    "last_part",
    "load",
    "scenario_id",
    "write_whole",
]
