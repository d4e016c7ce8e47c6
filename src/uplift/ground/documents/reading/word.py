"""Word: the words on the page and all those around it.

Read is every part of the file that Word itself keeps: body, tables, text boxes, headers, footers,
notes, comments, changes that are tracked (what was put in and what was taken out), hidden text,
descriptions of pictures, properties, and where links lead.
"""

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from lxml import etree

from uplift.ground.documents import archives
from uplift.ground.documents.reading.found import Read
from uplift.ground.documents.refused import FileRefused

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_PART = 100 * 1024 * 1024
_BREAKS = {f"{_W}{name}": mark for name, mark in {"tab": "\t", "br": "\n", "cr": "\n"}.items()}
_DASHES = {f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_NAMES = {
    "document": "Body",
    "footnotes": "Footnotes",
    "endnotes": "Endnotes",
    "comments": "Comments",
    "glossary/document": "Building blocks",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PROPERTIES = re.compile(r"docProps/(?:core|app|custom)\.xml$")
_ALWAYS = {"application", "appversion", "template", "docsecurity"}


def read_word(content: bytes) -> Read:
    """The words of a Word document. Raises FileRefused for one made to do harm."""
    if not content.startswith(b"PK\x03\x04"):
        raise FileRefused("The file isn't really a Word document, or it is locked.")
    read = Read()
    with archives.opened(io.BytesIO(content), len(content)) as archive:
        names = archive.namelist()
        if "word/document.xml" not in names:
            raise FileRefused("The file isn't really a Word document, though its name says so.")
        for name in sorted(names, key=lambda name: (name != "word/document.xml", name)):
            _read_part(archive, name, read)
    return read


def _read_part(archive: ZipFile, name: str, read: Read) -> None:
    if name.endswith(".rels"):
        _links(_parsed(archive, name), read)
    elif _PROPERTIES.search(name):
        _properties(_parsed(archive, name), read)
    elif re.match(r"word/(?:[\w/]+)\.xml$", name):
        _words(_parsed(archive, name), _place(name), read)
    elif re.match(r"(?:word/embeddings/|customXml/item\d)", name):
        _beside(archive, name, read)


def _beside(archive: ZipFile, name: str, read: Read) -> None:
    """Data kept beside the text, and files within the file."""
    if name.startswith("customXml/"):
        texts = (text.strip() for text in _parsed(archive, name).itertext())
        read.add("Data kept in the file", "\n".join(filter(None, texts)))
    else:
        read.notes.append(f"The file holds another file, {name.rpartition('/')[2]}: take it out.")


def _parsed(archive: ZipFile, name: str) -> Any:
    content = archives.part(archive, name, _MOST_PART)
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise FileRefused("The file holds definitions that no Word document needs.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused("The file is damaged: it can't be read.") from error


def _place(name: str) -> str:
    bare = name.removeprefix("word/").removesuffix(".xml")
    kind = bare.rstrip("0123456789")
    return _NAMES.get(bare) or {"header": "Header", "footer": "Footer"}.get(kind, bare)


def _words(root: Any, place: str, read: Read) -> None:
    """The paragraphs as they read, and apart from them what is struck out, hidden or behind."""
    for twin in list(root.iter(_FALLBACK)):  # the same text box once more, for older programs
        twin.getparent().remove(twin)
    read.add(place, "\n".join("".join(_run_texts(one)) for one in root.iter(f"{_W}p")))
    hidden = [_run_text(one) for one in root.iter(f"{_W}r") if _is_hidden(one)]
    for kind, texts in (
        ("Deleted text", _texts(root, "delText")),
        ("Hidden text", hidden),
        ("Descriptions of pictures", list(_behind(root))),
        ("Names of those who wrote", sorted(_authors(root))),
        ("Field codes", _texts(root, "instrText")),
    ):
        read.add(f"{kind} ({place.lower()})", "\n".join(filter(str.strip, texts)))
    if any(True for _ in root.iter(f"{_W}ins", f"{_W}del")):
        read.notes.append(f"{place}: changes are still tracked. Accept or reject them all.")


def _texts(root: Any, name: str) -> list[str]:
    return [one.text or "" for one in root.iter(f"{_W}{name}")]


def _run_texts(element: Any) -> Iterator[str]:
    """The words of a paragraph, in one piece however many runs it is cut into; those of a text box
    in it are paragraphs of their own."""
    for one in element.iterchildren():
        if one.tag == f"{_W}r":
            yield "" if _is_hidden(one) else _run_text(one)
        elif one.tag not in (f"{_W}p", f"{_W}del", f"{_W}moveFrom") and isinstance(one.tag, str):
            yield from _run_texts(one)


def _run_text(run: Any) -> str:
    pieces = []
    for one in run.iterchildren():
        if one.tag == f"{_W}t":
            pieces.append(one.text or "")
        else:
            pieces.append(_BREAKS.get(one.tag) or _DASHES.get(one.tag, ""))
    return "".join(pieces)


def _is_hidden(run: Any) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val") not in ("0", "false")


def _behind(root: Any) -> Iterator[str]:
    """What a picture, a field or a form says of itself: descriptions, names, tips."""
    for one in root.iter():
        if isinstance(one.tag, str):
            local = etree.QName(one).localname
            if local in ("docPr", "cNvPr", "shape", "ffData", "sdtPr"):
                yield from (one.get(key, "") for key in ("descr", "title", "alt"))
            if local in ("alias", "statusText", "helpText", "placeholder"):
                yield one.get(f"{_W}val", "")


def _authors(root: Any) -> set[str]:
    return {one.get(f"{_W}author", "") for one in root.iter() if one.get(f"{_W}author")}


def _properties(root: Any, read: Read) -> None:
    for one in root.iter():
        text = (one.text or "").strip()
        if not isinstance(one.tag, str) or not text:
            continue
        name = one.get("name") or (one.getparent() is not None and one.getparent().get("name"))
        local = name or etree.QName(one).localname
        if local.casefold() not in _ALWAYS and not text.isdigit():
            read.add(f"File properties: {local}", text)


def _links(root: Any, read: Read) -> None:
    """Where the file reaches out to. Nothing is fetched."""
    for one in root.iter():
        if one.get("TargetMode") == "External":
            target = one.get("Target", "")
            kind = (one.get("Type") or "").rpartition("/")[2]
            read.add("Links", target)
            if kind != "hyperlink":
                read.notes.append(f"The file fetches something from elsewhere: {target}")
