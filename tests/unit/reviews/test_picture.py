"""The picture's geometry."""

import datetime as dt

import pytest

from uplift.loop.reviews.picture import LEFT, SLOTS, WIDTH, Band, Told, Zoom, draw, zoomed

BOUNDS = (dt.date(2012, 5, 1), dt.date(2014, 6, 30))


def told(first, last=None, source="police", later=False, events=1):
    first = dt.date.fromisoformat(first)
    return Told(source, source.title(), first, dt.date.fromisoformat(last) if last else first,
                later, events)  # fmt: skip


def test_a_lane_for_each_source_and_a_mark_for_each_day():
    drawn = draw(BOUNDS, [told("2012-05-01"), told("2014-06-30", source="health")], [])
    assert [name for name, _ in drawn.lanes] == ["Health", "Police"]
    first = next(mark for mark in drawn.marks if mark.source == "police")
    last = next(mark for mark in drawn.marks if mark.source == "health")
    assert LEFT <= first.x < last.x <= WIDTH
    assert (first.width, first.count, first.size) == (0, 1, 6)
    assert drawn.height > 100
    assert drawn.width == WIDTH
    assert drawn.left == LEFT


def test_near_events_are_one_mark_with_their_number():
    drawn = draw(BOUNDS, [told("2013-01-01", events=3), told("2013-01-02", later=True)], [])
    (mark,) = drawn.marks
    assert (mark.count, mark.later, drawn.entries) == (4, False, 4)
    assert (mark.first.day, mark.last.day) == (1, 2)
    assert mark.size > 6


def test_what_may_have_been_any_day_of_a_season_is_a_bar():
    (mark,) = draw(BOUNDS, [told("2013-03-01", "2013-05-31", later=True)], []).marks
    assert mark.width > 60
    assert mark.later


def test_however_many_there_are_the_marks_are_few():
    days = [BOUNDS[0] + dt.timedelta(days=n) for n in range(780)]
    many = [told(day.isoformat(), events=7) for day in days]
    drawn = draw(BOUNDS, many, [])
    assert len(drawn.marks) <= SLOTS
    assert drawn.entries == 780 * 7
    assert max(mark.size for mark in drawn.marks) <= 10


def test_episodes_are_bands_where_they_are_in_sight():
    inside = Band(1, "Winter", dt.date(2012, 12, 1), dt.date(2013, 2, 28))
    outside = Band(2, "Later", dt.date(2015, 1, 1), dt.date(2015, 2, 1))
    ((band, x, width),) = draw(BOUNDS, [], [inside, outside]).bands
    assert band is inside
    assert LEFT < x < WIDTH
    assert width > 30


@pytest.mark.parametrize(
    ("span", "first", "count"),
    [
        ((dt.date(2012, 5, 1), dt.date(2016, 6, 30)), "2012", 5),
        ((dt.date(1960, 5, 1), dt.date(2016, 6, 30)), "1960", 12),
        ((dt.date(2012, 12, 1), dt.date(2013, 12, 31)), "Dec", 13),
        ((dt.date(2013, 3, 1), dt.date(2013, 3, 31)), "1 Mar", 7),
        ((dt.date(2013, 3, 1), dt.date(2013, 3, 3)), "1 Mar", 3),
        ((dt.date(2013, 3, 1), dt.date(2013, 4, 20)), "1 Mar", 6),
    ],
)
def test_ticks(span, first, count):
    ticks = draw(span, [], []).ticks
    assert (ticks[0][0], len(ticks)) == (first, count)


@pytest.mark.parametrize(
    ("asked", "words", "first", "last"),
    [
        ("", "the whole time", "2012-05-01", "2014-06-30"),
        ("2013", "2013", "2013-01-01", "2013-12-31"),
        ("2013-02", "February 2013", "2013-02-01", "2013-02-28"),
        ("2013-13", "2013", "2013-01-01", "2013-12-31"),
        ("2031", "the whole time", "2012-05-01", "2014-06-30"),
        ("<b>", "the whole time", "2012-05-01", "2014-06-30"),
    ],
)
def test_nearer_and_farther(asked, words, first, last):
    zoom = zoomed(BOUNDS, asked)
    assert (zoom.words, *(day.isoformat() for day in zoom.span)) == (words, first, last)
    assert list(Zoom(BOUNDS).years) == [2012, 2013, 2014]
