"""Feeds and folders, watched: what is new, what it changed in which dossier, and the answers to standing questions.

    polite   fetching as a good guest: conditional requests, robots.txt, pauses, back-off
    places   feeds, lists of feeds and folders → sources, with what is remembered between two rounds
    feeds    the feeds of a library, read when somebody asks for it
    news     what changed since it was last told; as text, JSON lines or a feed of its own

Rule of this folder: nothing is fetched that was not asked for, and what was once read is never lost to a later failure.
"""

from dragoman.watch.feeds import Feeds
from dragoman.watch.news import Answer, News, as_lines, atom, remembered, tell, text, told
from dragoman.watch.places import Round, look
from dragoman.watch.polite import Polite

__all__ = [
    "Answer",
    "Feeds",
    "News",
    "Polite",
    "Round",
    "as_lines",
    "atom",
    "look",
    "remembered",
    "tell",
    "text",
    "told",
]
