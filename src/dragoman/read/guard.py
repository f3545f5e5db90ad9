"""Runs a reader of dangerous formats in a process of its own: bounded time and memory, and a crash stays there."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

__all__ = ["Refused", "guarded"]

SLACK = 30  # seconds of wall clock beyond the processor time, for a busy machine


class Refused(Exception):
    """The work did not come to an end; the message says why in words a user understands."""


def guarded(work: Callable[..., Any], *given: Any, seconds: int, memory: int) -> Any:
    """What work(*given) returns, computed in a child process; raises Refused when it crashes or goes beyond bounds."""
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_child, args=(theirs, work, given, seconds, memory), daemon=True)  # type: ignore[attr-defined]
    child.start()
    theirs.close()
    try:
        if not ours.poll(seconds + SLACK):
            raise Refused(f"takes longer than {seconds} seconds to read")
        done, result = ours.recv()
    except EOFError:
        child.join(SLACK)
        raise Refused(_ended(child.exitcode, seconds)) from None
    finally:
        ours.close()
        if child.is_alive():
            child.kill()
        child.join(SLACK)
    if not done:
        raise Refused(result)
    return result


def _ended(code: int | None, seconds: int) -> str:
    if code in (-signal.SIGXCPU, -signal.SIGKILL):
        return f"takes longer than {seconds} seconds or too much memory to read"
    return "makes its reader crash"


def _child(pipe: Connection, work: Callable[..., Any], given: tuple[Any, ...], seconds: int, memory: int) -> None:
    _bound(seconds, memory)
    try:
        pipe.send((True, work(*given)))
    except MemoryError:
        pipe.send((False, "needs too much memory to read"))
    except RecursionError:
        pipe.send((False, "is nested too deeply to be read"))
    pipe.close()


def _bound(seconds: int, memory: int) -> None:
    """Processor time and memory of this process, where the system can bound them."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    if sys.platform == "linux":
        with open("/proc/self/statm", "rb") as statm:
            used = int(statm.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
