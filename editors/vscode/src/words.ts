/** Sentences that a person reads, in Swedish and English. */

import * as vscode from "vscode";

export interface Text {
  sv: string;
  en: string;
}

export type Language = "sv" | "en";

export function language(): Language {
  return vscode.workspace.getConfiguration("lofte").get<Language>("language", "sv");
}

export function say(text: Text): string {
  return text[language()];
}


export const words = {
  missing: {
    sv: "Programmet lofte hittades inte, så löftena kontrolleras inte. Installera Python och kör i en terminal: " +
      'pip install "medborgarlofte[editor,preview]". Ligger programmet på ett annat ställe, skriv sökvägen i inställningen lofte.path.',
    en: "The program lofte was not found, so the promises are not checked. Install Python and run in a terminal: " +
      'pip install "medborgarlofte[editor,preview]". If the program is somewhere else, give its path in the setting lofte.path.',
  },
  notThere: {
    sv: "Det finns inget program på den sökväg som står i inställningen lofte.path: ",
    en: "There is no program at the path in the setting lofte.path: ",
  },
  failed: { sv: "lofte gick inte att starta. ", en: "lofte could not be started. " },
  copy: { sv: "Kopiera kommandot", en: "Copy the command" },
  settings: { sv: "Öppna inställningen", en: "Open the setting" },
  retry: { sv: "Försök igen", en: "Try again" },
  copied: {
    sv: "Kopierat. Klistra in det i en terminal (Terminal > Ny terminal), och välj sedan Försök igen.",
    en: "Copied. Paste it into a terminal (Terminal > New Terminal), then choose Try again.",
  },
  untrusted: {
    sv: "Löftena kontrolleras när du litar på mappen.",
    en: "The promises are checked when you trust the folder.",
  },
  noPromise: {
    sv: "Öppna först ett löfte: en fil i mappen promises.",
    en: "First open a promise: a file in the folder promises.",
  },
  noPredecessor: {
    sv: "Det finns inget tidigare löfte att jämföra med.",
    en: "There is no earlier promise to compare with.",
  },
  reason: {
    sv: "Varför läggs fyndet åt sidan? Skälet sparas i dokumentet.",
    en: "Why is the finding set aside? The reason is saved in the document.",
  },
  noReason: { sv: "Skriv ett skäl.", en: "Give a reason." },
  preview: { sv: "Webbplatsen", en: "The site" },
  compared: { sv: "Jämförelse", en: "Comparison" },
  server: { sv: "Löften", en: "Promises" },
} satisfies Record<string, Text>;
