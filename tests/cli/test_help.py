"""The help pages, as they look in a terminal of 80 columns."""

import re
from functools import cache
from itertools import product

from inline_snapshot import snapshot

from corpus import ROOT
from each import each
from medborgarlofte.cli.commands import COMMANDS
from medborgarlofte.i18n import LANGUAGES, Language
from program import lofte


@cache
def _help(*words: str, lang: Language) -> str:
    answer = lofte(*words, "--help", "--lang", lang, cwd=ROOT, COLUMNS="80")
    assert (answer.code, answer.err) == (0, "")
    return answer.out


def test_the_program_is_explained_in_swedish() -> None:
    assert _help(lang="sv") == snapshot("""\
Så här: lofte [FLAGGOR] KOMMANDO …

Skriv, kontrollera och publicera medborgarlöften: det som polis och kommun
lovar invånarna. Löftena är YAML-filer i mappen promises. Utan kommando visas
hur det står till och vad du kan göra nu.

Kommandon:
  init        Börja på ett nytt projekt.
  list        Räkna upp dokumenten.
  validate    Kontrollera löften och säg vad som behöver rättas.
  render      Bygg webbplatsen.
  preview     Visa webbplatsen medan du skriver.
  diff        Jämför två löften: behållet, skärpt, försvagat, borttaget.
  compare     Jämför kommuner: ämnen, luckor, samma ord.
  import      Gör utkast av Word, PDF, webbsidor och text.
  new         Börja på ett nytt dokument.
  sign        Anteckna att ett löfte är undertecknat.
  follow-up   Följ upp ett löfte: formulär och utfall.
  due         Visa vad som har en dag, och vad som är försenat.
  summary     Räkna löften, eller berätta ett som text.
  rename      Byt id eller filnamn, med alla hänvisningar.
  export      Skriv öppna data.
  lsp         Kontrollera medan du skriver, i en editor.
  schema      Skriv formatets JSON Schema.
  completion  Skriv ett skript som fyller i kommandon med tabb.

Flaggor:
  --version     Visa versionen.
  -h, --help    Visa den här hjälpen.
  --lang sv|en  Språk: sv (förval) eller en.
  --debug       Visa teknisk spårning om verktyget självt gör fel.

Slutkoder:
  0    Allt som efterfrågades är gjort. Varningar och tips kan finnas.
  1    Något hittades: fel i ett dokument, något försenat (due), något
       försvagat (diff --exit-code), eller en varning med --profile
       publicering.
  2    Kommandot gick inte att utföra: fel flagga eller namn, en fil som inte
       går att läsa eller skriva.
  3    Ett fel i lofte självt.
  130  Avbrutet med Ctrl+C.

Exempel:
  lofte
  lofte validate
  lofte help validate
""")


def test_the_program_is_explained_in_english() -> None:
    assert _help(lang="en") == snapshot("""\
Usage: lofte [OPTIONS] COMMAND …

Write, check and publish medborgarlöften: what police and municipality promise
residents. The promises are YAML files in the folder promises. Without a
command: the state of things and what to do now.

Commands:
  init        Start a new project.
  list        List the documents.
  validate    Check promises and show what needs fixing.
  render      Build the site.
  preview     Show the site while you write.
  diff        Compare two promises: kept, sharpened, weakened, dropped.
  compare     Compare municipalities: topics, gaps, same words.
  import      Make drafts of Word, PDF, web pages and text.
  new         Start a new document.
  sign        Record that a promise has been signed.
  follow-up   Follow up a promise: form and outcomes.
  due         Show what is due, and what is overdue.
  summary     Count promises, or describe one as text.
  rename      Change an id or file name, with all references.
  export      Write open data.
  lsp         Check while you write, in an editor.
  schema      Write the JSON Schema of the format.
  completion  Write a script that completes commands on tab.

Options:
  --version     Show the version.
  -h, --help    Show this help.
  --lang sv|en  Language: sv (default) or en.
  --debug       Show a traceback when the tool itself fails.

Exit codes:
  0    Everything asked for is done. There may be warnings and hints.
  1    Something was found: an error in a document, something overdue (due),
       something weakened (diff --exit-code), or a warning with --profile
       publicering.
  2    The command could not be carried out: a wrong option or name, a file
       that cannot be read or written.
  3    An error in lofte itself.
  130  Interrupted with Ctrl+C.

Example:
  lofte
  lofte validate
  lofte help validate
""")


def test_validate_is_explained_in_swedish() -> None:
    assert _help("validate", lang="sv") == snapshot("""\
Så här: lofte validate [FLAGGOR] [SÖKVÄG]...

Kontrollera löften och andra dokument. Varje problem visas med fil, rad, vad
som är fel, varför det spelar roll och vad du gör nu. Inget ändras.

Argument:
  [SÖKVÄG]...  Filer eller mappar, eller - för standard in. Utan sökväg:
               närmaste mapp promises.

Flaggor:
  --format text|compact|json|sarif|github|junit
                                  Hur svaret skrivs (förval text).
  -o, --output FIL                Filen som svaret skrivs i. Formatet följer
                                  av ändelsen: svar.json.
  --profile PROFIL                Hur strängt: utkast, granskning, publicering
                                  eller arkiv. Förval auto: efter dokumentets
                                  status och period.
  --select KODER                  Bara dessa regler eller grupper: M01,U.
  --ignore KODER                  Inte dessa regler eller grupper.
  --today DATUM                   Räkna som om det vore den dagen: 2024-06-01.
  --compact                       En rad för varje fynd.
  --statistics                    Bara antal per regel.
  --fix                           Rätta det som bara har ett rätt svar:
                                  indrag, citattecken, punktlistor, stavning
                                  av nycklar och värden, datum, kommunkod,
                                  osynliga tecken. Löftets ordalydelse ändras
                                  aldrig.
  --unsafe                        Med --fix: rätta också det som är nästan
                                  säkert, till exempel en felstavad nyckel,
                                  utan att fråga.
  --dry-run                       Med --fix: visa ändringen, skriv inget.
  --published                     Jämför också med det som polisen och
                                  kommunen publicerar: sparade sidor under
                                  publicerat, arkiverad.
  --watch                         Kontrollera igen varje gång en fil sparas,
                                  tills du trycker Ctrl+C.
  --explain KOD                   Förklara en kod, till exempel D10.
  --explain-text TEXT             Visa vad reglerna läser ut ur en mening:
                                  antal, tider, förbehåll, vaga verb.
  -h, --help                      Visa den här hjälpen.
  --lang sv|en                    Språk: sv (förval) eller en.
  --debug                         Visa teknisk spårning om verktyget självt
                                  gör fel.

Exempel:
  lofte validate
  lofte validate promises/karlshamn --format json
  lofte validate --explain D10
""")


def test_validate_is_explained_in_english() -> None:
    assert _help("validate", lang="en") == snapshot("""\
Usage: lofte validate [OPTIONS] [PATH]...

Check promises and other documents. Each problem is shown with its file, line,
what is wrong, why it matters and what to do now. Nothing is changed.

Arguments:
  [PATH]...  Files or folders, or - for standard input. Without a path: the
             nearest folder promises.

Options:
  --format text|compact|json|sarif|github|junit
                                  Output format (default text).
  -o, --output FILE               The file to write to. Its ending gives the
                                  format: answer.json.
  --profile PROFILE               How strict: utkast (draft), granskning
                                  (review), publicering (publishing) or arkiv
                                  (archive). Default auto: by the status and
                                  period of the document.
  --select CODES                  Only these rules or groups: M01,U.
  --ignore CODES                  Not these rules or groups.
  --today DATE                    Calculate as if it were that day:
                                  2024-06-01.
  --compact                       One line for each finding.
  --statistics                    Only the count of each rule.
  --fix                           Fix what has one right answer: indentation,
                                  quotation marks, lists, spelling of keys and
                                  values, dates, municipality code, invisible
                                  characters. The wording of a promise is
                                  never changed.
  --unsafe                        With --fix: also fix what is nearly certain,
                                  such as a misspelt key, without asking.
  --dry-run                       With --fix: show the changes, write nothing.
  --published                     Also compare with what the police and the
                                  municipality publish: pages kept under
                                  publicerat, arkiverad.
  --watch                         Check again whenever a file is saved, until
                                  you press Ctrl+C.
  --explain CODE                  Explain a code, such as D10.
  --explain-text TEXT             Show what the rules read in a sentence:
                                  counts, times, reservations, vague verbs.
  -h, --help                      Show this help.
  --lang sv|en                    Language: sv (default) or en.
  --debug                         Show a traceback when the tool itself fails.

Example:
  lofte validate
  lofte validate promises/karlshamn --format json
  lofte validate --explain D10
""")


@each(product(COMMANDS, LANGUAGES))
def test_every_command_has_a_help_page_that_fits(command: str, lang: Language) -> None:
    text = _help(command, lang=lang)

    assert text.startswith({"sv": "Så här: ", "en": "Usage: "}[lang] + f"lofte {command} ")
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert {"sv": "\nFlaggor:\n", "en": "\nOptions:\n"}[lang] in text
    assert {"sv": "\nExempel:\n", "en": "\nExample:\n"}[lang] in text


@each(list(COMMANDS))
def test_an_english_help_page_has_no_swedish_words_to_fill_in(command: str) -> None:
    shouted = set(re.findall(r"\b[A-ZÅÄÖ]{4,}\b", _help(command, lang="en")))

    assert set() == shouted & {
        "SÖKVÄG",
        "MAPP",
        "KODER",
        "PROFIL",
        "DATUM",
        "SKAL",
        "SORT",
        "FLAGGOR",
        "KOMMANDO",
    }


@each(list(COMMANDS))
def test_a_help_page_shows_its_language_and_nothing_of_the_other(command: str) -> None:
    swedish, english = (_help(command, lang=lang) for lang in LANGUAGES)

    assert set() == {"Usage", "Options", "Arguments", "Show", "Example"} & set(re.findall(r"\w+", swedish))
    assert set() == {"Flaggor", "Visa", "Språk", "Exempel", "eller", "inte"} & set(
        re.findall(r"\w+", english)
    )


def test_the_short_flag_gives_the_same_help() -> None:
    asked = lofte("-h", cwd=ROOT, COLUMNS="80")

    assert (asked.code, asked.out, asked.err) == (0, _help(lang="sv"), "")


def test_help_goes_before_everything_else_on_the_line() -> None:
    answer = lofte("validate", "finns/inte", "--help", cwd=ROOT, COLUMNS="80")

    assert (0, _help("validate", lang="sv")) == (answer.code, answer.out)
