"""Where the control plane is, for the simulator and for its client."""

from __future__ import annotations

PREFIX = "/_control/v1"
"""What the path of every operation begins with."""
