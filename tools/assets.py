"""Copies the style sheets, scripts and images that pages use out of node_modules.

GOV.UK's own font and crown are for GOV.UK alone, so both are dropped: the sheets name
`--uplift-font` instead. Addresses in the sheets become relative; source maps stay behind.
"""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from tools.steps import ROOT, VAR, Failed, digest, is_current, say

ASSETS = VAR / "assets"
FONT = "var(--uplift-font,arial,sans-serif)"


class Source(NamedTuple):
    """A package's files: `folder` holds NAME.css, NAME.js and assets/."""

    target: str
    folder: Path
    name: str


SOURCES = (
    Source("govuk", Path("govuk-frontend/dist/govuk"), "govuk-frontend.min"),
    Source("moj", Path("@ministryofjustice/frontend/moj"), "moj-frontend.min"),
)


def ensure_assets() -> None:
    """Fill var/assets, unless it was filled from the same packages by the same code."""
    fingerprint = digest(ROOT / "package-lock.json", Path(__file__))
    stamp = ASSETS / ".stamp"
    if is_current(stamp, fingerprint):
        return
    say("Copying style sheets and scripts to var/assets.")
    shutil.rmtree(ASSETS, ignore_errors=True)
    for source in SOURCES:
        copy(source, ROOT / "node_modules", ASSETS)
    (VAR / "static").mkdir(exist_ok=True)  # `uplift collectstatic` fills it; whitenoise looks
    stamp.write_text(fingerprint, encoding="utf-8")


def copy(source: Source, packages: Path, assets: Path) -> None:
    """Copy one package's sheet, script and the images its sheet names."""
    folder, target = packages / source.folder, assets / source.target
    target.mkdir(parents=True)
    try:
        css = clean_css((folder / f"{source.name}.css").read_text(encoding="utf-8"))
        javascript = without_map((folder / f"{source.name}.js").read_text(encoding="utf-8"))
        for name in sorted(set(re.findall(r"url\((images/[^)]+)\)", css))):
            (target / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(folder / "assets" / name, target / name)
    except FileNotFoundError as error:
        raise Failed(f"The npm package for {source.target} has changed: {error}") from error
    (target / f"{source.name}.css").write_text(css, encoding="utf-8")
    (target / f"{source.name}.js").write_text(javascript, encoding="utf-8")


def clean_css(css: str) -> str:
    """The sheet without GOV.UK's font, crown and absolute addresses."""
    css = re.sub(r"(/\*![^*]*\*/)?@font-face\{[^}]*GDS Transport[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", FONT)
    css = re.sub(r"url\([^)]*(crest|crown)[^)]*\)", "none", css)
    css = re.sub(r"url\(/assets/", "url(", css)
    if "GDS Transport" in css:
        raise Failed("A style sheet names GOV.UK's font in a new way: mend tools/assets.py.")
    return without_map(css)


def without_map(text: str) -> str:
    """The text without its pointer to a source map, which is not copied."""
    return re.sub(r"\n?(//|/\*)# sourceMappingURL=\S+( \*/)?\s*$", "\n", text)
