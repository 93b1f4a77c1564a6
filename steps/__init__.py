"""The harness: pytest plugin, actors, screens, sentences, evidence and the command line."""
