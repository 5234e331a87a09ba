"""Every component has an example, and an example shows what it is of."""

import re

from component_pages import COMPONENTS, component_pages
from corpus import ROOT
from markup_reader import MarkupReader
from medborgarlofte.load import load
from medborgarlofte.templating import packaged

HELPERS = {"sentence", "marked", "result", "area", "items"}
"""Macros that are shown inside others."""


def test_every_macro_has_an_example() -> None:
    source = (packaged() / "parts" / "components.html").read_text(encoding="utf-8")
    macros = set(re.findall(r"{% macro (\w+)\(", source))
    shown = {name for one in COMPONENTS for name in re.findall(r"c\.(\w+)\(", one.call)}

    assert macros - shown - HELPERS == {"item"}  # shown by `items`


def test_an_example_is_made_by_the_templates_of_the_site() -> None:
    pages = dict(component_pages(load([], ROOT / "docs" / "exempelby")))

    assert set(pages) == {"style.css", *(f"{one.name}.html" for one in COMPONENTS)}
    assert "4 av 12" in MarkupReader(pages["verdict.html"]).text()
    assert "94 kvällar av minst 90" in MarkupReader(pages["item.html"]).text()
    assert "Minst 90 kvällar. 2025 var det minst 100." in MarkupReader(pages["change.html"]).text()
