"""The library in a browser, on this computer: stories, search, exact places, corrections, adding.

    app    routes → answers                 pages  what each page shows, as plain values
    guard  who may ask, what a page may do  jobs   reading in the background
    templates/, static/  how it looks; everything is made on the server, scripts only spare a reload

Rule of this folder: text of a source is only ever put out escaped, and a page asks nothing from anywhere else.
"""

from dragoman.web.app import application

__all__ = ["application"]
