/** Starts the language server of lofte and adds commands. */

import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from "vscode-languageclient/node";
import { preview, stop } from "./preview";
import { find, folderOf, problemOf, run, type Problem } from "./program";
import { language, say, words } from "./words";

const INSTALL = 'pip install "medborgarlofte[editor,preview]"';
const SELECTOR = [
  { scheme: "file", pattern: "**/promises/**/*.{yaml,yml}" },
  { scheme: "file", pattern: "**/lofte.toml" },
];
const COMPARISON = "lofte-diff";

let client: LanguageClient | undefined;
let starting: Promise<void> | undefined;
let program: string | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  for (const [name, handle] of Object.entries(COMMANDS)) {
    context.subscriptions.push(vscode.commands.registerCommand(`lofte.${name}`, handle));
    context.subscriptions.push(vscode.commands.registerCommand(`lofte.${name}.en`, handle));
  }
  context.subscriptions.push(
    vscode.commands.registerCommand("lofte.diff", compare),
    vscode.commands.registerCommand("lofte.waive", waive),
    vscode.workspace.registerTextDocumentContentProvider(COMPARISON, { provideTextDocumentContent: (uri) => comparisons.get(uri.path) ?? "" }),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("lofte") && restart()),
    vscode.workspace.onDidGrantWorkspaceTrust(startOnce),
    vscode.workspace.onDidOpenTextDocument((document) => isOurs(document) && startOnce()),
    { dispose: stop },
  );
  const ours = await vscode.workspace.findFiles("{**/promises/**/*.{yaml,yml},**/lofte.toml}", "**/node_modules/**", 1);
  if (ours.length > 0 || vscode.workspace.textDocuments.some(isOurs)) {
    await startOnce();
  }
}

export async function deactivate(): Promise<void> {
  stop();
  await client?.stop();
}

function isOurs(document: vscode.TextDocument): boolean {
  return vscode.languages.match(SELECTOR, document) > 0;
}

function startOnce(): Promise<void> {
  starting ??= startServer();
  return starting;
}

async function startServer(): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    starting = undefined;
    vscode.window.setStatusBarMessage(say(words.untrusted), 10_000);
    return;
  }
  const found = find();
  const problem = typeof found === "string" ? await problemOf(found) : found;
  if (problem || typeof found !== "string") {
    void explain(problem ?? { message: say(words.missing) });
    return;
  }
  program = found;
  const server: ServerOptions = { command: found, args: ["lsp", "--lang", language()], options: { shell: /\.(cmd|bat)$/.test(found) } };
  const options: LanguageClientOptions = {
    documentSelector: SELECTOR,
    initializationOptions: { extension: true },
    outputChannelName: say(words.server),
  };
  client = new LanguageClient("lofte", say(words.server), server, options);
  await client.start();
}

async function restart(): Promise<void> {
  await client?.stop();
  client = undefined;
  program = undefined;
  starting = undefined;
  await startOnce();
}

/** Say what is missing and how to get it. */
async function explain(problem: Problem): Promise<void> {
  const [copy, settings, retry] = [say(words.copy), say(words.settings), say(words.retry)];
  const choice = await vscode.window.showErrorMessage(problem.message, copy, settings, retry);
  if (choice === copy) {
    await vscode.env.clipboard.writeText(INSTALL);
    void explain({ message: say(words.copied) });
  } else if (choice === settings) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "lofte.path");
  } else if (choice === retry) {
    await restart();
  }
}

// ---------------------------------------------------------------- commands

const COMMANDS: Record<string, () => unknown> = {
  validate,
  preview: withProgram((found) => preview(found, folderOf(active()))),
  diffWithLastYear,
  newFollowUp,
  restart,
};

function active(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri;
}

/** Run something with the program, once it is found. */
function withProgram(action: (found: string) => unknown): () => Promise<unknown> {
  return async () => {
    await startOnce();
    if (program) {
      return action(program);
    }
    const found = find();
    return typeof found === "string" ? action(found) : explain(found);
  };
}

function validate(): Promise<unknown> {
  return withProgram((found) => {
    const cwd = folderOf(active());
    const execution = new vscode.ShellExecution(found, ["validate", "--lang", language()], cwd ? { cwd } : {});
    const task = new vscode.Task({ type: "lofte" }, vscode.TaskScope.Workspace, "validate", "lofte", execution);
    task.presentationOptions = { clear: true, reveal: vscode.TaskRevealKind.Always };
    return vscode.tasks.executeTask(task);
  })();
}

async function diffWithLastYear(): Promise<void> {
  const uri = active();
  if (!uri) {
    void vscode.window.showInformationMessage(say(words.noPromise));
    return;
  }
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", uri);
  const lens = lenses.find((one) => one.command?.command === "lofte.diff");
  if (lens?.command?.arguments) {
    await compare(...(lens.command.arguments as [string, string, string]));
  } else {
    void vscode.window.showInformationMessage(say(words.noPredecessor));
  }
}

const comparisons = new Map<string, string>();

/** Show the comparison of two promises beside the text. */
function compare(old: string, next: string, uri: string): Promise<unknown> {
  return withProgram(async (found) => {
    const cwd = folderOf(vscode.Uri.parse(uri));
    const { code, output, error } = await run(found, ["diff", old, next, "--format", "markdown"], cwd);
    if (code > 1) {
      void vscode.window.showErrorMessage(error.trim() || say(words.failed));
      return;
    }
    const shown = vscode.Uri.from({ scheme: COMPARISON, path: `/${say(words.compared)} ${path.basename(old)} – ${path.basename(next)}.md` });
    comparisons.set(shown.path, output);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", shown);
  })();
}

async function newFollowUp(): Promise<void> {
  const uri = active();
  if (uri && vscode.languages.match(SELECTOR, await vscode.workspace.openTextDocument(uri)) > 0) {
    await startOnce();
    await vscode.commands.executeCommand("lofte.createFollowUp", uri.toString());
  } else {
    void vscode.window.showInformationMessage(say(words.noPromise));
  }
}

/** Ask for the reason of a waiver and let the server write it. */
async function waive(uri: string, code: string, where: string): Promise<void> {
  const reason = await vscode.window.showInputBox({
    prompt: say(words.reason),
    title: code,
    validateInput: (text) => (text.trim() ? undefined : say(words.noReason)),
  });
  if (reason?.trim()) {
    await vscode.commands.executeCommand("lofte.addWaiver", uri, code, where, reason.trim());
  }
}
