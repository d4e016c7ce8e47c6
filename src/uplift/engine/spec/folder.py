"""A pack's folder read into one tree: files merged by their top-level keys."""

from pathlib import Path

from uplift.engine.spec.tree import LARGEST, MOST_PARTS, PackError, PackErrors, Place, Reader, Tree

MOST_FILES = 200


def read_folder(folder: Path) -> tuple[Tree, list[PackError]]:
    """The merged tree of the pack in `folder`, and what is wrong with its files.

    Raises PackErrors when there is no pack there to read.
    """
    if not (folder / "pack.yaml").is_file():
        raise PackErrors([PackError(str(folder), 1, "There is no pack.yaml in this folder.")])
    paths = _paths(folder)
    errors: list[PackError] = []
    merged = Tree(Place(str(folder / "pack.yaml"), 1), kind="mapping")
    may_hold = MOST_PARTS
    for path in [*_included(folder, errors), *paths]:
        tree, may_hold = _read(path, errors, may_hold)
        tree.parts.pop("use", None)
        for key, part in tree.parts.items():
            _merge(merged, key, tree.keys[key], part, errors)
    return merged, errors


def _paths(folder: Path) -> list[Path]:
    scenarios = folder / "scenarios"
    others = (p for p in folder.rglob("*.yaml") if not p.is_relative_to(scenarios))
    first = folder / "pack.yaml"
    paths = [first, *sorted(path for path in others if path != first)]
    size = sum(path.stat().st_size for path in paths)
    if len(paths) > MOST_FILES or size > LARGEST:
        sentence = f"A pack is at most {MOST_FILES} files and 5 MB."
        raise PackErrors([PackError(str(folder), 1, sentence)])
    return paths


def _read(path: Path, errors: list[PackError], may_hold: int) -> tuple[Tree, int]:
    """The tree of a file, and how many parts the files after it may still hold."""
    reader = Reader(path, str(path), may_hold)
    tree = reader.read()
    errors.extend(reader.errors)
    if tree.kind != "mapping":
        errors.append(PackError(*tree.place, "A file of a pack is a mapping of keys."))
        tree = Tree(tree.place, kind="mapping")
    return tree, reader.may_hold


def _included(folder: Path, errors: list[PackError]) -> list[Path]:
    """The shared files that pack.yaml uses, as `common/<name>` beside the pack."""
    tree, _ = _read(folder / "pack.yaml", [], MOST_PARTS)
    if "use" not in tree.parts:
        return []
    used, paths = tree.parts["use"], []
    for part in used.parts.values() if used.kind == "list" else [used]:
        place, name = part.place, str(part.value)
        path = folder.parent / "common" / f"{Path(name).name}.yaml"
        if name != f"common/{Path(name).name}" or not path.is_file():
            errors.append(PackError(*place, f"There is no shared file {name}."))
        else:
            paths.append(path)
    return paths


def _merge(into: Tree, key: str | int, place: Place, part: Tree, errors: list[PackError]) -> None:
    """Join a top-level part: mappings key by key, lists end to end."""
    known = into.parts.get(key)
    if known is None or known.kind == part.kind == "scalar":
        if known:
            errors.append(PackError(*place, f"“{key}” is given in another file too."))
        into.put(key, place, part)
        return
    if known.kind != part.kind:
        errors.append(PackError(*place, f"“{key}” has another shape in another file."))
        return
    for name, child in part.parts.items():
        if part.kind == "list":
            known.put(len(known.parts), part.keys[name], child)
        elif name in known.parts:
            errors.append(PackError(*part.keys[name], f"“{name}” is given in another file too."))
        else:
            known.put(name, part.keys[name], child)
