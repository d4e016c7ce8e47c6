"""Writes a sheet as a Word document."""

from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token

from uplift.ground.documents.sheet import Answer, Block, Grid, Heading, Sheet, SignOff, writable

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_INK = RGBColor(0x0B, 0x0C, 0x0C)
_QUIET = RGBColor(0x48, 0x49, 0x4C)
_SHADE = "F3F4F6"
_markdown = MarkdownIt("commonmark", {"html": False})


def write(sheet: Sheet) -> bytes:
    """The sheet as a .docx, with no author, no date and no thumbnail in its properties."""
    document = Document()
    _set_up(document, sheet)
    _running(document, sheet)
    _opening(document, sheet)
    answers: Table | None = None
    for block in sheet.blocks:
        if isinstance(block, Answer):
            answers = answers or _table(document, 2)
            _answer(answers, block)
        else:
            answers = None
            _block(document, block)
    if sheet.sign_off:
        _sign_off(document, sheet.sign_off)
    _forget_origin(document, sheet.title)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _set_up(document: Docx, sheet: Sheet) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if sheet.wide:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    normal.element.get_or_add_rPr().append(_element("lang", val="en-GB"))
    for name, size in (("Title", 20), ("Heading 2", 14), ("Heading 3", 12)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), True
        style.font.color.rgb = _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def _running(document: Docx, sheet: Sheet) -> None:
    """The marking at the head of every page; who printed it and the page at its foot."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    head.add_run(writable(sheet.marking)).bold = True
    foot = section.footer.paragraphs[0]
    if sheet.footer:
        _quiet(foot, f"{sheet.footer}\n")
    _quiet(foot, f"{sheet.printed}. Page ")
    _number(foot, "PAGE")
    _quiet(foot, " of ")
    _number(foot, "NUMPAGES")


def _opening(document: Docx, sheet: Sheet) -> None:
    above = " · ".join(filter(None, (sheet.board, sheet.reference)))
    _quiet(document.add_paragraph(), above)
    document.add_paragraph(writable(sheet.title), style="Title")
    if sheet.recipient:
        line = document.add_paragraph()
        line.add_run("For: ").bold = True
        line.add_run(writable(sheet.recipient))


def _block(document: Docx, block: Block) -> None:
    match block:
        case Heading():
            document.add_paragraph(writable(block.text), style="Heading 2")
        case Grid():
            _grid(document, block)
        case Answer():
            raise TypeError("Answers are gathered into a table by `write`.")
        case _:
            _passage(document, writable(block.text))


def _table(document: Docx, columns: int) -> Table:
    table: Table = document.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
    return table


def _row(table: Table) -> tuple[_Cell, ...]:
    cells: tuple[_Cell, ...] = table.add_row().cells  # type: ignore[no-untyped-call]  # no types
    return cells


def _answer(table: Table, block: Answer) -> None:
    label, text = _row(table)
    _shade(label)
    label.paragraphs[0].add_run(writable(block.label)).bold = True
    text.paragraphs[0].add_run(writable(block.text))
    label.width, text.width = Cm(6), Cm(11)


def _grid(document: Docx, grid: Grid) -> None:
    table = _table(document, len(grid.columns))
    head = _row(table)
    table.rows[0]._tr.get_or_add_trPr().append(_element("tblHeader", val="true"))
    for cell, text in zip(head, grid.columns, strict=True):
        _shade(cell)
        cell.paragraphs[0].add_run(writable(text)).bold = True
    for row in grid.rows:
        for cell, text in zip(_row(table), row, strict=True):
            cell.paragraphs[0].add_run(writable(text)).font.size = Pt(10)


def _passage(document: Docx, text: str) -> None:
    """Markdown's paragraphs, lists, headings, strong and emphasis; other marks stay as typed."""
    lists: list[str] = []
    style = "Normal"
    for token in _markdown.parse(text):
        match token.type:
            case "bullet_list_open":
                lists.append("List Bullet")
            case "ordered_list_open":
                lists.append("List Number")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "heading_open":
                style = "Heading 2" if token.tag in {"h1", "h2"} else "Heading 3"
            case "heading_close":
                style = "Normal"
            case "inline":
                _runs(document.add_paragraph(style=lists[-1] if lists else style), token)
            case "code_block" | "fence":
                document.add_paragraph(token.content.rstrip("\n"))


def _runs(paragraph: Paragraph, inline: Token) -> None:
    bold = italic = False
    for token in inline.children or []:
        match token.type:
            case "strong_open" | "strong_close":
                bold = token.type == "strong_open"
            case "em_open" | "em_close":
                italic = token.type == "em_open"
            case "softbreak" | "hardbreak":
                paragraph.add_run().add_break()
            case _:
                run = paragraph.add_run(token.content)
                run.bold, run.italic = bold or None, italic or None


def _sign_off(document: Docx, sign_off: SignOff) -> None:
    document.add_paragraph()
    table = _table(document, 2)
    for label, text in (
        ("Signed off by", sign_off.name),
        ("Role", sign_off.role),
        ("Date", sign_off.on),
    ):
        _answer(table, Answer(label, text))


def _quiet(paragraph: Paragraph, text: str) -> None:
    run = paragraph.add_run(writable(text))
    run.font.size, run.font.color.rgb = Pt(9), _QUIET


def _number(paragraph: Paragraph, field: str) -> None:
    """A page number that Word counts by itself."""
    run = paragraph.add_run()
    run.font.size, run.font.color.rgb = Pt(9), _QUIET
    code = OxmlElement("w:instrText")
    code.text = field
    for part in ("begin", None, "separate", "end"):
        run._r.append(_element("fldChar", fldCharType=part) if part else code)


def _shade(cell: _Cell) -> None:
    shade = _element("shd", val="clear", color="auto", fill=_SHADE)
    cell._tc.get_or_add_tcPr().append(shade)


def _element(tag: str, **attributes: str) -> OxmlElement:  # type: ignore[valid-type]  # a factory
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _forget_origin(document: Docx, title: str) -> None:
    """Take out what the properties would tell of the writer and of python-docx's template."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = writable(title)[:255], "", ""
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith(("/thumbnail", "/extended-properties")):
            del package.rels[key]
