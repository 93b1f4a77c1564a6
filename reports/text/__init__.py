"""What the outputs say, in both languages, and how text from outside is shown."""
