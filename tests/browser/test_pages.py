"""Every page in Chromium: axe, keyboard, narrow screens, print, forced colours, and nothing fetched from elsewhere."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

from corpus import ROOT, exempelby, hard, region, shipped
from medborgarlofte.i18n import Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.page import Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.publish import publish

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OFF_PAPER: Final = {"target-size": {"enabled": False}}
"""Nothing is pressed on paper."""

TWELVE: Final = ROOT / "docs" / "exempelby"
WORKSPACES: Final[dict[str, Callable[[], Workspace]]] = {
    "shipped": shipped, "exempelby": exempelby, "hard": hard, "region": region,
    "twelve": lambda: load([], TWELVE),
}  # fmt: skip
COMPONENTS: Final = ROOT / "docs" / "komponenter"
SITES: Final = [
    ("shipped", "sv"), ("exempelby", "sv"), ("exempelby", "en"), ("hard", "sv"), ("region", "sv"),
    ("twelve", "sv"),
    ("components", "sv"),
]  # fmt: skip
MODES: Final[dict[str, dict[str, Any]]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    "forced colours": {"forced_colors": "active"},
    "print": {},
    "details open": {},
}
LOOKED_AT: Final = [
    *(
        (name, "sv", mode)
        for name in ("exempelby", "hard", "region", "twelve", "components")
        for mode in MODES
    ),
    *(
        (name, lang, mode)
        for name, lang in (("exempelby", "en"), ("shipped", "sv"))
        for mode in ("light", "narrow")
    ),
]
"""Every kind of page in every mode, and the same kinds in other words where words may matter."""
OPEN: Final = "document.querySelectorAll('details').forEach(each => each.open = true)"
FOREIGN: Final = "data:", "about:", "chrome-extension:"


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Language], list[Path]]:
    """One page of each kind of a site, and every promise that is hard to show; built once."""

    @cache
    def pages(name: str, lang: Language) -> list[Path]:
        if name == "components":
            return sorted(COMPONENTS.glob("*.html"))
        folder = tmp_path_factory.mktemp("pages") / "site"
        workspace = WORKSPACES[name]()
        settings = TWELVE if name == "twelve" else None
        files = output_files(Site(workspace, lang), None, settings)
        publish(folder, ((file.name, file.make()) for file in files))
        every = [page for kind in PAGES for page in kind(Site(workspace, lang))]
        one_of_each = {page.template: page.address for page in every}
        promises = [page.address for page in every if page.template == "promise" and name == "hard"]
        return sorted(folder / f"{address}.html" for address in {*one_of_each.values(), *promises})

    return pages


Sites = Callable[[str, Language], list[Path]]

each_site = pytest.mark.parametrize(("name", "lang"), SITES)
each_whole_site = pytest.mark.parametrize(("name", "lang"), SITES[:-1])


def _opened(
    browser: "Browser", pages: list[Path], *, mode: str = "light", **settings: Any
) -> Iterator[tuple[str, "Page"]]:
    """Each page open in a context of its own kind, with its name."""
    context = browser.new_context(**(MODES[mode] | settings))
    try:
        page = context.new_page()
        if mode == "print":
            page.emulate_media(media="print")
        for path in pages:
            page.goto(path.as_uri())
            if mode == "details open":
                page.evaluate(OPEN)
            yield "/".join(path.parts[-2:]), page
    finally:
        context.close()


@pytest.mark.parametrize(("name", "lang", "mode"), LOOKED_AT)
def test_axe_finds_nothing(browser: "Browser", sites: Sites, name: str, lang: Language, mode: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    axe, found = Axe(), {}
    for page_name, page in _opened(browser, sites(name, lang), mode=mode, bypass_csp=True):
        options = {"runOnly": {"type": "tag", "values": RULES}, "rules": OFF_PAPER if mode == "print" else {}}
        options["resultTypes"] = ["violations"]  # tell in full of these alone: half the time on long pages
        results = axe.run(page, options=options)
        assert len(results.response["passes"]) > 5
        if results.response["violations"]:
            found[page_name] = [
                (violation["id"], [node["html"][:120] for node in violation["nodes"]])
                for violation in results.response["violations"]
            ]

    assert found == {}


@each_site
def test_no_page_is_wider_than_a_narrow_screen(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    wide = {
        page_name: width
        for page_name, page in _opened(browser, sites(name, lang), mode="narrow")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320
    }

    assert wide == {}


@each_site
def test_no_page_is_wider_than_a_narrow_screen_with_larger_text(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    wide = {}
    for page_name, page in _opened(
        browser, sites(name, lang), bypass_csp=True, viewport={"width": 640, "height": 640}
    ):
        page.add_style_tag(content="html { font-size: 200% !important }")
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 640:
            wide[page_name] = width

    assert wide == {}


@each_site
def test_nothing_is_cut_off_when_lines_and_letters_are_spaced_out(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    """WCAG 1.4.12."""
    spacing = (
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    )
    wide = {}
    for page_name, page in _opened(browser, sites(name, lang), mode="narrow", bypass_csp=True):
        page.add_style_tag(content=spacing)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 320:
            wide[page_name] = width

    assert wide == {}


@each_whole_site
def test_the_first_tab_reaches_the_way_past_the_header(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    for page_name, page in _opened(browser, sites(name, lang)):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "({cls: document.activeElement.className, top: document.activeElement.getBoundingClientRect().top})"
        )
        page.keyboard.press("Enter")
        landed = page.evaluate("document.activeElement.tagName")

        assert focused["cls"] == "skip", page_name
        assert focused["top"] >= 0, page_name
        assert landed == "MAIN", page_name


@each_site
def test_tab_visits_every_link_in_the_order_of_the_page(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    for page_name, page in _opened(browser, sites(name, lang)):
        page.evaluate(OPEN)
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)")
        folds = page.locator("summary").count()
        groups = page.evaluate("new Set([...document.querySelectorAll('input')].map(i => i.name)).size")
        visited = []
        for _ in range(len(links) + groups + folds):  # a group of choices is one stop, with arrows inside
            page.keyboard.press("Tab")
            visited += [href] if (href := page.evaluate("document.activeElement.href || null")) else []

        assert links == visited, page_name


@each_whole_site
def test_what_has_focus_is_seen_to_have_it(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    for page_name, page in _opened(browser, sites(name, lang)):
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        )

        assert style[0] != "none", page_name
        assert style[1] >= 2, page_name


@each_site
def test_nothing_is_fetched_from_elsewhere_and_the_policy_stops_nothing_of_ours(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    context = browser.new_context()
    requests: list[str] = []
    said: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in sites(name, lang):
        page.goto(path.as_uri(), wait_until="load")
    context.close()

    assert said == []
    assert len([url for url in requests if url.endswith(".html")]) == len(sites(name, lang))
    assert [url for url in requests if not url.startswith(("file:", *FOREIGN))] == []


@each_site
def test_the_style_sheet_is_applied(browser: "Browser", sites: Sites, name: str, lang: Language) -> None:
    for page_name, page in _opened(browser, sites(name, lang)):
        assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none", page_name


TARGETS = """
() => [...document.querySelectorAll('a[href], button, summary, input')].flatMap(a => {
  const box = a.getBoundingClientRect();
  if (a.classList.contains('skip') || !box.width) return [];
  // WCAG 2.5.8 lets links inside a sentence be as high as its line.
  const around = a.closest('p, li, dd, td, div');
  const own = (around ? around.textContent : '').replace(/\\s+/g, ' ').trim();
  const inText = own.length > a.textContent.replace(/\\s+/g, ' ').trim().length + 2;
  return inText || (box.height >= 24 && box.width >= 24) ? [] : [[a.textContent.trim().slice(0, 60), box.width, box.height]];
})
"""


@each_site
@pytest.mark.parametrize("mode", ["light", "narrow"])
def test_targets_outside_running_text_are_large_enough(
    browser: "Browser", sites: Sites, name: str, lang: Language, mode: str
) -> None:
    small = {
        page_name: targets
        for page_name, page in _opened(browser, sites(name, lang), mode=mode)
        if (targets := page.evaluate(TARGETS))
    }

    assert small == {}


@each_site
def test_without_the_style_sheet_everything_is_still_there_in_its_order(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    for page_name, page in _opened(browser, sites(name, lang), bypass_csp=True):
        page.evaluate("document.querySelectorAll('svg, script').forEach(each => each.remove())")
        page.evaluate(OPEN)
        styled = page.evaluate("document.body.textContent.replace(/\\\\s+/g, ' ')")
        page.evaluate("document.querySelectorAll('link[rel=stylesheet]').forEach(link => link.remove())")
        bare = page.evaluate("document.body.innerText.replace(/\\\\s+/g, '')")

        assert "".join(styled.split()) == "".join(bare.split()), page_name


@each_whole_site
def test_on_paper_everything_but_the_frame_is_shown(
    browser: "Browser", sites: Sites, name: str, lang: Language
) -> None:
    for page_name, page in _opened(browser, sites(name, lang), mode="print"):
        shown = page.evaluate(
            "['header.site nav', 'footer.site ul', '.skip', 'main'].map(s => getComputedStyle(document.querySelector(s)).display)"
        )
        grounds = page.evaluate("getComputedStyle(document.body).backgroundColor")

        assert shown == ["none", "none", "none", "block"], page_name
        assert grounds == "rgb(255, 255, 255)", page_name


@each_site
def test_a_page_can_be_printed(browser: "Browser", sites: Sites, name: str, lang: Language) -> None:
    for page_name, page in _opened(browser, sites(name, lang), mode="print"):
        printed = page.pdf(format="A4")

        assert printed.startswith(b"%PDF"), page_name
        if "lofte" in page_name and name != "hard":  # where some promises are long on purpose
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= 6, page_name
