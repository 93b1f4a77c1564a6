"""The pytest plugin that runs scenarios and records what happens."""
