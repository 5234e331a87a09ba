"""Menus, banners, forms and questions about cookies around the content of a page."""

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


_FRAME_TAGS: Final = frozenset(["nav", "footer", "aside", "form", "dialog"])

_PARTS: Final = frozenset(["section", "div", "article", "details"])
"""Elements that hold a whole text in another language."""

_FRAME_ROLES: Final = frozenset(
    ["navigation", "banner", "contentinfo", "dialog", "alertdialog", "search", "complementary"]
)

_COOKIES: Final = re.compile(r"cookie|kakor|kakruta|consent|gdpr", re.IGNORECASE)

_SHARE: Final = re.compile(
    r"(^|[\s_-])(share|social|dela|breadcrumbs?|skip-?link|toolbar|tools)([\s_-]|$)", re.IGNORECASE
)


_AROUND: Final = re.compile(
    r"(^|[\s_-])(menu|meny|nav|navbar|navigation|topbar|footer|sidfot|sidebar|related|relaterat)([\s_-]|$)",
    re.IGNORECASE,
)
"""Class names of what stands around the content, unless the content stands in it."""


def is_frame(node: "LexborNode") -> bool:
    """True for a menu, a banner, a form, a share link, a question about cookies or a translation."""
    attributes = node.attributes
    if node.tag in _PARTS and not (attributes.get("lang") or "sv").startswith("sv"):
        return True
    names = " ".join(attributes.get(key) or "" for key in ("id", "class", "aria-label"))
    holder = node.parent.tag if node.parent else ""
    is_button = node.tag == "button" and holder not in (*HEADINGS, "summary")
    named = _COOKIES.search(names) or _SHARE.search(names)
    if _AROUND.search(names) and node.css_first("h1, main, article") is None:
        return node.tag not in ("html", "body")
    framed = is_button or node.tag in _FRAME_TAGS or attributes.get("role") in _FRAME_ROLES or named
    return bool(framed) and node.tag not in ("html", "body", "main")
