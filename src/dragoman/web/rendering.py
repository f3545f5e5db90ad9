"""Templates and the files beside them; values are escaped, and every form carries the secret of this run."""

from __future__ import annotations

from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dragoman.report.messages import Messages, messages
from dragoman.report.reasons import reason
from dragoman.web.tongue import NAMES, elsewhere

__all__ = ["refusal", "render", "say", "static"]


@cache
def _templates() -> Environment:
    folder = files(__package__).joinpath("templates")

    def load(name: str) -> str:
        return folder.joinpath(f"{name}.html.j2").read_text(encoding="utf-8")

    return Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def render(name: str, request: Request, **values: Any) -> str:
    """A page from the template of this name, in the language of the request."""
    given: dict[str, Any] = {"secret": request.state.secret, "path": str(request.url.path), "t": say(request)}
    given["because"] = partial(_because, say=say(request))
    given["by"] = unquote(request.cookies.get("by", ""))
    given["again"] = partial(_again, request)
    given |= {"tongues": NAMES, "other": partial(elsewhere, request.url.path, request.url.query)}
    return _templates().get_template(name).render(**given, **values)


def say(request: Request) -> Messages:
    """Our words in the language of the request."""
    return messages(request.state.language)


def _again(request: Request, **asked: object) -> str:
    """The page that was asked for, with something asked for beside."""
    return "?" + request.url.include_query_params(**asked).remove_query_params("token").query


def _because(words: str, *, say: Messages) -> Markup:
    """A reason in the language of the request; marked as English where the catalogue lacks it."""
    told = reason(words, say)
    return Markup("<span lang=en>{}</span>").format(words) if told is None else Markup("{}").format(told)


def refusal(request: Request, status: int, key: str, **values: object) -> HTTPException:
    """What to raise where a request cannot be answered, its reason in the language of the request."""
    return HTTPException(status, say(request)(f"web.{key}", **values))


async def static(request: Request) -> Response:
    """A file of ours: style or script."""
    name = request.path_params["name"]
    kinds = {"web.css": "text/css", "bar.css": "text/css", "web.js": "text/javascript"}
    if name not in kinds:
        return PlainTextResponse("There is no such file.\n", status_code=404)
    content = files(__package__).joinpath("static", name).read_bytes()
    return Response(content, media_type=kinds[name], headers={"Cache-Control": "max-age=3600"})
