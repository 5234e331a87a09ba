"""Structure tree of a tagged PDF page."""

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pypdfium2

MAX_ELEMENTS: Final = 20_000
MAX_DEPTH: Final = 60
_LEAVES: Final = frozenset(
    (
        "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "P", "Lbl", "LBody", "TD", "TH", "Caption",
        "Note", "TOCI", "BlockQuote"
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Element:
    """Structure element with its marked content."""

    kind: str
    mcids: tuple[int, ...]
    depth: int = 0
    """How many lists it stands in, less one."""
    row: int = 0
    """Number of the table row on the page, 0 outside tables."""
    column: int = 0


@dataclass
class _Walk:
    raw: Any
    made: list[Element]
    rows: int = 0
    columns: int = 0
    count: int = 0

    def kind(self, element: Any) -> str:
        length = self.raw.FPDF_StructElement_GetType(element, None, 0)
        if not 0 < length < 500:
            return ""
        buffer = ctypes.create_string_buffer(length)
        self.raw.FPDF_StructElement_GetType(element, buffer, length)
        return buffer.raw.decode("utf-16-le", errors="replace").rstrip("\0")

    def walk(self, element: Any, holder: str, lists: int, depth: int) -> None:
        """Collect elements with their nearest content."""
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_ELEMENTS:
            return
        kind = self.kind(element)
        lists += kind == "L"
        if kind == "TR":
            self.rows, self.columns = self.rows + 1, 0
        if kind in ("TD", "TH"):
            self.columns += 1
            holder = kind
        elif kind == "LI" and holder not in ("TD", "TH"):
            holder = "LBody"
            self.made.append(Element(holder, (), lists - 1))
        elif kind in _LEAVES and holder not in ("TD", "TH"):
            inside = holder == "LBody" and kind in ("P", "LBody")
            holder = "LBody" if inside else kind
            if not inside or (self.made and self.made[-1].mcids):
                self.made.append(Element(holder, (), lists - 1))
        own: list[int] = []
        for index in range(max(0, self.raw.FPDF_StructElement_CountChildren(element))):
            mcid = self.raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            child = self.raw.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                self._hold(holder, own, lists)
                own = []
                self.walk(child, holder, lists, depth + 1)
            elif mcid >= 0:
                own.append(mcid)
        self._hold(holder, own, lists)

    def _hold(self, holder: str, mcids: list[int], lists: int) -> None:
        if not mcids:
            return
        row, column = (self.rows, self.columns) if holder in ("TD", "TH") else (0, 0)
        last = self.made[-1] if self.made else None
        if last and (last.kind, last.row, last.column, last.depth) == (holder, row, column, lists - 1):
            self.made[-1] = Element(holder, (*last.mcids, *mcids), lists - 1, row, column)
        else:
            self.made.append(Element(holder, tuple(mcids), lists - 1, row, column))


def tagged_elements(raw: Any, page: "pypdfium2.PdfPage") -> list[Element]:
    """Elements of a page; empty if untagged."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    walk = _Walk(raw, [])
    try:
        for index in range(max(0, raw.FPDF_StructTree_CountChildren(tree))):
            child = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
            if child:
                walk.walk(child, "P", 0, 0)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return [element for element in walk.made if element.mcids]
