"""What sentences are written with: the decorators of step functions, and the people they are about
(docs/own-desktop.md).
"""

from deskproof.steps.cast.actors import Actor, Cast
from deskproof.steps.errors import HarnessError, ProductFailure, require
from deskproof.steps.gherkin.vocabulary import given, parameter_type, then, when

__all__ = ["Actor", "Cast", "HarnessError", "ProductFailure", "given", "parameter_type", "require", "then", "when"]
