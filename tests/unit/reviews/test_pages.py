"""The pages of a chronology: what they do, and whom they let."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from tests.support.casepages import hidden, on, problem, words
from tests.unit.reviews.conftest import HEAD, book, row
from uplift.config.demo.chronology import tell_chronology
from uplift.ground.history.models import Reading
from uplift.loop.cases import operations as cases
from uplift.loop.cases.models import Case
from uplift.loop.reviews import exports
from uplift.loop.reviews.models import Entry, Episode, Pair, Shared, Upload


@pytest.fixture
def told(room):
    """The room with the demo's chronology told in it."""
    tell_chronology(room.world.northmere, room.case)
    return room


def at(room, name, **more):
    return reverse(
        f"reviews:{name}", kwargs={"board": "northmere", "case": room.case.reference, **more}
    )


def browser(room, key):
    client = Client()
    client.force_login(room.who(key))
    return client


def onlooker(room):
    """Somebody who sees the case, and does nothing in it."""
    room.case.members.create(
        user=room.who("tom"), role="case_review_subgroup", starts=room.world.today
    )
    return browser(room, "tom")


def fill(client, address, **answers):
    return client.post(address, hidden(client.get(address)) | answers)


def numbered(record):
    return Entry.objects.get(record=record).number


def test_the_merged_chronology_is_in_order_and_names_nobody(told):
    page = words(browser(told, "priya").get(at(told, "chronology")))
    assert "21 entries, told by Northmere Children's Services" in page
    assert (
        page.index("November 2024") < page.index("early December 2024") < page.index("20 May 2026")
    )
    assert "Child Linnet is registered" in page
    assert "Toby" not in page
    assert "Also told by Northshire Health Trust , HT/110" in page
    assert "Contradicted by entry" in page
    assert "1 pair of entries may be one event told twice" in page
    assert Reading.objects.filter(about=f"{told.case.reference}, chronology").count() == 1


@pytest.mark.parametrize(
    ("asked", "shown", "not_shown"),
    [
        ({"agency": "health"}, "Three appointments", "A welfare check"),
        ({"agency": "_others"}, "ring their grandmother", "A welfare check"),
        ({"first": "2026", "last": "February 2026"}, "A welfare check", "registered"),
        ({"words": "HEATING aunt"}, "A second welfare check", "grandmother at night"),
        ({"knowledge": "later"}, "noise complaint", "A welfare check"),
        ({"first": "soon"}, "isn't a date that can be read", "There is a problem"),
        ({"words": "zebra"}, "No entry is like that", "A welfare check"),
        ({"agency": "nobody"}, "A welfare check", "There is a problem"),
    ],
)
def test_filters(told, asked, shown, not_shown):
    page = words(browser(told, "priya").get(at(told, "chronology"), asked))
    assert shown in page
    assert not_shown not in page


def test_an_episode_is_a_filter_too(told):
    episode = Episode.objects.get(name__startswith="The second")
    page = words(browser(told, "ruth").get(at(told, "chronology"), {"episode": episode.pk}))
    assert "2 entries" in page


def test_an_empty_chronology_says_what_will_be_there(room):
    client = browser(room, "priya")
    assert "Nothing has been told yet" in words(client.get(at(room, "chronology")))
    assert "nothing to draw yet" in words(client.get(at(room, "picture")))
    assert "No episode is named" in words(client.get(at(room, "episodes")))
    assert "Nothing looks like a double" in words(client.get(at(room, "pairs")))
    empty = client.get(at(room, "pairs"), {"show": "contradictions"})
    assert "No entries contradict" in words(empty)
    account = words(client.get(at(room, "account", agency="police")))
    assert "Nothing is told yet" in account


def test_the_picture_says_what_it_shows_and_can_be_read_as_a_table(told):
    client = browser(told, "priya")
    page = client.get(at(told, "picture"))
    assert "4 sources told of 20 events. Hollow marks" in words(page)
    content = page.content.decode()
    assert content.count("chr-mark") >= 15
    assert "Key practice episode: The calls of one winter" in words(page)
    assert f"{at(told, 'chronology')}?agency=police&amp;first=" in content
    month = words(client.get(at(told, "picture"), {"show": "2025-12"}))
    assert "In December 2025" in month
    assert "15 December 2025" in month
    later = words(client.get(at(told, "picture"), {"show": "2024-12"}))
    assert "1 source told of 1 event" in later


def test_it_is_taken_away_and_that_is_recorded(told):
    client = browser(told, "priya")
    excel = client.get(at(told, "export", kind="xlsx"), {"agency": "police"})
    sheet = load_workbook(BytesIO(excel.content)).active
    assert [cell.value for cell in sheet[1]] == list(exports.COLUMNS)
    assert sheet.max_row == 6
    assert client.get(at(told, "export", kind="pdf")).content.startswith(b"%PDF")
    assert b"Also told by" in client.get(at(told, "export", kind="csv")).content
    assert client.get(at(told, "export", kind="exe")).status_code == 404
    assert Reading.objects.filter(kind="export", subject=f"cases.case:{told.case.pk}").count() == 3
    assert browser(told, "ruth").get(at(told, "export", kind="xlsx")).status_code == 403


def test_a_pdf_of_too_many_entries_is_refused(told, monkeypatch):
    monkeypatch.setattr(exports, "MOST_PRINTED", 3)
    answer = browser(told, "priya").get(at(told, "export", kind="pdf"))
    assert answer.status_code == 409
    assert "a PDF holds 3" in answer.content.decode()


def test_real_names_are_shown_for_a_reason_that_is_kept(told):
    client = browser(told, "ruth")
    assert "Say why" in problem(client.post(at(told, "names"), {"reason": "x"}))
    shown = client.post(at(told, "names"), {"reason": "To read it to the family"})
    assert "Toby Fiction is registered" in words(shown)
    assert "no-cache" in shown["Cache-Control"]
    readings = Reading.objects.filter(kind="identity", reason="To read it to the family")
    assert readings.filter(about__contains="chronology with names").exists()
    assert browser(told, "sam").get(at(told, "names")).status_code == 403


def test_names_are_shown_page_by_page(told, monkeypatch):
    monkeypatch.setattr("uplift.loop.reviews.views.merged.MOST_NAMED", 8)
    client = browser(told, "ruth")
    first = client.post(at(told, "names"), {"reason": "For the family"})
    assert "1 to 8 of 20 entries" in words(first)
    second = client.post(at(told, "names"), {"reason": "For the family", "page": "2"})
    assert "9 to 16 of 20" in words(second)


def test_an_agency_adds_an_event(room):
    client, address = browser(room, "sam"), at(room, "add", agency="police")
    answers = {"moment": "early March 2025 ", "what": "Toby was seen.", "knowledge": "then",
               "known_to": ["police", "health"], "people": "officer 1"}  # fmt: skip
    sent = fill(client, address, **answers)
    assert sent.url == at(room, "account", agency="police")
    entry = Entry.objects.get()
    assert (entry.when, entry.agency, entry.known_to.count()) == ("early March 2025",
        room.agency("police"), 2)  # fmt: skip
    page = words(client.get(sent.url))
    assert "Entry 1 is added: early March 2025" in page
    assert "Child Linnet was seen." in page
    again = fill(client, address, **answers, then="save and add another")
    assert again.url == address


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"moment": ""}, "When did it happen"),
        ({"moment": "soon"}, "isn't a date that can be read"),
        ({"moment": "22/11/2090"}, "can't be right"),
        ({"what": ""}, "What happened"),
        ({"what": "a\x00b"}, "hidden control characters"),
        ({"record": "Toby " * 20}, "100 characters are the most"),
        ({"known_to": ["nobody"]}, "problem"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said(room, changes, says):
    client, address = browser(room, "sam"), at(room, "add", agency="police")
    sent = fill(client, address, **({"moment": "2024", "what": "It happened."} | changes))
    assert says in words(sent)
    assert not Entry.objects.exists()


def test_an_entry_is_changed_and_taken_out(room):
    entry, client = room.add(), browser(room, "sam")
    page = words(client.get(entry.get_absolute_url()))
    assert "Entry 1: 3 March 2025" in page
    assert "Key practice episode" not in page
    sent = fill(
        client, at(room, "change", number=1), moment="2025", what="Other.", knowledge="later"
    )
    assert sent.url == entry.get_absolute_url()
    assert "Counted as 1 January 2025 to 31 December 2025" in words(client.get(sent.url))
    stale = client.post(at(room, "change", number=1),
                        {"moment": "2025", "what": "Mine.", "version": "1"})  # fmt: skip
    assert "Somebody saved this after you had opened it" in words(stale)
    assert fill(client, at(room, "remove", number=1)).url == at(room, "account", agency="police")
    assert client.get(entry.get_absolute_url()).status_code == 404


def test_another_sources_account_is_added_by_the_reviewer(room):
    client, address = browser(room, "ruth"), at(room, "add", agency="_others")
    assert "Whose account is this" in words(fill(client, address, moment="2024", what="One."))
    sent = fill(client, address, moment="2024", what="One.", source="Grandmother")
    assert "Grandmother" in words(client.get(sent.url))
    fill(client, at(room, "change", number=1), moment="2024", what="Two.", source="Aunt")
    assert Entry.objects.get().told_by == "Aunt"
    assert fill(client, at(room, "remove", number=1)).url == at(room, "chronology")


def bring(client, room, rows, name="told.xlsx", agency="police"):
    file = SimpleUploadedFile(name, book([HEAD, *rows]))
    return fill(client, at(room, "bring", agency=agency), workbook=file)


def test_a_workbook_is_looked_at_and_taken_in(room):
    client = browser(room, "sam")
    sent = bring(client, room, [row("3 March 2025", "Toby came."), row("spring 2024", "Before.")])
    page = words(client.get(sent.url))
    assert "2 entries can be taken in: 2 new, 0 as before" in page
    assert "A real name was replaced by a made-up one 1 time" in page
    assert not room.texts()
    assert fill(client, sent.url, how="add").url == at(room, "account", agency="police")
    assert room.texts() == ["Before.", "Child Linnet came."]
    again = bring(client, room, [row("3 March 2025", "Toby came.")])
    assert "0 new, 1 as before. 1 entry that is there now isn't in it" in words(
        client.get(again.url)
    )
    assert "What should happen" in problem(fill(client, again.url))
    fill(client, again.url, how="replace")
    assert room.texts() == ["Child Linnet came."]
    assert "In the chronology" in words(client.get(again.url))


def test_a_workbook_with_mistakes_says_them_by_cell(room):
    client = browser(room, "sam")
    sent = bring(client, room, [row("soon", "One."), row("2024", "=1+1")])
    page = words(client.get(sent.url))
    assert "2 cells have to be mended. Nothing of the workbook is taken in." in page
    assert "A2 “soon” isn't a date" in page
    assert "C3 This cell holds a formula" in page
    upload = Upload.objects.get()
    dropped = fill(client, at(room, "drop", agency="police", upload=upload.pk))
    assert dropped.url == at(room, "account", agency="police")
    assert "Thrown away" in words(client.get(dropped.url))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("told.xlsm", book([HEAD]), "Files with macros aren't taken"),
        ("told.xlsx", b"PK\x03\x04nothing", "damaged"),
        ("told.xlsx", b"name,when", "isn't really an Excel workbook"),
        ("told.csv", b"When,What happened", "ends in .xlsx"),
        ("told.xlsx", book([["a"]]), "No row names the columns"),
    ],
)
def test_what_is_no_workbook_is_refused(room, name, content, says):
    client, file = browser(room, "sam"), SimpleUploadedFile(name, content)
    sent = fill(client, at(room, "bring", agency="police"), workbook=file)
    assert says in words(sent)
    assert not Upload.objects.exists()


def test_the_workbook_can_be_taken_away_filled_and_as_it_came(told):
    client = browser(told, "meera")
    account = client.get(at(told, "account", agency="health"))
    assert "Also told by" not in words(account)
    filled = client.get(at(told, "workbook", agency="health", kind="told"))
    sheet = load_workbook(BytesIO(filled.content))["Chronology"]
    assert sheet["A2"].value == "early December 2024"
    assert sheet.max_row == 8
    assert client.get(at(told, "workbook", agency="health", kind="odd")).status_code == 404
    empty = client.get(at(told, "workbook", agency="health", kind="empty"))
    assert load_workbook(BytesIO(empty.content))["Chronology"].max_row == 1
    upload = Upload.objects.get(agency=told.agency("health"))
    came = client.get(at(told, "original", agency="health", upload=upload.pk))
    assert load_workbook(BytesIO(came.content))["Chronology"]["C2"].value.startswith("Toby Fiction")
    assert Reading.objects.filter(kind="file", about__contains="as it came").count() == 1
    address = at(told, "original", agency="health", upload=upload.pk)
    assert onlooker(told).get(address).status_code == 403
    assert browser(told, "ruth").get(address).status_code == 200
    refilled = SimpleUploadedFile("again.xlsx", filled.content)
    sent = fill(client, at(told, "bring", agency="health"), workbook=refilled)
    assert "7 entries can be taken in: 0 new, 7 as before." in words(client.get(sent.url))


def test_pairs_are_judged_and_separated(told):
    client = browser(told, "ruth")
    pair = Pair.objects.to_look_at().get()
    assert "One record, “CS-1333”, with two dates" in words(client.get(at(told, "pairs")))
    judging = at(told, "judge", pair=pair.pk)
    assert "Both name the record" in words(client.get(judging))
    sent = fill(client, judging, verdict="second", note="The referral came late.")
    assert "Nothing looks like a double" in words(client.get(sent.url))
    assert client.get(judging).status_code == 404
    front = pair.second
    page = words(client.get(front.get_absolute_url()))
    assert "Also told by Northmere Children's Services, 10 January 2026" in page
    under = words(client.get(pair.first.get_absolute_url()))
    assert "as the same event" in under
    assert client.post(at(told, "separate", number=front.number)).status_code == 404
    fill(client, at(told, "separate", number=pair.first.number))
    assert "Not the same event as" in words(client.get(front.get_absolute_url()))
    odds = words(client.get(at(told, "pairs"), {"show": "contradictions"}))
    assert "The police waited until the mother was back" in odds


def test_entries_that_are_alike_are_shown_on_their_page(told):
    text = "A new plan is agreed with the family at the school today."
    one, _ = told.add("1 June 2026", text), told.add("1 June 2026", text, key="health")
    client = browser(told, "ruth")
    assert "Perhaps the same event as entry" in words(client.get(one.get_absolute_url()))
    pair = Pair.objects.to_look_at().get(kind="like")
    assert "Their words are alike: 100 of 100" in words(client.get(at(told, "judge", pair=pair.pk)))
    sent = fill(client, at(told, "judge", pair=pair.pk), verdict="different")
    assert "Kept: two different events." in words(client.get(sent.url))


def test_a_contradiction_is_pointed_out_from_an_entry(told):
    client, number = browser(told, "ruth"), numbered("CS-1180")
    address = at(told, "contradicts", number=number)
    assert "There is no entry 999" in problem(fill(client, address, other="999", note="Which?"))
    fill(client, address, other=str(numbered("HT/77")), note="Which came first?")
    page = words(client.get(at(told, "chronology")))
    assert page.count("Which came first?") == 2


def test_episodes_are_named_changed_and_taken_away(told):
    client = browser(told, "ruth")
    day = dt.date(2025, 3, 1)
    fields = {"name": "The spring", **on("starts", day), **on("ends", day)}
    assert fill(client, at(told, "new_episode"), **fields).url == at(told, "episodes")
    episode = Episode.objects.get(name="The spring")
    change = at(told, "change_episode", episode=episode.pk)
    fill(client, change, **fields | {"name": "The whole spring"})
    assert "The whole spring 1 March 2025 to 1 March 2025" in words(
        client.get(at(told, "episodes"))
    )
    number = numbered("NP-20881")
    fill(client, at(told, "set_episode", number=number), episode=str(episode.pk))
    assert Entry.objects.get(number=number).episode.name == "The whole spring"
    fill(client, at(told, "set_episode", number=number), episode="")
    assert Entry.objects.get(number=number).episode is None
    fill(client, at(told, "remove_episode", episode=episode.pk))
    assert "The whole spring" not in words(client.get(at(told, "episodes")))


def test_sharing_lets_an_agency_read_all_of_it_without_the_analysis_tools(told):
    meera, ruth = browser(told, "meera"), browser(told, "ruth")
    assert meera.get(at(told, "chronology")).status_code == 404
    other = Entry.objects.get(record="CS-1180")
    assert meera.get(other.get_absolute_url()).status_code == 404
    sent = fill(ruth, at(told, "share"), agencies=["police", "health"])
    assert "Saved who may read" in words(ruth.get(sent.url))
    assert "A welfare check" in words(meera.get(at(told, "chronology")))
    assert meera.get(other.get_absolute_url()).status_code == 200
    assert meera.get(at(told, "change", number=other.number)).status_code == 403
    for name in ("pairs", "episodes", "sources", "share"):
        assert meera.get(at(told, name)).status_code == 404, name
    assert fill(ruth, at(told, "share")).url == at(told, "sources")
    assert not Shared.objects.exists()
    assert meera.get(at(told, "chronology")).status_code == 404


def test_sources_say_who_has_told_nothing_yet(room):
    room.add(key="school")
    page = words(browser(room, "ruth").get(at(room, "sources")))
    assert "Northshire Police 0 Nothing yet No" in page
    assert "Oakfield Primary School Not asked for a return 1" in page


def test_those_who_need_not_know_find_nothing(told):
    for key in ("tom", "nadia", "idris"):
        client = browser(told, key)
        for name in ("chronology", "picture", "sources"):
            assert client.get(at(told, name)).status_code == 404, (key, name)
    jo = browser(told, "jo")
    assert jo.get(at(told, "account", agency="police")).status_code == 404
    assert jo.get(at(told, "account", agency="_others")).status_code == 404
    assert jo.get(at(told, "account", agency="southvale-council")).status_code == 404


def test_another_board_finds_nothing(told):
    client = Client()
    client.force_login(told.world.southvale.people["priya"])
    address = at(told, "chronology").replace("northmere", "southvale")
    assert client.get(address).status_code == 404
    assert client.get(at(told, "chronology")).status_code == 404


def test_a_declared_interest_shuts_out_of_ones_own_agencys_account_too(told):
    sam = told.who("sam")
    cases.declare_conflict(case=told.case, user=sam, reason="Kin", by=sam, now=told.now)
    assert browser(told, "sam").get(at(told, "account", agency="police")).status_code == 404


def test_a_reviewer_past_the_date_finds_nothing(told):
    ruth, client = told.who("ruth"), browser(told, "ruth")
    assert client.get(at(told, "chronology")).status_code == 200
    told.case.members.filter(user=ruth).update(ends=told.world.today - dt.timedelta(days=1))
    assert client.get(at(told, "chronology")).status_code == 404
    assert client.post(at(told, "names"), {"reason": "For the family"}).status_code == 404


def test_in_a_closed_case_everything_can_be_read_and_nothing_changed(told):
    Case.objects.filter(pk=told.case.pk).update(status="closed")
    page = words(browser(told, "sam").get(at(told, "account", agency="police")))
    assert "doesn't change any more" in page
    upload = Upload.objects.get(state="ready")
    address = at(told, "upload", agency="police", upload=upload.pk)
    assert "doesn't change any more" in words(browser(told, "sam").get(address))
    assert "doesn't change" in problem(fill(browser(told, "sam"), address, how="add"))


def test_whoever_only_sees_the_case_reads_without_changing(told):
    client = onlooker(told)
    assert "isn't part of your role" in words(client.get(at(told, "pairs")))
    entry = Entry.objects.get(record="CS-1180")
    assert "Only the agency itself" in words(client.get(entry.get_absolute_url()))
    assert client.post(at(told, "remove", number=entry.number)).status_code == 403
    assert client.get(at(told, "share")).status_code == 403


def test_the_return_leads_to_the_chronology(room):
    kwargs = {
        "board": "northmere",
        "case": room.case.reference,
        "step": "written",
        "item": "health",
    }
    page = browser(room, "meera").get(reverse("cases:return", kwargs=kwargs))
    assert at(room, "account", agency="health") in page.content.decode()


def test_the_history_of_the_case_tells_of_it_in_words(told):
    address = reverse("cases:history", args=("northmere", told.case.reference))
    page = words(browser(told, "priya").get(address))
    assert "Chronology: contradiction pointed out" in page
    assert "reviews." not in page


def test_as_many_queries_for_one_page_as_for_many(told):
    client, counts = browser(told, "priya"), []
    client.get(at(told, "chronology"))  # begins the reader's chain
    rows = [row(f"{n + 1} May 2024", f"Day {n}.") for n in range(30)]
    for _ in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(at(told, "chronology")).status_code == 200
        counts.append(len(captured))
        told.take(told.bring(rows, key="school"))
    assert counts[0] == counts[1]
    assert counts[0] <= 20
