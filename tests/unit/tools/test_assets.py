import pytest

from tools import assets
from tools.steps import Failed

FONT = "/*! (c) */@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2)}"


def test_the_font_of_gov_uk_is_dropped():
    css = FONT + ".a{font-family:GDS Transport,arial,sans-serif;margin:0}"
    assert assets.clean_css(css) == f".a{{font-family:{assets.FONT};margin:0}}"


def test_a_font_named_in_a_new_way_is_refused():
    with pytest.raises(Failed, match="mend"):
        assets.clean_css('.a{font-family:"GDS Transport"}')


def test_the_crown_is_dropped():
    css = ".a{background:url(/assets/images/govuk-crest.svg) no-repeat}"
    assert assets.clean_css(css) == ".a{background:none no-repeat}"


def test_addresses_become_relative():
    assert assets.clean_css(".a{b:url(/assets/images/x.svg)}") == ".a{b:url(images/x.svg)}"


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (".a{}\n/*# sourceMappingURL=a.css.map */", ".a{}\n"),
        ("run();//# sourceMappingURL=a.js.map", "run();\n"),
        ("run();\n", "run();\n"),
    ],
)
def test_source_maps_stay_behind(text, clean):
    assert assets.without_map(text) == clean


@pytest.fixture
def package(tmp_path):
    """A made-up npm package with one sheet, one script and two images."""
    folder = tmp_path / "node_modules" / "kit" / "dist"
    (folder / "assets" / "images").mkdir(parents=True)
    (folder / "kit.css").write_text(".a{b:url(/assets/images/used.svg)}")
    (folder / "kit.js").write_text("run();")
    for name in ("used.svg", "unused.svg"):
        (folder / "assets" / "images" / name).write_text("<svg/>")
    return assets.Source("kit", folder.relative_to(tmp_path / "node_modules"), "kit")


def test_only_named_images_are_copied(tmp_path, package):
    assets.copy(package, tmp_path / "node_modules", tmp_path / "assets")
    copied = (tmp_path / "assets").rglob("*.*")
    names = {path.relative_to(tmp_path / "assets").as_posix() for path in copied}
    assert names == {"kit/kit.css", "kit/kit.js", "kit/images/used.svg"}


def test_a_changed_package_is_a_sentence(tmp_path, package):
    (tmp_path / "node_modules" / "kit" / "dist" / "kit.js").unlink()
    with pytest.raises(Failed, match="The npm package for kit has changed"):
        assets.copy(package, tmp_path / "node_modules", tmp_path / "assets")
