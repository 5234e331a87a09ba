"""`lofte import`: drafts from existing documents."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from medborgarlofte.cli.commands.documents import Import
from medborgarlofte.cli.new_files import write_new
from medborgarlofte.cli.prompts import print_error, prompt
from medborgarlofte.cli.session import ExitCode, Session
from medborgarlofte.errors import LofteError
from medborgarlofte.i18n import Text, escape_controls
from medborgarlofte.importing.found import Found
from medborgarlofte.importing.limits import MAX_BYTES, too_large
from medborgarlofte.importing.pipeline import Imported, import_bytes
from medborgarlofte.importing.review import ANSWERS, Question, apply_answer, party_choices
from medborgarlofte.load import FOLDER, LoadedDocument, folder_above, load
from medborgarlofte.model.promise import Promise
from medborgarlofte.swedish import PartialDate


def import_(session: Session, given: Import) -> int:
    """Import files one by one, continuing after failures."""
    if not given.files:
        raise LofteError(
            Text("Säg vilken fil som ska läsas in.", "Name the file to import."),
            Text("Till exempel: lofte import lofte-2024.docx", "For example: lofte import lofte-2024.docx"),
        )
    if given.review:
        advice = Text("Kör kommandot utan --review.", "Run the command without --review.")
        session.needs_terminal("--review", advice)
    failed = False
    for name in given.files:
        try:
            _import_file(session, name, given.output, review=given.review)
        except LofteError as error:
            failed = True
            print_error(error.message, error.help, session.lang)
    return ExitCode.USAGE_ERROR if failed else ExitCode.CLEAN


def _import_file(session: Session, name: str, output: str | None, *, review: bool) -> None:
    """Import a file, list uncertainties. Raises LofteError."""
    shown = session.say(Text("standard in", "standard input")) if name == "-" else Path(name).name
    data = session.read_stdin(MAX_BYTES) if name == "-" else _read(session, name)
    if len(data) > MAX_BYTES:
        raise too_large(shown)
    to_output = output == "-" or (output is None and name == "-")
    source, drafts = import_bytes(
        shown,
        data,
        lang=session.lang,
        today=PartialDate.of(session.today),
        review=partial(ask, session) if review else None,
        collection=partial(_promises, session, output),
        by_place=output is None and not to_output,
    )
    for note in source.notes:
        _log(session, f"{shown}: ", note)
    if to_output:
        session.write("---\n".join(draft.text for draft in drafts))
    else:
        _write(session, drafts, output)
    for draft in drafts:
        for place, reason in draft.doubts:
            _log(session, f"{shown}: {session.say(place)}: ", reason)


def _promises(session: Session, output: str | None) -> list[LoadedDocument]:
    """Promises of the collection that the drafts are written to."""
    root = folder_above(session.cwd)
    if root is None or (output not in (None, "-") and not _folder(session, output).is_relative_to(root)):
        return []
    return [loaded for loaded, _ in load([str(root)], session.cwd).of_kind(Promise)]


def _log(session: Session, before: str, text: Text) -> None:
    lines = (escape_controls(f"{before}{line}", in_line=True) for line in (text.sv, text.en))
    session.log(Text(*lines))


def _read(session: Session, name: str) -> bytes:
    path = session.cwd / name
    if not path.is_file():
        raise LofteError(
            Text(f"filen {name} finns inte", f"there is no file {name}"),
            Text("Kontrollera namnet och mappen.", "Check the name and the folder."),
        )
    if path.stat().st_size > MAX_BYTES:
        raise too_large(name)
    return path.read_bytes()


def _write(session: Session, drafts: Sequence[Imported], output: str | None) -> None:
    """Write all drafts or none. Raises LofteError for an existing file."""
    folder = _folder(session, output)
    paths = [folder / f"{draft.name}.yaml" for draft in drafts]
    taken = next((path for path in paths if path.exists()), None)
    if taken is not None:
        shown = session.shown(taken)
        raise LofteError(
            Text(f"{shown} finns redan. Inget har skrivits.", f"{shown} exists. Nothing has been written."),
            Text(
                "Välj en annan mapp med -o, eller flytta filen.",
                "Choose another folder with -o, or move the file.",
            ),
        )
    for path, draft in zip(paths, drafts, strict=True):
        write_new(session, path, draft.text.encode())
        shown = session.shown(path)
        session.log(
            Text(
                f"Skrev {shown}. Läs igenom det mot källan, sedan: lofte validate {shown}",
                f"Wrote {shown}. Read it against the source, then: lofte validate {shown}",
            )
        )


def _folder(session: Session, output: str | None) -> Path:
    """Output folder, promises by default. Raises LofteError for a file."""
    if output is None:
        return folder_above(session.cwd) or session.cwd / FOLDER
    folder = session.cwd / output
    if folder.is_file() or folder.suffix in (".yaml", ".yml"):
        raise LofteError(
            Text(f"{output} är ingen mapp.", f"{output} is not a folder."),
            Text(
                "Utkasten får namn efter kommun och år.", "The drafts are named after municipality and year."
            ),
        )
    return folder


# ---------------------------------------------------------------- --review


def ask(session: Session, found: Found, asked: Sequence[Question]) -> None:
    """Prompt for each block; q stops."""
    _show_answers(session)
    for number, question in enumerate(asked, start=1):
        reason = f" – {session.say(question.reason)}" if question.reason else ""
        head = f"\n{number}/{len(asked)} {session.say(question.place)}, {session.say(question.now)}{reason}"
        shown = escape_controls(f"{head}\n  {question.text}")
        session.log(Text(shown, shown))
        letter = _letter(session)
        if letter == "q":
            return
        answer = ANSWERS[letter][0]
        promises = answer == "commitment" or (answer == "keep" and question.now.en == "commitment")
        apply_answer(found, question, answer, _party(session, found) if promises else "")


def _show_answers(session: Session) -> None:
    stop = Text("sluta fråga, behåll resten som det är", "stop asking, keep the rest as it is")
    rows = {letter: label for letter, (_, label) in ANSWERS.items()} | {"q": stop}
    listed = "\n".join(f"  {letter}  {session.say(label)}" for letter, label in rows.items())
    session.log(Text(f"Svara med en bokstav:\n{listed}", f"Answer with a letter:\n{listed}"))


def _letter(session: Session) -> str:
    """Letter of an answer, Enter to keep; the answers are listed after any other."""
    hint = "".join(ANSWERS)
    question = Text(f"Vad är det? [b] ({hint}q, ? förklarar)", f"What is it? [b] ({hint}q, ? explains)")
    while True:
        typed = prompt(session, question, default="b", show_default=False)
        letter = typed.lower().replace("a", "å")[:1]
        if letter in (*ANSWERS, "q"):
            return letter
        _show_answers(session)


def _party(session: Session, found: Found) -> str:
    """Party id; empty when unknown or already right."""
    choices = party_choices(found)
    listed = ", ".join(f"{number} {choice}" for number, choice in enumerate(choices, start=1))
    question = Text(
        f"Vem lovar? ({listed}, tomt: som det står)", f"Who promises? ({listed}, empty: unchanged)"
    )
    while True:
        typed = prompt(session, question, default="", show_default=False)
        if not typed or typed in choices:
            return typed
        if typed.isdecimal() and 0 < int(typed) <= len(choices):
            return choices[int(typed) - 1]
