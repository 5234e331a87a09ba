"""A Markdown page as blocks for typesetting: nothing lost, and each text in its language."""

from typing import Any

from each import each
from medborgarlofte.site.blocks import parse_blocks, swedish_prose, swedish_wording
from wordings import WORDINGS


def _run(text: str, lang: str = "sv", *, strong: bool = False, emph: bool = False) -> dict[str, Any]:
    return {"text": text, "lang": lang, "strong": strong, "emph": emph}


def _words(blocks: list[dict[str, Any]], lang: str = "") -> str:
    """The text of blocks, or what of it is in one language."""
    found = ""
    for block in blocks:
        found += "".join(run["text"] for run in block.get("runs", ()) if lang in ("", run["lang"]))
        found += "".join(_words(item, lang) for item in (*block.get("items", ()), block.get("blocks", [])))
    return found


def test_headings_paragraphs_and_emphasis() -> None:
    assert parse_blocks("# Ett *två*\n\na\nb\\\n**c**\n", "sv") == [
        {"kind": "heading", "level": 1, "runs": [_run("Ett "), _run("två", emph=True)]},
        {
            "kind": "paragraph",
            "runs": [_run("a"), _run(" "), _run("b"), _run("\n"), _run("c", strong=True)],
        },
    ]


def test_lists_hold_lists_and_numbers_begin_where_they_do() -> None:
    assert parse_blocks("- a\n  - b\n\n3. c\n", "sv") == [
        {
            "kind": "list",
            "start": None,
            "items": [
                [
                    {"kind": "paragraph", "runs": [_run("a")]},
                    {"kind": "list", "start": None, "items": [[{"kind": "paragraph", "runs": [_run("b")]}]]},
                ]
            ],
        },
        {"kind": "list", "start": 3, "items": [[{"kind": "paragraph", "runs": [_run("c")]}]]},
    ]


def test_the_columns_of_a_table_are_as_wide_as_their_texts() -> None:
    [table] = parse_blocks("| Status | Antal |\n|---|--:|\n| genomfört | 4 |\n", "sv")

    assert (table["kind"], table["widths"]) == ("table", [11, 7])
    assert (table["head"], table["rows"]) == (
        [[_run("Status")], [_run("Antal")]],
        [[[_run("genomfört")], [_run("4")]]],
    )


@each(
    [
        ("[Löftet](../lofte.md)", "Löftet"),
        ("[Brå](https://bra.example/)", "Brå (https://bra.example/)"),
        ("<https://bra.example/>", "https://bra.example/"),
        ("<a@exempelby.example>", "a@exempelby.example"),
        ("![bild](a.png) `kod`", "bild kod"),
        ("---\n", ""),
    ]
)
def test_links_show_where_they_lead_outside_the_site(text: str, shown: str) -> None:
    assert _words(parse_blocks(text, "sv")) == shown


PROSE = (
    "En rad.",
    "_Kursiv_ först",
    "- ett\n- två",
    "Stycke ett.\n\nStycke två.",
    "> citat",
    "1. a",
    "⸨a⸩ b",
    "**# a**",
)


@each(PROSE)
def test_prose_in_another_language_is_marked_as_swedish(text: str) -> None:
    plain = _words(parse_blocks(text, "sv"))
    page = f"Before\n\n- Comment: {swedish_prose(text, 2)}\n\nafter"

    assert _words(parse_blocks(page, "en"), "sv") == plain
    assert _words(parse_blocks(page, "en"), "en") == "BeforeComment: after"


@each(WORDINGS)
def test_wording_in_another_language_is_marked_as_swedish(text: str) -> None:
    page = f"- {swedish_wording(text, 2)}\n- after"

    assert _words(parse_blocks(page, "en"), "sv") == " ".join(text.split("\n"))
    assert _words(parse_blocks(page, "en"), "en") == "after"


def test_a_column_has_room_for_its_longest_word_and_a_wide_table_is_set_smaller() -> None:
    words = ["trygghetsundersökningen", "brottsförebyggarna", "samverkansöverenskommelsen", "k", "d"]
    head = " | ".join(words)
    [table] = parse_blocks(f"| {head} |\n|{'---|' * 5}\n| {' | '.join(['a b c ' * 20] * 5)} |\n", "sv")

    assert all(width > len(word) for width, word in zip(table["widths"], words, strict=True))
    assert table["size"] == 1.0
    [wide] = parse_blocks(f"| {head} | {head} |\n|{'---|' * 10}\n", "sv")
    assert 0.5 < wide["size"] < 0.7
