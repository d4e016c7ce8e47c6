"""The disclosure check: what in a text could tell who somebody is.

Pure: a text and the identities that it must not give away go in, findings come out. Read it in
this order: ``things``, ``folding``, ``terms``, ``names``, ``births``, ``places``, ``numbers``,
``details``, ``sifting``.
"""

from collections.abc import Iterable

from uplift.engine.disclosure.births import date_hits
from uplift.engine.disclosure.details import detail_hits
from uplift.engine.disclosure.folding import Folded, fold
from uplift.engine.disclosure.names import Names
from uplift.engine.disclosure.numbers import number_hits
from uplift.engine.disclosure.places import place_hits
from uplift.engine.disclosure.sifting import placed, sifted
from uplift.engine.disclosure.terms import Terms
from uplift.engine.disclosure.things import Certainty, Finding, Identity, Kind, Part, People

__all__ = ["Certainty", "Finding", "Identity", "Kind", "Part", "check", "fold"]


def check(
    document: str | Iterable[Part], identities: Iterable[Identity], known: Iterable[str] = ()
) -> list[Finding]:
    """What in the document could tell who these people are, in the order of the document.

    `known` are words that are nobody's name here, such as those of agencies: they count only when
    they are exactly a sealed name.
    """
    parts = [Part("", document)] if isinstance(document, str) else list(document)
    words = frozenset(fold(word) for phrase in known for word in phrase.split())
    people = People(tuple(identities), words)
    terms = Terms(people.identities)
    return [finding for part in parts for finding in _in_part(part, terms, people)]


def _in_part(part: Part, terms: Terms, people: People) -> list[Finding]:
    folded = Folded(part.text)
    found = [
        *Names(folded, terms, people).hits(),
        *date_hits(folded, people.identities),
        *place_hits(folded, people.identities),
        *number_hits(folded, people.identities),
        *detail_hits(folded, people.identities),
    ]
    return [placed(hit, folded, part) for hit in sifted(found)]
