"""Which findings someone sees, and which of them they ask for."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet

from uplift.ground.access.reach import Reach
from uplift.loop.cases.models import Case
from uplift.loop.cases.queries import joint_cases
from uplift.loop.learning.models import STAGES, Finding, Theme
from uplift.loop.learning.recommendations import key
from uplift.loop.lessons.models import Inspection

_COLUMNS = {stage.key: stage.column for stage in STAGES}
NOT_YET = "not-"


def findings_of(reach: Reach) -> QuerySet[Finding]:
    """The board's findings that this person sees, newest first."""
    return Finding.objects.visible_to(reach.user, reach.today).filter(board=reach.board)


def findings_of_case(reach: Reach, case: Case) -> QuerySet[Finding]:
    """What was learnt from one case."""
    return findings_of(reach).filter(case=case)


def of_joint_cases(reach: Reach) -> QuerySet[Finding]:
    """What the lead boards have released from the reviews in which this board takes part; `taken`
    tells whether it is in this board's register already."""
    mine = Finding.objects.filter(board=reach.board, origin=OuterRef("pk"))
    found = Finding.objects.visible_to(reach.user, reach.today).filter(
        case__in=joint_cases(reach), board=F("case__board"), released_on__isnull=False
    )
    return found.select_related("case", "board").annotate(taken=Exists(mine))


def with_source(findings: QuerySet[Finding], reach: Reach) -> QuerySet[Finding]:
    """The same, with their sources loaded; `case_seen` tells whether this person sees the case,
    without which its pseudonym and reference are not shown."""
    seen = Case.objects.visible_to(reach.user, reach.today).filter(pk=OuterRef("case"))
    return findings.select_related("case", "inspection").annotate(case_seen=Exists(seen))


def source_in_words(finding: Finding) -> str:
    """Where a finding of `with_source` comes from, without what this person may not know."""
    if finding.inspection:
        return str(finding.inspection)
    return str(finding.case) if getattr(finding, "case_seen", False) else "A case review"


def matching(findings: QuerySet[Finding], wanted: Mapping[str, Any]) -> QuerySet[Finding]:
    """Those that the filter of the list asks for: kind, source, theme (a number), stage (the key
    of a stage reached, or `not-` and the key of one not reached) and inspection (a number)."""
    if kind := wanted.get("kind"):
        findings = findings.filter(kind=kind)
    if source := wanted.get("source"):
        findings = findings.filter(case__isnull=source != "case")
    if theme := wanted.get("theme"):
        in_it = Theme.findings.through.objects.filter(theme=theme, finding=OuterRef("pk"))
        findings = findings.filter(Exists(in_it))
    if stage := wanted.get("stage"):
        column = _COLUMNS[stage.removeprefix(NOT_YET)]
        findings = findings.filter(**{f"{column}__isnull": stage.startswith(NOT_YET)})
    if inspection := wanted.get("inspection"):
        findings = findings.filter(inspection=inspection)
    return findings


def words_there(inspection: Inspection) -> frozenset[str]:
    """The words of the findings that an inspection has already, for noticing a second import."""
    texts = Finding.objects.filter(inspection=inspection).values_list("title", "detail")
    return frozenset(key(detail or title) for title, detail in texts)
