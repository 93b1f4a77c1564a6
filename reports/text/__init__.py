"""The texts of the outputs in both languages, and how text from outside is shown."""
