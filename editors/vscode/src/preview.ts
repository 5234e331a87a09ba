/** The site in a panel beside the text, rebuilt by `lofte preview` when a file is saved. */

import type { ChildProcess } from "node:child_process";
import * as vscode from "vscode";
import { start } from "./program";
import { say, words } from "./words";

let panel: vscode.WebviewPanel | undefined;
let server: ChildProcess | undefined;

export function preview(program: string, cwd: string | undefined): void {
  if (panel) {
    panel.reveal(vscode.ViewColumn.Beside, true);
    return;
  }
  const shown = vscode.window.createWebviewPanel(
    "lofte.preview",
    say(words.preview),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { enableScripts: true, retainContextWhenHidden: true },
  );
  const started = start(program, ["preview"], cwd);
  panel = shown;
  server = started;
  let written = "";
  const read = async (part: Buffer): Promise<void> => {
    written += part.toString();
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(written)?.[0];
    if (address && panel === shown && !shown.webview.html) {
      const outside = await vscode.env.asExternalUri(vscode.Uri.parse(address));
      shown.webview.html = page(outside.toString(true));
    }
  };
  started.stdout?.on("data", read);
  started.stderr?.on("data", read);
  const failed = (): void => {
    if (panel === shown) {
      shown.dispose();
      void vscode.window.showErrorMessage(written.trim() || say(words.failed));
    }
  };
  started.on("error", failed);
  started.on("exit", failed);
  shown.onDidDispose(stop);
}

/** End the site's server. */
export function stop(): void {
  const running = server;
  panel = undefined;
  server = undefined;
  running?.kill("SIGINT");
}

function page(address: string): string {
  const source = new URL(address).origin;
  return `<!DOCTYPE html>
<html lang="sv">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; frame-src ${source}; style-src 'unsafe-inline'">
  <style>html, body, iframe { margin: 0; padding: 0; border: 0; width: 100%; height: 100vh; background: white; }</style>
</head>
<body><iframe src="${address}" title="${say(words.preview)}"></iframe></body>
</html>`;
}
