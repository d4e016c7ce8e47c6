"""`uplift disclosure …`: look through a document for what could tell who somebody is. No Django."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from uplift.engine.disclosure import Certainty, Finding, Identity, check
from uplift.engine.text import quote, say_list
from uplift.ground.documents.reading import FileRefused, Read, read

_EXAMPLE = '[{"pseudonym": "Child A", "name": "…", "date_of_birth": "2014-03-14"}]'
_WRONG = f"The file of names holds a list of people, such as {_EXAMPLE}."


class NamesError(Exception):
    """The file of names can't be used; the message says why."""


def main(arguments: Sequence[str]) -> int:
    """Run a disclosure command; returns the exit code.

    0 when nothing certain or likely is found, 1 when something is, 2 when the check can't be made.
    """
    given = _parser().parse_args(arguments)
    try:
        identities, known = read_names(given.names)
        found = read(given.file.read_bytes(), given.file.name)
    except (NamesError, FileRefused) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename} can't be read: {error.strerror}.\n")
        return 2
    findings = check(found.parts, identities, known)
    say = _as_json if given.format == "json" else _as_text
    sys.stdout.write(say(given.file.name, found, findings))
    return int(any(finding.certainty.holds_back for finding in findings))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="uplift disclosure", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    says = "Check a Word, PDF, Markdown or text file"
    checking = commands.add_parser("check", help=says, description=f"{says}.")
    checking.add_argument("file", type=Path, help="the document")
    checking.add_argument(
        "--names", type=Path, required=True, help="a JSON file of who must not be told"
    )
    checking.add_argument("--format", choices=("text", "json"), default="text")
    return parser


def read_names(path: Path) -> tuple[list[Identity], list[str]]:
    """The people of the file, and its `known` words. Raises NamesError."""
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise NamesError(f"The file of names isn't JSON: {error}.") from error
    people = content.get("people") if isinstance(content, dict) else content
    known = content.get("known", []) if isinstance(content, dict) else []
    if not isinstance(people, list) or not people or not _are_texts(known):
        raise NamesError(_WRONG)
    return [_identity(number, one) for number, one in enumerate(people, 1)], known


def _identity(number: int, record: object) -> Identity:
    if not isinstance(record, dict):
        raise NamesError(_WRONG)
    for key, value in record.items():
        if not isinstance(value, str) and not _are_texts(value):
            raise NamesError(f"Person {number}: {quote(key)} is neither text nor a list of texts.")
    strange = [key for key in record if not Identity.knows(key)]
    if strange:
        raise NamesError(f"Person {number}: nothing is known of {say_list(map(quote, strange))}.")
    return Identity.of(record, record.get("pseudonym") or f"person {number}")


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    counts = Counter(finding.certainty for finding in findings)
    return {certainty.value: counts[certainty] for certainty in Certainty}


def _as_json(name: str, found: Read, findings: list[Finding]) -> str:
    told = {
        "file": name,
        "counts": _counts(findings),
        "findings": [asdict(finding) for finding in findings],
        "notes": found.notes,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _as_text(name: str, found: Read, findings: list[Finding]) -> str:
    lines = []
    for one in sorted(findings, key=lambda finding: finding.certainty.rank):
        words = " ".join(one.words.split())
        lines.append(f"{one.place}, {one.line}:{one.column}  {one.certainty}  {one.kind}: {words}")
        lines.append(f"    {one.why} Instead: {one.suggestion}.")
    lines += [f"Note: {note}" for note in found.notes]
    counts = say_list(f"{number} {certainty}" for certainty, number in _counts(findings).items())
    return "\n".join([*lines, f"{name}: {counts}."]) + "\n"
