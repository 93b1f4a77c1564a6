"""The run record and its outputs. Rule: imports neither the simulator, nor the steps, nor pytest."""
