"""A publication as HTML and as plain text."""

import html
import re
from typing import NamedTuple

import nh3
from markupsafe import Markup

from uplift.ground.ui.filters.text import markdown
from uplift.loop.publishing.models import Publication

RESPONSE = (
    ("done", "What has been done"),
    ("impact", "What difference it has made"),
    ("more", "What more will be done"),
)
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|t[dhr]|blockquote|pre)>|<[bh]r>")


class Rendered(NamedTuple):
    """`text` is the same words as `html`, without mark-up."""

    html: Markup
    text: str


def rendered(publication: Publication) -> Rendered:
    """The working copy as the public would read it: the report, then the board's response."""
    parts = [markdown(publication.body)]
    response = [(name, getattr(publication, field)) for field, name in RESPONSE]
    if any(text for _, text in response):
        parts.append(Markup('<h2 class="govuk-heading-m">The board\'s response</h2>'))
    for name, text in response:
        if text:
            parts.append(Markup('<h3 class="govuk-heading-s">{}</h3>').format(name))
            parts.append(markdown(text))
    joined = Markup("\n").join(part.strip() for part in parts if part)
    return Rendered(joined, plain(joined))


def plain(marked_up: str) -> str:
    """The words of clean HTML, each block a line."""
    broken = _BLOCK_END.sub("\n", " ".join(marked_up.split()))
    words = html.unescape(nh3.clean(broken, tags=set()))
    return "\n".join(line.strip() for line in words.splitlines() if line.strip())
