"""Documents of every kind with every key filled, and one text in each field that takes any text."""

import typing
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel

from medborgarlofte.load import Workspace, load
from medborgarlofte.model.action_plan import ActionPlan
from medborgarlofte.model.agreement import Agreement
from medborgarlofte.model.declaration import declared
from medborgarlofte.model.fields import Line, Prose
from medborgarlofte.model.follow_up import Actual, FollowUp
from medborgarlofte.model.kinds import keys
from medborgarlofte.model.parts import AgreementReference
from medborgarlofte.model.promise import Evidence, Promise, Target
from medborgarlofte.model.record import Party, Period, Provenance
from medborgarlofte.model.resident_dialogue import ResidentDialogue
from medborgarlofte.model.situation_picture import SituationPicture
from medborgarlofte.model.survey import Survey

Values = Mapping[str, Any]

LINK: Final = "https://www.exempelby.example/sida"

EVERYWHERE: Final[Values] = {
    "id": "X1", "status": "antaget", "datum": "2024-06-01", "hämtad": "2024-06-01", "senast": "2024-10-31",
    "när": "2024-11-30", "nästa": "2024-06-30", "länk": LINK, "kategori": "barn-och-unga", "kategorier": ["otrygga-platser"],
    "fokus": ["X1"], "mål_för": ["X1"], "part": "X1", "del_av": "X1", "kommunkod": "9999", "format": "html", "publik": "ja",
    "endast_press": "nej", "endast_polisen": "nej", "fullständighet": "delvis", "värde": "58,5", "år": "2023", "svar": "100",
    "osäkerhet": "2", "antal": "3", "tillfrågade": "1000", "svarande": "600", "deltagare": "40", "per": "vecka", "takt": "år",
    "relation": "del av", "effekt": "god", "slutlig": "ja", "målvärde": "70", "åtagande": "X1", "rapporterat_av": "X1", "språk": "en", "ersätter": None,
}  # fmt: skip
"""What the keys hold that take certain values only; None leaves the key out."""

IN_RECORD: Final[Mapping[type[BaseModel], Values]] = {
    Party: {"typ": "kommun"},
    Evidence: {"typ": "lägesbild"},
    Provenance: {"typ": "webbsida"},
    Period: {"från": "2024-01-01", "till": "2024-12-31", "förlängd_till": None, "tills_vidare": None},
    Target: {"minst": "3", "cirka": "ja", "högst": None, "exakt": None, "mellan": None, "alla": None, "inga": None},
    Actual: {"värde": None, "cirka": None, "minst": None},
}  # fmt: skip
"""The same for keys that mean different things in different records."""


def chain(text: str, prose: str, number: str = "1", folder: str = "exempelby") -> dict[str, dict[str, Any]]:
    """A document of every kind, by id, that refer to each other; and the promise before."""
    names = {
        kind: f"{folder}/{stem}-{number}"
        for kind, stem in (
            (Promise, "lofte"), (Agreement, "overenskommelse"), (FollowUp, "uppfoljning"), (ActionPlan, "atgardsplan"),
            (SituationPicture, "lagesbild"), (Survey, "trygghetsmatning"), (ResidentDialogue, "medborgardialog"),
        )
    }  # fmt: skip
    before = f"{names[Promise]}-forr"
    references: Values = {
        "ingår_i": names[Agreement], "föregångare": before, "löfte": names[Promise], "fortsätter": [f"{before}#X1"],
        "indikator": f"{names[Survey]}#X1",
    }  # fmt: skip
    found = {
        name: _filled(kind, text, prose, {**EVERYWHERE, **references, "dokument": kind.KIND})
        for kind, name in names.items()
    }
    promise, follow_up = found[names[Promise]], found[names[FollowUp]]
    for row in promise["underlag"]:
        row["dokument"] = names[SituationPicture]
    for row in found[names[SituationPicture]]["underlag"]:
        row["dokument"] = names[ResidentDialogue]
    found[names[ActionPlan]]["lägesbild"] = names[SituationPicture]
    promise["effektmål"].append({"id": "X2", "text": prose, "indikator": f"Mått: {text}"})
    promise["åtaganden"][0]["indikatorer"] = ["X1"]
    promise["åtaganden"].append({"id": "X2", "text": prose})
    follow_up["poster"][0]["status"] = "delvis genomfört"
    for row in follow_up["indikatorer"]:
        row["indikator"] = "X1"
    found[before] = {
        **promise,
        "period": {"från": "2023-01-01", "till": "2023-12-31", "text": text},
        "åtaganden": [{"id": "X1", "part": "X1", "text": f"{text} förr"}],
    }
    del found[before]["föregångare"]
    return found


def _filled(record: type[BaseModel], text: str, prose: str, given: Values) -> dict[str, Any]:
    values = {**given, **IN_RECORD.get(record, {})}
    hints = typing.get_type_hints(record, include_extras=True)
    made: dict[str, Any] = {}
    for name, field in record.model_fields.items():
        key = field.alias or name
        within = list(_parts(hints[name]))
        part = declared(record)[name].record
        if part is AgreementReference:  # an id, or words for one that is not here
            made[key] = values[key]
        elif part is not None:
            one = _filled(part, text, prose, given)
            made[key] = [one] if _is_list(hints[name]) else one
        elif key in values:
            made |= {key: values[key]} if values[key] is not None else {}
        elif key == "epost":
            made[key] = f"{text}@exempelby.example"
        elif Line in within:
            made[key] = [text] if _is_list(hints[name]) else text
        elif Prose in within:
            made[key] = [prose] if _is_list(hints[name]) else prose
    return made


def _parts(hint: Any) -> Iterator[Any]:
    yield hint
    for part in typing.get_args(hint):
        yield from _parts(part)


def _is_list(hint: Any) -> bool:
    return any(typing.get_origin(part) is tuple for part in _parts(hint))


def unfilled(kind: type[BaseModel], document: Values) -> list[str]:
    """The keys of a kind that the document leaves out."""
    return [key for key in keys(kind) if key not in document]


class _Plain(yaml.CSafeDumper):
    """Writes values out where they stand, without YAML's shortcuts."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


def _as_yaml(value: Values) -> str:
    text: str = yaml.dump(dict(value), Dumper=_Plain, allow_unicode=True, sort_keys=False)
    return text


def written(folder: Path, documents: Mapping[str, Values], config: str = "") -> Workspace:
    """The documents as files below a folder, with lofte.toml beside them, and loaded."""
    for name, value in documents.items():
        path = folder / "promises" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_as_yaml(value), encoding="utf-8")
    if config:
        (folder / "lofte.toml").write_text(config, encoding="utf-8")
    workspace = load([], folder)
    assert [(d.file, d.code, d.route) for d in workspace.diagnostics if d.severity == "error"] == []
    return workspace
