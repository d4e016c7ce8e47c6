"""A draft as YAML, to take away and to bring back, and a pack as a draft."""

import io
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import SafeRepresenter

from uplift.engine.drafting.edits import Raw
from uplift.engine.spec import Pack, PackError, PackErrors
from uplift.engine.spec.tree import Place, Reader, Tree

WIDTH = 100


class _Plain(SafeRepresenter):
    """Writes every value out, text of several lines as a block to read."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def text(self, data: str) -> ScalarNode:
        block = "|" if "\n" in data.strip() and not _fragile(data) else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=block)


_Plain.add_representer(str, _Plain.text)


def _fragile(text: str) -> bool:
    """Whether a block would not give this text back as it is."""
    lines = text.split("\n")
    return text != text.strip() + "\n" or any(line != line.strip() for line in lines)


def to_yaml(raw: Raw) -> str:
    """The draft as YAML; `from_yaml` gives it back."""
    yaml: Any = YAML(typ="safe", pure=True)
    yaml.Representer = _Plain
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = WIDTH
    yaml.sort_base_mapping_type_on_output = False
    written = io.StringIO()
    yaml.dump(raw, written)
    return written.getvalue()


@dataclass(frozen=True)
class _Given:
    content: bytes

    def read_bytes(self) -> bytes:
        return self.content


def read(content: bytes, name: str = "pack.yaml") -> Tree:
    """The tree of a pack written in one file; raises PackErrors."""
    reader = Reader(_Given(content), name)
    tree = reader.read()
    errors = list(reader.errors)
    if not errors and tree.kind != "mapping":
        errors.append(PackError(*Place(name, 1), "A file of a pack is a mapping of keys."))
    if errors:
        raise PackErrors(errors)
    return tree


def from_yaml(content: bytes, name: str = "pack.yaml") -> Raw:
    """The draft in this YAML, read as from a stranger; raises PackErrors."""
    raw: Raw = read(content, name).plain()
    return raw


def of_pack(pack: Pack) -> Raw:
    """The pack as a draft, without what goes without saying."""
    raw: Raw = _unnamed(pack.model_dump(mode="json", exclude_defaults=True))
    return raw


def _unnamed(node: Any) -> Any:
    """Elements by id, without the id that they also carry."""
    if isinstance(node, list):
        return [_unnamed(part) for part in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _unnamed(
            {k: v for k, v in part.items() if k != "id"}
            if isinstance(part, dict) and part.get("id") == key
            else part
        )
        for key, part in node.items()
    }
