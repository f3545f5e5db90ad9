"""Dragoman: from a pile of press coverage to a sourced dossier.

>>> import dragoman
>>> sorted(dragoman.__all__)[:3]
['Dossier', 'DragomanError', '__version__']
"""

from importlib.metadata import PackageNotFoundError, version

from dragoman.build import Dossier, build
from dragoman.check import check
from dragoman.coverage import build_stories
from dragoman.diff import diff
from dragoman.errors import DragomanError
from dragoman.verify import verify

try:
    __version__ = version("dragoman")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"

__all__ = ["Dossier", "DragomanError", "__version__", "build", "build_stories", "check", "diff", "verify"]
