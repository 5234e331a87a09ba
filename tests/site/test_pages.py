"""What the pages say, that they hang together, and that nothing in a promise can run."""

import gzip
import itertools
import posixpath
import re
import urllib.parse
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final

import pytest
import yaml
from jinja2 import TemplateError

from corpus import PROMISE, ROOT, exempelby, loaded, plain, shipped, squeezed
from each import each
from lazy_site import LazySite
from markup_reader import MarkupReader
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.follow_up import FollowUp
from medborgarlofte.model.promise import Promise
from medborgarlofte.templating import make_environment, packaged, render

pytestmark = pytest.mark.slow

Site = Mapping[str, bytes]

SITES = ("shipped", "exempelby")


@cache
def _workspace(name: str) -> Workspace:
    return {"shipped": shipped, "exempelby": exempelby}[name]()


@cache
def _site(name: str, lang: Language) -> Site:
    return LazySite(_workspace(name), lang)


@cache
def _page(data: bytes) -> MarkupReader:
    return MarkupReader(data.decode())


def _html(site: Site) -> dict[str, MarkupReader]:
    return {name: _page(site[name]) for name in site if name.endswith(".html")}


def _markdown(site: Site) -> dict[str, str]:
    return {name: site[name].decode() for name in site if name.endswith(".md")}


every_site = pytest.mark.parametrize("name", SITES)
every_language = pytest.mark.parametrize("lang", LANGUAGES)


# ---------------------------------------------------------------- what they say


def test_the_site_has_a_page_for_every_document_in_both_forms() -> None:
    addresses = [
        "index", "karlshamn/lofte-2022", "karlshamn/lofte-2024", "karlshamn/overenskommelse-2021",
        "karlstad/lofte-2023", "solvesborg/lofte-2022", "solvesborg/overenskommelse-2022",
    ]  # fmt: skip
    site = set(_site("shipped", "sv"))

    assert {"style.css", *(f"{a}.{suffix}" for a in addresses for suffix in ("html", "md"))} <= site
    assert {name[:-5] for name in site if name.endswith(".html")} == {
        name[:-3] for name in site if name.endswith(".md")
    }


def test_the_start_page_of_several_places_links_to_each_in_swedish_order() -> None:
    page = _page(_site("shipped", "sv")["index.html"])
    places = [squeezed(text) for text, link in page.named_links if link.startswith("kommun/")]

    assert places == ["Karlshamn", "Karlstad", "Sölvesborg"]


def test_the_start_page_of_one_place_leads_to_its_latest_promise_and_its_years() -> None:
    links = dict(_page(_site("exempelby", "sv")["index.html"]).named_links)

    assert links["Se alla 6 åtaganden"] == "exempelby/lofte-2024.html"
    assert "kommun/9999-exempelby-kommun.html" in links.values()


@every_site
@every_language
def test_every_commitment_is_verbatim_in_html(name: str, lang: Language) -> None:
    pages = _html(_site(name, lang))
    lacking = [
        (loaded.id, commitment.id)
        for loaded, promise in _workspace(name).of_kind(Promise)
        for commitment in promise.commitments
        if squeezed(commitment.text) not in pages[f"{loaded.id}.html"].text()
    ]

    assert lacking == []


@every_site
@every_language
def test_every_commitment_is_verbatim_in_markdown(name: str, lang: Language) -> None:
    pages = _markdown(_site(name, lang))
    lacking = [
        (loaded.id, commitment.id)
        for loaded, promise in _workspace(name).of_kind(Promise)
        for commitment in promise.commitments
        if squeezed(commitment.text) not in squeezed(pages[f"{loaded.id}.md"])
    ]

    assert lacking == []


@every_site
def test_every_area_of_an_agreement_is_verbatim(name: str) -> None:
    site = _site(name, "sv")
    lacking = [
        (loaded.id, area.title)
        for loaded, agreement in _workspace(name).of_kind(Agreement)
        for area in agreement.areas
        for said in (area.title, *re.split(r"\n+(?:- )?", area.text or ""))
        if squeezed(said) not in _html(site)[f"{loaded.id}.html"].text()
    ]

    assert lacking == []


@every_language
def test_a_follow_up_page_says_how_it_went_with_every_commitment(lang: Language) -> None:
    page = _page(_site("exempelby", lang)["exempelby/uppfoljning-2024.html"])
    [(_, follow_up)] = _workspace("exempelby").of_kind(FollowUp)

    assert {"K1", "P1", "G1", "G2", "A1"} <= set(page.ids)
    assert "Ingen portkod ska vara trasig i mer än 2 veckor." in page.text()
    assert ("104" in page.text(), len(follow_up.items)) == (True, 5)


def test_the_latest_word_is_on_the_page_of_the_promise() -> None:
    text = _page(_site("exempelby", "sv")["exempelby/lofte-2024.html"]).text()

    assert "Delvis genomfört" in text
    assert "cirka 60 besök" in text
    assert "ingen uppföljning" not in text
    assert "Utfall" not in text
    assert (
        "ingen uppföljning är publicerad"
        in _page(_site("exempelby", "sv")["exempelby/lofte-2023.html"]).text()
    )


@each(
    product(["html", "md"], ["Det här publiceras aldrig", "pressjour", "hemlig funktion", "Översynen avgör"])
)
def test_what_is_not_public_is_not_published(form: str, secret: str) -> None:
    leaking = [
        name
        for name, data in _site("exempelby", "sv").items()
        if name.endswith(form) and secret in data.decode()
    ]

    assert leaking == []


def test_targets_periods_and_outcomes_are_written_in_words() -> None:
    swedish = _page(_site("exempelby", "sv")["exempelby/lofte-2024.html"]).text()
    english = _page(_site("exempelby", "en")["exempelby/lofte-2024.html"]).text()

    assert "minst 100 kvällar under perioden; cirka 3–4 vuxna per dag för varje kväll" in swedish
    assert "at least 100 kvällar during the period; about 3–4 vuxna per day for each kväll" in english
    assert "Gäller hela 2024." in swedish
    assert "Applies for all of 2024." in english
    assert "2023 58,5 % 2024 61,5 % Mål 65 %" in swedish
    assert "2023 58.5 % 2024 61.5 % Target 65 %" in english


# ---------------------------------------------------------------- that they hang together


@every_site
@every_language
def test_every_link_inside_the_site_leads_to_something(name: str, lang: Language) -> None:
    site = _site(name, lang)
    pages = _html(site)
    broken = []
    for page, reader in pages.items():
        for link in reader.links():
            address, fragment = urllib.parse.urldefrag(link)
            if urllib.parse.urlsplit(address).scheme:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), address)) if address else page
            if target not in site or (fragment and urllib.parse.unquote(fragment) not in pages[target].ids):
                broken.append((page, link))

    assert broken == []


@every_site
@every_language
def test_every_link_inside_the_markdown_leads_to_something(name: str, lang: Language) -> None:
    site = _site(name, lang)
    links = [
        (page, posixpath.normpath(posixpath.join(posixpath.dirname(page), link)))
        for page, text in _markdown(site).items()
        for link in re.findall(r"\]\(([^)\s]+)\)", text)
        if not urllib.parse.urlsplit(link).scheme
    ]

    assert len(links) >= 6
    assert [(page, target) for page, target in links if target not in site] == []


@every_site
@every_language
def test_every_page_has_one_first_heading_and_skips_no_level(name: str, lang: Language) -> None:
    for page, reader in _html(_site(name, lang)).items():
        levels = [level for level, _ in reader.headings]

        assert levels[0] == 1, page
        assert levels.count(1) == 1, page
        assert [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1] == [], page
        assert [level for level, text in reader.headings if not text.strip()] == [], page


@every_site
@every_language
def test_every_id_is_one_of_its_kind_on_its_page(name: str, lang: Language) -> None:
    twice = {page: twins for page, reader in _html(_site(name, lang)).items() if (twins := _twins(reader))}

    assert twice == {}


def _twins(reader: MarkupReader) -> list[str]:
    return [identity for identity, count in Counter(reader.ids).items() if count > 1]


def _page_with(text: str) -> MarkupReader:
    return _page(LazySite(loaded(text))["stdin.html"])


def _may_be_an_id(text: str) -> bool:
    return re.fullmatch(r"[\w.-]{1,40}", text) is not None


def test_an_id_of_a_commitment_does_not_clash_with_one_of_the_pages() -> None:
    text = PROMISE + "kontakter: {funktion: a}\nkälla: {anmärkning: b}\nordlista: {term: c, betydelse: d}\n"
    ours = [identity for identity in _page_with(text).ids if identity != "K1"]

    assert len(ours) > 5
    assert [
        own for own in ours if _may_be_an_id(own) and _twins(_page_with(text.replace("id: K1", f"id: {own}")))
    ] == []


def test_an_id_of_an_area_does_not_clash_with_one_of_the_pages() -> None:
    value = plain(PROMISE.partition("fokusområden")[0]) | {
        "dokument": "samverkansöverenskommelse",
        "syften": "a",
        "områden": [{"id": "A1", "rubrik": "b"}],
        "råd": {"namn": "c", "uppgifter": "d", "grupper": {"namn": "e"}},
        "uppföljning": "f",
    }
    text = yaml.safe_dump(value, allow_unicode=True)
    ours = [identity for identity in _page_with(text).ids if identity != "A1"]

    assert len(ours) > 5
    assert [
        own for own in ours if _may_be_an_id(own) and _twins(_page_with(text.replace("id: A1", f"id: {own}")))
    ] == []


@every_site
@every_language
def test_a_page_needs_nothing_but_its_style_sheet(name: str, lang: Language) -> None:
    for page, reader in _html(_site(name, lang)).items():
        tags = {element.tag for element in reader.elements}
        attributes = {attribute for element in reader.elements for attribute in element.attributes}

        scripts = {element.attributes.get("type") for element in reader.elements if element.tag == "script"}
        assert not tags & {"style", "iframe", "object", "embed", "form", "base"}, page
        assert scripts <= {"application/ld+json"}, page
        assert not {
            attribute for attribute in attributes if attribute == "style" or attribute.startswith("on")
        }, page
        outside = [link for link in reader.links("link", "img") if re.match(r"(https?:)?//", link)]
        assert outside == [], page


@every_site
@every_language
def test_every_page_says_its_language_title_and_policy(name: str, lang: Language) -> None:
    for page, reader in _html(_site(name, lang)).items():
        by_tag = {element.tag: element.attributes for element in reader.elements}
        policies = [e.attributes["content"] for e in reader.elements if "http-equiv" in e.attributes]
        title = "".join(words.text for words in reader.words if "title" in words.inside)

        assert lang == by_tag["html"]["lang"], page
        assert title.strip(), page
        assert ["default-src 'none'" in policy for policy in policies] == [True], page


@every_site
def test_every_page_has_its_own_title(name: str) -> None:
    titles = Counter(
        "".join(w.text for w in reader.words if "title" in w.inside)
        for reader in _html(_site(name, "sv")).values()
    )

    assert [title for title, count in titles.items() if count > 1] == []


@every_site
def test_links_of_the_same_words_on_a_page_lead_to_the_same_place(name: str) -> None:
    unclear = {}
    for page, reader in _html(_site(name, "sv")).items():
        targets: dict[str, set[str]] = {}
        for text, target in reader.named_links:
            targets.setdefault(squeezed(text), set()).add(target)
        if several := {text: found for text, found in targets.items() if len(found) > 1}:
            unclear[page] = several

    assert unclear == {}


@every_site
@every_language
def test_every_link_says_where_it_leads(name: str, lang: Language) -> None:
    said = {
        squeezed(text).lower()
        for reader in _html(_site(name, lang)).values()
        for text, _ in reader.named_links
    }

    assert len(said) > 10
    assert set() == said & {
        "",
        "här",
        "klicka här",
        "läs mer",
        "mer",
        "here",
        "click here",
        "read more",
        "link",
        "länk",
    }


@every_site
def test_a_page_is_light(name: str) -> None:
    heavy = {
        file: weight
        for file, data in _site(name, "sv").items()
        if (weight := len(gzip.compress(data))) > (10_000 if file.endswith(".css") else 30_000)
    }

    assert heavy == {}


# ---------------------------------------------------------------- the two languages


def _swedish_wording(workspace: Workspace) -> list[str]:
    found: list[str] = []
    for _, promise in workspace.of_kind(Promise):
        found += [
            promise.title,
            *(c.text for c in promise.commitments),
            *(area.title for area in promise.focus_areas),
        ]
        found += [promise.situation or ""] if "](" not in (promise.situation or "") else []
    for _, agreement in workspace.of_kind(Agreement):
        found += [agreement.title, *(area.title for area in agreement.areas)]
    return [squeezed(text) for text in found if text]


@every_site
def test_on_an_english_page_the_wording_is_marked_as_swedish(name: str) -> None:
    marked = " ".join(reader.text("sv") for reader in _html(_site(name, "en")).values())

    assert [wording for wording in _swedish_wording(_workspace(name)) if wording not in marked] == []


@every_site
def test_on_an_english_page_no_wording_is_unmarked(name: str) -> None:
    wordings = [wording for wording in _swedish_wording(_workspace(name)) if len(wording) > 20]
    unmarked = {
        (page, words.text.strip())
        for page, reader in _html(_site(name, "en")).items()
        for words in reader.words
        if words.lang == "en" and "title" not in words.inside
        if any(wording in squeezed(words.text) for wording in wordings)
    }

    assert set() == unmarked


@every_site
def test_on_an_english_page_our_own_words_are_not_marked_as_swedish(name: str) -> None:
    ours = (
        "promises",
        "promise",
        "How it went",
        "Together",
        "Commitments without",
        "No commitment",
        "Follow-up",
        "until further",
    )
    mismarked = {
        words.text.strip()
        for reader in _html(_site(name, "en")).values()
        for words in reader.words
        if words.lang == "sv" and any(word in words.text for word in ours)
    }

    assert set() == mismarked


@every_site
def test_on_a_swedish_page_nothing_is_marked_as_another_language(name: str) -> None:
    assert {"sv"} == {
        words.lang for reader in _html(_site(name, "sv")).values() for words in reader.words if words.inside
    }


@every_site
def test_no_english_is_on_a_swedish_page(name: str) -> None:
    english = r"\b(the|and|of|promises?|commitments?|follow-up|period|published|signed|with|by)\b"
    found = {
        match[0]
        for reader in _html(_site(name, "sv")).values()
        for match in re.finditer(english, reader.text())
        if match[0] not in ("period", "of")
    }

    assert set() == found


# ---------------------------------------------------------------- documents of every shape


@each(
    product(
        [
            "[]",
            "{id: K1, text: En enda mening.}",
            "[{id: K1, part: [tillsammans, kommunen], text: Ett.}]",
            "[{id: K1, part: [kommunen, polisen], text: Ett.}, {id: K2, part: [polisen, kommunen], text: Två.}]",
            "[{id: K1, text: '1. Ett.'}, {id: K2, text: '- Två.'}, {id: K3, text: '> Tre.'}]",
            "[{id: K1, text: '    fyra mellanslag'}, {id: K2, text: '***'}]",
            "[{id: å.b-c_1, text: Ett., fokus: unga}]",
        ],
        LANGUAGES,
    )
)
def test_a_promise_of_any_shape_becomes_a_page(commitments: str, lang: Language) -> None:
    text = PROMISE.partition("åtaganden:")[0] + f"åtaganden: {commitments}\n"
    workspace = loaded(text)
    assert workspace.diagnostics == ()
    pages = _html(dict(LazySite(workspace, lang)))

    assert {"index.html", "stdin.html"} <= set(pages)
    assert _twins(pages["stdin.html"]) == []


@each(
    [
        ("{från: 2022, till: 2023}", "2022–2023", "for 2022–2023"),
        ("{från: 2022-01, till: 2022-12}", "hela 2022", "for all of 2022"),
        ("{från: 2022-07, till: 2023-06}", "juli 2022 – juni 2023", "July 2022 – June 2023"),
        ("{från: 2024, till: 2024}", "hela 2024", "for all of 2024"),
        ("{från: 2024, tills_vidare: ja}", "2024 och tills vidare", "2024 and until further notice"),
        ("{tills_vidare: ja}", "tills vidare", "until further notice"),
        ("{text: hösten 2024}", "hösten 2024", "hösten 2024"),
    ]
)
def test_every_period_is_written(period: str, swedish: str, english: str) -> None:
    text = re.sub("period: {.*}", f"period: {period}", PROMISE)
    shown = [_page(LazySite(loaded(text), lang)["stdin.html"]).text() for lang in LANGUAGES]

    assert f"Gäller {swedish}. Lovas av" in shown[0]
    assert f"Applies {english}. Promised by" in shown[1]


def test_a_period_that_only_ends_does_not_begin_with_a_dash() -> None:
    text = re.sub("period: {.*}", "period: {till: 2024-12-31}", PROMISE)

    assert "Gäller –" not in _page(LazySite(loaded(text))["stdin.html"]).text()


def test_a_site_without_promises_is_still_a_site() -> None:
    value = plain(PROMISE.partition("fokusområden")[0]) | {"dokument": "samverkansöverenskommelse"}
    pages = _html(dict(LazySite(loaded(yaml.safe_dump(value, allow_unicode=True)))))

    assert {"index.html", "stdin.html"} <= set(pages)
    assert "Här finns inget löfte ännu." in pages["index.html"].text()


def test_only_what_was_requested_is_published() -> None:
    pages = _html(LazySite(load(["promises/karlshamn"], ROOT).only_asked()))

    documents = {"karlshamn", "karlstad", "solvesborg"}

    assert {page.partition("/")[0] for page in pages} & documents == {"karlshamn"}
    assert {page for page in pages if page.startswith("kommun/")} == {"kommun/1082-karlshamn.html"}


# ---------------------------------------------------------------- templates of the user's own


def test_a_template_of_the_users_own_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "start.html").write_text(
        "<!doctype html><title>Egen</title><h1>Egen</h1>", encoding="utf-8"
    )
    (tmp_path / "html" / "style.css").write_text("* {}", encoding="utf-8")
    site = dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))

    assert b"<h1>Egen</h1>" in site["index.html"]
    assert site["style.css"] == b"* {}"
    assert b"<h1>Egen</h1>" not in site["karlshamn/lofte-2022.html"]


MISTAKES: Final = {
    "{{ finns_inte }}": "”finns_inte” finns inte",
    "{{ workspace.titel }}": "finns inte",
    "{{ title | finns_inte }}": "”finns_inte” finns inte",
    "{% if %}": "den är felskriven",
    "{% block": "den är felskriven",
    "{% include 'saknas.html' %}": "mallen ”saknas.html” finns inte",
    "{% include 'html/start.html' %}": "den hämtar in sig själv",
    "{{ title + 1 }}": "värdet går inte att använda så",
    "{{ title | date }}": "värdet går inte att använda så",
    "{% for x in none %}{% endfor %}": "värdet går inte att använda så",
    "{{ title() }}": "värdet går inte att använda så",
    "{{ 1 / 0 }}": "den delar med noll",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_faulty_template_is_reported_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "start.html").write_text(f"<h1>Egen</h1>\n{text}\n", encoding="utf-8")
    with pytest.raises(LofteError) as caught:
        dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))

    assert caught.value.message.sv.startswith("Mallen html/start.html, rad 2 går inte att använda: ")
    assert caught.value.message.en.startswith("The template html/start.html, line 2 cannot be used: ")
    assert MISTAKES[text] in caught.value.message.sv
    assert caught.value.help is not None


def test_an_empty_template_of_a_page_is_reported(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "start.html").write_text("\n", encoding="utf-8")
    with pytest.raises(LofteError) as caught:
        dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))

    assert "den ger en tom sida" in caught.value.message.sv


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("parts/layout.html", '<a href="{{ root }}{{ statement_page }}">x</a>', "statement_page"),
        ("html/promise.html", '{% from "parts/macros.html" import tally %}\n{{ tally(none) }}', "tally"),
        ("html/promise.html", "{% if chart %}{% endif %}", "chart"),
        ("html/municipality.html", "{% for step in steps %}{% endfor %}", "steps"),
        ("html/comparison.html", "{{ headline | capitalize }}", "headline"),
        ("markdown/promise.md", "{{ reports }}", "reports"),
        ("html/style.css", ":root { --quiet: #555555; }", "--quiet"),
    ],
)
def test_a_template_of_the_former_design_says_what_changed(
    tmp_path: Path, file: str, text: str, name: str
) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    (tmp_path / file).write_text(text, encoding="utf-8")

    with pytest.raises(LofteError) as stopped:
        dict(LazySite(exempelby(), "sv", templates=tmp_path))

    assert f"Mallen {file}, rad " in stopped.value.message.sv
    assert f"”{name}” hör till webbplatsens förra form." in stopped.value.message.sv
    assert "CHANGELOG.md" in stopped.value.message.sv


def test_macros_of_ones_own_that_lack_a_new_one_are_named(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "macros.html").write_text("{% macro sv() %}{% endmacro %}", encoding="utf-8")

    with pytest.raises(LofteError) as stopped:
        dict(LazySite(exempelby(), "sv", templates=tmp_path))

    assert "den egna parts/macros.html saknar ”channels”" in stopped.value.message.sv


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_template_in_another_encoding_is_reported_with_its_line(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "start.html").write_text("<h1>Egen</h1>\n<p>Löften</p>\n", encoding=encoding)
    with pytest.raises(LofteError) as caught:
        dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))

    line = 2 if encoding == "cp1252" else 1
    assert caught.value.message.sv == (
        f"Mallen html/start.html, rad {line} går inte att använda: filen är inte sparad som UTF-8."
    )


def test_a_template_saved_by_notepad_begins_with_its_first_letter(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "start.html").write_text("<!doctype html><h1>Löften</h1>", encoding="utf-8-sig")
    site = dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))

    assert site["index.html"] == "<!doctype html><h1>Löften</h1>".encode()


def test_a_mistake_that_shows_in_a_template_of_ours_is_placed_in_it(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "frame.md").write_text("{% macro foot(owner) %}{% endmacro %}", encoding="utf-8")
    with pytest.raises(LofteError) as caught:
        dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))

    assert "markdown/" in caught.value.message.sv or "parts/frame.md" in caught.value.message.sv


def test_a_template_that_appears_or_vanishes_between_builds_is_seen(tmp_path: Path) -> None:
    def start() -> bytes:
        return dict(LazySite(_workspace("shipped"), "sv", templates=tmp_path))["index.html"]

    ours = start()
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "start.html").write_text("<h1>Egen</h1>", encoding="utf-8")
    own = start()
    (tmp_path / "html" / "start.html").unlink()

    assert (own, start()) == (b"<h1>Egen</h1>", ours)


def test_a_mistake_in_a_template_of_ours_is_an_internal_error() -> None:
    environment = make_environment([packaged()], autoescape=True)
    with pytest.raises(TemplateError):
        render(environment, "html/start.html", {}, None)
