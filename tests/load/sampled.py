"""The simulator with a sampler: while it is on (SIGUSR1 turns it on and off), the part of the code that runs is noted
at even steps of processor time. `python -m tests.load.sampled`, with the arguments of the simulator.

What it found goes to the file that `SAMPLES_FILE` names, as JSON, when the simulator ends.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

from deskproof.simulator.__main__ import main

SAMPLES_FILE = "LOAD_SAMPLES_FILE"
_EVERY_SECONDS = 0.001

PARTS = (
    ("/simulator/domain/", "the core: rules, routing, state"),
    ("/simulator/runtime/", "journal, traffic, clock and faults"),
    ("/simulator/wire/", "shapes of the wire: encoding and checking frames and answers"),
    ("/simulator/product/", "gateway, tokens, sockets"),
    ("/simulator/control/", "operations of the control plane"),
    ("/fastapi/", "FastAPI, which carries the control plane"),
    ("/simulator/", "the chain that every request goes through"),
    ("/uvicorn/", "uvicorn: HTTP and sockets"),
    ("/websockets/", "uvicorn: HTTP and sockets"),
)
"""By a piece of the file's path. A sample counts for the innermost frame that has a part."""

REST = "Python and its event loop"
_OUTERMOST = ("/simulator/__main__.py", "/simulator/serving.py")


def part_of(frame: FrameType | None) -> str:
    """The part that runs."""
    while frame is not None:
        file = frame.f_code.co_filename
        for piece, part in PARTS:
            if piece in file:
                return part if not file.endswith(_OUTERMOST) else REST
        frame = frame.f_back
    return REST


def _run() -> None:
    samples: Counter[str] = Counter()
    is_on = False

    def turn(_signal: int, _frame: FrameType | None) -> None:
        nonlocal is_on
        is_on = not is_on
        seconds = _EVERY_SECONDS if is_on else 0
        signal.setitimer(signal.ITIMER_PROF, seconds, seconds)

    signal.signal(signal.SIGUSR1, turn)
    signal.signal(signal.SIGPROF, lambda _signal, frame: samples.update([part_of(frame)]))
    try:
        main(prog_name="python -m tests.load.sampled")
    finally:
        Path(os.environ[SAMPLES_FILE]).write_text(json.dumps(samples), encoding="utf-8")


if __name__ == "__main__":
    _run()
    sys.exit(0)
