"""Jinja2 templates whose escaping, blocks and macros are quick and whose complaints are plain.

Half the time of a page went into wrapping each escaped text in a new object. The code that Jinja2 makes of a template
hands what `escape` gives straight to the output, where a plain text serves as well as a Markup object. Only plain
texts take the short way; whatever has markup of its own goes the usual one. A block hands its text on in one piece
instead of many, each of which would pass through every block around it; a macro that gets just the arguments that
it names is called without more ado; and an attribute that is there is taken without a call.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from types import MethodType
from typing import Any, Final

from jinja2 import Environment, StrictUndefined, Template
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr, Node
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as _plain
except ImportError:  # markupsafe without its C part

    def _plain(text: str, /) -> str:
        return str(escape(text))


def quick(value: Any) -> str:
    """A value as HTML text."""
    kind = type(value)
    return _plain(value) if kind is str else value if kind is Markup else escape(value)


def _other(environment: Environment, thing: object, name: str) -> Any:
    """What a template means by `thing.name` where there is no such attribute."""
    return thing[name] if type(thing) is dict and name in thing else environment.getattr(thing, name)


# The names of files with compiled templates; a new one where code is written that `QuickTemplate` did not know before.
COMPILED: Final = "quick2_%s.cache"


class QuickGenerator(CodeGenerator):
    """Code of templates in which each block, and what stands outside all blocks, is one text.

    The values that the code names `q_o`, `q_v` and `q_t` are used in the expression that sets them and nowhere else.
    """

    def blockvisit(self, nodes: Iterable[Node], frame: Frame) -> None:
        """Write the code of a body."""
        if frame.buffer is not None or not (frame.block_frame or frame.rootlevel):
            super().blockvisit(nodes, frame)
            return
        self.buffer(frame)
        super().blockvisit(nodes, frame)
        self.writeline(f"yield concat({frame.buffer})")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - the name that Jinja2 looks for
        """Write the code of `node.attr`: an attribute, else what Jinja2 makes of the name, an item or a complaint."""
        self.write("(q_v if (q_v := getattr(q_o := ")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r}, missing)) is not missing else other(environment, q_o, {node.attr!r}))")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if not self._escapes(frame, finalize):
            super()._output_child_pre(node, frame, finalize)
            return
        self.write("(plain(q_t) if type(q_t := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if not self._escapes(frame, finalize):
            super()._output_child_post(node, frame, finalize)
            return
        self.write(") is str else escape(q_t))")

    def _escapes(self, frame: Frame, finalize: Any) -> bool:
        """Tell whether a value is escaped and nothing else."""
        return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None


class QuickContext(Context):
    """The names that a template knows, and how it calls them."""

    def call(self, called: Any, /, *args: Any, **named: Any) -> Any:
        """Call a macro, a method, a block of the layout or another function.

        The names of loops and blocks that come along are for functions that ask for them.
        """
        if type(called) is Macro and len(args) == called._argument_count and named.keys() <= _SCOPES and not _takes_more(called):
            return str.__new__(Markup, called._func(*args))
        if type(called) in _PLAINLY and named.keys() <= _SCOPES and not hasattr(called, "jinja_pass_arg"):
            return called(*args)
        return super().call(called, *args, **named)


_PLAINLY: Final = (MethodType, BlockReference)
_SCOPES: Final = frozenset(("_loop_vars", "_block_vars"))


def _takes_more(macro: Macro) -> bool:
    return macro.catch_kwargs or macro.catch_varargs or macro.caller or not macro._default_autoescape


class QuickTemplate(Template):
    """A template that escapes with `quick`."""

    @classmethod
    def from_code(cls, environment: Any, code: Any, globals: Any, uptodate: Any = None) -> Template:
        """Make the template as usual, with the names that all know in one table, then put the quick function in the place of the other."""
        template = super().from_code(environment, code, dict(globals), uptodate)
        names = template.root_render_func.__globals__
        if "escape" in names:
            names.update(escape=quick, plain=_plain, other=_other)
        return template


class Unknown(StrictUndefined):
    """A name that does not exist: an error wherever it is used, which names the nearest one that does."""

    @property
    def _undefined_message(self) -> str:
        thing, name = self._undefined_obj, self._undefined_name
        if thing is missing or self._undefined_hint or not isinstance(name, str):
            return str(super()._undefined_message)
        names = thing if isinstance(thing, dict) else [known for known in dir(thing) if not known.startswith("_")]
        near = get_close_matches(name, map(str, names), 1)
        instead = f', did you mean "{near[0]}"?' if near else ""
        return f'nothing here is called "{name}"{instead}'
