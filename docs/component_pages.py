"""The components of the site, each on a page of its own with an example from a collection."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from medborgarlofte.diff.kinds import CHANGE_WORDS
from medborgarlofte.i18n import Text
from medborgarlofte.load import Workspace
from medborgarlofte.model.promise import Promise
from medborgarlofte.model.statuses import BEST_FIRST, STANDINGS
from medborgarlofte.site.commitments import commitment_rows
from medborgarlofte.site.page import Site
from medborgarlofte.site.pages import PAGES
from medborgarlofte.site.pages.promise import draft_rows, draft_verdict
from medborgarlofte.site.places import timeline
from medborgarlofte.site.progress import goal_views, promise_verdict
from medborgarlofte.site.templates import templates_for


class Component(NamedTuple):
    """A macro of parts/components.html with a call of it."""

    name: str
    about: Text
    call: str
    """Jinja that shows it, of the names in `examples`."""


COMPONENTS: Final = (
    Component(
        "sign",
        Text(
            "Ett tecken. Rutan säger hur det gick, ringen vad som ändrats. Formen bär betydelsen; ordet står alltid bredvid.",
            "A sign. The square says how it went, the ring what has changed. The shape carries the meaning; the word always stands beside it.",
        ),
        '<ul class="key">{% for look, word in signs %}<li>{{ c.sign(look) }} {{ word }}</li>\n{% endfor %}</ul>',
    ),
    Component(
        "strip",
        Text(
            "En ruta för varje åtagande, från genomfört till ingen uppgift. Varje ruta leder till sitt kort.",
            "One square for each commitment, from done to no report. Each leads to its card.",
        ),
        '{{ c.strip(verdict.squares) }}<div>{% for one in verdict.squares %}<p id="{{ one.link[1:] }}">{{ one.words }}</p>{% endfor %}</div>',
    ),
    Component(
        "strip-mini",
        Text("Samma som en bild med text.", "The same as one picture with a text."),
        "<p>{{ c.strip(verdict.squares, verdict.text, true) }}</p>",
    ),
    Component(
        "key",
        Text("Förklaringen på en rad: tecken, tal, ord.", "The legend in one line: sign, number, word."),
        "{{ c.key(verdict.counts) }}",
    ),
    Component(
        "tiles",
        Text("Namn, rutor och ”3 av 6”.", "A name, squares and “3 of 6”."),
        '{{ c.tiles(verdict.tiles, "") }}',
    ),
    Component(
        "verdict",
        Text(
            "Svaret först på sidan: fråga, tal, rutor och förklaring; parter, datum och ändringar vid sidan.",
            "The answer first on the page: question, figure, squares and legend; parties, dates and changes beside.",
        ),
        '{{ c.verdict(verdict._replace(squares=plain), "") }}',
    ),
    Component(
        "item",
        Text(
            "Ett åtagande: tecken, orden som lovades, resultat, skäl, och det som inte alla behöver.",
            "A commitment: sign, the promised words, result, reason, and what not everyone needs.",
        ),
        '{{ c.area("Unga vid stationen", "", "1 av 4 genomförda", "") }}{{ c.items(rows, "") }}',
    ),
    Component(
        "goal",
        Text(
            "Målstapel: fyllning är utfallet, strecket målet. Bara bredvid en mening som säger detsamma.",
            "Goal bar: the fill is the outcome, the mark the target. Only beside a sentence that says the same.",
        ),
        '<p class="figure"><strong>{{ rows[1].value }}</strong>{{ rows[1].against }}</p>{{ c.goal(rows[1].bar) }}',
    ),
    Component(
        "outcome",
        Text(
            "Effektmål: meningen, stapeln och värdena genom åren.",
            "Outcome goal: the sentence, the bar and the values.",
        ),
        '{{ c.outcome(goal, "") }}',
    ),
    Component(
        "change",
        Text(
            "En ändring: vad den betyder, båda årens ord, och hur det gick det gamla året.",
            "A change: what it means, the words of both years, and how it went the old year.",
        ),
        '<ol class="ruled">{% for row in changes %}{{ c.change(row, "") }}{% endfor %}</ol>',
    ),
    Component(
        "year",
        Text(
            "Ett år på tidslinjen; ett utkast har en ihålig punkt.",
            "A year on the timeline; a draft has a hollow dot.",
        ),
        '<ol>{% for row in years %}{{ c.year(row, "") }}{% endfor %}</ol>',
    ),
    Component(
        "threads",
        Text("Samma åtagande genom åren.", "The same commitment through the years."),
        '{{ c.threads(threads, ["2025", "2026"], "Rutan visar hur det gick det året, talet vad som lovades.") }}',
    ),
    Component(
        "matrix",
        Text(
            "Tal i rader och kolumner; tonen upprepar dem.",
            "Numbers in rows and columns; the tint repeats them.",
        ),
        '{{ c.matrix(matrix, ["Exempelby", "Granvik"], "Antal åtaganden i det senaste löftet.", "Ämne", [7, 2]) }}',
    ),
    Component(
        "stack",
        Text(
            "En tabell vars rader blir block där de inte får plats.",
            "A table whose rows become blocks where they do not fit.",
        ),
        '{{ c.stack(["Kommun", "Löfte", "Senaste uppföljning"], [["Exempelby", "2026", "31 augusti 2026"], ["Granvik", "2025–2026", ""]]) }}',
    ),
    Component(
        "fold",
        Text("Det som inte alla behöver.", "What not everyone needs."),
        '{% call c.fold("Varför just det här?") %}<p>Unga samlas vid stationen på fredagar.</p>{% endcall %}',
    ),
    Component(
        "draft",
        Text(
            "Ett utkast: streckad ram, och tecken för vad som ändras.",
            "A draft: dashed frame, and signs for what changes.",
        ),
        '<section class="draft-bar" aria-label="Utkast"><p><strong class="tag">Utkast</strong> Det här är inte beslutat och kan ändras.</p></section>'
        '<div class="draft">{{ c.verdict(draft, "") }}</div>{{ c.items(draft_rows, "", true) }}',
    ),
)
"""A test demands an example of every macro."""

PAGE: Final = """\
<!doctype html>
<html lang="{{ lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ name }} – lofte</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self' data:">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="style.css">
<link rel="icon" href="data:,">
</head>
<body>
{% include "parts/sprite.html" without context %}
<main id="avsnitt:exempel">
<h1>{{ name }}</h1>
<p>{{ about }}</p>
<h2>Exempel</h2>
{% import "parts/components.html" as c %}
EXAMPLE
</main>
</body>
</html>
"""


def component_pages(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """File name and text of each example page, and of the style sheet."""
    site = Site(workspace, "sv")
    templates = templates_for("sv")
    data = examples(site)
    environment = templates.environments["html"]
    for one in COMPONENTS:
        page = environment.from_string(PAGE.replace("EXAMPLE", one.call))
        written = page.render({**data, "name": one.name, "about": site.say(one.about)})
        # The pages that the examples lead to are not here.
        yield (
            f"{one.name}.html",
            re.sub(r'<a( class="[^"]*")? href="(?![#m])[^"]*"', r'<a\1 href="#avsnitt:exempel"', written),
        )
    yield "style.css", templates.stylesheet("style.css", site.website).decode()


def examples(site: Site) -> Mapping[str, Any]:
    """Data of the examples: a promise in force, the draft after it, and their place."""
    drafts = [
        site.figures[loaded.id] for loaded, promise in site.workspace.of_kind(Promise) if promise.is_draft
    ]
    draft = drafts[0]
    figures = site.figures[site.before[draft.id].id]
    verdict = promise_verdict(site, figures)
    rows = list(commitment_rows(site, figures).values())
    [comparison] = [p for kind in PAGES for p in kind(site) if p.address == f"{figures.id}-jamforelse"]
    sections = comparison.make()["sections"]
    return {
        "signs": _signs(),
        "verdict": verdict,
        "plain": [one._replace(link="") for one in verdict.squares],
        "rows": rows[:4],
        "goal": goal_views(site, figures.promise.outcome_goals, [], figures.promise)[0],
        "changes": [section.rows[0] for section in sections],
        "years": timeline(site, figures.places[0]),
        "threads": _threads(rows[0].words),
        "matrix": [
            {"name": "Barn och unga", "numbers": [4, 2], "link": "", "own": True},
            {"name": "Trafik", "numbers": [3, 0], "link": "", "own": True},
        ],
        "draft": draft_verdict(site, draft),
        "draft_rows": list(draft_rows(site, draft).values())[:2],
    }


def _signs() -> list[tuple[str, str]]:
    statuses = [(STANDINGS[status].look, STANDINGS[status].label.sv) for status in BEST_FIRST]
    return [*statuses, *((look, words.label.sv) for look, words in CHANGE_WORDS.items() if look != "like")]


def _threads(words: str) -> list[Mapping[str, Any]]:
    cells = [
        {"look": "done", "label": "Genomfört", "promised": "100 kvällar", "gone": False, "change": None},
        {
            "look": "done", "label": "Genomfört", "promised": "90 kvällar", "gone": False,
            "change": {"look": "weaker", "text": "svagare"},
        },
    ]  # fmt: skip
    gone = {"gone": True, "label": "Borttaget"}
    return [{"words": words, "cells": cells}, {"words": "Öppen mottagning.", "cells": [None, gone]}]
