"""Text and numbers for pages."""

import nh3
from django.utils.html import escape
from django.utils.text import normalize_newlines
from markdown_it import MarkdownIt
from markupsafe import Markup

#: What Markdown may become. No images, no headings of page rank, no attributes but a link's.
ALLOWED_TAGS = {
    *("p", "br", "hr", "strong", "em", "del", "blockquote", "code", "pre"),
    *("ul", "ol", "li", "h2", "h3", "h4", "a", "table", "thead", "tbody", "tr", "th", "td"),
}
GOVUK_CLASSES = {
    "p": "govuk-body",
    "ul": "govuk-list govuk-list--bullet",
    "ol": "govuk-list govuk-list--number",
    "a": "govuk-link",
    "h2": "govuk-heading-m",
    "h3": "govuk-heading-s",
    "h4": "govuk-heading-s",
    "blockquote": "govuk-inset-text",
    "table": "govuk-table",
    "th": "govuk-table__header",
    "td": "govuk-table__cell",
    "tr": "govuk-table__row",
}

_markdown = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
_cleaner = nh3.Cleaner(
    tags=ALLOWED_TAGS,
    attributes={"a": {"href"}},
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
    set_tag_attribute_values={tag: {"class": name} for tag, name in GOVUK_CLASSES.items()},
)


def markdown(text: str | None) -> Markup:
    """Markdown as clean HTML in GOV.UK's classes. A `#` heading becomes a second-rank one."""
    html = _markdown.render(text or "")
    html = html.replace("<h1>", "<h2>").replace("</h1>", "</h2>")
    return Markup(_cleaner.clean(html))  # noqa: S704 - nh3 has just cleaned it


def lines(text: str | None) -> Markup:
    """Plain text with its paragraphs and line breaks kept, and nothing else."""
    paragraphs = [part for part in normalize_newlines(text or "").split("\n\n") if part.strip()]
    return Markup("").join(
        Markup('<p class="govuk-body">{}</p>').format(
            Markup("<br>").join(escape(line) for line in paragraph.strip("\n").split("\n"))
        )
        for paragraph in paragraphs
    )


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 case`, `1,240 cases`; `many` where adding an s isn't enough."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def number(value: float | None) -> str:
    """1,610; nothing for nothing."""
    return "" if value is None else f"{value:,}"


def size(octets: int) -> str:
    """The size of a file: `812 bytes`, `14 KB`, `2.3 MB`."""
    if octets < 1000:
        return plural(octets, "byte")
    if octets < 1_000_000:
        return f"{octets / 1000:.0f} KB"
    return f"{octets / 1_000_000:.1f} MB"


def sentence(items: list[str]) -> str:
    """`police`, `police and health`, `police, health and council`."""
    return " and ".join(filter(None, [", ".join(items[:-1]), *items[-1:]]))


def capital(text: str) -> str:
    """The first letter made large, the rest left as it is."""
    return text[:1].upper() + text[1:]
