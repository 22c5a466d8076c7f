"""The yaml-language-server of npm, spoken to as an editor speaks to it."""

import json
import subprocess
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

import pytest

from tests.npm import installed

VERSION = "1.19.2"

PATIENCE = 60
"""Seconds after which an answer is taken not to come."""


class LanguageServer:
    """A running server, whose workspace is a project of ours."""

    def __init__(self, project: Path) -> None:
        server = installed("yaml-language-server", VERSION, "bin/yaml-language-server")
        self._process = subprocess.Popen(
            ["node", server, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._heard: Queue[dict[str, Any]] = Queue()
        self._diagnostics: dict[str, list[str]] = {}
        self._settings: dict[str, Any] = {}
        self._number = 0
        self._project = project
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        folder = {"uri": project.as_uri(), "name": project.name}
        capabilities = {
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {"completion": {"completionItem": {}}, "hover": {"contentFormat": ["markdown"]}},
        }
        wanted = {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder]}
        self.ask("initialize", {**wanted, "capabilities": capabilities})
        self._tell("initialized", {})
        settings = json.loads((project / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        self._settings["yaml"] = {
            "validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False},
            "schemas": settings["yaml.schemas"],
        }  # fmt: skip
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def open(self, path: str, text: str) -> list[str]:
        """Open a file and return what the server finds wrong with it."""
        uri = self._uri(path)
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": item})
        while uri not in self._diagnostics:
            self._hear()
        return self._diagnostics.pop(uri)

    def completions(self, path: str, line: int, column: int) -> list[dict[str, Any]]:
        """Return what is offered at a place, counted from 0."""
        found = self.ask("textDocument/completion", self._place(path, line, column))
        return list(found["items"] if isinstance(found, dict) else found)

    def hover(self, path: str, line: int, column: int) -> str:
        """Return what is told of a place, counted from 0."""
        found = self.ask("textDocument/hover", self._place(path, line, column))
        return json.dumps(found["contents"]) if found else ""

    def ask(self, method: str, parameters: dict[str, Any]) -> Any:
        """Ask, and return the answer."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": parameters})
        while True:
            message = self._hear()
            if message.get("id") == self._number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def close(self) -> None:
        """End the server, and with it the thread that listens."""
        with self._process:
            self._process.terminate()
            self._listener.join(PATIENCE)

    def _place(self, path: str, line: int, column: int) -> dict[str, Any]:
        position = {"line": line, "character": column}
        return {"textDocument": {"uri": self._uri(path)}, "position": position}

    def _uri(self, path: str) -> str:
        return (self._project / path).as_uri()

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _hear(self) -> dict[str, Any]:
        """Return the next message; what the server asks of an editor is answered with nothing."""
        try:
            message = self._heard.get(timeout=PATIENCE)
        except Empty:
            pytest.fail("the language server does not answer")
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        if message.get("method") == "textDocument/publishDiagnostics":
            found = message["params"]
            self._diagnostics[found["uri"]] = [each["message"] for each in found["diagnostics"]]
        return message

    def _answer(self, message: dict[str, Any]) -> list[Any] | None:
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section"), {}) for item in message["params"]["items"]]

    def _listen(self) -> None:
        out = self._process.stdout
        while out and (line := out.readline()):
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
                while out.readline().strip():
                    pass
                self._heard.put(json.loads(out.read(size)))
