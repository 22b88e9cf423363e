"""A docx made by hand, part by part, so that tests say exactly what stands in the package."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_NAMES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:v="urn:schemas-microsoft-com:vml"'


def run(words: str, *look: str) -> str:
    """A run; ``look``: names of run properties that are on ("b", "caps")."""
    properties = "".join(f"<w:{name}/>" for name in look)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*parts: str, style: str = "", list: tuple[int, int] | None = None) -> str:
    """A paragraph of plain words and of ready-made runs; ``list``: its definition and level."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list:
        properties += f'<w:numPr><w:ilvl w:val="{list[1]}"/><w:numId w:val="{list[0]}"/></w:numPr>'
    inner = "".join(part if part.startswith("<") else run(part) for part in parts)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def cell(*content: str, wide: int = 1, deep: str = "") -> str:
    """A cell; ``deep``: "restart" begins a merge downwards, "continue" goes on."""
    properties = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    properties += f'<w:vMerge w:val="{deep}"/>' if deep else ""
    inner = "".join(part if part.startswith("<w:") else paragraph(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner or paragraph()}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A row of plain words and of ready-made cells."""
    inner = "".join(c if c.startswith("<") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, columns: int = 0, ruled: bool = False) -> str:
    """A table; a program that lays it out wants to know its columns."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides if ruled)
    properties = f"<w:tblPr><w:tblBorders>{rules}</w:tblBorders></w:tblPr>"
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def control(inner: str) -> str:
    """A content control around anything."""
    named = "<w:sdtPr><w:alias w:val='Ô'/></w:sdtPr>"
    return f"<w:sdt>{named}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def note(id: int, kind: str = "footnote", own: str = "") -> str:
    """The mark of a note in the text; ``own``: a mark that is not counted."""
    follows = ' w:customMarkFollows="1"' if own else ""
    words = f"<w:t>{own}</w:t>" if own else ""
    return f'<w:r><w:{kind}Reference w:id="{id}"{follows}/>{words}</w:r>'


def field(code: str, result: str) -> str:
    """A field that Word works out: its code and what it printed last."""
    marks = ["begin", "separate", "end"]
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}{run(result)}{end}"


def levels(id: int, *rows: tuple[str, str], more: str = "") -> str:
    """A list definition by its levels: format and text of each."""
    inner = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for place, (format, text) in enumerate(rows)
    )
    return f'<w:abstractNum w:abstractNumId="{id}">{inner}</w:abstractNum>'


def docx(body: str, parts: Mapping[str, str] | None = None, section: str = "") -> bytes:
    """A package: ``parts`` by kind ("numbering", "footnotes", "header1"), each its inner XML."""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes"}
    roots |= {"endnotes": "endnotes"}
    relations, files = "", {}
    for name, inner in (parts or {}).items():
        kind = name.rstrip("0123456789")
        root = roots.get(kind, {"header": "hdr", "footer": "ftr"}.get(kind, kind))
        files[f"word/{name}.xml"] = f"<w:{root} {_NAMES}>{inner}</w:{root}>"
        relations += f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>'
    files["word/document.xml"] = (
        f"<w:document {_NAMES}><w:body>{body}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )
    files["word/_rels/document.xml.rels"] = related(relations)
    return package(files)


def related(relations: str) -> str:
    """A part of relations."""
    return f'<Relationships xmlns="{_OPC}/relationships">{relations}</Relationships>'


def package(files: Mapping[str, str | bytes]) -> bytes:
    """A zip of these files, with what makes it a Word document unless they bring it."""
    main = f'<Relationship Id="m" Type="{R}/officeDocument" Target="word/document.xml"/>'
    types = (
        f'<Types xmlns="{_OPC}/content-types"><Default Extension="xml" ContentType="text/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    )
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        base = {"[Content_Types].xml": types, "_rels/.rels": related(main)}
        for name, content in (base | dict(files)).items():
            info = zipfile.ZipInfo(name)  # of no day, so that the same words give the same file
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()
