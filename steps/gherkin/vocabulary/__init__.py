"""The sentences of step definitions: their decorators, the placeholders they may have, and the values these give."""

from deskproof.steps.gherkin.vocabulary.parameter_types import parameter_type
from deskproof.steps.gherkin.vocabulary.sentences import given, then, when

__all__ = ["given", "parameter_type", "then", "when"]
