"""The sentences of step definitions: their decorators, the placeholders they may have, and the values these give."""

from deskproof.steps.gherkin.vocabulary.sentences import given, then, when

__all__ = ["given", "then", "when"]
