"""Which form asks for which part of a framework."""

from uplift.engine.drafting.edits import Place
from uplift.ground.frameworks.editor.forms.base import PartForm
from uplift.ground.frameworks.editor.forms.clauses import AttestForm, ClauseForm
from uplift.ground.frameworks.editor.forms.questions import (
    CriteriaForm,
    CriteriaQuestionForm,
    FieldForm,
    FormForm,
)
from uplift.ground.frameworks.editor.forms.simple import (
    AboutForm,
    LetterForm,
    PlainForm,
    RoleForm,
    StageForm,
)
from uplift.ground.frameworks.editor.forms.steps import (
    OutcomeForm,
    ProcessForm,
    QuorumForm,
    RepeatForm,
    StepForm,
)
from uplift.ground.frameworks.editor.layout import ABOUT, key_of

FORMS: dict[str, type[PartForm]] = {
    ABOUT: AboutForm,
    "roles": RoleForm,
    "bodies": PlainForm,
    "routes": PlainForm,
    "methods": PlainForm,
    "principles": PlainForm,
    "notices": LetterForm,
    "criteria": CriteriaForm,
    "criteria/ask": CriteriaQuestionForm,
    "forms": FormForm,
    "forms/fields": FieldForm,
    "processes": ProcessForm,
    "processes/stages": StageForm,
    "processes/steps": StepForm,
    "processes/steps/outcomes": OutcomeForm,
    "processes/steps/needs": QuorumForm,
    "processes/steps/repeat": RepeatForm,
    "clauses": ClauseForm,
    "clauses/attest": AttestForm,
}


def form_of(place: Place) -> type[PartForm] | None:
    """The form for what stands at that place, or for one more in that collection."""
    return FORMS.get(key_of(place))
