"""From paths to documents: discovery, loading, references."""

from medborgarlofte.load import addresses, copies, references, rings
from medborgarlofte.load.addresses import address_of, check_addresses
from medborgarlofte.load.discovery import (
    FOLDER,
    SCHEMAS,
    STDIN,
    InputFile,
    Project,
    discover,
    folder_above,
    input_file,
    is_name,
    nearest_folder,
    only_project,
    root_of,
)
from medborgarlofte.load.loader import (
    Content,
    LoadedDocument,
    LoadedFile,
    Parsed,
    content_of,
    load_bytes,
)
from medborgarlofte.load.paths import existing_path
from medborgarlofte.load.references import check_references
from medborgarlofte.load.workspace import Workspace, load, load_files, load_project, workspace_of

NOTICES = (*references.NOTICES, *addresses.NOTICES, *copies.NOTICES, *rings.NOTICES)

__all__ = [
    "FOLDER", "NOTICES", "SCHEMAS", "STDIN", "Content", "InputFile", "LoadedDocument", "LoadedFile", "Parsed",
    "Project", "Workspace", "address_of", "check_addresses", "check_references", "content_of", "discover",
    "existing_path", "folder_above", "input_file", "is_name", "load", "load_bytes", "load_files",
    "load_project", "nearest_folder", "only_project", "root_of", "workspace_of",
]  # fmt: skip
