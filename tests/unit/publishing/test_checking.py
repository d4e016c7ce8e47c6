"""The disclosure check before publication: what holds a text back, and the answers."""

import pytest

from uplift.ground.history.models import Entry
from uplift.ground.ui.refusal import Refusal
from uplift.loop.cases import operations as cases
from uplift.loop.publishing import operations
from uplift.loop.publishing.models import Passage, Publication
from uplift.loop.publishing.operations.checking import NoReason, StillThere

Status = Publication.Status


@pytest.fixture
def answer(desk):
    def give(passage, verdict="stays", says="Another Bea.", **more):
        return operations.answer(
            passage=passage,
            verdict=verdict,
            answer=says,
            by=desk.person("priya"),
            now=desk.now,
            **more,
        )

    return give


def standing(publication):
    return [one.words for one in publication.passages.filter(standing=True)]


def test_a_name_in_the_text_holds_it_back_until_it_is_answered(desk, answer):
    publication = desk.submit(desk.begin(title="Bea's fire"))
    assert publication.status == Status.DRAFT
    passage = publication.passages.get()
    assert (passage.kind, passage.words, passage.certainty) == ("name", "Bea's", "certain")
    assert (passage.place, passage.suggestion) == ("Title, line 1", "Child Dunlin")
    answer(passage)
    assert desk.submit(publication).status == Status.READY
    told = Entry.objects.filter(operation="publishing.answered").latest("number").detail
    assert (told["passages"], told["verdict"]) == ([passage.pk], "stays")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mr Nobody spoke.", "name"),
        ("B. Nobody spoke.", "name"),
        ("Then **Be**a fell.", "name"),
        ("Then &#66;ea fell.", "name"),
        ("[a film](https://films.example/bea-nobody)", "name"),
    ],
)
def test_what_is_found_in_the_text_and_behind_it(desk, text, kind):
    publication = desk.submit(desk.begin(body=text))
    assert publication.status == Status.DRAFT
    assert {one.kind for one in publication.passages.all()} == {kind}


def test_the_reference_of_the_case_is_found(desk):
    publication = desk.submit(desk.begin(body=f"The file {desk.case.reference.lower()} is kept."))
    assert publication.passages.get().kind == "number"


def test_what_is_only_possible_holds_nothing_back(desk):
    publication = desk.submit(desk.begin(body="On 9 November 2017 a girl, aged 3, was seen."))
    assert publication.status == Status.READY
    assert {one.certainty for one in publication.passages.all()} == {"possible"}


def test_an_answer_stays_with_its_words_when_the_text_around_changes(desk, answer):
    body = "Long ago nobody knew what Bea wanted to be told about it.\n\nThe end."
    publication = desk.submit(desk.begin(body=body))
    answer(publication.passages.get())
    publication = desk.write(publication, body=f"A new beginning.\n\n{body} And a new end.")
    assert publication.passages.to_answer().count() == 0
    publication = desk.write(publication, body=f"{body} Then Bea left.")
    passage = publication.passages.to_answer().get()
    assert passage.excerpt[2] == " left."
    assert publication.passages.filter(standing=True).count() == 2


def test_a_changed_sentence_is_asked_about_again(desk, answer):
    publication = desk.submit(desk.begin(body="Bea was four."))
    answer(publication.passages.get())
    publication = desk.write(publication, body="Bea was hurt.")
    assert publication.passages.to_answer().get().excerpt[2] == " was hurt."
    old = publication.passages.get(standing=False)
    assert (old.verdict, old.answer) == ("stays", "Another Bea.")
    publication = desk.write(publication, body="Bea was four.")
    assert publication.passages.to_answer().count() == 0


def test_the_same_words_twice_are_two_passages(desk, answer):
    publication = desk.submit(desk.begin(body="Bea was here.\n\nBea was here.\n\nBea was here."))
    first, *others = publication.passages.all()
    assert len(others) == 2
    answer(first)
    assert publication.passages.to_answer().count() == 2
    answer(others[0], everywhere=True)
    assert publication.passages.to_answer().count() == 0


def test_taken_out_must_be_out(desk, answer):
    publication = desk.submit(desk.begin(body="Bea was four."))
    passage = publication.passages.get()
    with pytest.raises(StillThere):
        answer(passage, "out", "")
    desk.write(publication, body="A girl was four.")
    passage = answer(passage, "out", "")
    assert (passage.standing, passage.verdict) == (False, "out")


def test_what_stays_needs_a_reason(desk, answer):
    publication = desk.submit(desk.begin(body="Bea was four."))
    for verdict in ("stays", "other"):
        with pytest.raises(NoReason):
            answer(publication.passages.get(), verdict, " ")


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
    assert not Passage.objects.exists()


def test_what_was_found_is_sealed(desk):
    desk.submit(desk.begin(body="Bea Nobody"))
    stored = Passage.objects.extra(select={"raw": "words"}).values_list("raw", flat=True)
    assert stored
    assert all("bea" not in value.casefold() for value in stored)


def test_the_page_shows_place_suggestion_and_answer(desk, visit, answer):
    publication = desk.submit(desk.begin(body="Bea fell.\n\nBea cried. On 9 November 2017 too."))
    priya = visit("priya", publication)
    page = priya.get("names").text
    assert "2 passages are to be answered" in page
    assert "Report, line 3" in page
    assert "An exact day" in page
    assert "An exact day" not in priya.client.get(priya.url("names") + "?show=open").text
    first = publication.passages.first()
    form = priya.get("answer", passage=first.pk)
    assert "1 other place holds the same words" in form.text
    refused = priya.post("answer", {"verdict": "stays", "answer": ""}, passage=first.pk)
    assert "Say why." in refused.text
    sent = {"verdict": "other", "answer": "A worker.", "everywhere": "on"}
    assert priya.post("answer", sent, passage=first.pk).status_code == 302
    assert "A worker." in priya.get("names").text
    last = publication.passages.last()
    assert "the same words" not in priya.get("answer", passage=last.pk).text
    desk.write(publication, body="A girl fell.")
    assert "Nothing to show." in priya.get("names").text
    gone = priya.client.get(priya.url("names") + "?show=ever").text
    assert gone.count("No longer in the text") == 3


def test_other_words_are_looked_for_too(desk, visit):
    publication = desk.submit(desk.begin(body="She left Oakfold Academy. Call 07700 900123."))
    assert publication.status == Status.READY
    priya = visit("priya", publication)
    assert "0 words so far" in priya.get("names").text
    sent = priya.post("look_for", {"words": "Oakfold Academy\n07700900123"})
    assert sent.url == priya.url("names")
    assert standing(publication) == ["Oakfold Academy", "07700 900123"]
    assert "Oakfold Academy" in priya.get("look_for").text
    publication.refresh_from_db()
    with pytest.raises(Refusal, match="2 passages hold"):
        desk.approve(publication)


def test_what_is_found_after_approval_stops_publication(desk):
    publication = desk.approved(body="Her brother Finlay saw it.")
    operations.look_for(
        publication=publication, words=["Finlay"], by=desk.person("priya"), now=desk.now
    )
    with pytest.raises(Refusal, match="1 passage holds"):
        desk.publish(publication)
