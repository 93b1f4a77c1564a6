"""The sound of calls: everybody's tone, what each listener hears, and its frequencies
(docs/decisions/0054-sound-that-is-mixed.md).
"""
