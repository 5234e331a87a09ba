"""From plain values to a document, and from what pydantic says to what a samordnare can use."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from medborgarlofte.diagnostic import Finding, value_at
from medborgarlofte.model.kinds import KINDS, field_at, keys, kind_named, record_at, records_in
from medborgarlofte.model.municipalities import EXAMPLE_CODE, by_name, is_same_place, municipalities
from medborgarlofte.model.record import Document
from medborgarlofte.source.positions import Route
from medborgarlofte.swedish import fold
from medborgarlofte.text import SchemaNotice, Text, nearest


def validate(value: Any) -> tuple[Document | None, list[Finding]]:
    """The document that plain values make up, or the findings that say why they do not."""
    if not isinstance(value, dict):
        return None, [Finding(NOT_A_DOCUMENT, ())]
    kind, findings = _kind(value)
    if kind is None:
        return None, findings
    document: Document | None = None
    try:
        document = kind.model_validate({**_without_empty(value, kind), "dokument": kind.KIND})
    except ValidationError as error:
        findings += translate(error, kind, value)
    findings += [*_twin_ids(value), *_wrong_municipalities(value), *_curly_quotes(value, ())]
    return (None if any(f.severity == "error" for f in findings) else document), findings


def _kind(value: dict[str, Any]) -> tuple[type[Document] | None, list[Finding]]:
    """The kind that the document says it is, or seems to mean, so that the rest can be looked at."""
    named = value.get("dokument")
    if isinstance(named, str) and (kind := kind_named(named)):
        return kind, []
    names = [kind.KIND for kind in KINDS]
    listed = _listed(names, Text("eller", "or"))
    if named is None:
        misspelt = next((key for key in value if nearest(key, ["dokument"], fold, cutoff=0.75)), None)
        if misspelt:
            return None, [Finding(UNKNOWN_KEY, (misspelt,), _unknown(misspelt, ["dokument"]), on_key=True)]
        return None, [Finding(NO_KIND, (), {"kinds": listed}, on_key=True)]
    meant = nearest(named, names, fold) if isinstance(named, str) else None
    return kind_named(meant or ""), [
        Finding(UNKNOWN_KIND, ("dokument",), {"kind": named, "meant": _did_you_mean(meant, names)})
    ]


def _without_empty(value: Any, record: type[BaseModel] | None) -> Any:
    """The value without keys that stand empty: what is not filled in is left out."""
    if isinstance(value, dict):
        fields = keys(record) if record else {}
        return {
            key: _without_empty(
                part, next(records_in(fields[key].annotation), None) if key in fields else None
            )
            for key, part in value.items()
            if part is not None or key not in fields  # an unknown key is told even when it stands empty
        }
    if isinstance(value, list):
        return [_without_empty(part, record) for part in value]
    return value


# ---------------------------------------------------------------- pydantic's errors


def translate(error: ValidationError, kind: type[BaseModel], value: Any) -> list[Finding]:
    """What pydantic says of a value, in sentences with places."""
    found: list[Finding] = []
    suggested: set[Route] = set()
    missing: list[Finding] = []
    for detail in error.errors(include_url=False, include_input=True):
        route: Route = tuple(detail["loc"])
        if detail["type"] == "extra_forbidden":
            finding = _unknown_key(kind, value, route)
            found.append(finding)
            if meant := finding.values.get("key_meant"):
                suggested.add((*route[:-1], str(meant)))
        elif detail["type"] == "too_short" and value_at(value, route):
            continue  # the items that are there have errors of their own
        elif detail["type"] == "missing":
            missing.append(_missing(kind, value, route))
        elif (
            detail["type"] in _WANTED and route[-1] == 0 and not isinstance(value_at(value, route[:-1]), list)
        ):
            found.append(_wrong_shape(kind, route[:-1], {**detail, "type": "tuple_type"}))
        else:
            found.append(_TRANSLATIONS.get(detail["type"], _wrong_shape)(kind, route, detail))
    # A misspelt required key is one finding, not two.
    return found + [finding for finding in missing if finding.route not in suggested]


def _unknown_key(kind: type[BaseModel], value: Any, route: Route) -> Finding:
    record = record_at(kind, route[:-1])
    present = value_at(value, route[:-1])
    known = list(keys(record)) if record else []
    free = [key for key in known if not isinstance(present, dict) or key not in present]
    return Finding(UNKNOWN_KEY, route, _unknown(str(route[-1]), free), on_key=True)


def _unknown(key: str, candidates: list[str]) -> dict[str, object]:
    meant = nearest(key, candidates, fold)
    advice = _did_you_mean(meant, candidates)
    if ":" in key:
        advice = Text("Sätt ett mellanslag efter kolonet.", "Put a space after the colon.")
    elif " " in key and meant is None:
        advice = Text(
            "Hör orden till texten före kommatecknet, sätt citattecken runt hela texten.",
            "If the words belong to the text before the comma, put quotation marks around the whole text.",
        )
    return {"key": key, "key_meant": meant, "meant": advice}


def _missing(kind: type[BaseModel], value: Any, route: Route) -> Finding:
    above = value_at(value, route[:-1])
    key = str(route[-1])
    if isinstance(above, dict) and key in above:
        return Finding(EMPTY_VALUE, route, {"key": key}, on_key=True)
    if isinstance(route[-1], int):  # mellan: [3]
        return _wrong_shape(kind, route[:-1], {"input": value_at(value, route[:-1])})
    field = field_at(kind, route)
    return Finding(MISSING_KEY, route, {"key": key, "description": field.description if field else ""})


def _choice(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    context = detail.get("ctx", {})
    choices = context.get("choices") or re.findall(r"'([^']*)'", context["expected"])
    written = detail["input"]
    meant = nearest(written, choices, fold) if isinstance(written, str) else None
    values = {"value": written, "key": _key(route), "meant": _did_you_mean(meant, choices)}
    return Finding(NOT_A_CHOICE, route, values)


def _wrong_shape(kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    wanted = detail.get("ctx", {}).get("wanted") or _WANTED.get(detail.get("type", ""))
    if wanted is None:
        field = field_at(kind, route)
        described = (field.description or "").rstrip(".") if field else ""
        wanted = Text(f"{described[:1].lower()}{described[1:]}", f"in Swedish: {described}")
        if _key(route) == "mellan":
            wanted = Text("två tal: [3, 4]", "two numbers: [3, 4]")
    written = detail.get("input")
    if isinstance(written, str) and written.startswith("-"):
        return _dash(kind, route, detail)
    return Finding(WRONG_SHAPE, route, {"key": _key(route), "wanted": wanted, "given": _given(written)})


def _dash(_kind: type[BaseModel], route: Route, _detail: Mapping[str, Any]) -> Finding:
    return Finding(MISSING_DASH_SPACE, route, {"key": _key(route), "wanted": _WANTED["tuple_type"]})


_WANTED: Final = {
    "string_type": Text("en text", "a text"),
    "tuple_type": Text("en lista (rader som börjar med ”- ”)", "a list (lines that begin with “- ”)"),
    "model_type": Text("en grupp av nycklar", "a group of keys"),
    "model_attributes_type": Text("en grupp av nycklar", "a group of keys"),
}


def _given(written: Any) -> Text:
    if isinstance(written, str):
        return Text("en text", "a text")
    if isinstance(written, (list, tuple)):
        return Text("en lista", "a list")
    if isinstance(written, dict):
        return Text("en grupp av nycklar", "a group of keys")
    return Text("något annat", "something else")


def _simple(notice: SchemaNotice) -> Callable[[type[BaseModel], Route, Mapping[str, Any]], Finding]:
    """A translation that fills the sentence with what was written and what the check said."""

    def translate(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
        return Finding(
            notice, route, {"value": detail.get("input"), "key": _key(route), **detail.get("ctx", {})}
        )

    return translate


def _reversed_period(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    end = "förlängd_till" if "förlängd_till" in detail["input"] else "till"
    return Finding(REVERSED_PERIOD, (*route, end), detail["ctx"])


def _several_bounds(_kind: type[BaseModel], route: Route, detail: Mapping[str, Any]) -> Finding:
    names = detail["ctx"]["keys"]
    return Finding(
        SEVERAL_BOUNDS, (*route, names[1]), {"keys": _listed(names, Text("och", "and"))}, on_key=True
    )


def _key(route: Route) -> str:
    return next((step for step in reversed(route) if isinstance(step, str)), "")


def _listed(words: Iterable[str], last: Text) -> Text:
    words = list(words)
    return Text(
        _joined([f"”{word}”" for word in words], last.sv), _joined([f"“{word}”" for word in words], last.en)
    )


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"


def _did_you_mean(meant: str | None, candidates: Sequence[str]) -> Text:
    if meant is not None:
        return Text(f"Menade du ”{meant}”?", f"Did you mean “{meant}”?")
    if not candidates:
        return Text("Ta bort raden.", "Remove the line.")
    listed = _listed(candidates, Text("eller", "or"))
    return Text(f"Det som går att skriva är {listed.sv}.", f"What can be written is {listed.en}.")


# ---------------------------------------------------------------- what one document must agree on with itself


def _twin_ids(value: dict[str, Any]) -> list[Finding]:
    """Items of one list that carry the same id."""
    found = []
    for key, items in value.items():
        if not isinstance(items, list):
            continue
        first: dict[str, int] = {}
        name = "åtagande" if key == "poster" else "indikator" if key == "indikatorer" else "id"
        for index, item in enumerate(items):
            written = item.get(name) if isinstance(item, dict) else None
            if not isinstance(written, str) or name == "indikator":
                continue
            if fold(written) in first:
                found.append(Finding(TWIN_ID, (key, index, name), {"id": written, "key": key}))
            first.setdefault(fold(written), index)
    return found


def _curly_quotes(value: Any, route: Route) -> list[Finding]:
    """Whole values in the quotation marks of Word, which YAML takes for part of the text."""
    if isinstance(value, dict):
        return [f for key, part in value.items() for f in _curly_quotes(part, (*route, key))]
    if isinstance(value, list):
        return [f for index, part in enumerate(value) for f in _curly_quotes(part, (*route, index))]
    if (
        isinstance(value, str)
        and len(value) > 2
        and value[0] in "”“„"
        and value[-1] in "”“"
        and not set(value[1:-1]) & set("”“„")
    ):
        return [Finding(CURLY_QUOTES, route, {"value": value, "plain": value[1:-1]}, "warning")]
    return []


def _wrong_municipalities(value: dict[str, Any]) -> list[Finding]:
    """Parties whose name is another municipality's than their code."""
    found = []
    parties = value.get("parter")
    for index, party in enumerate(parties if isinstance(parties, list) else [parties]):
        if not isinstance(party, dict) or party.get("typ") not in ("kommun", "stadsdel"):
            continue
        code, name = party.get("kommunkod"), party.get("namn")
        if code is None or code == EXAMPLE_CODE or not isinstance(name, str):
            continue
        owner = municipalities().get(code) if isinstance(code, str) else None
        if owner and not is_same_place(name, owner):
            meant = by_name(name)
            advice = (
                Text(
                    f"{meant.name} har kommunkod ”{meant.code}”.",
                    f"{meant.name} has the code “{meant.code}”.",
                )
                if meant
                else Text("Kontrollera koden mot SCB:s lista.", "Check the code against SCB's list.")
            )
            values = {"code": code, "owner": owner.name, "name": name, "advice": advice}
            found.append(Finding(CODE_AND_NAME, ("parter", index, "kommunkod"), values))
    return found


# ---------------------------------------------------------------- sentences

NOT_A_DOCUMENT: Final = SchemaNotice(
    code="D01",
    name="not-a-document",
    message=Text(
        "Filen ska bestå av nycklar med värden, men här står en lista eller löpande text.",
        "The file should consist of keys with values, but here stands a list or running text.",
    ),
    why=Text(
        "Utan nycklar vet verktyget inte vad som är vad.", "Without keys the tool does not know what is what."
    ),
    help=Text(
        "Börja filen med ”dokument: medborgarlöfte” och skriv en nyckel per rad.",
        "Begin the file with “dokument: medborgarlöfte” and write one key per line.",
    ),
)
NO_KIND: Final = SchemaNotice(
    code="D02",
    name="missing-kind",
    message=Text("Nyckeln ”dokument” saknas.", "The key “dokument” is missing."),
    why=Text(
        "Den säger vad filen är, och därmed vad den ska innehålla.",
        "It says what the file is, and thereby what it should hold.",
    ),
    help=Text(
        "Skriv överst ”dokument: ” och något av {kinds}.", "Write at the top “dokument: ” and one of {kinds}."
    ),
)
UNKNOWN_KIND: Final = SchemaNotice(
    code="D03",
    name="unknown-kind",
    message=Text(
        "”{kind}” är inget slags dokument som verktyget känner.",
        "“{kind}” is no kind of document that the tool knows.",
    ),
    why=Text("Sorten avgör vilka nycklar filen kan ha.", "The kind decides which keys the file can have."),
    help=Text("{meant}", "{meant}"),
)
MISSING_KEY: Final = SchemaNotice(
    code="D04",
    name="missing-key",
    message=Text("Nyckeln ”{key}” saknas.", "The key “{key}” is missing."),
    why=Text("Dokumentet går inte att använda utan den.", "The document cannot be used without it."),
    help=Text("Lägg till ”{key}: …”. ({description})", "Add “{key}: …”. (In Swedish: {description})"),
)
UNKNOWN_KEY: Final = SchemaNotice(
    code="D05",
    name="unknown-key",
    message=Text("Nyckeln ”{key}” finns inte här.", "There is no key “{key}” here."),
    why=Text(
        "En okänd nyckel skulle inte synas någonstans, och det som står där skulle gå förlorat.",
        "An unknown key would show nowhere, and what stands there would be lost.",
    ),
    help=Text("{meant}", "{meant}"),
)
EMPTY_VALUE: Final = SchemaNotice(
    code="D06",
    name="empty-value",
    message=Text("”{key}” har inget värde.", "“{key}” has no value."),
    why=Text("Nyckeln måste fyllas i.", "The key must be filled in."),
    help=Text(
        "Skriv värdet efter kolonet. Börjar texten med # måste den stå inom citattecken.",
        "Write the value after the colon. If the text begins with # it must stand in quotation marks.",
    ),
)
WRONG_SHAPE: Final = SchemaNotice(
    code="D07",
    name="wrong-shape",
    message=Text(
        "”{key}” ska vara {wanted}, men här står {given}.",
        "“{key}” should be {wanted}, but here stands {given}.",
    ),
    why=Text(
        "Annars går innehållet inte att visa på rätt plats.",
        "Otherwise the content cannot be shown in its place.",
    ),
    help=Text(
        "Jämför med ett exempel i docs/nycklar.md. Innehåller en text kolon eller hakparentes, sätt citattecken runt den.",
        "Compare with an example in docs/nycklar.md. If a text holds a colon or a bracket, put quotation marks around it.",
    ),
)
MISSING_DASH_SPACE: Final = SchemaNotice(
    code="D08",
    name="list-without-space",
    message=Text(
        "”{key}” ska vara {wanted}. Strecken saknar mellanslag efter sig.",
        "“{key}” should be {wanted}. The dashes lack a space after them.",
    ),
    why=Text("Utan mellanslag blir listan en enda text.", "Without the space the list becomes one text."),
    help=Text(
        "Skriv ”- ” med mellanslag först på varje punkt.", "Write “- ” with a space first on each item."
    ),
)
NOT_A_CHOICE: Final = SchemaNotice(
    code="D09",
    name="not-a-choice",
    message=Text("”{value}” går inte att välja för ”{key}”.", "“{value}” cannot be chosen for “{key}”."),
    why=Text(
        "Bara vissa ord går att jämföra och räkna mellan löften.",
        "Only certain words can be compared and counted between promises.",
    ),
    help=Text("{meant}", "{meant}"),
)
IMPOSSIBLE_DATE: Final = SchemaNotice(
    code="D10",
    name="impossible-date",
    message=Text("Datumet ”{value}” finns inte: {reason}.", "The date “{value}” does not exist: {reason}."),
    why=Text(
        "Ett datum som inte finns kan varken påminna eller följas upp.",
        "A date that does not exist can neither remind nor be followed up.",
    ),
    help=Text(
        "Kontrollera dagen mot beslutet eller källan.", "Check the day against the decision or the source."
    ),
)
DATE_FORM: Final = SchemaNotice(
    code="D11",
    name="date-form",
    message=Text(
        "”{value}” är inget datum som verktyget förstår.", "“{value}” is no date that the tool understands."
    ),
    why=Text(
        "Datum skrivs på ett sätt, så att de går att räkna med.",
        "Dates are written in one way, so that they can be reckoned with.",
    ),
    help=Text(
        "Skriv ”{example}”: år, månad, dag. Bara år eller år och månad går också.",
        "Write “{example}”: year, month, day. Year alone or year and month will do too.",
    ),
)
NOT_A_NUMBER: Final = SchemaNotice(
    code="D12",
    name="not-a-number",
    message=Text(
        "”{key}” ska vara ett tal, men här står ”{value}”.",
        "“{key}” should be a number, but here stands “{value}”.",
    ),
    why=Text("Bara tal går att jämföra med utfallet.", "Only numbers can be compared with the outcome."),
    help=Text(
        "Skriv talet med siffror: 2, 3,5 eller 1 000. Enheten skrivs för sig, i ”enhet”. Finns inget tal, ta bort raden.",
        "Write the number in digits: 2, 3,5 or 1 000. The unit goes by itself, in “enhet”. If there is no number, remove the line.",
    ),
)
YES_NO: Final = SchemaNotice(
    code="D13",
    name="yes-or-no",
    message=Text(
        "”{key}” ska vara ja eller nej, men här står ”{value}”.",
        "“{key}” should be ja or nej, but here stands “{value}”.",
    ),
    why=Text("Det finns bara två svar.", "There are only two answers."),
    help=Text("Skriv ja eller nej.", "Write ja (yes) or nej (no)."),
)
ADDRESS: Final = SchemaNotice(
    code="D14",
    name="bad-address",
    message=Text(
        "”{value}” är ingen adress som kan publiceras.", "“{value}” is no address that can be published."
    ),
    why=Text(
        "Bara https, http, mailto och tel släpps igenom, så att en länk aldrig kan köra något på läsarens dator.",
        "Only https, http, mailto and tel are let through, so that a link can never run anything on a reader's computer.",
    ),
    help=Text(
        "Skriv hela adressen, till exempel ”{example}”.", "Write the whole address, for example “{example}”."
    ),
)
UNKNOWN_CODE: Final = SchemaNotice(
    code="D15",
    name="unknown-municipality-code",
    message=Text("Ingen kommun har kommunkod ”{value}”.", "No municipality has the code “{value}”."),
    why=Text(
        "Koden är det som skiljer kommuner med liknande namn åt.",
        "The code tells municipalities with similar names apart.",
    ),
    help=Text(
        'Skriv de fyra siffrorna ur SCB:s lista inom citattecken, till exempel "1082". Eller ta bort raden: namnet räcker.',
        'Write the four digits of SCB\'s list in quotation marks, for example "1082". Or remove the line: the name is enough.',
    ),
)
CODE_AND_NAME: Final = SchemaNotice(
    code="D16",
    name="code-and-name-differ",
    message=Text(
        "Kommunkod ”{code}” är {owner}, men parten heter ”{name}”.",
        "The code “{code}” is {owner}, but the party is called “{name}”.",
    ),
    why=Text(
        "Löftet skulle publiceras under fel kommun.",
        "The promise would be published under the wrong municipality.",
    ),
    help=Text("{advice}", "{advice}"),
)
REVERSED_PERIOD: Final = SchemaNotice(
    code="D17",
    name="ends-before-it-starts",
    message=Text(
        "Perioden slutar {end}, innan den börjar {start}.", "The period ends {end}, before it starts {start}."
    ),
    why=Text(
        "Då går det inte att säga om löftet gäller.", "Then it cannot be said whether the promise holds."
    ),
    help=Text("Kontrollera ”från” och ”till” mot källan.", "Check “från” and “till” against the source."),
)
SEVERAL_BOUNDS: Final = SchemaNotice(
    code="D18",
    name="several-bounds",
    message=Text("Målet har både {keys}.", "The target has both {keys}."),
    why=Text("Då är det oklart vad som räknas som genomfört.", "Then it is unclear what counts as done."),
    help=Text(
        "Välj ett av dem. Ett intervall skrivs ”mellan: [3, 4]”. Två mål skrivs som två punkter i en lista.",
        "Choose one. A span is written “mellan: [3, 4]”. Two targets are written as two items of a list.",
    ),
)
NO_BOUND: Final = SchemaNotice(
    code="D19",
    name="target-without-number",
    message=Text("Målet säger inte hur mycket.", "The target does not say how much."),
    why=Text("Ett mål utan tal går inte att följa upp.", "A target without a number cannot be followed up."),
    help=Text(
        "Lägg till något av minst, högst, exakt, mellan, alla, inga eller inom. Finns inget tal, ta bort ”mål”.",
        "Add one of minst, högst, exakt, mellan, alla, inga or inom. If there is no number, remove “mål”.",
    ),
)
REVERSED_SPAN: Final = SchemaNotice(
    code="D20",
    name="reversed-span",
    message=Text("Intervallet slutar lägre än det börjar.", "The span ends lower than it begins."),
    why=Text("Då kan inget utfall ligga i det.", "Then no outcome can lie in it."),
    help=Text(
        "Skriv det mindre talet först: mellan: [3, 4].", "Write the smaller number first: mellan: [3, 4]."
    ),
)
BAD_ID: Final = SchemaNotice(
    code="D21",
    name="bad-id",
    message=Text("”{value}” fungerar inte som id.", "“{value}” does not work as an id."),
    why=Text(
        "Id används i adresser och hänvisningar, så mellanslag och andra tecken ställer till det.",
        "Ids are used in addresses and references, where spaces and other characters make trouble.",
    ),
    help=Text(
        "Använd bokstäver, siffror, punkt, bindestreck och understreck, högst 40 tecken: K1, unga, 2.1.",
        "Use letters, digits, full stop, hyphen and underscore, at most 40 characters: K1, unga, 2.1.",
    ),
)
TWIN_ID: Final = SchemaNotice(
    code="D22",
    name="twin-id",
    message=Text("Id ”{id}” används två gånger i ”{key}”.", "The id “{id}” is used twice in “{key}”."),
    why=Text(
        "Uppföljningar och andra löften hänvisar till id. Då måste det peka på en enda.",
        "Follow-ups and other promises refer to ids. So each must point at one thing.",
    ),
    help=Text("Ge den ena ett nytt id.", "Give one of them a new id."),
)
CURLY_QUOTES: Final = SchemaNotice(
    code="D24",
    name="curly-quotes",
    message=Text(
        "Citattecknen i {value} blir en del av texten.",
        "The quotation marks in {value} become part of the text.",
    ),
    why=Text(
        "Word byter raka citattecken mot böjda. YAML känner bara de raka, så de böjda publiceras.",
        "Word replaces straight quotation marks by curly ones. YAML knows only the straight, so the curly are published.",
    ),
    help=Text(
        'Skriv raka citattecken ("{plain}") eller inga alls.',
        'Write straight quotation marks ("{plain}") or none at all.',
    ),
)
NOTICES: Final = (
    CURLY_QUOTES,
    NOT_A_DOCUMENT, NO_KIND, UNKNOWN_KIND, MISSING_KEY, UNKNOWN_KEY, EMPTY_VALUE, WRONG_SHAPE, MISSING_DASH_SPACE,
    NOT_A_CHOICE, IMPOSSIBLE_DATE, DATE_FORM, NOT_A_NUMBER, YES_NO, ADDRESS, UNKNOWN_CODE, CODE_AND_NAME,
    REVERSED_PERIOD, SEVERAL_BOUNDS, NO_BOUND, REVERSED_SPAN, BAD_ID, TWIN_ID,
)  # fmt: skip


def _empty(_kind: type[BaseModel], route: Route, _detail: Mapping[str, Any]) -> Finding:
    return Finding(EMPTY_VALUE, route, {"key": _key(route)}, on_key=True)


_TRANSLATIONS: Final[Mapping[str, Callable[[type[BaseModel], Route, Mapping[str, Any]], Finding]]] = {
    "dash": _dash,
    "literal_error": _choice,
    "choice": _choice,
    "string_too_short": _empty,
    "too_short": _empty,
    "string_pattern_mismatch": _simple(BAD_ID),
    "impossible_date": _simple(IMPOSSIBLE_DATE),
    "date_form": _simple(DATE_FORM),
    "not_a_number": _simple(NOT_A_NUMBER),
    "yes_no": _simple(YES_NO),
    "address": _simple(ADDRESS),
    "municipality_code": _simple(UNKNOWN_CODE),
    "reversed_period": _reversed_period,
    "several_bounds": _several_bounds,
    "no_bound": _simple(NO_BOUND),
    "reversed_span": _simple(REVERSED_SPAN),
}
