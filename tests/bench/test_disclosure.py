"""How many of 500 planted leaks the disclosure check finds, how many sure finds are right, and how
long it takes."""

import time
from collections import Counter
from collections.abc import Callable

from tests.support.leak_forms import FORMS
from tests.support.leaks import Score, report, score
from uplift.engine.disclosure import check

Figure = Callable[[str, float, str, int], None]
REPORTS, LEAKS = 10, 50


def test_planted_leaks(figure: Figure) -> None:
    found = score(report(seed, LEAKS) for seed in range(REPORTS))
    planted = sum(found.planted.values())
    assert planted == REPORTS * LEAKS
    assert all(found.planted.values()), "every form is planted"
    figure("disclosure: leaks found", found.recall * 100, "%", planted)
    figure("disclosure: leaks that hold the text back", held_back(found) * 100, "%", planted)
    figure("disclosure: sure finds that are right", found.precision * 100, "%", found.sure)
    for kind, share, size in by_kind(found):
        figure(f"disclosure: found, {kind}", share * 100, "%", size)
    for kind, share, size in right_by_kind(found):
        figure(f"disclosure: right, {kind}", share * 100, "%", size)
    assert found.recall >= 0.99, found.missed
    assert found.precision >= 0.9, found.wrong


def held_back(found: Score) -> float:
    """The share of leaks by which the text is held back until somebody answers."""
    planted = sum(found.planted.values())
    return (planted - len(found.missed) - len(found.faint)) / planted


def by_kind(found: Score) -> list[tuple[str, float, int]]:
    """The share found of each kind of leak."""
    planted: Counter[str] = Counter()
    missed = Counter(FORMS[form].kind for form, _ in found.missed)
    for form, number in found.planted.items():
        planted[FORMS[form].kind] += number
    return [(kind, 1 - missed[kind] / number, number) for kind, number in planted.items()]


def right_by_kind(found: Score) -> list[tuple[str, float, int]]:
    """The share of sure finds of each kind that lie on a leak."""
    wrong = Counter(finding.kind for finding in found.wrong)
    return [(kind, 1 - wrong[kind] / told, told) for kind, told in sorted(found.told.items())]


def test_a_report_of_30_000_words(figure: Figure) -> None:
    one = report(1, LEAKS, people=10)
    words = len(one.text.split())
    text = one.text * (30_000 // words + 1)
    started = time.perf_counter()
    check(text, one.identities)
    taken = time.perf_counter() - started
    figure("disclosure: 30,000 words, 10 people", taken, "s", len(text.split()))
    assert taken < 10
