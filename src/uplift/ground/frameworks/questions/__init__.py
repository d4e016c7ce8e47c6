"""Typed questions of a framework as fields of a form: one runner for every form of every pack."""

from uplift.ground.frameworks.questions.boxes import Choices
from uplift.ground.frameworks.questions.form import Asked, QuestionForm

__all__ = ["Asked", "Choices", "QuestionForm"]
