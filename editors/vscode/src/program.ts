/** Finds the program lofte and runs it. */

import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import * as path from "node:path";
import * as vscode from "vscode";
import { language, say, words } from "./words";

const WINDOWS = process.platform === "win32";
const NAMES = WINDOWS ? ["lofte.exe", "lofte.cmd", "lofte.bat"] : ["lofte"];
const ENVIRONMENTS = [".venv", "venv", "env"];

export interface Problem {
  message: string;
}

/** Path of the program: the setting, the environment of the workspace, or PATH. */
export function find(): string | Problem {
  const chosen = vscode.workspace.getConfiguration("lofte").get<string>("path", "").trim();
  if (chosen) {
    const expanded = chosen.replace(/^~(?=[\\/])/, process.env["HOME"] ?? process.env["USERPROFILE"] ?? "~");
    const candidates = path.isAbsolute(expanded) ? [expanded] : folders().map((folder) => path.join(folder, expanded));
    return candidates.find(existsSync) ?? { message: say(words.notThere) + chosen };
  }
  const beside = folders().flatMap((folder) => ENVIRONMENTS.map((name) => path.join(folder, name, WINDOWS ? "Scripts" : "bin")));
  const active = process.env["VIRTUAL_ENV"];
  const places = [
    ...beside,
    ...(active ? [path.join(active, WINDOWS ? "Scripts" : "bin")] : []),
    ...(process.env["PATH"] ?? "").split(path.delimiter).filter(Boolean),
  ];
  const found = places.flatMap((place) => NAMES.map((name) => path.join(place, name))).find(existsSync);
  return found ?? { message: say(words.missing) };
}

function folders(): string[] {
  return (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath);
}

/** Folder to run commands in: the one above promises, else the workspace. */
export function folderOf(uri: vscode.Uri | undefined): string | undefined {
  const parts = uri?.fsPath.split(path.sep) ?? [];
  const at = parts.lastIndexOf("promises");
  return at > 0 ? parts.slice(0, at).join(path.sep) || path.sep : folders()[0];
}

/** What keeps the server from starting, or undefined. A server whose input is closed ends at once. */
export async function problemOf(program: string): Promise<Problem | undefined> {
  const { code, error } = await run(program, ["lsp"], undefined);
  return code === 0 ? undefined : { message: say(words.failed) + error.trim() };
}

export interface Answer {
  code: number;
  output: string;
  error: string;
}

/** Run a command and collect what it writes. */
export function run(program: string, args: string[], cwd: string | undefined): Promise<Answer> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      [...args, "--lang", language()],
      { cwd, maxBuffer: 64 << 20, shell: WINDOWS && !program.endsWith(".exe"), windowsHide: true },
      (failure, output, error) => {
        const code = failure ? (typeof failure.code === "number" ? failure.code : 3) : 0;
        resolve({ code, output, error: error || (failure && code === 3 ? failure.message : "") });
      },
    );
    child.stdin?.end();
  });
}

/** Start a command that goes on until it is killed. */
export function start(program: string, args: string[], cwd: string | undefined): ChildProcess {
  return spawn(program, [...args, "--lang", language()], { cwd, shell: WINDOWS && !program.endsWith(".exe"), windowsHide: true });
}
