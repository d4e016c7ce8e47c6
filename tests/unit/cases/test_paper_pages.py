"""Letters and forms filled from a case, and the returns of agencies."""

import io

import docx
import pypdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.support.casepages import at, browser, fill, hidden, on, person, problem, words
from uplift.ground.history.models import Reading
from uplift.loop.cases.models import CaseFile, Fact

SEALED = ("Alex Example", "14 February 2017", "8 Invented Close")


@pytest.fixture
def priya(world):
    return browser(person(world, "priya"))


def text_of(response):
    """The words of a Word document or a PDF."""
    file = io.BytesIO(response.content)
    if "pdf" in response["Content-Type"]:
        pages = pypdf.PdfReader(file).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())
    document = docx.Document(file)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([p.text for p in document.paragraphs] + cells)


def test_forms_can_be_filled_once_their_step_is_recorded(priya, world):
    early, case = world.case("Child Swift"), world.case("Child Heron")
    said = words(priya.get(at("papers", early)))
    assert "Recommendations to the Chair: once “Criteria panel recommends” is recorded" in said
    assert priya.get(at("document", early, document="scr_recommendation")).status_code == 404
    said = words(priya.get(at("document", case, document="scr_recommendation")))
    assert "Serious Case Review" in said
    assert "Sealed; left out unless you ask for it below" in said
    assert "Signed by Helen Marsh" in said
    assert not any(name in said for name in SEALED)
    assert priya.get(at("document", case, document="nowhere")).status_code == 404


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_form_leaves_names_and_addresses_out(priya, world, kind):
    case = world.case("Child Heron")
    address = at("document", case, document="scr_recommendation")
    given = priya.post(address, {"recipient": "Chair of the Board", "names": "no", "kind": kind})
    text = text_of(given)
    assert "For: Chair of the Board" in text
    assert "Neglect is known and the harm is serious." in text
    assert "Helen Marsh" in text
    assert case.reference in text
    assert not any(name in text for name in SEALED)
    assert f"-recommendations-to-the-chair.{kind}" in given["Content-Disposition"]
    reading = Reading.objects.get(kind="export")
    assert "for Chair of the Board" in reading.about
    assert not Reading.objects.filter(kind="identity").exists()


def test_names_need_a_reason_and_addresses_a_second_look(priya, world):
    case = world.case("Child Heron")
    address = at("document", case, document="scr_recommendation")
    asked = {"recipient": "Chair of the Board", "names": "yes", "kind": "docx"}
    assert "Answer “Who is it for?”." in problem(priya.post(address, asked | {"recipient": ""}))
    assert "Say why the recipient needs" in problem(priya.post(address, asked))
    alone = priya.post(address, asked | {"names": "no", "sealed": "on"})
    assert "only together with names" in problem(alone)
    assert not Reading.objects.filter(kind__in=("identity", "export")).exists()
    asked["reason"] = "She signs the decision."
    text = text_of(priya.post(address, asked))
    assert "Alex Example" in text
    assert "14 February 2017" in text
    assert "8 Invented Close" not in text
    sure = words(priya.post(address, asked | {"sealed": "on"}))
    assert "Print what is left out by default?" in sure
    assert "for Chair of the Board : address" in sure
    assert "8 Invented Close" in text_of(
        priya.post(address, asked | {"sealed": "on", "sure": "yes"})
    )
    opened = Reading.objects.filter(kind="identity")
    assert [reading.reason for reading in opened] == ["She signs the decision."] * 2
    assert Reading.objects.filter(kind="export", about__contains="with names").count() == 2


def test_who_may_not_see_names_is_not_asked_about_them(world):
    case = world.case("Child Heron")
    lewis = browser(person(world, "lewis"))
    address = at("document", case, document="scr_recommendation")
    assert "Should it say who the people are?" not in words(lewis.get(address))
    text = text_of(
        lewis.post(
            address,
            {"recipient": "x", "names": "yes", "sealed": "on", "sure": "yes", "kind": "docx",
             "reason": "because I want to"},
        )
    )  # fmt: skip
    assert not any(name in text for name in SEALED)


def test_a_letter_can_be_changed_before_it_is_taken(priya, world):
    case = world.case("Child Heron")
    address = at("letter", case, step="tell_ofsted_incident")
    page = priya.get(address)
    assert f"**{case.reference}**" in page.content.decode()
    answers = {"subject": "Our letter", "body": "Dear **Ofsted**,\n\nchanged.", "kind": "docx"}
    given = priya.post(address, answers)
    assert "Dear Ofsted," in text_of(given)
    assert "For: Ofsted" in text_of(given)
    assert "changed." in text_of(priya.post(address, answers | {"kind": "pdf"}))
    assert "Fill in “The letter”" in problem(priya.post(address, answers | {"body": ""}))
    assert priya.get(at("letter", case, step="refer")).status_code == 404


def test_a_letter_to_agencies_names_the_one_that_is_asked(priya, world):
    case = world.case("Child Linnet")
    address = at("letter", case, step="written")
    assert "To Northshire Health Trust ." in words(priya.get(address))
    assert "To Northshire Police ." in words(priya.get(address + "?for=police"))
    assert "To Northshire Health Trust ." in words(priya.get(address + "?for=nobody"))


def returned(case, item="health"):
    return at("return", case, step="written", item=item)


def test_an_agency_sees_what_it_is_asked_and_nothing_else(world):
    case = world.case("Child Linnet")
    meera = browser(person(world, "meera"))
    said = words(meera.get(returned(case)))
    assert f"Northshire Health Trust · Child Linnet, {case.reference}" in said
    assert "Every contact with the family in the eighteen months before." in said
    assert "days late" in said or "weeks late" in said
    for secret in ("alone at home", "Two welfare checks", "Helen Marsh", "I follow the panel"):
        assert secret not in said
    assert meera.get(at("page", case)).status_code == 404
    assert meera.get(returned(case, "police")).status_code == 404
    assert browser(person(world, "ann")).get(returned(case)).status_code == 404


def test_an_agency_files_its_return_once_and_reads_it_afterwards(world):
    case = world.case("Child Linnet")
    meera = browser(person(world, "meera"))
    page = meera.get(returned(case))
    paper = SimpleUploadedFile("Account.txt", b"An account.")
    answers = {
        **hidden(page),
        **on("on", world.today),
        "outcome": "given",
        "q-involvement": "Eleven visits.",
        "q-file": paper,
    }
    missing = meera.post(returned(case), {**answers, "q-involvement": "", "q-file": ""})
    assert "Answer “How was the agency involved with the child?”." in problem(missing)
    sent = meera.post(returned(case), answers)
    assert sent.url == returned(case)
    assert meera.post(returned(case), answers).url == returned(case)
    fact = Fact.objects.get(case=case, step="written", item="health")
    assert (fact.by, fact.as_role) == (person(world, "meera"), "agency_lead")
    said = words(meera.get(returned(case)))
    assert "Thank you. Your return is filed." in said
    assert "Your return of" in said
    assert "Eleven visits." in said
    assert "File the return" not in said
    file = CaseFile.objects.get(case=case, step="written")
    path = at("return_file", case, step="written", item="health", number=file.pk)
    assert b"".join(meera.get(path).streaming_content) == b"An account."
    terms = CaseFile.objects.filter(case=case).exclude(pk=file.pk).first()
    foreign = at("return_file", case, step="written", item="health", number=terms.pk)
    assert meera.get(foreign).status_code == 404


def test_a_return_stands_over_what_others_filed_meanwhile(world):
    case = world.case("Child Linnet")
    meera, jo = browser(person(world, "meera")), browser(person(world, "jo"))
    pages = {key: client.get(returned(case, item)) for key, client, item in
             (("meera", meera, "health"), ("jo", jo, "northmere-council"))}  # fmt: skip
    answers = {**on("on", world.today), "outcome": "given", "q-involvement": "Some."}
    council = returned(case, "northmere-council")
    assert jo.post(council, hidden(pages["jo"]) | answers).url == council
    sent = meera.post(returned(case), hidden(pages["meera"]) | answers)
    assert sent.url == returned(case)


def test_the_board_records_a_return_on_behalf_of_an_agency(priya, world):
    case = world.case("Child Linnet")
    address = at("step", case, step="written")
    said = words(priya.get(address))
    assert "Who is it from?" in said
    answers = {**on("on", world.today), "outcome": "not_received", "q-involvement": "-"}
    assert "Choose an answer to “Who is it from?”." in problem(fill(priya, address, **answers))
    unexplained = fill(priya, address, **answers, item="health")
    assert "Give the reasons for “Not received" in problem(unexplained)
    sent = fill(priya, address, **answers, item="health", reasons="Asked three times.")
    assert sent.status_code == 302
    assert Fact.objects.get(case=case, step="written", item="health").by == person(world, "priya")
