"""The language server in Neovim, set up as docs/editorer.md says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from corpus import EXEMPELBY, ROOT

pytestmark = pytest.mark.editor

LUA: Final = """
vim.lsp.start = vim.lsp.start or function(config) -- Debian has Neovim 0.7
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end
SETUP
local seen = {}
local function main()
  vim.cmd("edit " .. arg_file)
  local buffer = vim.api.nvim_get_current_buf()
  local document = { uri = vim.uri_from_bufnr(buffer) }
  local function diagnostics() return vim.diagnostic.get(buffer) end
  vim.wait(20000, function() return #diagnostics() > 0 end, 20)
  for _, one in ipairs(diagnostics()) do
    local line = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1]
    seen[one.code] = line:sub(one.col + 1, one.end_col)
  end
  local function ask(method, parameters)
    local answers = vim.lsp.buf_request_sync(buffer, method, parameters, 10000)
    for _, answer in pairs(answers or {}) do return answer.result end
  end
  local number = vim.fn.search("polsen") - 1
  local line = vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1]
  local _, units = vim.str_utfindex(line, line:find("polsen") - 1)
  local at = { line = number, character = units }
  seen.hover = ask("textDocument/hover", { textDocument = document, position = at }).contents.value
  seen.completion = {}
  local offered = ask("textDocument/completion", { textDocument = document, position = at })
  for _, item in ipairs(offered.items or offered) do table.insert(seen.completion, item.label) end
  local actions = ask("textDocument/codeAction",
    { textDocument = document, range = { start = at, ["end"] = at }, context = { diagnostics = {} } })
  vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
  seen.fixed = vim.api.nvim_buf_get_lines(buffer, number, number + 1, false)[1]
  vim.wait(10000, function()
    for _, one in ipairs(diagnostics()) do if one.code == "X01" then return false end end
    return true
  end, 20)
  seen.left = {}
  for _, one in ipairs(diagnostics()) do table.insert(seen.left, one.code) end
  vim.cmd("write")
end
local done, problem = pcall(main)
seen.problem = not done and tostring(problem) or nil
io.stdout:write(vim.fn.json_encode(seen))
vim.cmd("qa!")
"""
LINE: Final = "  - {id: P1, text: Polisen 👮🏽 på Å, part: polsen, plats: skolan}\n"


def test_neovim_shows_explains_completes_and_fixes(tmp_path: Path) -> None:
    program = shutil.which("nvim")
    if program is None:
        pytest.fail("Neovim is not here. Debian: apt-get install neovim")
    shutil.copytree(EXEMPELBY, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "promises" / "exempelby" / "lofte-2023.yaml"
    text = path.read_text(encoding="utf-8")
    head, _, _ = text.rpartition("  - {id: P1")
    path.write_text(head + LINE, encoding="utf-8")
    seen = _run(program, tmp_path, path)
    assert "problem" not in seen, seen["problem"]
    assert seen["X01"] == "polsen"
    assert "Den som lovar" in seen["hover"]
    assert seen["completion"] == ["kommunen", "polisen", "tillsammans"]
    assert "part: polisen, plats:" in seen["fixed"]
    assert "X01" not in seen["left"]
    assert path.read_text(encoding="utf-8").endswith(seen["fixed"] + "\n")


def _run(program: str, folder: Path, path: Path) -> dict[str, Any]:
    guide = (ROOT / "docs" / "editorer.md").read_text(encoding="utf-8")
    setup = "\n".join(re.findall(r"```lua\n(.*?)```", guide, re.DOTALL))
    script = folder / "test.lua"
    script.write_text(f'local arg_file = "{path}"\n' + LUA.replace("SETUP", setup), encoding="utf-8")
    done = subprocess.run(
        [program, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-S", str(script)],
        cwd=folder,
        env=os.environ | {"PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    found: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return found
