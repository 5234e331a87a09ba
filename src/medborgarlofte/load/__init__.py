"""From paths to documents: discovery, loading, references."""

from medborgarlofte.load.discovery import (
    FOLDER,
    STDIN,
    InputFile,
    existing_path,
    nearest_folder,
    root_of,
    selected_files,
)
from medborgarlofte.load.loader import LoadedDocument, load_bytes
from medborgarlofte.load.references import NOTICES, address_of
from medborgarlofte.load.workspace import Workspace, load, load_files

__all__ = [
    "FOLDER",
    "NOTICES",
    "STDIN",
    "InputFile",
    "LoadedDocument",
    "Workspace",
    "address_of",
    "existing_path",
    "load",
    "load_bytes",
    "load_files",
    "nearest_folder",
    "root_of",
    "selected_files",
]
