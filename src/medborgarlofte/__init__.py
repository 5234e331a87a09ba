"""Write, check, compare and publish medborgarlöften."""

from importlib.metadata import version as _version


def __getattr__(name: str) -> str:
    # Reading the installed metadata costs 10 ms, so it waits until somebody asks.
    if name == "__version__":
        return _version("medborgarlofte")
    raise AttributeError(name)
