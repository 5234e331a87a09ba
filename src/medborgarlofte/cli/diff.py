"""`lofte diff`: what was kept, sharpened, weakened and dropped between two documents."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from medborgarlofte.cli.bilingual import Argument, Choice, Command, format_option
from medborgarlofte.cli.resolve import document_named, documents_named
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text

if TYPE_CHECKING:
    from medborgarlofte.load import LoadedDocument, Workspace
    from medborgarlofte.report.diff.all_formats import Compared

FORMATS = ("text", "markdown", "json", "html")
KINDS = ("weakened", "dropped", "split", "merged", "moved", "sharpened", "new", "reworded", "kept")


def build(session: Session) -> click.Command:
    """The command for a session."""
    say = session.say

    def diff(  # noqa: PLR0917 - click passes them by name
        documents: tuple[str, ...],
        since: str | None,
        output: str,
        only: str | None,
        strict: bool,
        exit_code: bool,
        confirm: bool,
    ) -> int:
        rows = list(_rows(session, documents, since, strict=strict))
        if not rows:
            click.echo(say(_NOTHING), err=True)
            return ExitCode.CLEAN
        if confirm:
            from medborgarlofte.cli.confirm import confirm as walk  # noqa: PLC0415 - only when somebody asks

            return walk(session, rows)
        weakened = any(change.kind == "weakened" for row in rows for change in row.comparison.changes)
        if only:
            rows = [_narrowed(row, only) for row in rows]
        session.write(_written(session, rows, output))
        return ExitCode.FINDINGS if exit_code and weakened else ExitCode.CLEAN

    return Command(
        session,
        name="diff",
        callback=diff,
        about=Text(
            "Jämför två dokument: vad som är behållet, skärpt, försvagat, flyttat, borttaget och nytt. Med ett namn "
            "(en kommun eller en mapp) jämförs varje löfte med det före.",
            "Compare two documents: what is kept, sharpened, weakened, moved, dropped and new. With one name (a "
            "municipality or a folder) each promise is compared with the one before.",
        ),
        example="lofte diff karlshamn/lofte-2022 karlshamn/lofte-2024\nlofte diff karlshamn\n"
        "lofte diff --since HEAD --exit-code",
        params=[
            Argument(
                "documents",
                nargs=-1,
                metavar=say(Text("[GAMMAL] [NY]", "[OLD] [NEW]")),
                help=Text(
                    "En fil, ett id (karlshamn/lofte-2022), REV:sökväg ur git, eller en kommun eller mapp.",
                    "A file, an id (karlshamn/lofte-2022), REV:path out of git, or a municipality or folder.",
                ),
            ),
            click.Option(
                ["--since"],
                metavar="REV",
                help=say(
                    Text(
                        "Vad som ändrats i varje dokument sedan en revision.",
                        "What changed in each document since a revision.",
                    )
                ),
            ),
            format_option(session, FORMATS),
            click.Option(
                ["--only"],
                type=Choice(session, KINDS),
                metavar=say(Text("SLAG", "KIND")),
                help=say(
                    Text(
                        "Bara ett slags ändring: weakened, dropped …",
                        "Only one kind of change: weakened, dropped …",
                    )
                ),
            ),
            click.Option(
                ["--strict"],
                is_flag=True,
                help=say(
                    Text(
                        "Räkna bara par som är bekräftade eller ordagrant lika, inga förslag.",
                        "Count only pairs that are confirmed or word for word the same, no suggestions.",
                    )
                ),
            ),
            click.Option(
                ["--exit-code"],
                is_flag=True,
                help=say(
                    Text("Svara 1 när något försvagats, för CI.", "Answer 1 when something weakened, for CI.")
                ),
            ),
            click.Option(
                ["--confirm"],
                is_flag=True,
                help=say(
                    Text(
                        "Gå igenom förslagen och skriv de bekräftade som ”fortsätter” i den nyare filen.",
                        "Walk through the suggestions and write those confirmed as “fortsätter” into the newer file.",
                    )
                ),
            ),
        ],
    )


def _rows(
    session: Session, documents: tuple[str, ...], since: str | None, *, strict: bool
) -> "Iterator[Compared]":
    from medborgarlofte.diff.document import compare  # noqa: PLC0415 - heavy modules wait until needed
    from medborgarlofte.report.diff.all_formats import Compared  # noqa: PLC0415
    from medborgarlofte.timeline import is_followed_up  # noqa: PLC0415

    if len(documents) > 2:
        raise LofteError(Text("Jämför två dokument i taget.", "Compare two documents at a time."))
    for old, new, workspace in _pairs(session, documents, since):
        if type(old.document) is not type(new.document):
            raise LofteError(
                Text(
                    f"”{old.id}” och ”{new.id}” är olika sorters dokument.",
                    f"“{old.id}” and “{new.id}” are documents of different kinds.",
                )
            )
        followed = is_followed_up(workspace, old.id) if workspace and old.id in workspace.documents else None
        yield Compared(compare(old, new, followed_up=followed, strict=strict), old, new)


def _pairs(
    session: Session, documents: tuple[str, ...], since: str | None
) -> "Iterator[tuple[LoadedDocument, LoadedDocument, Workspace | None]]":
    from medborgarlofte.timeline import consecutive  # noqa: PLC0415

    if since is not None:
        yield from _changed(session, since, documents)
    elif len(documents) == 2:
        (old, workspace), (new, _) = (_one(session, name) for name in documents)
        yield old, new, workspace
    else:
        workspace, ids = documents_named(session, documents[0] if documents else None)
        for old, new in consecutive(workspace, ids):
            yield old, new, workspace


def _one(session: Session, name: str) -> "tuple[LoadedDocument, Workspace | None]":
    """The document that a path, an id or REV:path names."""
    from medborgarlofte.source.git import file_at  # noqa: PLC0415

    revision, colon, inside = name.partition(":")
    if colon and inside and len(revision) > 1 and not (session.cwd / name).exists():
        return _from_bytes(name, inside, file_at(session.cwd, revision, inside)), None
    return document_named(session, name)


def _from_bytes(name: str, path: str, data: bytes) -> "LoadedDocument":
    from medborgarlofte.load import load_bytes  # noqa: PLC0415

    parts = Path(path.replace("\\", "/")).with_suffix("").parts
    inside = parts[parts.index("promises") + 1 :] if "promises" in parts else parts[-1:]
    loaded, wrong = load_bytes("/".join(inside), name, data)
    wrong = [diagnostic for diagnostic in wrong if diagnostic.severity == "error"]
    if loaded is None or wrong:
        first = wrong[0] if wrong else None
        where = f" (rad {first.span.line}: {first.message('sv')})" if first else ""
        line = f" (line {first.span.line}: {first.message('en')})" if first else ""
        raise LofteError(Text(f"”{name}” går inte att läsa{where}.", f"“{name}” cannot be read{line}."))
    return loaded


def _changed(
    session: Session, since: str, documents: tuple[str, ...]
) -> "Iterator[tuple[LoadedDocument, LoadedDocument, Workspace | None]]":
    """Each document that differs from a revision, renames followed."""
    from medborgarlofte.load import existing_path, nearest_folder, root_of  # noqa: PLC0415
    from medborgarlofte.source.git import changed_since, file_at  # noqa: PLC0415

    if len(documents) > 1:
        raise LofteError(
            Text("--since tar högst en fil eller mapp.", "--since takes at most one file or folder."),
        )
    named = existing_path(documents[0], session.cwd) if documents else nearest_folder(session.cwd)
    workspace = session.load([str(named)])
    root = root_of(named)
    for change in changed_since(root, since):
        if change.old is None or change.new is None or not change.new.endswith((".yaml", ".yml")):
            continue
        new = workspace.valid.get(Path(change.new).with_suffix("").as_posix())
        if new is not None and new.id in workspace.asked:
            old = _from_bytes(
                f"{since}:{change.old}", f"promises/{change.old}", file_at(root, since, f"./{change.old}")
            )
            yield old, new, workspace


def _narrowed(row: "Compared", kind: str) -> Any:
    from dataclasses import replace  # noqa: PLC0415

    changes = tuple(change for change in row.comparison.changes if change.kind == kind)
    return replace(
        row, comparison=replace(row.comparison, changes=changes, focus_areas=(), other=()), narrowed=True
    )


def _written(session: Session, rows: "list[Compared]", output: str) -> str:
    if output == "html":
        from medborgarlofte.site.comparison import standalone  # noqa: PLC0415

        return standalone([(row.comparison, row.old, row.new) for row in rows], session.lang)
    from medborgarlofte.report.diff.all_formats import DIFF_FORMATS  # noqa: PLC0415

    return DIFF_FORMATS[output](rows, lang=session.lang, width=session.width, color=session.color)


_NOTHING = Text(
    "Det fanns inget att jämföra: det behövs två löften.",
    "There was nothing to compare: it takes two promises.",
)
