"""Write, check, compare and publish medborgarlöften."""


def __getattr__(name: str) -> str:
    # Reading the installed metadata costs 30 ms, so it waits until somebody asks.
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - reads metadata, 30 ms

        return version("medborgarlofte")
    raise AttributeError(name)
