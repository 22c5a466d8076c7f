"""Work that is shared out among processes: the same as done by one, and nothing left behind."""

import errno
import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import sleep

import pytest

from onrecord.hosts.templates import template_folders
from onrecord.pipeline import build
from onrecord.workers import FORKS, WorkerError, aside, shared_out
from tests.built import content_of
from tests.forking import forked_from_now_on

if not FORKS:
    pytest.skip("no process can be forked here", allow_module_level=True)


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing run beside the test, as in a build; test runners have threads of their own."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


@pytest.fixture(autouse=True)
def interruptions() -> Iterator[None]:
    """Have Ctrl-C interrupt: it does nothing if the tests were begun in the background of a script."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def elsewhere(here: int) -> bool:
    return os.getpid() != here


def waits_for(file: Path, number: int) -> int:
    """Do not end before another process has begun: then both are at work."""
    (file / f"{os.getpid()}").touch()
    while len(list(file.iterdir())) < 2:
        sleep(0.001)
    return number


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the processes that are forked from now on."""
    return forked_from_now_on(monkeypatch)


def all_ended(forked: list[int]) -> bool:
    """Tell whether there were processes, and each has ended and been waited for."""
    for process in forked:
        try:
            os.waitpid(process, os.WNOHANG)
        except ChildProcessError:
            continue
        return False
    return bool(forked)


def test_results_come_in_the_order_of_the_jobs_whoever_did_them(tmp_path: Path, forked: list[int]) -> None:
    jobs = [partial(waits_for, tmp_path, number) for number in range(50)]

    assert shared_out(jobs, 2) == tuple(range(50))
    assert len(list(tmp_path.iterdir())) == 2
    assert all_ended(forked)


def test_one_worker_does_everything_itself() -> None:
    assert shared_out([partial(elsewhere, os.getpid())] * 3, 1) == (False, False, False)


def test_beside_other_threads_nothing_is_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)

    assert shared_out([partial(elsewhere, os.getpid())] * 3, 2) == (False, False, False)


class CannotBeSentError(Exception):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(one + other)


def fails(here: int, error: Exception, folder: Path) -> None:
    waits_for(folder, 0)
    if elsewhere(here):
        raise error


def dies(here: int, folder: Path) -> None:
    waits_for(folder, 0)
    if elsewhere(here):
        os.kill(os.getpid(), signal.SIGKILL)


def test_what_went_wrong_elsewhere_is_raised_here_with_its_traceback(
    tmp_path: Path, forked: list[int]
) -> None:
    with pytest.raises(ValueError, match="no such day") as raised:
        shared_out([partial(fails, os.getpid(), ValueError("no such day"), tmp_path)] * 2, 2)
    assert "in fails" in "".join(raised.value.__notes__)
    assert all_ended(forked)


def test_an_exception_that_cannot_be_sent_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(WorkerError, match="CannotBeSentError: no such day"):
        shared_out([partial(fails, os.getpid(), CannotBeSentError("no such", " day"), tmp_path)] * 2, 2)


def fills_the_disk(_: int) -> bytes:
    """Return more than may be written, as where a disk is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    return b"x" * 100_000


def test_a_disk_that_is_full_elsewhere_is_the_reason_that_is_told_here(forked: list[int]) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with pytest.raises(OSError, match="File too large") as raised:
        shared_out([partial(fills_the_disk, 0)] * 2, 2)
    assert raised.value.errno == errno.EFBIG
    assert all_ended(forked)


def test_there_may_be_more_jobs_than_a_pipe_holds_numbers() -> None:
    assert shared_out([partial(abs, -1)] * 70_000, 2) == (1,) * 70_000


def test_a_process_that_is_killed_is_told(tmp_path: Path, forked: list[int]) -> None:
    with pytest.raises(WorkerError, match="ended with -9"):
        shared_out([partial(dies, os.getpid(), tmp_path)] * 2, 2)
    assert all_ended(forked)


def sleeps(process: int) -> bool:
    """Tell whether a process waits for something: a signal that comes sooner may be noticed too late."""
    return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2].startswith("S")


def interrupts(here: int, folder: Path, number: int) -> None:
    waits_for(folder, number)
    while not sleeps(here):
        sleep(0.001)
    if number == 0:
        os.kill(here, signal.SIGINT)
    while True:
        signal.pause()


def test_when_it_is_interrupted_no_process_stays_behind(tmp_path: Path, forked: list[int]) -> None:
    with pytest.raises(KeyboardInterrupt):
        shared_out([partial(interrupts, os.getpid(), tmp_path, number) for number in range(2)], 2)
    assert all_ended(forked)


def test_an_interruption_between_two_forks_waits_until_both_are_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, forked: list[int]
) -> None:
    fork = os.fork

    def interrupted() -> int:
        if process := fork():
            os.kill(os.getpid(), signal.SIGINT)
        return process

    monkeypatch.setattr(os, "fork", interrupted)
    with pytest.raises(KeyboardInterrupt):
        shared_out([partial(waits_for, tmp_path, number) for number in range(2)], 2)
    assert all_ended(forked)


def outlives(here: int, folder: Path) -> None:
    """Kill the process that shares out, and note that a job was done after that."""
    with suppress(ProcessLookupError):
        os.kill(here, signal.SIGKILL)
    while os.getppid() == here:
        pass
    (folder / f"{os.getpid()}-{len(list(folder.iterdir()))}").touch()


def test_when_whoever_asked_is_killed_the_others_stop(tmp_path: Path) -> None:
    ended, alive = os.pipe()
    if not (process := os.fork()):
        shared_out([partial(outlives, os.getpid(), tmp_path)] * 100, 2)
        os._exit(1)
    os.close(alive)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == -signal.SIGKILL
    assert os.read(ended, 1) == b""  # the last process that held the other end is gone
    os.close(ended)
    assert len(list(tmp_path.iterdir())) <= 2


def test_a_job_aside_is_done_when_it_was_waited_for(tmp_path: Path, forked: list[int]) -> None:
    assert aside(lambda: (tmp_path / "who").write_text(str(os.getpid()))).wait()
    assert int((tmp_path / "who").read_text()) in forked


def test_a_job_aside_that_fails_harms_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    assert not aside(partial(int, "no number")).wait()
    assert "Traceback" not in capfd.readouterr().err


def test_a_job_aside_can_be_ended_while_others_wait_for_it() -> None:
    job = aside(partial(sleep, 60))
    told = list[bool]()
    waiting = threading.Thread(target=lambda: told.append(job.wait()))
    waiting.start()
    job.end()
    waiting.join(20)

    assert told == [False]
    assert not job.wait()


def test_a_job_aside_ends_with_the_process_that_asked_for_it() -> None:
    ended, alive = os.pipe()
    if not os.fork():
        aside(partial(sleep, 60))
        os._exit(0)
    os.close(alive)
    assert os.read(ended, 1) == b""  # the last process that held the other end is gone
    os.close(ended)


def test_a_job_aside_is_done_here_beside_other_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert aside((tmp_path / "done").touch).wait()
    assert (tmp_path / "done").exists()


def test_three_processes_make_the_same_site_as_one(tmp_path: Path) -> None:
    content, templates = content_of("two-languages"), template_folders(tmp_path)
    one = build(content, templates, workers=1)

    assert build(content, templates, workers=3) == one
    assert one.pages
