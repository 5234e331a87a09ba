"""YAML writer; its output reads back unchanged."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import yaml

WIDTH: Final = 100
"""Columns before a plain text is folded and a short mapping is spread over several lines."""

NULLS: Final = ("", "~", "null", "Null", "NULL")
"""Plain scalars that read as null."""


def write(value: Mapping[str, Any]) -> str:
    """Document as block YAML, short mappings on one line.

    Long texts are wrapped. Values are texts or lists.
    """
    dumped: str = yaml.dump(_Whole(value), Dumper=_Dumper, allow_unicode=True, width=WIDTH)
    return dumped


def scalar(text: str) -> str:
    """One-line scalar, quoted only where necessary."""
    style = '"' if "\n" in text else "'" if _must_be_quoted(text) else None
    node = yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)
    alone = yaml.SequenceNode("tag:yaml.org,2002:seq", [node], flow_style=True)
    written: str = yaml.serialize(alone, Dumper=_Dumper, allow_unicode=True, width=float("inf"))
    return written.strip()[1:-1]


def _must_be_quoted(text: str) -> bool:
    """True for null and octal look-alikes."""
    return text in NULLS or (text.isdecimal() and len(text) > 1 and text.startswith("0"))


class Quoted(str):
    """Text written within quotation marks, such as a code of digits."""

    __slots__ = ()


class _Whole(dict[str, Any]):
    """Marker for the document, always block style."""


class _Dumper(
    yaml.emitter.Emitter, yaml.serializer.Serializer, yaml.representer.Representer, yaml.resolver.BaseResolver
):
    """Dumper without YAML 1.1's typed plain scalars.

    The reader keeps 1082, NO and 2024-01 as text.
    """

    def __init__(self, stream: Any, **settings: Any) -> None:
        names = ("width", "allow_unicode")
        shown = {name: settings[name] for name in names if name in settings}
        yaml.emitter.Emitter.__init__(self, stream, **shown)
        yaml.serializer.Serializer.__init__(self)
        yaml.representer.Representer.__init__(self, sort_keys=False)
        yaml.resolver.BaseResolver.__init__(self)

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        """Indent list items by two, as in the shipped files."""
        super().increase_indent(flow)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """No aliases: the reader rejects anchors."""
        return True


def _text(dumper: _Dumper, text: str) -> yaml.Node:
    style = None
    if _must_be_quoted(text):
        style = "'"
    elif "\n" in text:
        style = "|"
    return dumper.represent_scalar(dumper.DEFAULT_SCALAR_TAG, text, style=style)


def _quoted(dumper: _Dumper, text: Quoted) -> yaml.Node:
    return dumper.represent_scalar(dumper.DEFAULT_SCALAR_TAG, text, style='"')


def _mapping(dumper: _Dumper, mapping: Mapping[str, Any]) -> yaml.Node:
    short = all(isinstance(part, str) and "\n" not in part for part in mapping.values())
    length = sum(len(key) + len(part) + 4 for key, part in mapping.items() if isinstance(part, str))
    flow = short and length < WIDTH - 10 and not isinstance(mapping, _Whole) and not _is_prose(mapping)
    return dumper.represent_mapping(dumper.DEFAULT_MAPPING_TAG, mapping, flow_style=flow)


def _is_prose(mapping: Mapping[str, Any]) -> bool:
    """True for mappings with a commitment's wording."""
    return "text" in mapping and len(mapping) > 2


def _sequence(dumper: _Dumper, items: Sequence[Any]) -> yaml.Node:
    words = all(isinstance(item, str) and "\n" not in item for item in items)
    flow = words and sum(len(item) + 2 for item in items) < WIDTH - 20
    return dumper.represent_sequence(dumper.DEFAULT_SEQUENCE_TAG, items, flow_style=flow)


def _nothing(dumper: _Dumper, _none: None) -> yaml.Node:
    return dumper.represent_scalar(dumper.DEFAULT_SCALAR_TAG, "")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(Quoted, _quoted)
_Dumper.add_representer(dict, _mapping)
_Dumper.add_representer(_Whole, _mapping)
_Dumper.add_representer(list, _sequence)
_Dumper.add_representer(type(None), _nothing)
