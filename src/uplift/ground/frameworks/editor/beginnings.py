"""What a framework may be begun from: nothing, an edition, a pack that comes along, a file."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from django.utils.timezone import localdate

from uplift.engine import drafting
from uplift.engine.drafting.edits import Raw
from uplift.engine.drafting.written import read
from uplift.engine.shelf import folder_of, shipped
from uplift.engine.spec import Pack, PackError, PackErrors, read_pack
from uplift.engine.spec.folder import read_folder
from uplift.engine.spec.reader import fit
from uplift.engine.spec.tree import LARGEST, Place, Tree
from uplift.ground.boards.models import Board
from uplift.ground.documents.archives import opened
from uplift.ground.frameworks.editor.queries import editions
from uplift.ground.frameworks.models import Edition, Workbook
from uplift.ground.frameworks.queries import edition_on

BLANK = "blank"
ZIP = b"PK\x03\x04"


class Source(NamedTuple):
    """Something to begin from: its name, and what beginning from it means."""

    name: str
    hint: str


def sources(board: Board) -> dict[str, Source]:
    """What the board may begin from, by key: its own edition first."""
    found = {BLANK: Source("Nothing: a blank framework", "One type of review and a few roles.")}
    own = edition_on(board, localdate())
    if own:
        found[f"edition-{own.pk}"] = Source(
            str(own), "Your own: this becomes its next edition. Open cases stay on theirs."
        )
    for edition in editions():
        hint = "A framework that this service knows. You get a copy of your own."
        found.setdefault(f"edition-{edition.pk}", Source(str(edition), hint))
    loaded = {edition.pack_key for edition in editions()}
    for name in shipped():
        if name not in loaded:
            hint = "It comes with Uplift. You get a copy of your own."
            found[f"pack-{name}"] = Source(_name_of(name), hint)
    return found


@lru_cache
def _name_of(pack: str) -> str:
    """The name of a pack that comes along, without reading all of it."""
    first = (folder_of(pack) / "pack.yaml").read_bytes()
    return str(read(first).plain().get("name", pack))


def raw_of(board: Board, source: str, *, name: str, people: str, process: str) -> Raw:
    """The framework to begin with, under an id of the board's own."""
    kind, _, key = source.partition("-")
    if kind == BLANK:
        return drafting.blank(pack=_new_id(board), name=name, people=people, process=process)
    edition = Edition.objects.get(pk=key) if kind == "edition" else None
    raw = drafting.of_pack(edition.pack if edition else read_pack(folder_of(key)))
    own = edition_on(board, localdate())
    if edition and edition == own and not edition.part:
        return {**raw, "edition": edition.number + 1}
    raw.pop("edition", None)
    return {**raw, "pack": _new_id(board), "name": name or raw["name"]}


def brought(board: Board, content: bytes, file: str) -> Raw:
    """The framework in a file, or in a zipped folder; raises PackErrors, each by its line, and
    FileRefused for an archive that isn't what it seems.

    What fits is taken, faults and all that the overview then lists. It gets an id of the board's
    own, unless the board works by this pack already.
    """
    tree = _unpacked(content, file) if content.startswith(ZIP) else read(content, file)
    pack, found = fit(Pack, tree.plain())
    if not pack or found:
        raise PackErrors([PackError(*tree.find(path), sentence) for path, sentence in found])
    raw = drafting.of_pack(pack)
    theirs = Edition.objects.filter(pack_key=pack.pack).exclude(adoptions__board=board)
    if pack.pack in shipped() or theirs.exists():
        own = Edition.objects.filter(pack_key=pack.pack, adoptions__board=board).exists()
        raw["pack"] = pack.pack if own else _new_id(board)
    return raw


def _unpacked(content: bytes, file: str) -> Tree:
    """The tree of a pack's folder in an archive; raises PackErrors and FileRefused."""
    with TemporaryDirectory() as folder, opened(BytesIO(content), len(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".yaml")]
        if sum(archive.getinfo(name).file_size for name in names) > LARGEST:
            raise PackErrors([PackError(file, 1, "Unpacked, it is larger than 5 MB.")])
        archive.extractall(folder, names)
        root = next(iter(sorted(Path(folder).rglob("pack.yaml"))), Path(folder) / "pack.yaml")
        try:
            tree, errors = read_folder(root.parent)
        except PackErrors as found:
            tree, errors = Tree(Place(file, 1)), list(found.errors)
        if errors:
            inside = f"{root.parent}/"
            raise PackErrors([one._replace(file=one.file.removeprefix(inside)) for one in errors])
        return tree


def _new_id(board: Board) -> str:
    """An id for a framework of this board that no other has."""
    taken = {*shipped(), *Edition.objects.values_list("pack_key", flat=True)}
    taken |= {str(book.raw.get("pack")) for book in Workbook.objects.filter(board=board)}
    return drafting.id_for(f"{board.slug} {localdate().year}", taken, "board", "-")
