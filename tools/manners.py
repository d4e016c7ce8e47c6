"""House rules that no linter knows, over every committed file: python -m tools.manners."""

import re
from collections.abc import Iterator
from pathlib import Path

from tools.steps import ROOT, Failed, committed, finish

#: Rules by what they forbid: which files (a pattern for their path), which text, the sentence.
RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    (
        r"",
        re.compile(r"(?<![\w.>}-])/(work|home|root|tmp/uplift)/\w|\.\./shared\b"),
        "names a folder of somebody's machine.",
    ),
    (
        r"",
        re.compile(r"\b(pypi|pythonhosted|npmjs|debian|crates)\.(org|com|io|net)\b", re.I),
        "names a package registry's address.",
    ),
    (
        r"^package-lock\.json$",
        re.compile(r'"resolved":'),
        "keeps a download address; .npmrc says not to.",
    ),
    (
        r"^src/.*\.py$",
        re.compile(r"\bpack(_id|\.id|\.pack|_key)?\s*(==|!=|\bin\b)\s*[\"'({\[]"),
        "asks which pack it is; a new board needs a new pack, never new code.",
    ),
    (
        r"\.py$",
        re.compile(r"#\s*(noqa(:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)?|type:\s*ignore(\[[\w, -]+\])?)\s*$"),
        "silences a check without its reason beside it.",
    ),
    (
        r"\.py$",
        re.compile(r"#\s*pragma: no (cover|branch)\s*$"),
        "leaves lines out of coverage without the reason beside it.",
    ),
    (
        r"^src/.*\.(html|css|js|yaml)$",
        re.compile(r"\b(TODO|FIXME|XXX)\b"),
        "leaves work undone.",
    ),
)
#: Packs are data: wording and pictures.
PACK_SUFFIXES = {".yaml", ".svg"}
#: Nothing but the demo and the examples in tests knows a pack by name.
MAY_NAME_A_PACK = re.compile(r"^(tests/|src/uplift/.*\bdemo)")


def main() -> None:
    faults = [fault for path in committed(ROOT) for fault in breaches(path, ROOT)]
    if faults:
        raise Failed("\n".join(faults))


def breaches(path: Path, root: Path) -> Iterator[str]:
    """Which house rules this file breaks, as `file:line: sentence`."""
    name = path.relative_to(root).as_posix()
    if name.startswith("src/uplift/packs/") and path.suffix not in PACK_SUFFIXES:
        yield f"{name}:1: is in a pack, where only YAML and SVG belong."
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return  # a picture
    rules = [(rule, sentence) for files, rule, sentence in RULES if re.search(files, name)]
    if path.suffix == ".py" and not MAY_NAME_A_PACK.search(name):
        rules.append((packs_named(root), "names one pack; code knows none."))
    for number, line in enumerate(lines, start=1):
        yield from (f"{name}:{number}: {says}" for rule, says in rules if rule.search(line))


def packs_named(root: Path) -> re.Pattern[str]:
    """Finds the id of any shipped pack (`packs/common` holds what several share)."""
    folders = (path.parent.name for path in (root / "src/uplift/packs").glob("*/pack.yaml"))
    return re.compile("|".join(re.escape(name) for name in sorted(folders)) or r"(?!)")


if __name__ == "__main__":
    finish(main)
