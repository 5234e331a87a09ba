"""From paths to documents: discovery, loading, references."""

from medborgarlofte.load import references, rings
from medborgarlofte.load.discovery import (
    FOLDER,
    STDIN,
    InputFile,
    Project,
    discover,
    existing_path,
    nearest_folder,
    only_project,
    root_of,
    selected_files,
)
from medborgarlofte.load.loader import LoadedDocument, load_bytes
from medborgarlofte.load.references import address_of
from medborgarlofte.load.workspace import Workspace, load, load_project

NOTICES = (*references.NOTICES, *rings.NOTICES)

__all__ = [
    "FOLDER",
    "NOTICES",
    "STDIN",
    "InputFile",
    "LoadedDocument",
    "Project",
    "Workspace",
    "address_of",
    "discover",
    "existing_path",
    "load",
    "load_bytes",
    "load_project",
    "nearest_folder",
    "only_project",
    "root_of",
    "selected_files",
]
