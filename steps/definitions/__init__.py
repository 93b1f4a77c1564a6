"""The sentences of the features. Rule: one to five lines each; actors and vocabulary, neither Playwright nor the
simulator.
"""
