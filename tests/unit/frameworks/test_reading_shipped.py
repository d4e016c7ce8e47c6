"""Every framework that comes with Uplift can be read whole, and compared with its neighbour."""

from collections.abc import Iterator

import pytest
from django.template.loader import render_to_string

from uplift.engine.shelf import folder_of, shipped
from uplift.engine.spec import Pack, read_pack
from uplift.engine.spec.boards import for_board
from uplift.engine.spec.compare import compare
from uplift.ground.frameworks.models import Edition
from uplift.ground.frameworks.reading import Anchors, Book


def packs(name: str) -> Iterator[Pack]:
    """The pack, and as each of its boards works by it."""
    pack = read_pack(folder_of(name))
    yield pack
    yield from (for_board(pack, part) for part in pack.boards)


@pytest.mark.parametrize("name", shipped())
def test_every_chapter_is_drawn(name: str) -> None:
    for pack in packs(name):
        edition = Edition(pack_key=pack.pack, number=1, name=pack.name)
        book = Book(pack)
        body = {"edition": edition, "book": book, "links": Anchors(), "whole": True}
        page = render_to_string("frameworks/reading/body.html", body)
        for place, _ in book.chapters:
            assert f'id="{place}"' in page
        for process in pack.processes:
            assert f'id="type-{process}"' in page
        assert all(one.picture.startswith("<svg") for one in book.types)
        blanks = sum(
            not cell
            for table in pack.tables.values()
            for row in table.rows.values()
            for cell in book.cells(table, row)
        )
        assert page.count("The document leaves this blank") == blanks


@pytest.mark.parametrize("name", shipped())
def test_it_is_compared_with_the_next(name: str) -> None:
    names = shipped()
    other = read_pack(folder_of(names[(names.index(name) + 1) % len(names)]))
    for pack in packs(name):
        assert compare(pack, pack) == ()
        assert len(compare(pack, other)) == len(compare(other, pack)) > 0
