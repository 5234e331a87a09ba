"""Every page through the Nu HTML Checker and html-validate, which each see what the other does not."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from corpus import EXAMPLE, ROOT, exempelby, long_words, shipped
from lazy_site import LazySite
from medborgarlofte.load import Workspace, load
from medborgarlofte.site.publish import publish

pytestmark = pytest.mark.browser

MODULES: Final = ROOT / ".ci" / "npm" / "node_modules"
HOW_TO_GET_THEM: Final = (
    "These tests need Java, Node and: npm install --prefix .ci/npm vnu-jar@26 html-validate@10"
)
RULES: Final = {
    "extends": [
        "html-validate:recommended",
        "html-validate:document",
        "html-validate:a11y",
        "html-validate:standard",
    ],
    "rules": {
        "doctype-style": ["error", {"style": "lowercase"}],
        "require-sri": "off",  # everything is our own
        "long-title": "off",  # a promise's own title
    },
}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sites in one folder."""
    root = tmp_path_factory.mktemp("valid")
    workspaces: dict[str, Workspace] = {
        "shipped": shipped(), "exempelby": exempelby(), "long": long_words(), "example": load([], EXAMPLE),
        "twelve": load([], ROOT / "docs" / "exempelby"),
    }  # fmt: skip
    for name, workspace in workspaces.items():
        publish(root / name, LazySite(workspace, "sv").items())
    publish(root / "english", LazySite(workspaces["example"], "en").items())
    shutil.copytree(ROOT / "docs" / "komponenter", root / "components")
    return root


def test_the_nu_html_checker_finds_nothing(sites: Path) -> None:
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if shutil.which("java") is None or not jar.is_file():
        pytest.fail(HOW_TO_GET_THEM)
    done = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", str(sites)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        (Path(m["url"]).name, m["message"], m.get("extract", "")) for m in json.loads(done.stderr)["messages"]
    ]

    assert found == []


def test_html_validate_finds_nothing(sites: Path) -> None:
    script = MODULES / "html-validate" / "bin" / "html-validate.mjs"
    if shutil.which("node") is None or not script.is_file():
        pytest.fail(HOW_TO_GET_THEM)
    (sites / ".htmlvalidate.json").write_text(json.dumps({"root": True, **RULES}), encoding="utf-8")
    done = subprocess.run(
        ["node", str(script), "--formatter", "json", str(sites)], capture_output=True, text=True, check=False
    )
    found = [
        (Path(page["filePath"]).name, message["ruleId"], message["message"], message.get("selector"))
        for page in json.loads(done.stdout)
        for message in page["messages"]
    ]

    assert found == []
