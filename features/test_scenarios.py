"""The test module of this folder. The plugin adds a test for each scenario, English and Swedish."""
