"""A site built over the one before writes only what has changed, and is then as one built from nothing."""

import datetime as dt
import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from folder_state import EXAMPLE, follow_up_text
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import LANGUAGES, Language
from medborgarlofte.load import Workspace, load
from medborgarlofte.site.build import output_files
from medborgarlofte.site.manifest import MARKER
from medborgarlofte.site.page import Site
from medborgarlofte.site.publish import Published, contents, publish
from medborgarlofte.templating import packaged

pytestmark = pytest.mark.slow

OLD: Final = 1_000_000_000
"""A time long ago: a file that still bears it was not written."""

SETTINGS: Final = """\
[webbplats]
namn = "Trygg i Exempelby"
utgivare = "Exempelby kommun"
bas_url = "https://trygg.exempelby.example"
logotyp = "logga.svg"
farg = "#0b5394"

[tillganglighet]
forenlig = "delvis"
brister = ["Kartan har ingen text."]
"""
PROVBY: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Provby
period: {från: 2024-01-01, till: 2024-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Provby kommun}
fokusområden:
  - {id: trafik, rubrik: Trafik, kategori: trafik}
åtaganden:
  - {id: K1, part: kommunen, fokus: [trafik], text: Kommunen sänker farten på tre gator.}
"""


class Project(NamedTuple):
    """A folder with documents, lofte.toml and templates of one's own, and how it is rendered."""

    folder: Path
    lang: Language = "sv"

    @property
    def promises(self) -> Path:
        return self.folder / "promises"

    @property
    def templates(self) -> Path | None:
        own = self.folder / "templates"
        return own if own.is_dir() else None

    def load(self) -> Workspace:
        workspace = load([], self.folder)
        assert [(d.file, d.code, d.route) for d in workspace.diagnostics if d.severity == "error"] == []
        return workspace

    def render(self, *names: str) -> Published:
        """Build the site, into folders beside each other; what was published in the first."""
        site = Site(self.load(), self.lang)
        made = [*contents(output_files(site, self.templates, self.folder))]
        published = [publish(self.folder / name, made) for name in names or ["site"]]
        return published[0]

    def files(self, name: str = "site") -> dict[str, bytes]:
        """Every file with its bytes."""
        return {path: (self.folder / name / path).read_bytes() for path in _paths(self.folder / name)}

    def untouched(self) -> set[str]:
        """The files that were not written since `age`."""
        return {
            path
            for path in _paths(self.folder / "site")
            if (self.folder / "site" / path).stat().st_mtime == OLD
        }

    def age(self) -> None:
        """Let every file look as if it was written long ago."""
        for path in _paths(self.folder / "site"):
            os.utime(self.folder / "site" / path, (OLD, OLD))


def _paths(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    )


def _project(folder: Path) -> Project:
    """The municipality of the handbook, another one beside it, and settings."""
    shutil.copytree(EXAMPLE / "promises", folder / "promises")
    (folder / "promises" / "provby").mkdir()
    (folder / "promises" / "provby" / "lofte-2024.yaml").write_text(PROVBY, encoding="utf-8")
    (folder / "lofte.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "logga.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    return Project(folder)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose site has been built, long ago. No test may touch it."""
    made = _project(tmp_path_factory.mktemp("built"))
    made.render()
    made.age()
    return made


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of it that a test may change."""
    return Project(Path(shutil.copytree(built.folder, tmp_path, dirs_exist_ok=True)))


# ---------------------------------------------------------------- edits


Edit = Callable[[Project], Project | None]


def _replaced(name: str, old: str, new: str) -> Edit:
    """A word exchanged for another in a document of Exempelby, or in a file beside the documents."""

    def edit(project: Project) -> None:
        path = project.folder / name if "." in name else project.promises / "exempelby" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return edit


def _added(name: str, text: str) -> Edit:
    def edit(project: Project) -> None:
        path = project.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return edit


def _removed(*names: str) -> Edit:
    def edit(project: Project) -> None:
        for name in names:
            (project.folder / name).unlink()

    return edit


def _own_template(name: str, old: str, new: str) -> Edit:
    """A copy of one of our templates with a word exchanged."""

    def edit(project: Project) -> None:
        text = (packaged() / name).read_text(encoding="utf-8")
        assert old in text, name
        _added(f"templates/{name}", text.replace(old, new))(project)

    return edit


NEXT: Final = """\
dokument: medborgarlöfte
titel: Medborgarlöfte för Exempelby 2025
period: {från: 2025-01-01, till: 2025-12-31}
parter:
  - {id: kommunen, typ: kommun, namn: Exempelby kommun, kommunkod: "9999"}
föregångare: exempelby/lofte-2024
åtaganden:
  - {id: K1, part: kommunen, text: Fältgruppen är ute minst 120 kvällar.}
"""

EDITS: Final[Mapping[str, Edit]] = {
    "title of a promise": _replaced("lofte-2024", "Medborgarlöfte för Exempelby 2024", "Löfte till Exempelby 2024"),
    "title of the promise before": _replaced("lofte-2023", "Medborgarlöfte för Exempelby 2023", "Löfte till Exempelby 2023"),
    "text of a commitment": _replaced("lofte-2024", "Fältgruppen", "Fältlaget"),
    "text of a commitment before": _replaced("lofte-2023", "minst 80 kvällar", "minst 90 kvällar"),
    "name of a party": _replaced("lofte-2024", "namn: Lokalpolisområde Exempelby}", "namn: Polisen i Exempelby}"),
    "period of a promise": _replaced("lofte-2024", "till: 2024-12-31", "till: 2025-01-31"),
    "category of a focus area": _replaced("lofte-2023", "kategori: otrygga-platser", "kategori: synlighet"),
    "title of the agreement": _replaced("overenskommelse-2023", "titel: ", "titel: Ny "),
    "title of the lägesbild": _replaced("lagesbild-2023", "titel: Lägesbild", "titel: Lägesbilden"),
    "title of the åtgärdsplan": _replaced("atgardsplan-2024", "titel: ", "titel: Ny "),
    "title of the dialogue": _replaced("medborgardialog-2023", "titel: ", "titel: Ny "),
    "title of a survey": _replaced("trygghetsmatning-2023", "titel: ", "titel: Ny "),
    "value of the latest survey": _replaced("trygghetsmatning-2024", "värde: ", "värde: 1"),
    "status in a follow-up": _replaced("uppfoljning-2024-12-31", "status: genomfört", "status: delvis genomfört"),
    "status in the follow-up before": _replaced("uppfoljning-2024-06-30", "status: pågår", "status: ej påbörjat"),
    "day of a follow-up": _replaced("uppfoljning-2024-12-31", "datum: 2024-12-31", "datum: 2025-01-15"),
    "a comment": _replaced("lofte-2024", "dokument:", "# En kommentar.\ndokument:"),
    "a follow-up more": _added(
        "promises/exempelby/uppfoljning-2025-03-31.yaml",
        follow_up_text("2025-03-31", "poster: {åtagande: K1, status: genomfört}\n", of="lofte-2024"),
    ),
    "a promise more": _added("promises/exempelby/lofte-2025.yaml", NEXT),
    "a place more": _added("promises/nyby/lofte.yaml", PROVBY.replace("Provby", "Nyby")),
    "a follow-up less": _removed("promises/exempelby/uppfoljning-2024-12-31.yaml"),
    "a place less": _removed("promises/provby/lofte-2024.yaml"),
    "a survey less": _removed("promises/exempelby/trygghetsmatning-2024.yaml"),
    "name of the site": _replaced("lofte.toml", "Trygg i Exempelby", "Tryggt"),
    "address of the site": _replaced("lofte.toml", "trygg.exempelby", "www.exempelby"),
    "no address of the site": _replaced("lofte.toml", "bas_url", "# bas_url"),
    "owner of the site": _replaced("lofte.toml", "farg =", 'ansvarig = "Trygghetssamordnare"\nfarg ='),
    "colour": _replaced("lofte.toml", "#0b5394", "#123456"),
    "terms": _replaced("lofte.toml", "farg =", 'licens = "cc-by"\nfarg ='),
    "shortcomings": _replaced("lofte.toml", "Kartan har ingen text.", "Filmen har ingen text."),
    "logotype": _replaced("logga.svg", "<svg", "<svg id='b'"),
    "no settings": _removed("lofte.toml"),
    "a template of one's own": _own_template("html/promise.html", "Det här är lovat", "Det här lovas"),
    "a part of one's own": _own_template("parts/layout.html", "ansvarar för sidorna", "svarar för sidorna"),
    "a text template of one's own": _own_template("markdown/promise.md", "Det här är lovat", "Det här lovas"),
    "a style sheet of one's own": _own_template("html/style.css", "#ffffff", "#fffff0"),
    "the other language": lambda project: project._replace(lang="en"),
}  # fmt: skip


def _edited(project: Project, *names: str) -> Project:
    for name in names:
        project = EDITS[name](project) or project
    return project


# ---------------------------------------------------------------- nothing changed


def test_a_second_build_writes_nothing(project: Project) -> None:
    before = project.files()
    published = project.render()

    assert (published.files, published.written) == (len(before), 0)
    assert project.untouched() == set(before)
    assert before == project.files()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_second_build_in_either_language_writes_nothing(tmp_path: Path, lang: Language) -> None:
    project = _project(tmp_path)._replace(lang=lang)
    project.render()

    assert project.render().written == 0


def test_a_file_whose_time_alone_has_changed_writes_nothing(project: Project) -> None:
    for path in project.promises.rglob("*.yaml"):
        path.touch()

    assert project.render().written == 0


def test_a_build_after_a_change_and_back_again_is_as_the_first(project: Project) -> None:
    before = project.files()
    path = project.promises / "exempelby" / "lofte-2024.yaml"
    text = path.read_text(encoding="utf-8")
    _edited(project, "title of a promise").render()
    path.write_text(text, encoding="utf-8")
    project.render()

    assert before == project.files()


def test_what_was_written_is_reported(project: Project) -> None:
    before = project.files()
    published = _edited(project, "status in a follow-up").render()

    assert published.written == len(set(before) - project.untouched()) > 0


# ---------------------------------------------------------------- something changed


SEQUENCES: Final = 6
"""Every edit stands in one of as many sequences."""


@pytest.mark.parametrize("start", range(SEQUENCES))
def test_builds_over_each_other_are_as_one_from_nothing(project: Project, start: int) -> None:
    edits = [*EDITS][start::SEQUENCES]
    after = project
    for number in range(0, len(edits), 2):
        names = edits[number : number + 2]
        after = _edited(after, *names)
        after.render("site", f"new-{number}")
        one, new = after.files(), after.files(f"new-{number}")

        assert sorted(one) == sorted(new), names
        assert [path for path in new if one[path] != new[path]] == [], names


SHOWN_ON: Final[Mapping[str, frozenset[str]]] = {
    "title of a promise": frozenset(
        ["index", "alla-ataganden", "oppna-data", "underlag", "omrade/alla-kommuner", "kommun/9999-exempelby-kommun", "exempelby/lofte-2023", "exempelby/lofte-2024",
         "exempelby/lofte-2024-jamforelse", "exempelby/overenskommelse-2023", "exempelby/lagesbild-2023",
         "exempelby/medborgardialog-2023", "exempelby/trygghetsmatning-2023", "exempelby/uppfoljning-2024-06-30",
         "exempelby/uppfoljning-2024-12-31", "amne/barn-och-unga", "amne/otrygga-platser"]
    ),
    "status in a follow-up": frozenset(
        ["index", "alla-ataganden", "oppna-data", "omrade/alla-kommuner", "kommun/9999-exempelby-kommun", "exempelby/lofte-2024",
         "exempelby/uppfoljning-2024-06-30", "exempelby/uppfoljning-2024-12-31", "amne/barn-och-unga", "amne/otrygga-platser",
         "exempelby/lofte-2024-jamforelse"]
    ),
    "title of the lägesbild": frozenset(
        ["index", "alla-ataganden", "oppna-data", "underlag", "kommun/9999-exempelby-kommun", "exempelby/lofte-2024", "exempelby/lagesbild-2023",
         "exempelby/atgardsplan-2024"]
    ),
}  # fmt: skip
"""The pages that may show it; those of the whole site are made from every document."""


@pytest.mark.parametrize("name", SHOWN_ON)
def test_after_a_change_only_pages_that_may_show_it_are_written(project: Project, name: str) -> None:
    _edited(project, name).render()
    written = {
        path
        for path in project.files()
        if path not in project.untouched() and path.endswith((".html", ".md"))
    }

    assert {path.rpartition(".")[0] for path in written} <= SHOWN_ON[name]
    assert len(written) >= 6


def test_the_pages_of_another_place_are_left_alone(project: Project) -> None:
    names = [name for name in EDITS if name.startswith(("title", "text", "status", "value", "a follow"))]
    _edited(project, *names).render()

    assert {
        "provby/lofte-2024.html", "provby/lofte-2024.md", "kommun/provby-kommun.html", "kommun/provby-kommun.md", "amne/trafik.html",
        "om-metoden.html", "tillganglighet.html", "style.css", "logotyp.svg",
    } <= project.untouched()  # fmt: skip


def test_a_changed_logotype_alone_is_written(project: Project) -> None:
    _edited(project, "logotype").render()

    assert set(project.files()) - project.untouched() == {"logotyp.svg"}


def test_a_changed_template_writes_every_page(project: Project) -> None:
    _edited(project, "a part of one's own").render()

    assert [path for path in project.untouched() if path.endswith(".html")] == []
    assert b"svarar f\xc3\xb6r sidorna" in project.files()["index.html"]


def test_a_template_of_ones_own_that_is_removed_is_ours_again(project: Project) -> None:
    before = project.files()
    _edited(project, "a template of one's own").render()
    changed = project.files()
    shutil.rmtree(project.folder / "templates")
    project.render()

    assert before != changed
    assert before == project.files()


# ---------------------------------------------------------------- what goes away


def test_pages_of_a_removed_document_go_away(project: Project) -> None:
    before = set(project.files())
    _edited(project, "a place less").render()

    assert before - set(project.files()) == {
        f"{address}.{suffix}"
        for address in ("provby/lofte-2024", "kommun/provby-kommun", "omrade/alla-kommuner", "amne/trafik")
        for suffix in ("html", "md")
    }
    assert not (project.folder / "site" / "provby").exists()


def test_a_renamed_document_has_one_page(project: Project) -> None:
    path = project.promises / "provby" / "lofte-2024.yaml"
    path.rename(path.with_name("lofte.yaml"))
    project.render()

    assert {name for name in project.files() if name.startswith("provby/")} == {
        "provby/lofte.html",
        "provby/lofte.md",
    }


def test_files_for_search_engines_go_away_with_the_address(project: Project) -> None:
    before = set(project.files())
    _edited(project, "no address of the site").render()

    assert before - set(project.files()) == {"robots.txt", "sitemap.xml"}


# ---------------------------------------------------------------- what others did to our files


def test_a_file_edited_by_hand_is_written_again(project: Project) -> None:
    before = project.files()
    (project.folder / "site" / "exempelby" / "lofte-2024.html").write_bytes(b"by hand")
    published = project.render()

    assert published.written == 1
    assert before == project.files()


def test_a_file_edited_by_hand_to_the_same_length_and_time_is_written_again(project: Project) -> None:
    before = project.files()
    path = project.folder / "site" / "style.css"
    path.write_bytes(path.read_bytes().replace(b"#ffffff", b"#000000"))
    os.utime(path, (OLD, OLD))

    assert project.render().written == 1
    assert before == project.files()


def test_a_file_removed_by_hand_is_written_again(project: Project) -> None:
    before = project.files()
    (project.folder / "site" / "index.html").unlink()

    assert project.render().written == 1
    assert before == project.files()


def test_a_page_that_is_a_link_elsewhere_is_written_again_and_what_it_led_to_is_left(
    project: Project,
) -> None:
    before = project.files()
    path, elsewhere = project.folder / "site" / "index.html", project.folder / "elsewhere.html"
    elsewhere.write_bytes(b"mine")
    path.unlink()
    path.symlink_to(elsewhere)
    project.render()

    assert before == project.files()
    assert (elsewhere.read_bytes(), path.is_symlink()) == (b"mine", False)


def test_a_page_that_is_a_link_to_the_same_words_becomes_a_page(project: Project) -> None:
    path, elsewhere = project.folder / "site" / "index.html", project.folder / "elsewhere.html"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    project.render()

    assert not path.is_symlink()


def test_a_site_whose_list_has_no_stamps_is_written_again(project: Project) -> None:
    before = project.files()
    marker = project.folder / "site" / MARKER
    listed = json.loads(marker.read_text(encoding="utf-8"))
    marker.write_text(json.dumps({**listed, "files": sorted(listed["files"])}), encoding="utf-8")
    published = project.render()

    assert published.written == published.files
    assert before == project.files()


def test_a_build_that_fails_leaves_times_and_bytes_as_they_were(project: Project) -> None:
    before = project.files()
    (project.folder / "logga.svg").unlink()
    with pytest.raises(LofteError):
        project.render()

    assert before == project.files()
    assert project.untouched() == set(before)


# ---------------------------------------------------------------- what a page shows of others


def test_places_whose_names_fold_alike_keep_pages_that_hang_together(tmp_path: Path) -> None:
    project = Project(tmp_path)
    _added("promises/b/lofte.yaml", PROVBY.replace("Provby kommun", "Åby"))(project)
    project.render()
    _added("promises/a/lofte.yaml", PROVBY.replace("Provby kommun", "Aby"))(project)
    project.render("site", "new")

    assert [path for path, data in project.files("new").items() if data != project.files()[path]] == []


def test_a_survey_that_a_goal_rests_on_is_shown_again_on_the_page_of_the_follow_up(project: Project) -> None:
    page = "exempelby/uppfoljning-2024-12-31.html"
    after = _edited(project, "value of the latest survey")
    after.render("site", "new")

    assert after.files()[page] == after.files("new")[page]


def test_a_new_day_from_version_control_is_shown(project: Project) -> None:
    workspace = project.load()
    days = dict.fromkeys(workspace.documents, dt.date(2024, 5, 5))
    for name in ("site", "new"):
        publish(
            project.folder / name,
            contents(output_files(Site(workspace, "sv", days), None, project.folder)),
        )

    assert project.files() == project.files("new")
    assert "5\N{NO-BREAK SPACE}maj 2024".encode() in project.files()["exempelby/lofte-2024.html"]
