"""How work is spread over the machine: an engine is one function, map(work, items), that keeps the order.

>>> from dragoman.engines import ENGINES
>>> list(ENGINES["local"](str.upper, ["a", "b"], jobs=1))
['A', 'B']
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Protocol, TypeVar

from dragoman.errors import UnknownChoice

__all__ = ["ENGINES", "Engine", "apart", "engine", "local"]

#: Items in flight for each process: one at work, the others ready, so that none waits.
_WINDOW = 4
T = TypeVar("T")
R = TypeVar("R")


class Engine(Protocol):
    """map(work, items): results in the order of the items, whatever runs where."""

    def __call__(self, work: Callable[[T], R], items: Iterable[T], *, jobs: int) -> Iterator[R]: ...


def local(work: Callable[[T], R], items: Iterable[T], *, jobs: int) -> Iterator[R]:
    """This process, or a pool of forked ones that share the models already loaded.

    Items are taken as they are needed, a few for each process, so that a pile may be larger than memory.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    waiting: deque[Future[R]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("fork")) as pool:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= _WINDOW * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


@contextmanager
def apart(work: Callable[[T], R], item: T, *, jobs: int) -> Iterator[Callable[[], R]]:
    """Work on one item in a process of its own while this one goes on; with one job, here and when it is asked for."""
    if jobs <= 1:
        yield lambda: work(item)
        return
    with ProcessPoolExecutor(1, mp_context=get_context("fork")) as pool:
        yield pool.submit(work, item).result


ENGINES: dict[str, Engine] = {"local": local}


def engine(name: str) -> Engine:
    """The engine of this name."""
    if name not in ENGINES:
        raise UnknownChoice("engine", name, list(ENGINES))
    return ENGINES[name]
