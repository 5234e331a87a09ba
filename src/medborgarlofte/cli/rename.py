"""`lofte rename`: an id or a document, with every reference."""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from medborgarlofte.cli.commands.documents import Rename
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.drafting.renaming import Renaming, contents, renaming
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.load import FOLDER, LoadedFile, Project, discover, load_files, only_project, root_of
from medborgarlofte.source.files import Replacement, read_bytes, replace_all
from medborgarlofte.source.locking import locked


def rename(session: Session, given: Rename) -> int:
    """Rename in a project, all files or none, and list them. Raises LofteError."""
    path = session.cwd / given.old.partition("#")[0]
    project = only_project(discover([str(root_of(path))] if path.exists() else [], session.cwd, None))
    files = load_files(project)
    old, new = (_id(name, session.cwd, project.root) for name in (given.old, given.new))
    made = renaming(files, old, new)
    changes = _replacements(project, files, made)
    if not given.dry_run:
        with contextlib.ExitStack() as stack:
            for path in {change.path.parent: change.path for change in changes}.values():
                stack.enter_context(locked(path))  # which locks its folder
            if any(change.path.read_bytes() != change.before for change in changes):
                raise LofteError(
                    Text("En av filerna ändrades under tiden.", "One of the files changed meanwhile."),
                    Text("Kör kommandot igen.", "Run the command again."),
                )
            replace_all(changes)
        for folder in {change.path.parent for change in changes if change.target != change.path}:
            with contextlib.suppress(OSError):
                folder.rmdir()
    for change in changes:
        name = next(file.input.id for file in files if file.input.path == change.path)
        session.print(_line(session, change, len(made.edits.get(name, ()))))
    _mention_unread(session, files)
    _mention_configuration(session, project, made)
    return ExitCode.CLEAN


def _id(name: str, cwd: Path, root: Path) -> str:
    """Path below the project as an id; other names as they are."""
    file, mark, item = name.partition("#")
    path = Path(cwd / file)
    if root.name == FOLDER and path.is_relative_to(root) and path != root:
        file = path.relative_to(root).as_posix()
    return f"{file}{mark}{item}"


def _replacements(project: Project, files: Sequence[LoadedFile], made: Renaming) -> list[Replacement]:
    data = {file.input.id: file.data for file in files if file.input.path}
    after = contents(files, made, data)
    paths = {file.input.id: file.input.path for file in files if file.input.path}
    return [
        Replacement(
            paths[key],
            project.root / f"{made.moves[key]}{paths[key].suffix}" if key in made.moves else paths[key],
            data[key],
            text,
        )
        for key, text in sorted(after.items())
    ]


def _line(session: Session, change: Replacement, count: int) -> Text:
    shown = session.shown(change.path)
    if change.target != change.path:
        shown += f" → {session.shown(change.target)}"
    if not count:
        return Text(shown, shown)
    return Text(
        f"{shown}: {count} {'ändring' if count == 1 else 'ändringar'}",
        f"{shown}: {count} {'change' if count == 1 else 'changes'}",
    )


def _mention_unread(session: Session, files: Sequence[LoadedFile]) -> None:
    """Note on documents with references that could not be seen."""
    for file in files:
        if not file.source.is_whole:
            name = escape_controls(file.input.file, in_line=True)
            session.log(
                Text(
                    f"{name} gick inte att läsa helt. Hänvisningar i det olästa är inte ändrade.",
                    f"Not all of {name} could be read. References in the rest were not changed.",
                )
            )


def _mention_configuration(session: Session, project: Project, made: Renaming) -> None:
    """Note on lofte.toml, whose patterns may name a moved file."""
    if not made.moves or not project.config.is_file():
        return
    data = read_bytes(project.config)
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
    for old in made.moves:
        for number, line in enumerate(text.splitlines(), start=1):
            if old in line:
                name = escape_controls(f"{project.config_name}:{number}", in_line=True)
                session.log(
                    Text(f"{name} nämner {old}. Ändra det där.", f"{name} mentions {old}. Change it there.")
                )
