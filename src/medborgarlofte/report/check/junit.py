"""Validation report as JUnit XML."""

import re
from xml.etree import ElementTree as ET

from medborgarlofte.i18n import Language
from medborgarlofte.report.check.result import CheckResult


def write(checked: CheckResult, /, *, lang: Language, width: int, color: bool) -> str:  # noqa: ARG001 - a Writer
    """Test case per file; hints do not fail it."""
    grave = [d for d in checked.open if d.severity != "info"]
    failing = {d.file for d in grave}
    files = sorted({*checked.files, *failing})
    suite = ET.Element(
        "testsuite", name="lofte", tests=str(len(files)), failures=str(len(failing)), errors="0"
    )
    for file in files:
        case = ET.SubElement(suite, "testcase", classname="lofte", name=_clean(file))
        for diagnostic in (d for d in grave if d.file == file):
            failure = ET.SubElement(
                case, "failure", type=diagnostic.code, message=_clean(diagnostic.message(lang))
            )
            failure.text = _clean(
                f"{file}:{diagnostic.span.line}:{diagnostic.span.column}\n{diagnostic.why(lang)}\n{diagnostic.help(lang)}"
            )
    ET.indent(suite)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(suite, encoding="unicode") + "\n"


def _clean(text: str) -> str:
    """Replace the characters that XML 1.0 forbids."""
    return re.sub("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "?", text)
