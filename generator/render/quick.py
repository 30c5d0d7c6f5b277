"""Jinja2 templates whose escaping is quick and whose complaints are plain.

Half the time of a page went into wrapping each escaped text in a new object. The code that Jinja2 makes of a template
hands what `escape` gives straight to the output, where a plain text serves as well as a Markup object. Only plain
texts take the short way; whatever has markup of its own goes the usual one.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, Template
from jinja2.utils import missing
from markupsafe import escape

try:
    from markupsafe._speedups import _escape_inner as _plain
except ImportError:  # markupsafe without its C part

    def _plain(text: str, /) -> str:
        return str(escape(text))


def quick(value: Any) -> str:
    """A value as HTML text."""
    return _plain(value) if type(value) is str else escape(value)


class QuickTemplate(Template):
    """A template that escapes with `quick`."""

    @classmethod
    def from_code(cls, environment: Any, code: Any, globals: Any, uptodate: Any = None) -> Template:
        """Make the template as usual, then put the quick function in the place of the other."""
        template = super().from_code(environment, code, globals, uptodate)
        names = template.root_render_func.__globals__
        if "escape" in names:
            names["escape"] = quick
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
