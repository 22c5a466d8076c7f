"""Work that is shared out among processes: the same results in the same order as when one does it all.

Processes are forked, so that each has all that was made before, and none of it has to be sent. Whoever is
free takes the next job's number out of a file that they share. This process only waits: what the others kept
in mind is forgotten with them. Where nothing can be forked, or threads run that would not come along, it does
all.
"""

import os
import pickle
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from ctypes import CDLL
from dataclasses import dataclass
from tempfile import TemporaryFile
from traceback import extract_tb, format_exc
from typing import IO, Any, TypeVar

T = TypeVar("T")

_NUMBER = struct.Struct("<I")
_RAISED = "_raised_elsewhere"


class WorkerError(Exception):
    """A worker ended without its results, and could not say why."""


class KilledError(WorkerError):
    """A worker was ended by the system, most likely because memory ran out."""


def places(error: BaseException) -> tuple[tuple[str, int], ...]:
    """Return the files and lines that an exception came through, in whichever process it was raised."""
    here = ((frame.filename, frame.lineno or 0) for frame in extract_tb(error.__traceback__))
    return vars(error).get(_RAISED) or tuple(here)


def available() -> int:
    """Return how many processes can run at once."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


_DIES_WITH_ITS_PARENT = 1
"""``PR_SET_PDEATHSIG`` of ``prctl(2)``: the process is sent a signal when the one that forked it ends."""

FORKS = sys.platform.startswith("linux")
"""Elsewhere there is no fork, or, on macOS, one after which libraries of the system may crash."""


def can_fork() -> bool:
    """Tell whether a process can be forked now: threads would not come along."""
    return FORKS and threading.active_count() == 1


def shared_out(jobs: Sequence[Callable[[], T]], workers: int) -> tuple[T, ...]:
    """Return what each job returns, in their order, done by as many processes as there are ``workers``.

    What the jobs return must be able to be pickled. An exception of a job is raised here.
    """
    workers = min(workers, len(jobs))
    if workers < 2 or not can_fork():  # noqa: PLR2004
        return tuple(job() for job in jobs)
    numbers = _numbers(len(jobs))
    processes: list[_Worker] = []
    done: dict[int, T] = {}
    try:
        for _ in range(workers):
            with _undisturbed():
                processes.append(_forked(jobs, numbers))
        for each in processes:
            done.update(each.results())
    finally:
        with _undisturbed():
            numbers.close()
            for each in processes:
                each.end()
    return tuple(done[number] for number in range(len(jobs)))


class Aside:
    """A job that a ``process`` of its own does; without a number there is none."""

    def __init__(self, process: int = 0, *, is_done: bool = False) -> None:
        """Begin with a process that was forked just now."""
        self._process, self._is_done = process, is_done
        self._lock = threading.Lock()

    def wait(self) -> bool:
        """Wait until the job ended; tell whether it was done."""
        with self._lock:
            if self._process:
                _, status = os.waitpid(self._process, 0)
                self._process, self._is_done = 0, not status
        return self._is_done

    def end(self) -> None:
        """Have the job end at once, if it has not: one who waits for it is told that it was not done."""
        with suppress(ProcessLookupError):
            if process := self._process:
                os.kill(process, signal.SIGKILL)
        self.wait()


def aside(job: Callable[[], object]) -> Aside:
    """Have a job done in a process of its own, whatever comes of it, which ends at the latest with this one.

    It is left undone if the system has no room for another process.
    """
    if not can_fork():
        job()
        return Aside(is_done=True)
    parent = os.getpid()
    with _undisturbed():
        try:
            process = os.fork()
        except OSError:
            return Aside()
        if process:
            return Aside(process)
        status = 1
        try:
            _end_with(parent)
            job()
            status = 0
        finally:
            os._exit(status)


def _end_with(parent: int) -> None:
    """Have this process end when the one that forked it does: nobody will ask for what it makes."""
    CDLL(None).prctl(_DIES_WITH_ITS_PARENT, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait, so that no process is forked and then forgotten, or left behind by a second Ctrl-C.

    A worker inherits that it does not hear of it: it is ended by the process that forked it.
    """
    asked: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: asked.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if asked:
            signal.raise_signal(signal.SIGINT)


@dataclass(slots=True)
class _Worker:
    """A process, and the file that it leaves its results in."""

    process: int
    left: IO[bytes]

    def results(self) -> dict[int, Any]:
        """Wait for the end of the process, and return what each of its jobs returned."""
        _, status = os.waitpid(self.process, 0)
        self.process = 0
        self.left.seek(0)
        if status:
            raise self._failure(os.waitstatus_to_exitcode(status))
        done: dict[int, Any] = {}
        while True:
            try:
                number, result = pickle.load(self.left)  # noqa: S301  # written by our own fork
            except EOFError:
                return done
            done[number] = result

    def _failure(self, status: int) -> BaseException:
        with suppress(EOFError, pickle.UnpicklingError):
            while True:
                number, result = pickle.load(self.left)  # noqa: S301  # written by our own fork
                if number is None and isinstance(result, BaseException):
                    return result
        ended = KilledError if status < 0 else WorkerError
        return ended(f"a process that shared the work ended with {status}")

    def end(self) -> None:
        """End the process, if it still runs."""
        if self.process:
            with suppress(ProcessLookupError):
                os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
        self.left.close()


def _numbers(count: int) -> IO[bytes]:
    """Return a file of numbers, of which processes that are forked share the place where they read."""
    numbers = TemporaryFile(buffering=0)  # noqa: SIM115  # closed when the jobs are done
    numbers.write(b"".join(map(_NUMBER.pack, range(count))))
    numbers.seek(0)
    return numbers


def _forked(jobs: Sequence[Callable[[], T]], numbers: IO[bytes]) -> _Worker:
    left = TemporaryFile()  # noqa: SIM115  # closed by the worker's end
    parent = os.getpid()
    if process := os.fork():
        return _Worker(process, left)
    status = 1
    try:
        _end_with(parent)
        for done in _work(jobs, numbers):
            pickle.dump(done, left, pickle.HIGHEST_PROTOCOL)
        left.flush()
        status = 0
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is told by the process that forked
        with suppress(BaseException):
            _tell(error, left.fileno())
    finally:
        os._exit(status)


def _tell(error: BaseException, left: int) -> None:
    """Leave an exception in the place of results: the disk may have no room for both."""
    told = format_exc()
    try:
        error.add_note(told)
        vars(error)[_RAISED] = places(error)
        pickle.loads(held := pickle.dumps((None, error)))  # noqa: S301  # whether it can come back
    except Exception:  # noqa: BLE001  # some exceptions cannot be sent
        held = pickle.dumps((None, WorkerError(told)))
    os.ftruncate(left, 0)
    os.lseek(left, 0, os.SEEK_SET)
    os.write(left, held)


def _work(jobs: Sequence[Callable[[], T]], numbers: IO[bytes]) -> Iterator[tuple[int, T]]:
    while taken := os.read(numbers.fileno(), _NUMBER.size):
        (number,) = _NUMBER.unpack(taken)
        yield number, jobs[number]()
