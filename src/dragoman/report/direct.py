"""The template as Python that calls at once what it names: no look whether a function asks for the template's context.

A page makes some thousand calls and reads as many attributes; each went through several functions of the library first.
No function that our template calls asks for a context, and what stands behind a dot is an attribute, never a key.
"""

from __future__ import annotations

from typing import Any

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr, Template
from markupsafe import Markup, escape

__all__ = ["Direct", "shown"]


def shown(value: Any) -> Markup:
    """A value as markup; what is markup already is given back as it is.

    >>> shown("<b>"), shown(Markup("<b>"))
    (Markup('&lt;b&gt;'), Markup('<b>'))
    """
    return value if value.__class__ is Markup else escape(value)


class Direct(CodeGenerator):
    """Writes calls, attributes and values as Python does them."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:
        """The template, with the names that its code calls."""
        self.writeline("from operator import call")
        self.writeline(f"from {__name__} import shown")
        super().visit_Template(node, frame)

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:
        """A call of a function or a macro."""
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:
        """An attribute."""
        self.write("getattr(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        """A value is escaped unless it is markup; the page has one setting for all of it."""
        self.write("shown(")
