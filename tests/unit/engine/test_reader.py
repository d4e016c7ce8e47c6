"""How a pack's folder is read, and what is refused before its content is looked at."""

from pathlib import Path

import pytest

from tests.unit.engine.packs import PACK, changed, errors, read, write
from tests.unit.engine.samples import sample
from uplift.engine.spec import Pack, PackErrors, json_schema, read_pack
from uplift.engine.spec.tree import LARGEST


def test_tiny_pack(tmp_path: Path):
    pack = read(tmp_path)
    assert pack.edition == 1
    assert pack.processes["scr"].step("decide").outcomes["go"].name == "Go on"
    assert pack.roles["chair"].id == "chair"


def test_json_round_trip(tmp_path: Path):
    for pack in (read(tmp_path), sample()):
        again = Pack.model_validate_json(pack.model_dump_json())
        assert again == pack
        assert again.model_dump_json() == pack.model_dump_json()


def test_pack_cannot_be_changed(tmp_path: Path):
    with pytest.raises(ValueError, match="frozen"):
        read(tmp_path).name = "Another"  # type: ignore[misc]  # that it can't be is the test


def test_json_schema_knows_every_part():
    schema = json_schema()
    assert set(schema["properties"]) == {*Pack.model_fields, "use"}
    assert "Step" in schema["$defs"]


def test_json_schema_knows_what_may_be_written_short():
    schema = json_schema()
    step = schema["$defs"]["Step"]["properties"]
    assert {"$ref": "#/$defs/Condition"} in step["after"]["anyOf"]
    assert {"type": "string"} in schema["$defs"]["Condition"]["anyOf"]
    assert {"$ref": "#/$defs/Not"} in schema["$defs"]["Condition"]["anyOf"]
    assert {"type": "string"} in step["criteria"]["anyOf"]
    (stage,) = schema["$defs"]["Process"]["properties"]["stages"]["patternProperties"].values()
    assert stage == {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Named"}]}
    choice = schema["$defs"]["Question"]["properties"]["choices"]["additionalProperties"]
    assert choice == {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Choice"}]}
    rule = schema["$defs"]["Criteria"]["properties"]["met"]
    assert rule["$ref"] == "#/$defs/Condition"


def test_files_are_merged_by_their_keys(tmp_path: Path):
    more = "bodies:\n  panel: {name: National panel}\nclauses:\n"
    more += "  - {id: T-2, where: Page 2, kind: role, says: A chair., honoured_by: [role:chair]}\n"
    pack = read(tmp_path, **{"more/bodies": more})
    assert list(pack.bodies) == ["ofsted", "panel"]
    assert [clause.id for clause in pack.clauses] == ["T-1", "T-2"]


def test_same_key_in_two_files(tmp_path: Path):
    found = errors(tmp_path, other="name: Another\nbodies:\n  ofsted: {name: Again}\nroles: []\n")
    assert found == [
        "other.yaml:1: “name” is given in another file too.",
        "other.yaml:3: “ofsted” is given in another file too.",
        "other.yaml:4: “roles” has another shape in another file.",
    ]


def test_shared_files(tmp_path: Path):
    (tmp_path / "common").mkdir()
    shared = "methods:\n  systems: {name: Systems methodology}\n"
    (tmp_path / "common" / "methods.yaml").write_text(shared)
    pack = read(tmp_path / "tiny", f"{PACK}use: common/methods\n")
    assert list(pack.methods) == ["systems"]
    assert read(tmp_path / "tiny", f"{PACK}use: [common/methods]\n") == pack


@pytest.mark.parametrize("name", ["common/nothing", "../secret", "common/../pack", "/etc/passwd"])
def test_shared_file_that_is_not_there(tmp_path: Path, name: str):
    assert errors(tmp_path, f"{PACK}use: [{name}]\n") == [f"49: There is no shared file {name}."]


def test_folder_without_a_pack(tmp_path: Path):
    with pytest.raises(PackErrors, match=r"There is no pack\.yaml in this folder\."):
        read_pack(tmp_path)


def test_too_many_files(tmp_path: Path):
    write(tmp_path, **{f"f{number}": "" for number in range(200)})
    with pytest.raises(PackErrors, match="at most 200 files and 5 MB"):
        read_pack(tmp_path)


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("uplift.engine.spec.folder.MOST_PARTS", 400)
    found = errors(tmp_path, other="a:\n" + "- b\n" * 100, third="c:\n" + "- d\n" * 200)
    assert [one.partition(": ")[2] for one in found if one.startswith("third.yaml")] == [
        "A pack has 50,000 parts at most."
    ]


def test_too_large(tmp_path: Path):
    write(tmp_path, other=f"name: {'x' * LARGEST}")
    with pytest.raises(PackErrors, match="at most 200 files and 5 MB"):
        read_pack(tmp_path)


BOMB = "a: &a [x]\nb: &b [*a, *a]\n"
DEEP = f"name: {'[' * 60}{']' * 60}\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BOMB, "other.yaml:1: Write it out: anchors (&name) aren't allowed."),
        ("a: *a\n", "other.yaml:1: Write it out: aliases (*name) aren't allowed."),
        ("a: b\n<<: *a\n", "other.yaml:2: Write it out: aliases (*name) aren't allowed."),
        ("a: !!python/object:os.system x\n", "other.yaml:1: Tags (!name) aren't allowed."),
        ("a: !x [1]\n", "other.yaml:1: Tags (!name) aren't allowed."),
        (DEEP, "other.yaml:1: This is nested more than 40 deep."),
        ("a: 1\n---\nb: 2\n", "other.yaml:2: A file holds one YAML document."),
        ("? [a]\n: b\n", "other.yaml:1: A key is a plain word."),
        ("- a\n", "other.yaml:1: A file of a pack is a mapping of keys."),
        ("a: 1\na: 2\n", "other.yaml:2: “a” stands here twice."),
        ("a: [1\n", "other.yaml:2: This isn't YAML: expected ',' or ']', but got ':'."),
        ("a: 'b\n", "other.yaml:2: This isn't YAML: found unexpected end of stream."),
        ("a: \ufffe\n", "other.yaml:1: This isn't YAML: "),
        ("a: \x07\n", "other.yaml:1: Take out the hidden control character."),
        (
            "a: b\nc: \u202ed\n",
            "other.yaml:2: Take out the hidden mark that changes the direction of the text.",
        ),
        ("a: <b>bold</b>\n", "other.yaml:1: HTML isn't allowed: write plain words."),
    ],
)
def test_yaml_refused(tmp_path: Path, text: str, found: str):
    assert any(one.startswith(found[:60]) for one in errors(tmp_path, other=text))


def test_empty_file_says_nothing(tmp_path: Path):
    assert errors(tmp_path, other="# nothing yet\n") == []


def test_not_utf_8(tmp_path: Path):
    write(tmp_path)
    (tmp_path / "other.yaml").write_bytes(b"a: b\nname: \xff\n")
    with pytest.raises(PackErrors) as found:
        read_pack(tmp_path)
    assert str(found.value) == f"{tmp_path}/other.yaml:2: The file isn't UTF-8 text."


def test_one_file_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("uplift.engine.spec.tree.LARGEST", 10)
    assert errors(tmp_path)[0] == "1: The file is larger than 5 MB."


def test_values_are_what_they_look_like(tmp_path: Path):
    text = changed("people: children", "people: yes")
    assert errors(tmp_path, text) == [
        "3: “yes” isn't known for “people”. Write children, adults or everyone."
    ]


def test_all_errors_are_collected(tmp_path: Path):
    text = changed("people: children", "peopel: children")
    text = text.replace("by: chair, form", "by: cheir, form").replace("stage: need\n", "stage: x\n")
    found = errors(tmp_path, text)
    assert len(found) == 2
    assert found[0].endswith("“people” is missing.")
    assert found[1] == "3: “peopel” isn't a key known here. Did you mean “people”?"


def test_unknown_key_hides_nothing_else(tmp_path: Path):
    text = changed("name: Ofsted}", "name: Ofsted, colour: red}")
    text = text.replace("by: chair, form", "by: cheir, form")
    assert errors(tmp_path, text) == [
        "8: “colour” isn't a key known here.",
        "28: There is no role “cheir”. Did you mean “chair”?",
    ]
