"""Small packs written to a folder, to be read or refused."""

from pathlib import Path

from uplift.engine.spec import Pack, PackErrors, read_pack

# Every test changes one thing in this; the line numbers of its errors are counted from here.
PACK = """\
pack: tiny-2014
name: A tiny framework
people: children
source: {title: Tiny}
roles:
  chair: {name: Chair, may: [decide]}
bodies:
  ofsted: {name: Ofsted}
criteria:
  scr:
    name: Criteria
    ask:
      died: {question: "Has the child died?"}
    met: died
forms:
  naming:
    name: Naming
    fields:
      - {id: agencies, ask: Which agencies?, type: agency, many: true}
      - {id: planned, ask: When?, type: date}
      - {id: told, ask: Were they told?, type: yes_no}
processes:
  scr:
    name: Review
    starts: notified
    stages: {need: Is it needed?}
    steps:
      - {id: notified, name: Notified, kind: record, stage: need, by: chair, form: naming}
      - id: decide
        name: Chair decides
        kind: decision
        stage: need
        by: chair
        after: notified
        criteria: scr
        outcomes: {go: {name: Go on}, stop: {name: Stop}}
      - id: report
        name: Report
        kind: report
        stage: need
        by: chair
        after: {outcome: {decide: go}}
clauses:
  - id: T-1
    where: Page 1
    kind: step
    says: There is a report.
    honoured_by: [step:scr.report]
"""


def write(folder: Path, text: str = PACK, **others: str) -> Path:
    """A pack's folder with this pack.yaml, and other files by name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(text, encoding="utf-8")
    for name, content in others.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def changed(old: str, new: str) -> str:
    """The tiny pack with one thing changed."""
    assert PACK.count(old) == 1, old
    return PACK.replace(old, new)


def read(folder: Path, text: str = PACK, **others: str) -> Pack:
    """The pack, read."""
    return read_pack(write(folder, text, **others))


def errors(folder: Path, text: str = PACK, **others: str) -> list[str]:
    """Its errors as `line: sentence`, for pack.yaml; else with the file's name before."""
    try:
        read(folder, text, **others)
    except PackErrors as found:
        return [
            f"{one.line}: {one.sentence}"
            if one.file.endswith("pack.yaml")
            else f"{Path(one.file).name}:{one.line}: {one.sentence}"
            for one in found.errors
        ]
    return []
