"""A pack said to people who read it as a document: its clocks, rules, steps and roles.

What is said of one thing is a mapping from a heading to a text, several lines where there are
several; what a pack leaves out is left out.
"""

from collections.abc import Iterator, Mapping

from uplift.engine.clock import Counting
from uplift.engine.diagram.outline import KINDS
from uplift.engine.rule_phrases import rule
from uplift.engine.spec import Criteria, Pack, Process, Question, Result, Role, Step, Type
from uplift.engine.spec.clocks import Before, Limit, limits
from uplift.engine.spec.pack import Activity, Capability, Yearly
from uplift.engine.spec.papers import Notice
from uplift.engine.spec.processes import Publication
from uplift.engine.text import capital, say_list
from uplift.engine.wording import Words

Said = dict[str, str]

MAY: dict[Capability, str] = {
    "see_every_case": "see every case",
    "see_case": "see the cases they take part in",
    "see_identity": "open sealed names",
    "open_case": "open a case",
    "record": "record what was done",
    "decide": "decide",
    "correct": "correct a record",
    "pause": "pause a case",
    "convert": "turn a case into another type",
    "export": "take out lists",
    "manage_learning": "write findings, themes and learning outcomes",
    "manage_actions": "put actions to partners",
    "update_action": "report on their actions",
    "share": "share learning",
    "confirm_sharing": "confirm what they did with learning",
    "evaluate": "evaluate the impact",
    "draft_publication": "prepare what is published",
    "approve_publication": "approve what is published",
    "withdraw": "take a publication down",
    "attest": "state how a clause is honoured",
    "see_history": "read the history of changes",
    "manage_board": "give and end seats",
    "import_findings": "take in findings of inspections",
    "answer_return": "answer for their organisation",
    "read_learning": "read the learning and this framework",
}
HELD = {
    "board": "the board",
    "agency": "each agency",
    "case": "one case at a time",
    "shared": "a group of several boards",
    "outside": "outside the board",
}
DUTIES = {"must": "Must be done", "should": "Should be done", "may": "May be done"}
PEOPLE = {
    "children": "Children",
    "adults": "Adults",
    "everyone": "Children and adults",
    "nobody": "No one person",
}
SHOWS = {
    "report": "the report",
    "summary": "a summary",
    "learning": "the learning alone",
    "nothing": "nothing",
}
ANSWERS: dict[Type, str] = {
    Type.TEXT: "a line of text",
    Type.LONG_TEXT: "text",
    Type.YES_NO: "yes or no",
    Type.ONE_OF: "one of",
    Type.MANY_OF: "any of",
    Type.DATE: "a date",
    Type.APPROXIMATE_DATE: "a date, as far as it is known",
    Type.NUMBER: "a number",
    Type.PERSON: "a person's name",
    Type.AGENCY: "an organisation",
    Type.FILE: "a file",
    Type.SCORE: "a score",
    Type.PERIODS: "periods from one day to another",
}
AFTERWARDS = {"on_request": "given on request", "removed": "removed"}


def clock(words: Words, step: Step) -> str:
    """By when a step is due: “within 3 weeks of notification”."""
    said = [_limit(words, limit) for limit in limits(step.due)]
    return f"the earliest of: {'; '.join(said)}" if len(said) > 1 else "".join(said)


def _limit(words: Words, limit: Limit) -> str:
    event = words.noun(limit.of)
    period = limit.by if isinstance(limit, Before) else limit.within
    if period.count == 0:
        return f"the same day as {event}"
    if isinstance(limit, Before):
        return f"at least {period} before {event}"
    first = ", that day being day 1" if limit.counting is Counting.FROM_DAY_1 else ""
    return f"within {period} of {event}{first}{', pauses added' if limit.pauses else ''}"


def lateness(pack: Pack, step: Step) -> str:
    """What is asked for when the step is late."""
    wanted = [limit.late for limit in limits(step.due) if limit.late]
    told = dict.fromkeys(pack.roles[late.reason_to].name for late in wanted if late.reason_to)
    to = f" and goes to: {say_list(told)}" if told else ""
    return f"the reason is recorded{to}" if wanted else ""


def step_clock(pack: Pack, process: Process, step: Step) -> Said:
    """What a pack says of the time that a step has."""
    words = Words(pack, process)
    return _given({"By when": clock(words, step), "When late": lateness(pack, step)})


def step_said(pack: Pack, process: Process, step: Step) -> Said:
    """What a pack says of a step, besides its name, its guidance and its clock."""
    words = Words(pack, process)
    return _given(
        {
            "What it is": capital(KINDS[step.kind]),
            "Who": pack.roles[step.by].name,
            "Duty": DUTIES[step.duty],
            "Opens": f"after {words.condition(step.after)}" if step.after else "from the start",
            "Falls away": f"after {words.condition(step.until)}" if step.until else "",
            "For each of": say_list(words.noun(name) for name in step.each),
            "Again": _again(words, step),
            "Form": pack.forms[step.form].name if step.form else "",
            "Criteria": say_list(pack.criteria[name].name for name in step.criteria),
            "May end in": "\n".join(_endings(pack, words, step)),
            "Recommended by": process.step(step.follows).name if step.follows else "",
            "Who must be there": _quorum(pack, step),
            "Who is told": pack.bodies[step.to].name if step.to else "",
            "Letter": letter_name(pack.notices[step.notice]) if step.notice else "",
            "Independent of": say_list(_apart(words, step)),
        }
    )


def letter_name(notice: Notice) -> str:
    """What a letter is called; its subject where the pack gives it no name."""
    unnamed = notice.name == Notice.model_fields["name"].default
    return notice.subject if unnamed else notice.name


def _again(words: Words, step: Step) -> str:
    if not step.repeat:
        return ""
    often = f"every {step.repeat.every}" if step.repeat.every else "as often as needed"
    ends = f", until {words.condition(step.repeat.until)}" if step.repeat.until else ""
    return f"{often}{ends}"


def _endings(pack: Pack, words: Words, step: Step) -> Iterator[str]:
    for result in step.outcomes.values():
        more = [
            _becomes(pack, result.convert) if result.convert else "",
            f"only on {words.condition(result.only)}" if result.only else "",
            f"advised on {words.condition(result.when)}" if result.when else "",
            "always with reasons" if result.reasons else "",
            "the step stays open" if result.again else "",
        ]
        said = ", ".join(filter(None, more))
        yield f"{result.name} ({said})" if said else result.name


def _becomes(pack: Pack, process: str) -> str:
    """A board that doesn't run every process of its framework may hand a case on."""
    known = pack.processes.get(process)
    return f"becomes {known.name}" if known else "goes to another board"


def _quorum(pack: Pack, step: Step) -> str:
    if not step.needs:
        return ""
    names = say_list(pack.roles[role].name for role in step.needs.present)
    casting = step.needs.casting
    vote = f"; casting vote: {pack.roles[casting].name}" if casting else ""
    whole = step.needs.wanted == len(step.needs.present)
    return f"{names if whole else f'{step.needs.wanted} of {names}'}{vote}"


def _apart(words: Words, step: Step) -> Iterator[str]:
    for name in step.independent_of:
        yield "the board" if name == "board" else f"those named under {words.noun(name)}"


def process_said(pack: Pack, process: Process) -> Said:
    """What a pack says of a type of review, besides its name, its steps and its guidance."""
    body = process.commissioned_by
    return _given(
        {
            "Whom it is for": PEOPLE[process.people or pack.people],
            "Commissioned by": pack.bodies[body].name if body else "",
            "Opened by": say_list((process.step(name).name for name in process.starts), "or"),
            "Stages": "\n".join(stage.name for stage in process.stages.values()),
            "Methods offered": say_list(pack.methods[name].name for name in process.methods),
            "Publication": "\n".join(publication_lines(process, process.publication)),
        }
    )


def publication_lines(process: Process, rules: Publication | None) -> Iterator[str]:
    """What becomes public and for how long, a line each."""
    if not rules:
        return
    outcomes = process.step(rules.decision).outcomes
    for name, shown in rules.shows.items():
        yield f"{outcomes[name].name}: {SHOWS[shown]}"
    yield f"public for {rules.at_least} at least, then {AFTERWARDS[rules.afterwards]}"


def role_said(pack: Pack, role: Role) -> Said:
    """What a pack says of a role, besides its name and its guidance."""
    return _given(
        {
            "Seats": "a group" if role.seats == "group" else "one person",
            "Held in": HELD[role.held],
            "May": say_list(words for capability, words in MAY.items() if capability in role.may),
            "Enters records for": say_list(pack.roles[name].name for name in role.enters_for),
        }
    )


def criteria_said(criteria: Criteria) -> Said:
    """The rules of a set of criteria."""
    titles = {"met": "Met when", "consider": "To be considered when"}
    return {titles[name]: str(rule(criteria.ask, one)) for name, one in criteria.rules()}


def question_said(question: Question) -> Said:
    """What a pack says of a question, besides its words and its guidance."""
    return _given(
        {
            "Help": question.hint or "",
            "Answer": _answer(question),
            "May be left blank": "" if question.required else "yes",
            "Kept sealed": "yes" if question.identity else "",
        }
    )


def _answer(question: Question) -> str:
    choices = "; ".join(choice.name for choice in question.choices.values())
    said = f"{ANSWERS[question.type]}: {choices}" if choices else ANSWERS[question.type]
    several = ", or several" if question.many else ""
    return f"{said}{several}{', or not known' if question.may_be_unknown else ''}"


def asked_when(
    question: Question, questions: Mapping[str, Question], outcomes: Mapping[str, Result]
) -> str:
    """When a question of a form is asked, if not always."""
    return str(rule(questions, question.when, outcomes)) if question.when else ""


def activity_said(pack: Pack, activity: Activity) -> Said:
    """What a pack says of an activity of the programme, besides its name and its guidance."""
    return _given(
        {
            "Led by": pack.roles[activity.by].name,
            "How many": _yearly(activity.a_year) if activity.a_year else "",
            "How often": f"every {activity.every}" if activity.every else "",
            "Cases in each": str(activity.cases or ""),
            "Form": pack.forms[activity.form].name if activity.form else "",
            "Looks into": say_list(area.name for area in activity.areas.values()),
        }
    )


def _yearly(yearly: Yearly) -> str:
    least, most = yearly.at_least, yearly.at_most
    if least is not None and most is not None:
        return f"{least} a year" if least == most else f"{least} to {most} a year"
    return f"{least} a year at least" if most is None else f"{most} a year at most"


def _given(said: Said) -> Said:
    return {heading: text for heading, text in said.items() if text}
