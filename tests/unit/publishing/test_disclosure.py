"""What of a sealed identity stands in a text."""

import pytest

from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations as cases
from uplift.loop.publishing import operations
from uplift.loop.publishing.disclosure import hits
from uplift.loop.publishing.models import NamedWords, Publication

IDENTITY = {
    "name": "Bea O'Nobody-Jones",
    "other_names": "Zoë",
    "date_of_birth": "2022-02-08",
    "address": "Flat 2, 77 Blank Terrace, Northmere, NM1 2AB",
}


def found(text, identity=IDENTITY):
    return [(str(hit.kind), hit.words) for hit in hits(text, [identity])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bea was four.", [("name", "bea")]),
        ("BEA's mother said", [("name", "bea")]),
        ("Ms Jones", [("name", "jones")]),
        ("a beaker, the joneses", []),
        ("called Zoe by all", [("name", "zoe")]),
        ("Born on 8 February 2022.", [("birth", "2022-02-08")]),
        ("the 8th of Feb 2022", [("birth", "2022-02-08")]),
        ("February 8th, 2022", [("birth", "2022-02-08")]),
        ("08/02/2022", [("birth", "2022-02-08")]),
        ("8.2.22", [("birth", "2022-02-08")]),
        ("2022-02-08", [("birth", "2022-02-08")]),
        ("18 February 2022 and 8 February 2021", []),
        ("a flat in blank terrace", [("address", "blank terrace")]),
        ("Blank\nTerrace", [("address", "blank terrace")]),
        ("near nm12ab", [("postcode", "nm1 2ab")]),
        ("Northmere is a town with a terrace.", []),
        ("", []),
    ],
)
def test_hits(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("identity", "text", "expected"),
    [
        ({}, "Anything at all", []),
        ({"name": "J van der Berg"}, "J. van der Berg", [("name", "berg")]),
        ({"date_of_birth": "2022"}, "2022", []),
        ({"address": "Rosebank, Northmere"}, "at Rosebank", [("address", "rosebank")]),
        ({"address": "12, Northmere"}, "12 in Northmere", []),
        ({"postcode": "NM1 2AB"}, "NM1 2AB", [("postcode", "nm1 2ab")]),
        ({"name": "Łucja Kowalska"}, "Kowalska", [("name", "kowalska")]),
    ],
)
def test_hits_of_other_people(identity, text, expected):
    assert found(text, identity) == expected


def test_the_excerpt_shows_what_stands_around():
    hit = hits("x" * 100 + " so Zoë said. Zoe again. " + "y" * 100, [IDENTITY])[0]
    assert hit.times == 2
    assert hit.excerpt == ("…so ", "Zoë", " said. Zoe again.…")


def test_a_name_in_the_text_holds_it_back_until_it_is_answered(desk):
    publication = desk.submit(desk.begin(title="Bea's fire"))
    assert publication.status == Publication.Status.DRAFT
    named = publication.named.get()
    assert (named.kind, named.words, named.excerpt[1]) == ("name", "bea", "Bea")
    operations.answer(
        named=named, answer="The reviewer's name is Bea too.", by=desk.person("priya"), now=desk.now
    )
    assert desk.submit(publication).status == Publication.Status.READY


def test_a_name_taken_out_needs_no_answer_and_the_answer_is_kept(desk):
    publication = desk.submit(desk.begin(body="Bea, of 77 Blank Terrace"))
    assert publication.named.count() == 2
    publication = desk.submit(desk.write(publication, body="Bea"))
    operations.answer(
        named=publication.named.get(kind="name"), answer="x", by=desk.person("priya"), now=desk.now
    )
    publication = desk.submit(desk.write(publication, body="Nobody's business: the surname"))
    assert [n.words for n in publication.named.filter(standing=True)] == ["nobody"]
    assert publication.named.get(words__isnull=False, answer="x").standing is False
    publication = desk.submit(desk.write(publication, body="Bea"))
    assert publication.status == Publication.Status.READY


def test_somebody_who_joined_since_is_found_at_approval(desk):
    publication = desk.submit(desk.begin(body="Her brother Finlay saw it."))
    cases.join(
        case=desk.case,
        person=cases.NewPerson("sibling", "Brother", {"name": "Finlay Nobody"}),
        by=desk.person("priya"),
        now=desk.now,
    )
    with pytest.raises(Refusal, match="1 passage holds"):
        desk.approve(publication)
    assert not NamedWords.objects.exists()


def test_what_was_found_is_sealed(desk):
    desk.submit(desk.begin(body="Bea Nobody"))
    stored = NamedWords.objects.extra(select={"raw": "words"}).values_list("raw", flat=True)
    assert stored
    assert all("bea" not in value for value in stored)
