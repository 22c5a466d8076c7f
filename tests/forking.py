"""Which processes are forked while a test runs."""

import os
import threading

import pytest


def forked_from_now_on(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the processes that are forked from now on: a test runner has others of its own.

    Nothing seems to run beside the test, as in a build; test runners have threads of their own.
    """
    fork, processes = os.fork, list[int]()

    def noted() -> int:
        if process := fork():
            processes.append(process)
        return process

    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "fork", noted)
    return processes
