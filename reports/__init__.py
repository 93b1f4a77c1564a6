"""The run record and what is made of it. Rule: knows nothing of the simulator, the steps or pytest."""
