"""Feature files: read, their placeholders filled in, and their text checked."""
