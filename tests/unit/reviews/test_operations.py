"""What is done with a chronology: nothing is lost, and everything is in the history."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from tests.unit.reviews.conftest import row
from uplift.ground.drafts.versions import Stale
from uplift.ground.history.models import Entry as Link
from uplift.loop.cases.models import Case
from uplift.loop.reviews import operations
from uplift.loop.reviews.models import Entry, Episode, Pair, Upload
from uplift.loop.reviews.when import read

REAL = "Toby Fiction"


def told(room, **changes):
    given = {"moment": read("March 2025", room.world.today), "what": "Changed.", **changes}
    return operations.Contents(**given)


def judge(room, pair, verdict, **more):
    return operations.judge(pair=pair, verdict=verdict, by=room.who("ruth"), now=room.now, **more)


def doubles(room):
    text = "Officers find two children alone at home in the evening."
    first = room.add("3 March 2025", text, record="A1")
    return first, room.add("4 March 2025", f"{text} Cold.", key="health", record="H1")


def operations_told(room):
    return list(Link.objects.filter(operation__startswith="reviews.").values_list(
        "operation", flat=True).order_by("number"))  # fmt: skip


def test_an_entry_is_numbered_and_names_nobody(room):
    one = room.add(what=f"{REAL} was seen. Toby was cold.", comment="The Fictions", people="Toby")
    assert one.number == 1
    assert one.what == "{Child Linnet} was seen. {Child Linnet} was cold."
    assert one.text == "Child Linnet was seen. Child Linnet was cold."
    assert one.said("people") == "Child Linnet"
    assert room.add().number == 2
    assert operations_told(room) == ["reviews.entry_added"] * 2
    assert "Toby" not in str(Link.objects.latest("at").detail)


def test_an_entry_of_another_source_says_whose(room):
    with pytest.raises(operations.ChronologyRefused, match="whose account"):
        room.add(key="")
    assert room.add(key="", source="Grandmother").told_by == "Grandmother"
    with pytest.raises(operations.ChronologyRefused, match="whose account"):
        one = Entry.objects.get()
        operations.change_entry(
            entry=one, contents=told(room), version=1, by=room.who("priya"), now=room.now
        )


def test_an_entry_is_changed_over_what_was_seen(room):
    one = room.add()
    changed = operations.change_entry(
        entry=one, contents=told(room, known_to=(room.agency("health"),)), version=1,
        by=room.who("sam"), now=room.now,
    )  # fmt: skip
    assert (changed.when, changed.text, changed.version) == ("March 2025", "Changed.", 2)
    assert [str(agency) for agency in changed.known_to.all()] == ["Northshire Health Trust"]
    with pytest.raises(Stale):
        operations.change_entry(
            entry=one, contents=told(room), version=1, by=room.who("sam"), now=room.now
        )


def test_a_made_up_name_that_is_too_long_for_its_place_is_refused(room):
    with pytest.raises(operations.ChronologyRefused, match="100 characters are the most"):
        room.add(record="Toby " * 20)


def test_what_is_taken_out_is_kept(room):
    first, second = doubles(room)
    pair = Pair.objects.get()
    judge(room, pair, "same", keep=first)
    operations.remove_entry(entry=first, by=room.who("sam"), now=room.now)
    second.refresh_from_db()
    assert room.texts() == [second.text]
    assert second.merged_into is None
    assert Entry.objects.get(pk=first.pk).standing == "out"


def test_a_closed_case_keeps_its_chronology_as_it_is(room):
    Case.objects.filter(pk=room.case.pk).update(status="closed")
    with pytest.raises(operations.ChronologyRefused, match="closed"):
        room.add()


def test_two_who_tell_the_same_are_pointed_out_and_both_sources_stay(room):
    first, second = doubles(room)
    pair = Pair.objects.get()
    assert (pair.kind, pair.first, pair.second) == ("like", first, second)
    assert pair.score > 70
    judge(room, pair, "same", keep=second, note="The same evening.")
    assert list(Entry.objects.standing().alone()) == [second]
    assert list(second.also_told.all()) == [first]
    assert not Pair.objects.to_look_at().exists()
    with pytest.raises(operations.ChronologyRefused, match="no longer stands"):
        judge(room, pair, "different")


def test_what_was_told_under_one_moves_with_it(room):
    first, second = doubles(room)
    judge(room, Pair.objects.get(), "same", keep=first)
    third = room.add("3 March 2025", first.what, key="council")
    pair = Pair.objects.to_look_at().get()
    judge(room, pair, "same", keep=third)
    assert {entry.pk for entry in third.also_told.all()} == {first.pk, second.pk}


def test_only_one_of_the_two_can_be_kept_in_front(room):
    doubles(room)
    other = room.add("1 May 2025", "A letter.")
    with pytest.raises(operations.ChronologyRefused, match="which of the two"):
        judge(room, Pair.objects.get(), "same", keep=other)


def test_they_can_be_separated_again(room):
    first, second = doubles(room)
    judge(room, Pair.objects.get(), "same")
    second.refresh_from_db()
    operations.separate(entry=second, by=room.who("ruth"), now=room.now)
    assert Pair.objects.get().verdict == "different"
    assert len(room.texts()) == 2
    with pytest.raises(operations.ChronologyRefused, match="stands by itself"):
        operations.separate(entry=first, by=room.who("ruth"), now=room.now)


def test_a_judgement_outlives_a_change_of_words(room):
    first, _ = doubles(room)
    judge(room, Pair.objects.get(), "different")
    operations.change_entry(
        entry=first, contents=told(room, moment=read("3 March 2025", room.world.today),
        what=first.what), version=1, by=room.who("sam"), now=room.now,
    )  # fmt: skip
    assert Pair.objects.get().verdict == "different"


def test_one_record_with_two_dates_is_a_contradiction_until_a_date_is_mended(room):
    one = room.add("3 March 2025", "A visit.", record="CS-1")
    room.add("9 June 2025", "An assessment begins.", key="health", record="cs-1")
    assert Pair.objects.contradicting().get().kind == "dates"
    operations.change_entry(
        entry=one, contents=told(room, moment=read("9 June 2025", room.world.today),
        what="A visit.", record="CS-1"), version=1, by=room.who("sam"), now=room.now,
    )  # fmt: skip
    assert not Pair.objects.exists()


def test_a_contradiction_is_pointed_out_by_hand(room):
    first, second = room.add(what="She was there."), room.add("1 May 2025", "A quiet day.")
    by = room.who("ruth")
    marked = operations.mark_contradiction(
        entry=second, other=first, note="Was she?", by=by, now=room.now
    )
    assert (marked.kind, marked.verdict, marked.first) == ("marked", "contradict", first)
    again = operations.mark_contradiction(
        entry=first, other=second, note="Or was she?", by=by, now=room.now
    )
    assert (again.pk, again.note) == (marked.pk, "Or was she?")
    with pytest.raises(operations.ChronologyRefused, match="another entry"):
        operations.mark_contradiction(entry=first, other=first, note="", by=by, now=room.now)


def test_entries_are_put_into_an_episode_that_can_be_taken_away(room):
    by, entry = room.who("ruth"), room.add()
    day = dt.date(2025, 3, 1)
    episode = operations.add_episode(
        case=room.case, name="Toby's winter", starts=day, ends=day, says="Toby", by=by, now=room.now
    )
    assert (str(episode), episode.text) == ("Child Linnet's winter", "Child Linnet")
    operations.put_in_episode(entries=[entry], episode=episode, by=by, now=room.now)
    entry.refresh_from_db()
    assert entry.episode == episode
    operations.remove_episode(episode=episode, by=by, now=room.now)
    entry.refresh_from_db()
    assert entry.episode is None
    assert not Episode.objects.exists()
    with pytest.raises(operations.ChronologyRefused, match="Choose an entry"):
        operations.put_in_episode(entries=[], episode=None, by=by, now=room.now)
    with pytest.raises(operations.ChronologyRefused, match="ends before"):
        operations.add_episode(
            case=room.case, name="N", starts=day, ends=dt.date(2024, 1, 1), says="", by=by,
            now=room.now,
        )  # fmt: skip


def test_only_agencies_that_are_asked_can_be_let_in(room):
    share = {"case": room.case, "by": room.who("ruth"), "now": room.now}
    operations.share_with(agencies=[room.agency("police"), room.agency("health")], **share)
    operations.share_with(agencies=[room.agency("health")], **share)
    assert not room.sight("sam").whole
    assert room.sight("meera").whole
    with pytest.raises(operations.ChronologyRefused, match="Only agencies that are asked"):
        operations.share_with(agencies=[room.agency("school")], **share)


def test_a_workbook_waits_until_it_is_taken(room):
    upload = room.bring([row("3 March 2025", f"{REAL} came."), row("2024", "Before.",
        known_to="Northshire Police")])  # fmt: skip
    assert (upload.state, upload.rows, upload.hidden) == ("ready", 2, 1)
    assert room.texts() == []
    room.take(upload)
    assert room.texts() == ["Before.", "Child Linnet came."]
    assert upload.entries.get(row=3).known_to.get() == room.agency("police")
    with pytest.raises(operations.ChronologyRefused, match="doesn't wait"):
        room.take(upload)
    with pytest.raises(operations.ChronologyRefused, match="doesn't wait"):
        operations.drop(upload=upload, by=room.who("priya"), now=room.now)
    assert operations_told(room)[-2:] == ["reviews.workbook_brought", "reviews.workbook_taken"]


def test_the_workbook_is_sealed_as_it_came(room):
    upload = room.bring([row("2024", f"{REAL} came.")])
    upload.refresh_from_db()
    with transaction.atomic():
        stored = Upload.objects.filter(pk=upload.pk).extra(select={"raw": "content"})
        assert "UEsDB" not in stored.values_list("raw", flat=True)[0]
    assert upload.content.startswith("UEsDB")  # a zip archive in base 64


def test_all_of_it_or_nothing(room):
    upload = room.bring([row("3 March 2025", "Fine."), row("soon", "Not fine.")])
    assert (upload.state, upload.rows) == ("wrong", 1)
    assert upload.problems[0][0] == "A3"
    assert not Entry.objects.exists()
    with pytest.raises(operations.ChronologyRefused):
        room.take(upload)
    operations.drop(upload=upload, by=room.who("priya"), now=room.now)
    upload.refresh_from_db()
    assert upload.state == "dropped"


def test_a_later_workbook_takes_the_place_of_the_earlier_and_what_stays_keeps_its_links(room):
    room.take(room.bring([row("2024", "Stays."), row("2024", "Goes."), row("2024", "Twice.")]))
    health = room.add("2024", "Told by health.", key="health")
    stays = Entry.objects.get(what="Stays.")
    later = room.bring([row("2024", "Stays."), row("2025", "New."), row("2024", "Twice."),
                        row("2024", "Twice.")])  # fmt: skip
    room.take(later)
    texts = room.texts()
    assert sorted(texts) == sorted(["Stays.", health.text, "New.", "Twice.", "Twice."])
    assert Entry.objects.standing().get(what="Stays.") == stays
    assert Entry.objects.get(what="Goes.").standing == "out"
    numbers = Entry.objects.standing().values_list("number", flat=True)
    assert len(set(numbers)) == 5


def test_a_workbook_may_add_only(room):
    room.take(room.bring([row("2024", "One.")]))
    room.take(room.bring([row("2024", "Two.")]), replace=False)
    assert sorted(room.texts()) == ["One.", "Two."]


def test_another_sources_workbook_leaves_other_sources_alone(room):
    room.take(room.bring([row("2024", "Gran.")], key="", source="Grandmother"))
    room.take(room.bring([row("2024", "Aunt.")], key="", source="Aunt"))
    room.take(room.bring([row("2025", "Gran again.")], key="", source="Grandmother"))
    assert sorted(room.texts()) == ["Aunt.", "Gran again."]


def test_a_workbook_that_cannot_be_read_keeps_nothing(room):
    with pytest.raises(operations.ChronologyRefused, match="No row names") as refused:
        room.bring([], head=("a", "b"))
    assert refused.value.field == "workbook"
    assert not Upload.objects.exists()


def test_the_instances_scanner_is_asked(room, settings):
    settings.UPLOAD_SCAN = "tests.unit.reviews.test_operations.never"
    with pytest.raises(Exception, match="Not today"):
        room.bring([row("2024", "One.")])


def never(path):
    return "Not today." if path.exists() else ""


def test_doubles_are_found_in_what_a_workbook_brings(room):
    text = "Officers find two children alone at home in the evening."
    room.add("3 March 2025", text, key="health")
    room.take(room.bring([row("3 March 2025", text)]))
    assert Pair.objects.to_look_at().count() == 1


def test_a_number_is_used_once(room):
    one, two = room.add(), room.add()
    two.number = one.number
    with pytest.raises(IntegrityError), transaction.atomic():
        two.save()
    assert (str(one), str(Upload(pk=3)), str(Pair(first=one, second=one))) == (
        "entry 1", "workbook 3", "entry 1 and entry 1",
    )  # fmt: skip
