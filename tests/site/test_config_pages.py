"""What lofte.toml and version control bring to the pages: whose they are, how they look, where they lie, how old they are."""

import itertools
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

from corpus import squeezed
from each import each
from exporting.filled import chain, written
from folder_state import EXAMPLE
from lazy_site import LazySite
from markup_reader import MarkupReader
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import load
from medborgarlofte.model.config import GROUNDS as GROUNDS_OF_MODES
from medborgarlofte.model.config_file import read_config
from medborgarlofte.site.page import Site
from medborgarlofte.templating import packaged
from program import environment, lofte

pytestmark = pytest.mark.slow

Files = Mapping[str, bytes]

BASE: Final = "https://trygg.exempelby.example/loften"
SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


def _config(accessibility: str = "", **website: str) -> str:
    """lofte.toml with these keys under [webbplats]."""
    rows = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in website.items())
    return f"[webbplats]\n{rows}\n{accessibility}"


def _site(folder: Path, config: str = "", lang: Language = "sv") -> Files:
    """The site of the municipality of the handbook with these settings, as `lofte render` builds it."""
    folder.mkdir(exist_ok=True)
    if not (folder / "promises").exists():
        shutil.copytree(EXAMPLE / "promises", folder / "promises")
    (folder / "lofte.toml").write_text(config or "\n", encoding="utf-8")
    workspace = load([], folder)
    assert workspace.diagnostics == ()
    return LazySite(workspace, lang, folder=folder)


@cache
def _page(data: bytes) -> MarkupReader:
    return MarkupReader(data.decode())


def _pages(site: Mapping[str, bytes]) -> Iterator[tuple[str, MarkupReader]]:
    for name in site:
        if name.endswith(".html"):
            yield name, _page(site[name])


def _addresses(site: Mapping[str, bytes]) -> set[str]:
    return {name.removesuffix(".html") for name in site if name.endswith(".html")}


every_language = pytest.mark.parametrize("lang", LANGUAGES)


# ---------------------------------------------------------------- names


@every_language
def test_every_page_bears_the_name_of_the_site(tmp_path: Path, lang: Language) -> None:
    site = _site(tmp_path, _config(namn="Trygg i Exempelby"), lang)
    for name, reader in _pages(site):
        title = "".join(
            words.text
            for words in reader.words
            if words.inside[-1:] == ("title",) and "svg" not in words.inside
        )

        assert title.endswith("Trygg i Exempelby"), name
        assert (title, name) != ("Trygg i Exempelby", "Exempelby")
        assert "Trygg i Exempelby" in {squeezed(text) for text, _ in reader.named_links}, name


@every_language
def test_the_start_page_of_one_place_speaks_to_those_who_live_there(tmp_path: Path, lang: Language) -> None:
    [heading] = [t for level, t in _page(_site(tmp_path, lang=lang)["index.html"]).headings if level == 1]

    assert heading == {
        "sv": "Löften till dig som bor i Exempelby", "en": "Promises to you who live in Exempelby"
    }[lang]  # fmt: skip


@every_language
def test_a_site_without_a_name_is_called_what_it_is(tmp_path: Path, lang: Language) -> None:
    page = _page(_site(tmp_path, lang=lang)["index.html"])

    assert {"sv": "Medborgarlöften", "en": "Promises to residents"}[lang] in dict(page.named_links)


def test_the_publisher_is_named_to_machines(tmp_path: Path) -> None:
    site = _site(tmp_path, _config(namn="Trygg", utgivare="Exempelby kommun"))
    [block] = _page(site["exempelby/lofte-2024.html"]).blocks

    assert json.loads(block)["publisher"] == {"@type": "GovernmentOrganization", "name": "Exempelby kommun"}
    assert json.loads(site["flode.json"])["authors"] == [{"name": "Exempelby kommun"}]
    assert json.loads(site["data/csv-metadata.json"])["dc:publisher"] == "Exempelby kommun"


@each([
        ("farg", "blå"), ("farg", "#fff"), ("farg", "#0b5394;}"), ("farg_mork", "url(x)"), ("licens", "gratis"),
        ("bas_url", "exempelby.example"), ("bas_url", "javascript:alert(1)"), ("bas_url", "mailto:trygghet@exempelby.example"),
        ("bas_url", "tel:0100"), ("namn", ""), ("färg", "#0b5394"),
    ])  # fmt: skip
def test_a_setting_that_cannot_be_used_is_reported(key: str, value: str) -> None:
    _, found = read_config(_config(**{key: value}).encode(), "lofte.toml")

    assert [diagnostic.span.line for diagnostic in found] == [2]


# ---------------------------------------------------------------- colours


Colours = dict[str, str]

TEXT: Final = (
    "--ink", "--soft", "--brand", "--done", "--half", "--go", "--idle", "--no", "--out", "--unk"
)  # fmt: skip
"""Colours that words are written in: at least 4.5 to 1."""
GRAPHICS: Final = ("--brand", "--edge", "--done", "--half", "--go", "--idle", "--no", "--out", "--unk")
"""Colours that shapes with a meaning are drawn in: at least 3 to 1."""
GROUNDS: Final = ("--paper", "--wash")
"""What stands behind them."""
ORNAMENTS: Final = ("--hair", "--accent", "--logo-plate")
"""Lines that only part what space parts already."""

_RULE: Final = re.compile(r"(?:@media\s*([^{]+?)\s*\{\s*)?:root\s*\{([^}]*)\}")


def _tokens(style: str, mode: str) -> Colours:
    """The colours that hold in a mode, “light” or “dark”, the later ones over the earlier."""
    found: Colours = {}
    for media, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)):
        if not media or re.fullmatch(rf"(?:screen and )?\(prefers-color-scheme:\s*{mode}\)", media):
            found |= dict(re.findall(r"(--[\w-]+)\s*:\s*(#[0-9a-fA-F]{6})", body))
    return found


def _contrast(one: str, other: str) -> float:
    """How well two colours are told apart, by the formula of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _shipped() -> str:
    return (packaged() / "html" / "style.css").read_text(encoding="utf-8")


def _too_weak(colours: Colours) -> list[tuple[str, str, float]]:
    pairs = [
        *((name, ground, 4.5) for name, ground in itertools.product(TEXT, GROUNDS)),
        *((name, ground, 3.0) for name, ground in itertools.product(GRAPHICS, GROUNDS)),
    ]
    return [
        (name, ground, round(ratio, 2))
        for name, ground, least in pairs
        if (ratio := _contrast(colours[name], colours[ground])) < least
    ]


every_mode = pytest.mark.parametrize("mode", ["light", "dark"])


def test_contrast_is_computed_as_wcag_does() -> None:
    assert round(_contrast("#000000", "#ffffff"), 2) == 21.0
    assert round(_contrast("#777777", "#ffffff"), 2) == 4.48
    assert round(_contrast("#ff0000", "#00ff00"), 2) == 2.91


@every_mode
def test_every_colour_of_the_style_sheet_is_one_that_is_measured(mode: str) -> None:
    assert set(_tokens(_shipped(), mode)) == {*TEXT, *GRAPHICS, *GROUNDS, *ORNAMENTS}


@every_mode
def test_text_and_shapes_stand_out_from_what_is_behind_them(mode: str) -> None:
    assert _too_weak(_tokens(_shipped(), mode)) == []


def test_the_two_modes_have_colours_of_their_own() -> None:
    light, dark = (_tokens(_shipped(), mode) for mode in ("light", "dark"))

    assert [name for name in light if light[name] == dark[name]] == ["--accent", "--logo-plate"]


def test_no_rule_names_a_colour_besides_the_tokens() -> None:
    style = re.sub(r"/\*.*?\*/", "", _shipped(), flags=re.DOTALL)

    assert (
        re.findall(
            r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", _RULE.sub("", re.sub(r"val-[\w-]+", "", style))
        )
        == []
    )


def test_colours_of_ones_own_go_before_ours(tmp_path: Path) -> None:
    style = _site(tmp_path, _config(farg="#123456", farg_mork="#fedcba"))["style.css"].decode()
    light, dark = (_tokens(style, mode) for mode in ("light", "dark"))

    assert light["--brand"] == "#123456"
    assert dark["--brand"] == "#fedcba"
    assert style.startswith(_shipped())


def test_a_colour_for_light_ground_leaves_the_dark_mode_readable(tmp_path: Path) -> None:
    style = _site(tmp_path, _config(farg="#0b5394"))["style.css"].decode()

    assert _too_weak(_tokens(style, "light")) == []
    assert _too_weak(_tokens(style, "dark")) == []


def test_a_colour_for_dark_ground_leaves_the_light_mode_as_it_is(tmp_path: Path) -> None:
    style = _site(tmp_path, _config(farg_mork="#8ec3f5"))["style.css"].decode()

    assert _tokens(style, "light") == _tokens(_shipped(), "light")


@pytest.mark.parametrize("colour", ["#0b5394", "#000000", "#7a0019", "#004b23"])
def test_a_dark_mode_without_a_colour_of_its_own_has_the_colour_made_lighter(
    tmp_path: Path, colour: str
) -> None:
    style = _site(tmp_path, _config(farg=colour))["style.css"].decode()
    dark = _tokens(style, "dark")

    assert dark["--brand"] != colour
    assert min(_contrast(dark["--brand"], dark[ground]) for ground in GROUNDS) >= 4.5


def test_a_second_colour_only_decorates(tmp_path: Path) -> None:
    style = _site(tmp_path, _config(farg_2="#ffee00"))["style.css"].decode()

    assert style.endswith("@media screen{:root{--accent:#ffee00}}\n")
    assert not re.search(r"(?<![-\w])color:\s*var\(--accent\)", style)


@pytest.mark.parametrize(
    ("key", "colour", "had"),
    [("farg", "#8ec3f5", "1,7"), ("farg", "#767676", "4,1"), ("farg_mork", "#0b5394", "2,0")],
)
def test_a_colour_that_cannot_be_read_is_reported_with_its_contrast(key: str, colour: str, had: str) -> None:
    _, [found] = read_config(_config(**{key: colour}).encode(), "lofte.toml")

    assert f"kontrasten är {had} och ska vara minst 4,5), men här står ”{colour}”" in found.message("sv")
    assert ("mörkare färg" if key == "farg" else "ljusare färg") in found.help("sv")
    [another] = re.findall("”(#[0-9a-f]{6})”", found.help("sv"))
    assert not read_config(_config(**{key: another}).encode(), "lofte.toml")[1]


def test_what_is_no_colour_is_answered_with_how_one_is_written() -> None:
    _, [found] = read_config(_config(farg="blå").encode(), "lofte.toml")

    assert found.message("sv") == "”farg” ska vara en färg som #0b5394, men här står ”blå”."
    assert found.help("sv") == "Skriv det som i exemplet, inom raka citattecken."


@every_mode
def test_what_a_colour_is_compared_with_is_what_the_style_sheet_has(mode: str) -> None:
    tokens = _tokens(_shipped(), mode)

    assert GROUNDS_OF_MODES[mode] == tuple(tokens[name] for name in GROUNDS)


def test_without_settings_the_style_sheet_is_ours(tmp_path: Path) -> None:
    assert _site(tmp_path)["style.css"].decode() == _shipped()


# ---------------------------------------------------------------- the logotype


@pytest.mark.parametrize("name", ["logga.svg", "bilder/logga.svg", "LOGGA.SVG", "logga.png"])
def test_the_logotype_is_published_and_shown_on_every_page(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(SVG, encoding="utf-8")
    site = _site(tmp_path, _config(logotyp=name))
    published = f"logotyp{path.suffix.lower()}"
    for page, reader in _pages(site):
        pictures = [element.attributes for element in reader.elements if element.tag == "img"]

        assert [picture["src"] for picture in pictures] == [f"{'../' * page.count('/')}{published}"], page
        assert [picture["alt"] for picture in pictures] == [""], page
    assert site[published] == SVG.encode()


def test_without_a_logotype_there_is_no_picture(tmp_path: Path) -> None:
    site = _site(tmp_path)

    assert {e.tag for _, reader in _pages(site) for e in reader.elements} & {"img"} == set()
    assert [name for name in site if name.startswith("logotyp")] == []


def _refused(folder: Path, logo: str) -> LofteError:
    with pytest.raises(LofteError) as caught:
        _site(folder, _config(logotyp=logo))
    return caught.value


@pytest.mark.parametrize(
    "logo",
    ["saknas.svg", "../utanfor.svg", "mapp/../../utanfor.svg", "promises/../../utanfor.svg", "mapp.svg", "logga.gif",
     "logga.js", "logga", ".", "..", "lofte.toml", "logga.svg/", "logga.svg\n"],
)  # fmt: skip
def test_a_logotype_that_is_no_picture_in_the_folder_is_refused(tmp_path: Path, logo: str) -> None:
    home = tmp_path / "home"
    (home / "mapp.svg").mkdir(parents=True)
    for path in (tmp_path / "utanfor.svg", home / "logga.gif", home / "logga.js", home / "logga"):
        path.write_text(SVG, encoding="utf-8")
    error = _refused(home, logo)

    assert (logo.strip() in error.message.sv, logo.strip() in error.message.en) == (True, True)
    assert error.help is not None and "lofte.toml" in error.help.sv


def test_a_logotype_too_large_for_a_page_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "logga.png").open("wb") as file:
        file.truncate(11_000_000)

    assert _refused(tmp_path, "logga.png").message.sv == "Logotypen ”logga.png” är större än 10 MB."


def test_a_logotype_by_its_whole_path_outside_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "utanfor.svg").write_text(SVG, encoding="utf-8")

    assert "utanfor.svg" in _refused(tmp_path / "home", str(tmp_path / "utanfor.svg")).message.sv


def test_a_logotype_that_is_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "utanfor.svg").write_text(SVG, encoding="utf-8")
    (tmp_path / "home" / "logga.svg").symlink_to(tmp_path / "utanfor.svg")

    assert "logga.svg" in _refused(tmp_path / "home", "logga.svg").message.sv


# ---------------------------------------------------------------- where the site lies


def _head(reader: MarkupReader) -> dict[str, list[str]]:
    """Canonical address and Open Graph properties of a page."""
    found: dict[str, list[str]] = {}
    for element in reader.elements:
        if element.attributes.get("rel") == "canonical":
            found.setdefault("canonical", []).append(element.attributes["href"])
        if name := element.attributes.get("property"):
            found.setdefault(name, []).append(element.attributes["content"])
    return found


@pytest.mark.parametrize("base", [BASE, f"{BASE}/"])
def test_a_page_of_a_site_with_an_address_says_its_own(tmp_path: Path, base: str) -> None:
    site = _site(tmp_path, _config(namn="Trygg", bas_url=base))
    for page, reader in _pages(site):
        head = _head(reader)

        assert (head["canonical"], head["og:url"]) == ([f"{BASE}/{page}"], [f"{BASE}/{page}"])
        assert {name: len(values) for name, values in head.items()} == dict.fromkeys(head, 1)
        assert set(head) >= {"og:title", "og:type", "og:url", "og:site_name", "og:locale"}, page
        assert head["og:site_name"] == ["Trygg"]


@pytest.mark.parametrize("base", [BASE, f"{BASE}/"])
def test_the_map_of_the_site_lists_every_page_once(tmp_path: Path, base: str) -> None:
    site = _site(tmp_path, _config(bas_url=base))
    root = ET.fromstring(site["sitemap.xml"])  # noqa: S314 - our own XML
    listed = [element.text for element in root.findall("{*}url/{*}loc")]

    assert Counter(listed) == Counter(f"{BASE}/{address}.html" for address in _addresses(site))
    assert site["robots.txt"].decode().splitlines()[-1] == f"Sitemap: {BASE}/sitemap.xml"


def test_the_map_of_the_site_says_when_a_page_was_changed_where_known(tmp_path: Path) -> None:
    site = _site(tmp_path, _config(bas_url=BASE))
    root = ET.fromstring(site["sitemap.xml"])  # noqa: S314 - our own XML
    days = {
        str(element.findtext("{*}loc")).removeprefix(f"{BASE}/"): element.findtext("{*}lastmod")
        for element in root
    }

    assert days["exempelby/lofte-2024.html"] == "2025-01-20"
    assert {name for name, day in days.items() if day is None} == {"om-metoden.html", "tillganglighet.html"}


@every_language
def test_without_an_address_nothing_pretends_to_have_one(tmp_path: Path, lang: Language) -> None:
    site = _site(
        tmp_path, _config(namn="Trygg", utgivare="Exempelby kommun", epost="a@exempelby.example"), lang
    )

    assert {name: _head(reader) for name, reader in _pages(site) if _head(reader)} == {}
    assert {"sitemap.xml", "robots.txt", "data/dcat.rdf"} & set(site) == set()
    assert [name for name, data in site.items() if b"http" in data and b"trygg.exempelby" in data] == []


# ---------------------------------------------------------------- the tillgänglighetsredogörelse


STATED: Final = """\
[tillganglighet]
forenlig = "delvis"
brister = ["Kartan saknar text.", "Filmen saknar undertexter."]
bedomd = 2025-02-01
uppdaterad = 2025-03-02
metod = "Självskattning med intern testning"
meddela = "mailto:tillganglighet@exempelby.example"
oskaligt_betungande = "Direktsända möten textas inte."
utanfor_lagen = "Kartor från andra."
"""

ASKED_FOR: Final[Mapping[str, str | Mapping[Language, str]]] = {
    "who is behind it": "Exempelby kommun",
    "what it is about": "Trygg i Exempelby",
    "the act": "2018:1937",
    "how well it conforms": {"sv": "är delvis förenlig med lagen", "en": "partly conforms to the act"},
    "a shortcoming": "Kartan saknar text.",
    "another": "Filmen saknar undertexter.",
    "a disproportionate burden": "Direktsända möten textas inte.",
    "its section": "12 §",
    "what the act does not cover": "Kartor från andra.",
    "that section": "9 §",
    "how it was assessed": "Självskattning med intern testning",
    "when it was assessed": {"sv": "1\N{NO-BREAK SPACE}februari 2025", "en": "1\N{NO-BREAK SPACE}February 2025"},
    "when the statement was brought up to date": {"sv": "2\N{NO-BREAK SPACE}mars 2025", "en": "2\N{NO-BREAK SPACE}March 2025"},
    "where to tell": "tillganglighet@exempelby.example",
    "where to complain": "https://www.digg.se/tdosanmalan",
}  # fmt: skip
"""What a statement must hold by Digg's rules (MDFFS 2019:2) and the model statement of the EU (2018/1523)."""


@every_language
@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize("what", ASKED_FOR)
def test_the_statement_says_what_digg_asks_for(
    stated: Mapping[str, Files], lang: Language, form: str, what: str
) -> None:
    said = ASKED_FOR[what]
    data = stated[lang][f"tillganglighet.{form}"]
    text = _page(data).text() if form == "html" else data.decode()

    assert squeezed(said if isinstance(said, str) else said[lang]) in squeezed(text)


@pytest.fixture(scope="module")
def stated(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Files]:
    """The site with everything stated, in each language."""
    config = _config(
        STATED, namn="Trygg i Exempelby", utgivare="Exempelby kommun", epost="trygghet@exempelby.example"
    )
    return {lang: _site(tmp_path_factory.mktemp(lang), config, lang) for lang in LANGUAGES}


@every_language
def test_the_statement_can_be_written_to_and_complained_about(
    stated: Mapping[str, Files], lang: Language
) -> None:
    links = set(_page(stated[lang]["tillganglighet.html"]).links("a"))

    assert {"mailto:tillganglighet@exempelby.example", "https://www.digg.se/tdosanmalan"} <= links


@pytest.mark.parametrize(
    ("word", "said"),
    [("helt", "är helt förenlig med lagen"), ("delvis", "är delvis förenlig med lagen"), ("inte", "är inte förenlig med lagen")],
)  # fmt: skip
@pytest.mark.parametrize("form", ["html", "md"])
def test_the_statement_says_one_of_three_things(tmp_path: Path, word: str, said: str, form: str) -> None:
    site = _site(tmp_path, _config(f'[tillganglighet]\nforenlig = "{word}"\n'))
    text = site[f"tillganglighet.{form}"].decode()

    assert re.findall(r"är (?:helt|delvis|inte) förenlig med lagen", text) == [said]


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_statement_that_nobody_has_made_claims_nothing(tmp_path: Path, form: str) -> None:
    text = _site(tmp_path, _config(utgivare="Exempelby kommun"))[f"tillganglighet.{form}"].decode()

    assert "förenlig med lagen" not in text
    assert "har inte angett hur tillgänglig webbplatsen är" in text
    assert "https://www.digg.se/tdosanmalan" in text


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    "missing",
    [
        "Bristerna är inte angivna",
        "inte angett vart brister meddelas",
        "inte angett när och hur webbplatsen bedömdes",
    ],
)
def test_a_statement_says_what_is_missing_in_it(tmp_path: Path, form: str, missing: str) -> None:
    site = _site(tmp_path, _config('[tillganglighet]\nforenlig = "delvis"\n'))

    assert missing in site[f"tillganglighet.{form}"].decode()


@pytest.mark.parametrize("form", ["html", "md"])
@pytest.mark.parametrize(
    ("meddela", "expected"),
    [("", "trygghet@exempelby.example"), ("https://www.exempelby.example/brist", "https://www.exempelby.example/brist"),
     ("tel:+46701234567", "+46701234567")],
)  # fmt: skip
def test_shortcomings_are_reported_where_it_says_or_else_to_the_publisher(
    tmp_path: Path, form: str, meddela: str, expected: str
) -> None:
    accessibility = "[tillganglighet]\n" + (f'meddela = "{meddela}"\n' if meddela else "")
    site = _site(tmp_path, _config(accessibility, epost="trygghet@exempelby.example"))

    assert expected in site[f"tillganglighet.{form}"].decode()


@every_language
def test_every_page_links_to_the_statement_in_its_footer(stated: Mapping[str, Files], lang: Language) -> None:
    name = {"sv": "Tillgänglighetsredogörelse", "en": "Accessibility statement"}[lang]
    lacking = [
        page
        for page, data in stated[lang].items()
        if page.endswith(".html")
        and f'<a href="{"../" * page.count("/")}tillganglighet.html">{name}</a>' not in _footer(data)
    ]

    assert lacking == []
    assert "tillganglighet.html" in stated[lang]


def test_every_page_links_to_the_statement_also_when_nothing_is_stated(tmp_path: Path) -> None:
    site = _site(tmp_path)

    assert [
        page
        for page, data in site.items()
        if page.endswith(".html") and "tillganglighet.html" not in _footer(data)
    ] == []


# ---------------------------------------------------------------- whose page, and when it was changed


def _footer(data: bytes) -> str:
    return data.decode().partition('<footer class="site">')[2].replace("\N{SOFT HYPHEN}", "")


def _owner(data: bytes) -> str | None:
    found = re.search(r"<p>(.*?) ansvarar för sidorna\.", _footer(data))
    return found[1] if found else None


def _updated(data: bytes) -> str | None:
    found = re.search(r"Uppdaterad (?:den |i )?(.*?)\.", _footer(data))
    return found[1].replace("\N{NO-BREAK SPACE}", " ") if found else None


def _owners(site: Mapping[str, bytes]) -> dict[str, str | None]:
    return {name.removesuffix(".html"): _owner(data) for name, data in site.items() if name.endswith(".html")}


def _days(site: Mapping[str, bytes]) -> dict[str, str | None]:
    return {
        name.removesuffix(".html"): _updated(data) for name, data in site.items() if name.endswith(".html")
    }


OF_THE_WHOLE_SITE: Final = frozenset(
    ["index", "alla-ataganden", "om-metoden", "oppna-data", "tillganglighet", "underlag"]
)
"""Pages that no party answers for by itself."""

PARTIES: Final = "Exempelby kommun och Lokalpolisområde Exempelby"


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"ansvarig": "Trygghetssamordnare", "utgivare": "Exempelby kommun"}, "Trygghetssamordnare"),
        ({"utgivare": "Exempelby kommun"}, "Exempelby kommun"),
    ],
)
def test_every_page_says_who_answers_for_it(tmp_path: Path, settings: dict[str, str], expected: str) -> None:
    site = _site(tmp_path, _config(**settings))
    texts = {name: data.decode() for name, data in site.items() if name.endswith(".md")}

    assert set(_owners(site).values()) == {expected}
    assert [name for name, text in texts.items() if f"Sidansvarig: {expected}" not in text] == []


def test_the_parties_answer_for_their_pages_when_nobody_else_does(tmp_path: Path) -> None:
    owners = _owners(_site(tmp_path))
    unowned = {address for address, owner in owners.items() if owner is None}

    assert owners["exempelby/lofte-2024"] == owners["exempelby/uppfoljning-2024-12-31"] == PARTIES
    assert owners["exempelby/atgardsplan-2024"] == "Exempelby kommun"
    assert unowned == OF_THE_WHOLE_SITE | {a for a in owners if a.startswith("amne/")}


def test_both_forms_of_a_page_say_the_same_day(tmp_path: Path) -> None:
    site = _site(tmp_path)
    for address, day in _days(site).items():
        found = re.search(r"Uppdaterad: (.*)\.\n", site[f"{address}.md"].decode())

        assert (found[1].replace("\N{NO-BREAK SPACE}", " ") if found else None) == day, address


def test_a_page_made_from_no_document_has_no_day(tmp_path: Path) -> None:
    assert {address for address, day in _days(_site(tmp_path)).items() if day is None} == {
        "om-metoden",
        "tillganglighet",
    }


# ---------------------------------------------------------------- version control


FIRST: Final = "2025-02-03"
SECOND: Final = "2025-03-04"


def _git(folder: Path, *words: str, day: str = FIRST) -> None:
    moment = f"{day}T23:30:00+0100"
    subprocess.run(
        ["git", "-c", "user.name=Kim Exempelsson", "-c", "user.email=kim@exempelby.example", *words],
        cwd=folder,
        check=True,
        capture_output=True,
        env=environment(
            GIT_AUTHOR_DATE=moment,
            GIT_COMMITTER_DATE=moment,
            GIT_CONFIG_GLOBAL=os.devnull,
            GIT_CONFIG_SYSTEM=os.devnull,
        ),
    )


def _rendered(folder: Path, **settings: str) -> Files:
    """The pages as the program writes them."""
    answer = lofte("render", "--today", "2025-06-01", cwd=folder, env=settings)
    assert (answer.code, answer.err) == (0, "")
    return {
        path.relative_to(folder / "site").as_posix(): path.read_bytes()
        for path in (folder / "site").rglob("*.*")
        if path.is_file()
    }


def _changed(folder: Path) -> None:
    path = folder / "promises" / "exempelby" / "lofte-2024.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# Rättat.\n", encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits: every document, then a change in one of them."""
    folder = tmp_path / "arkiv"
    shutil.copytree(EXAMPLE / "promises", folder / "promises")
    _git(folder, "init", "--quiet")
    _git(folder, "add", "promises")
    _git(folder, "commit", "--quiet", "-m", "Alla dokument")
    _changed(folder)
    _git(folder, "commit", "--quiet", "-a", "-m", "Rätta löftet", day=SECOND)
    return folder


def test_a_page_says_the_day_of_the_last_commit_of_what_it_is_made_from(repository: Path) -> None:
    days = _days(_rendered(repository))

    assert (
        days["exempelby/lofte-2024"] == days["index"] == days["kommun/9999-exempelby-kommun"] == "4 mars 2025"
    )
    assert (
        days["exempelby/uppfoljning-2023-12-31"]
        == days["exempelby/trygghetsmatning-2024"]
        == "3 februari 2025"
    )
    assert {address for address, day in days.items() if day is None} == {"om-metoden", "tillganglighet"}


def test_the_day_is_that_of_the_place_where_it_was_committed(repository: Path) -> None:
    assert _days(_rendered(repository, TZ="Pacific/Kiritimati"))["exempelby/lofte-2024"] == "4 mars 2025"


def test_a_document_in_a_folder_within_a_repository_has_its_day(tmp_path: Path, repository: Path) -> None:
    home = tmp_path / "hem"
    home.mkdir()
    shutil.move(repository, home / "under")
    shutil.move(home / "under" / ".git", home / ".git")
    _git(home, "add", "-A")
    _git(home, "commit", "--quiet", "-m", "Flytta", day="2025-04-05")

    assert _days(_rendered(home / "under"))["exempelby/lofte-2024"] == "5 april 2025"


def test_a_document_whose_name_has_swedish_letters_has_its_day(repository: Path) -> None:
    folder = repository / "promises" / "exempelby"
    (folder / "medborgardialog-höst.yaml").write_bytes((folder / "medborgardialog-2023.yaml").read_bytes())
    _git(repository, "add", "-A")
    _git(repository, "commit", "--quiet", "-m", "En till", day="2025-04-05")

    assert _days(_rendered(repository))["exempelby/medborgardialog-host"] == "5 april 2025"


def _stated_days() -> dict[str, str | None]:
    return _days(LazySite(load([], EXAMPLE)))


def test_a_shallow_clone_says_the_days_that_the_documents_state(tmp_path: Path, repository: Path) -> None:
    _git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), "grunt")

    assert _days(_rendered(tmp_path / "grunt")) == _stated_days()


def test_a_whole_clone_says_the_days_of_the_commits(tmp_path: Path, repository: Path) -> None:
    _git(tmp_path, "clone", "--quiet", repository.as_uri(), "helt")

    assert _days(_rendered(tmp_path / "helt")) == _days(_rendered(repository))


def test_a_folder_in_no_repository_says_the_days_that_the_documents_state(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "promises", tmp_path / "promises")

    assert _days(_rendered(tmp_path)) == _stated_days()


def test_a_computer_without_git_says_the_days_that_the_documents_state(
    tmp_path: Path, repository: Path
) -> None:
    (tmp_path / "bin").mkdir()

    assert _days(_rendered(repository, PATH=str(tmp_path / "bin"))) == _stated_days()


def test_a_repository_without_commits_says_the_days_that_the_documents_state(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "promises", tmp_path / "promises")
    _git(tmp_path, "init", "--quiet")

    assert _days(_rendered(tmp_path)) == _stated_days()


def test_a_change_that_is_not_committed_does_not_bear_the_day_of_the_last_commit(repository: Path) -> None:
    _changed(repository)
    days = _days(_rendered(repository))

    assert days["exempelby/lofte-2024"] != "4 mars 2025"
    assert days["exempelby/uppfoljning-2023-12-31"] == "3 februari 2025"


def test_a_change_that_is_not_committed_counts_also_through_a_link(tmp_path: Path, repository: Path) -> None:
    _changed(repository)
    (tmp_path / "genvag").symlink_to(repository)
    answer = lofte("render", "genvag/promises", "-o", "ut", "--today", "2025-06-01", cwd=tmp_path)
    page = (tmp_path / "ut" / "exempelby" / "lofte-2024.html").read_bytes()

    assert (answer.code, answer.err) == (0, "")
    assert _updated(page) == _updated(_rendered(repository)["exempelby/lofte-2024.html"]) != "4 mars 2025"


def test_the_export_says_the_same_days_as_the_site(repository: Path) -> None:
    (repository / "lofte.toml").write_text(
        _config(
            '[tillganglighet]\nforenlig = "helt"\n',
            utgivare="Exempelby kommun",
            bas_url=BASE,
            epost="trygghet@exempelby.example",
        ),
        encoding="utf-8",
    )
    site = _rendered(repository)
    answer = lofte("export", cwd=repository)

    assert (answer.code, answer.err) == (0, "")
    assert {
        path.name
        for path in (repository / "data").glob("*.*")
        if path.read_bytes() != site.get(f"data/{path.name}")
    } == {".lofte-site.json"}


def test_a_later_commit_alone_writes_the_page_again(repository: Path) -> None:
    before = _rendered(repository)
    _changed(repository)
    _git(repository, "commit", "--quiet", "-a", "-m", "Igen", day="2025-05-06")
    after = _rendered(repository)

    assert (_days(before)["exempelby/lofte-2024"], _days(after)["exempelby/lofte-2024"]) == (
        "4 mars 2025",
        "6 maj 2025",
    )
    assert (
        _days(before)["exempelby/uppfoljning-2023-12-31"] == _days(after)["exempelby/uppfoljning-2023-12-31"]
    )


@every_language
def test_the_day_is_written_in_the_language_of_the_page(repository: Path, lang: Language) -> None:
    page = _rendered(repository, LOFTE_LANG=lang)["exempelby/lofte-2024.html"]

    assert {"sv": "4\N{NO-BREAK SPACE}mars 2025", "en": "4\N{NO-BREAK SPACE}March 2025"}[lang] in _footer(
        page
    )


def test_the_newest_day_that_a_document_states_counts_where_there_is_no_other(tmp_path: Path) -> None:
    documents = chain("Ord", "Mening.")
    documents["exempelby/medborgardialog-1"]["datum"] = "2024-09"
    documents["exempelby/medborgardialog-1"]["publicerat"] = [{"datum": "2024-10-05"}]
    documents["exempelby/medborgardialog-1"]["undertecknat"] = []
    workspace = written(tmp_path, documents)
    site = Site(workspace, "sv")

    assert str(site.date("exempelby/medborgardialog-1")) == "2024-10-05"
