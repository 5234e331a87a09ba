"""How it goes with a promise, to be shown elsewhere: a fragment of HTML, and a card as SVG and PNG."""

import re
import textwrap
from collections.abc import Callable, Iterator
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Final

from markupsafe import Markup

from medborgarlofte.language.phrases import format_when
from medborgarlofte.load import address_of
from medborgarlofte.site.page import Site
from medborgarlofte.site.progress import promise_verdict
from medborgarlofte.site.publish import OutputFile
from medborgarlofte.site.templates import Templates, templates_for
from medborgarlofte.site.views import Verdict
from medborgarlofte.stats import PromiseFigures
from medborgarlofte.templating import packaged

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
"""In pixels, as social media show a link."""
COLOURS: Final = {
    "done": "#17683a", "half": "#875000", "go": "#1b5a97", "idle": "#4a545d", "no": "#a6211b", "out": "#62533f",
    "unk": "#63478a", "none": "#63478a",
}  # fmt: skip
"""Of the signs, as in the light mode of style.css."""
INK, SOFT, BRAND, ACCENT = "#171d22", "#4a545d", "#0b5a6c", "#f0b43c"
FONT: Final = "Inter, 'Segoe UI', Roboto, 'Noto Sans', 'Libertinus Serif', sans-serif"


def has_typst() -> bool:
    """Whether PNG can be made."""
    try:
        import typst  # noqa: F401, PLC0415 - an extra of 80 MB
    except ImportError:
        return False
    return True


def share_files(site: Site, own_templates: Path | None = None, *, png: bool) -> Iterator[OutputFile]:
    """A fragment and a card for each promise that is not a draft.

    Raises LofteError for a mistake in a user's template.
    """
    templates = templates_for(site.lang, own_templates)
    for figures in site.figures.values():
        if not figures.promise.is_draft:
            folder = address_of(figures.id)
            draw = cache(partial(_svg, site, figures))
            yield OutputFile(f"{folder}/verdict.html", partial(_fragment, site, figures, templates))
            yield OutputFile(f"{folder}/card.svg", draw)
            if png:
                yield OutputFile(f"{folder}/card.png", partial(_png, draw))


def _fragment(site: Site, figures: PromiseFigures, templates: Templates) -> bytes:
    """Only ASCII, so that it can be pasted into pages of any encoding."""
    verdict = promise_verdict(site, figures, linked=False)
    data = {
        "title": figures.promise.title,
        "verdict": verdict,
        "squares": Markup("").join(map(Markup, _squares(verdict, 0, FRAGMENT_STEP, FRAGMENT_WIDTH))),
        "width": FRAGMENT_STEP * min(len(verdict.squares), FRAGMENT_WIDTH),
        "height": FRAGMENT_STEP * -(-len(verdict.squares) // FRAGMENT_WIDTH),
        "when": _when(site, figures),
        "link": site.absolute(site.link(figures.id)),
    }
    return templates.render("html", "verdict.html", data).encode("ascii", "xmlcharrefreplace")


FRAGMENT_STEP, FRAGMENT_WIDTH = 32, 10
"""Size of a square in pixels, and how many are side by side."""


def _png(draw: Callable[[], bytes]) -> bytes:
    import typst  # noqa: PLC0415 - an extra of 80 MB

    page = f"#set page(width: {WIDTH}pt, height: {HEIGHT}pt, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: {WIDTH}pt)"
    made = typst.compile(
        page.encode(), format="png", ppi=72, ignore_system_fonts=True, sys_inputs={"svg": draw().decode()}
    )
    return bytes(made)


# ---------------------------------------------------------------- drawing


def _svg(site: Site, figures: PromiseFigures) -> bytes:
    verdict = promise_verdict(site, figures, linked=False)
    brand, accent = site.website.colour or BRAND, site.website.second_colour or ACCENT
    lines = textwrap.wrap(figures.promise.title, 44)[:2]
    top = 150 + 56 * len(lines)
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<rect width="{WIDTH}" height="16" fill="{brand}"/><rect width="240" height="16" fill="{accent}"/>',
        _text(site.name, 92, 28, SOFT),
        *(_text(line, 160 + 56 * number, 46, INK, 700) for number, line in enumerate(lines)),
        _text(verdict.value, top + 120, 132, INK, 700),
        _text(verdict.rest, top + 178, 36, INK, 600),
        *_squares(
            verdict, top + 212, min(64.0, (WIDTH - 2 * MARGIN) / max(1, len(verdict.squares))), x=MARGIN
        ),
        *(
            _text(line, HEIGHT - 116 + 32 * number, 24, INK)
            for number, line in enumerate(textwrap.wrap(", ".join(c.text for c in verdict.counts), 84))
        ),
        _text(_when(site, figures), HEIGHT - 44, 24, SOFT),
    ]
    label = escape(f"{figures.promise.title}: {verdict.value} {verdict.rest}. {verdict.text}.")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'font-family="{FONT}" role="img" aria-label="{label}" lang="{site.lang}">{"".join(filter(None, parts))}</svg>\n'
    )
    return svg.encode()


def _text(words: str, y: int, size: int, colour: str, weight: int = 400) -> str:
    if not words:
        return ""
    room = int((WIDTH - 2 * MARGIN) / (size * 0.5))
    shown = textwrap.shorten(words, room, placeholder=" …") if len(words) > room else words
    return f'<text x="{MARGIN}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">{escape(shown)}</text>'


def _squares(verdict: Verdict, y: int, step: float, across: int = 10_000, *, x: int = 0) -> Iterator[str]:
    """One square a commitment, `across` of them side by side."""
    for number, square in enumerate(verdict.squares):
        row, column = divmod(number, across)
        at = f"translate({round(x + column * step, 1)} {round(y + row * step, 1)}) scale({round(step * 0.86 / 24, 3)})"
        yield f'<g transform="{at}" color="{COLOURS[square.look]}">{_shapes()[square.look]}</g>'


@cache
def _shapes() -> dict[str, str]:
    """What each sign draws, from the sprite of the pages."""
    sprite = (packaged() / "parts" / "sprite.html").read_text(encoding="utf-8")
    return dict(re.findall(r'<symbol id="s.(\w+)"[^>]*>(.*?)</symbol>', sprite))


def _when(site: Site, figures: PromiseFigures) -> str:
    """”Uppföljt den 31 augusti 2026”."""
    if figures.latest is None:
        return ""
    before, date = format_when(figures.latest.date, site.lang)
    return {"sv": f"Uppföljt {before}{date}", "en": f"Followed up {before}{date}"}[site.lang]
