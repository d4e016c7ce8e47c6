from tools import generated


def test_documents_are_compared_by_name_and_content(tmp_path):
    kept, made = tmp_path / "kept", tmp_path / "made"
    for folder, files in ((kept, "abc"), (made, "bcd")):
        (folder / "pack").mkdir(parents=True)
        for name in files:
            (folder / "pack" / name).write_text(name)
    (kept / "pack" / "b").write_text("old")
    assert generated.differences(kept, made) == [
        "pack/d is missing.",
        "pack/a is left over.",
        "pack/b is out of date.",
    ]
    assert generated.differences(made, made) == []
