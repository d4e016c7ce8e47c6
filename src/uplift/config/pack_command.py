"""`uplift pack …`: check, show and try framework packs. Loads no Django."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

from uplift.engine.clauses import clause_counts, clause_statuses
from uplift.engine.diagram import documents, outline
from uplift.engine.process import position
from uplift.engine.process.written import FactsError, read_facts
from uplift.engine.reference import reference
from uplift.engine.scenarios import check_scenarios
from uplift.engine.shelf import folder_of, shipped
from uplift.engine.spec import PackErrors, json_schema, read_pack
from uplift.engine.spec.compare import compare
from uplift.engine.spec.compare.telling import as_text
from uplift.engine.text import say_count, say_date

Run = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str]) -> int:
    """Run a pack command; returns the exit code: 0 when all is well, 1 when something isn't."""
    given = _parser().parse_args(arguments)
    run: Run = given.run
    try:
        return run(given)
    except (LookupError, PackErrors, FactsError, OSError) as error:
        sys.stdout.write(f"{_sentence(error)}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="uplift pack", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _command(
        commands, "check", _check, "Read a pack, prove that it never gets stuck, try its scenarios"
    )
    _command(commands, "show", _show, "Print what a pack says")
    _command(commands, "docs", _docs, "Draw a pack's processes into a folder").add_argument(
        "--into", type=Path, default=Path("docs/processes"), help="the folder (docs/processes)"
    )
    clauses = _command(commands, "clauses", _clauses, "Print how each clause is honoured", "?")
    clauses.add_argument("--all", action="store_true", help="count those of all shipped packs")
    where = _command(commands, "position", _position, "Print where a case stands")
    where.add_argument("process", help="the process, such as scr")
    where.add_argument("--facts", type=Path, required=True, help="a JSON file of facts")
    where.add_argument("--today", type=_day, required=True, help="the day, such as 2014-02-26")
    where.add_argument("--opened", type=_day, help="the day the case was opened, if known")
    for command in (clauses, where):
        command.add_argument("--format", choices=("text", "json"), default="text")
    diff = _command(commands, "diff", _diff, "Print how two packs differ")
    diff.add_argument("other", help="the other pack, by its id or its folder")
    diff.add_argument("--format", choices=("text", "json"), default="text")
    schema = commands.add_parser("schema", help="Print the JSON Schema of a pack")
    schema.set_defaults(run=_schema)
    keys = commands.add_parser("reference", help="Print every key a pack may hold, in Markdown")
    keys.set_defaults(run=_reference)
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: Run,
    says: str,
    packs: str | None = None,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=says, description=f"{says}.")
    command.add_argument("pack", nargs=packs, help="the id of a shipped pack, or a pack's folder")
    command.set_defaults(run=run)
    return command


def _check(given: argparse.Namespace) -> int:
    folder = _folder(given.pack)
    pack = read_pack(folder)
    scenarios, errors = check_scenarios(pack, folder)
    if errors:
        raise PackErrors(errors)
    steps = sum(len(process.steps) for process in pack.processes.values())
    counts = [(len(pack.processes), "process", "processes"), (steps, "step", "steps")]
    counts += [(len(pack.clauses), "clause", "clauses"), (scenarios, "scenario", "scenarios")]
    said = ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts)
    _write(f"{pack.pack}, edition {pack.edition}: {said}. Nothing is wrong.")
    return 0


def _show(given: argparse.Namespace) -> int:
    _write(outline(read_pack(_folder(given.pack))))
    return 0


def _schema(given: argparse.Namespace) -> int:
    _write(json.dumps(json_schema(), indent=2))
    return 0


def _reference(given: argparse.Namespace) -> int:
    sys.stdout.write(reference())
    return 0


def _clauses(given: argparse.Namespace) -> int:
    if given.all == bool(given.pack):
        raise LookupError("Name a pack, or write --all.")
    if given.all:
        return _counts(given)
    pack = read_pack(_folder(given.pack))
    rows = clause_statuses(pack)
    if given.format == "json":
        _write(json.dumps([row._asdict() for row in rows], indent=2, ensure_ascii=False))
        return 0
    for row in rows:
        _write(f"{row.id}  {row.status}: {', '.join(row.by)}")
    for kind, number in sorted(Counter(row.honour for row in rows).items()):
        _write(f"{kind}: {number}")
    _write(f"{say_count(len(rows), 'clause')} in all")
    return 0


def _diff(given: argparse.Namespace) -> int:
    here, there = read_pack(_folder(given.pack)), read_pack(_folder(given.other))
    found = compare(here, there)
    if given.format == "json":
        _write(json.dumps([asdict(one) for one in found], indent=2, ensure_ascii=False))
    else:
        names = (f"{one.short or one.name}, edition {one.edition}" for one in (here, there))
        _write(as_text(found, *names))
    return 0


def _counts(given: argparse.Namespace) -> int:
    counts = clause_counts(read_pack(folder_of(name)) for name in shipped())
    if given.format == "json":
        _write(json.dumps(counts, indent=2))
        return 0
    width = max(map(len, counts))
    _write(" " * width + "".join(f"{kind:>10}" for kind in counts["together"]))
    for name, of_pack in counts.items():
        _write(f"{name:{width}}" + "".join(f"{number:>10}" for number in of_pack.values()))
    return 0


def _position(given: argparse.Namespace) -> int:
    pack = read_pack(_folder(given.pack))
    if given.process not in pack.processes:
        known = ", ".join(pack.processes)
        raise LookupError(f"There is no process “{given.process}”. This pack has {known}.")
    facts = read_facts(pack, _read(given.facts))
    found = position(pack, given.process, facts, given.today, opened=given.opened)
    if given.format == "text":
        for step in found.steps:
            due = f", due {say_date(step.due)}{' (late)' if step.late else ''}" if step.due else ""
            _write(f"{step.step.name}: {step.state}{due}")
        return 0
    steps = [
        {
            "id": step.step.id,
            "state": step.state,
            "due": step.due.isoformat() if step.due else None,
            "explanation": step.explanation,
            "late": step.late,
            "by": step.step.by,
        }
        for step in found.steps
    ]
    _write(json.dumps({"steps": steps}, indent=2, ensure_ascii=False))
    return 0


def _docs(given: argparse.Namespace) -> int:
    folder = _folder(given.pack)
    pack = read_pack(folder)
    into = given.into / pack.pack
    into.mkdir(parents=True, exist_ok=True)
    for name, content in documents(pack, folder).items():
        (into / name).write_text(content, encoding="utf-8")
        _write(str(into / name))
    return 0


def _folder(name: str) -> Path:
    """A shipped pack's folder, or the folder named; one without a pack is for the reader to say."""
    return Path(name) if Path(name).is_dir() else folder_of(name)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise FactsError("The facts aren't UTF-8 text.") from None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” isn't a date such as 2014-02-26") from None


def _sentence(error: Exception) -> str:
    """The error for a reader; an operating system's error names the file first."""
    if isinstance(error, OSError):
        return f"{error.filename} can't be read: {error.strerror}."
    return str(error.args[0]) if isinstance(error, LookupError) else str(error)


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
