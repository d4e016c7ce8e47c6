"""The disclosure check that a text must pass, and the answers to what it finds."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from django.db import transaction

from uplift.engine import disclosure
from uplift.engine.disclosure import Finding, Identity, Part
from uplift.ground.boards.models import Agency
from uplift.ground.identity.models import User
from uplift.ground.identity.sealed import fingerprint
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases.models import Case, Person
from uplift.loop.publishing import policies
from uplift.loop.publishing.models import Passage, Publication
from uplift.loop.publishing.operations.telling import raise_if, tell
from uplift.loop.publishing.queries.passages import alike
from uplift.loop.publishing.rendering import RESPONSE, rendered

Verdict = Passage.Verdict
_NEAR = 30  # characters on either side, in the same line, that make two passages the same
_FOUND_ANEW = ["certainty", "place", "why", "suggestion", "number", "standing"]


class StillThere(Refusal):
    """A passage is said to be out of the text and isn't."""


class NoReason(Refusal):
    """A passage may not stay without a reason."""


def check(publication: Publication) -> int:
    """Look for what could tell who somebody is and keep what is found; returns how many finds hold
    the text back. An answer given before to the same passage counts."""
    found = {one.mark: one for one in _passages(publication)}
    kept = {one.mark: one for one in publication.passages.all()}
    Passage.objects.bulk_create([one for mark, one in found.items() if mark not in kept])
    for mark, one in kept.items():
        one.standing = mark in found
        if one.standing:
            for field in _FOUND_ANEW:
                setattr(one, field, getattr(found[mark], field))
    Passage.objects.bulk_update(kept.values(), _FOUND_ANEW, batch_size=200)
    return unanswered(publication)


def unanswered(publication: Publication) -> int:
    """How many of the finds that hold the text back have no answer."""
    return publication.passages.to_answer().count()


@transaction.atomic
def answer(
    *,
    passage: Passage,
    verdict: str,
    answer: str,
    everywhere: bool = False,
    by: User,
    now: dt.datetime,
) -> Passage:
    """Answer a passage: it is out of the text, is about nobody here, or may stay, and why.

    `everywhere` answers all others with the same words too that have no answer yet. Raises
    StillThere, NoReason.
    """
    publication = passage.publication
    raise_if(policies.can_write(publication))
    if verdict == Verdict.OUT:
        check(publication)
        passage.refresh_from_db()
        if passage.standing:
            sentence = "It still stands in the text. Change the text first."
            raise StillThere(sentence, field="verdict")
    elif not answer.strip():
        raise NoReason("Say why.", field="answer")
    others = alike(passage).values_list("pk", flat=True) if everywhere else ()
    told = sorted({passage.pk, *others})
    Passage.objects.filter(pk__in=told).update(
        verdict=verdict, answer=answer, answered_by=by, answered_at=now
    )
    tell(publication, "answered", by, now, passages=told, verdict=verdict)
    passage.refresh_from_db()
    return passage


@transaction.atomic
def look_for(
    *, publication: Publication, words: Sequence[str], by: User, now: dt.datetime
) -> Publication:
    """Look for these words too: schools, nicknames, numbers that are sealed nowhere else."""
    raise_if(policies.can_write(publication))
    publication.also = list(words)
    publication.save(update_fields=["also"])
    left = check(publication)
    tell(publication, "looked_for", by, now, words=len(words), unanswered=left)
    return publication


def _passages(publication: Publication) -> Iterator[Passage]:
    """What is found, in the order of the text; the same words in the same words once more are
    told apart by their turn."""
    seen: Counter[str] = Counter()
    for number, finding in enumerate(_findings(publication)):
        words = disclosure.fold(finding.words)
        before, after = finding.before.rpartition("\n")[2], finding.after.partition("\n")[0]
        near = f"{before[-_NEAR:]}\x00{after[:_NEAR]}"
        key = f"{finding.kind}:{words}:{disclosure.fold(near)}"
        seen[key] += 1
        yield Passage(
            publication=publication,
            kind=finding.kind.value,
            certainty=finding.certainty.value,
            mark=fingerprint("passage", f"{seen[key]}:{key}"),
            alike=fingerprint("passage words", f"{finding.kind}:{words}"),
            words=finding.words,
            excerpt=(finding.before, finding.words, finding.after),
            place=f"{finding.place}, line {finding.line}",
            why=finding.why,
            suggestion=finding.suggestion,
            number=number,
        )


def _findings(publication: Publication) -> list[Finding]:
    """What stands in the text as it is written, and what only its mark-up hides."""
    who = [*_identities(publication.case), _others(publication)]
    agencies = Agency.objects.filter(boards=publication.board).values_list("name", flat=True)
    known = [*agencies, publication.board.name]
    public = Part("As the public sees it", rendered(publication).text)
    written = disclosure.check(_parts(publication), who, known)
    told = {(one.kind, disclosure.fold(one.words)) for one in written}
    shown = disclosure.check([public], who, known)
    return written + [one for one in shown if (one.kind, disclosure.fold(one.words)) not in told]


def _identities(case: Case) -> Iterator[Identity]:
    for person in Person.objects.filter(case=case):
        yield Identity.of(person.sealed, person.pseudonym)
    yield Identity(pseudonym="the case", numbers=(case.reference,))


def _others(publication: Publication) -> Identity:
    words: list[str] = publication.also
    numbers = tuple(one for one in words if re.search(r"\d{3}|@", one))
    return Identity("the case", places=tuple(words), contacts=numbers, numbers=numbers)


def _parts(publication: Publication) -> Iterator[Part]:
    yield Part("Title", publication.title)
    yield Part("Report", publication.body)
    for field, name in RESPONSE:
        yield Part(name, getattr(publication, field))
