"""Templates in, pages out: looks a template up, knows what its pages depend on, and says where a failing one failed.

A site's own folder shadows the built-in theme one file at a time. Behind the name `theme/` always stands the built-in
file, so that `{% extends "theme/event.html" %}` in a site's own `event.html` changes one block and keeps the rest.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

import msgspec
from markupsafe import Markup

from generator.errors import Problem, ThemeError
from generator.model import Page, Plan
from generator.render.view import hook

if TYPE_CHECKING:
    from jinja2 import Environment, Template
    from jinja2.runtime import Macro

PACKAGE: Final = Path(__file__).resolve().parent.parent
STATIC: Final = "static"
# A name that is worked out while rendering cannot be followed; a template that has one depends on all templates.
_REFERENCE: Final = re.compile(
    r"""\{%-?\s*(?:extends|include|import|from)\s+(?:(?P<quote>["'])(?P<name>.+?)(?P=quote)|(?P<worked_out>.))"""
)
_UNDEFINED: Final = re.compile(r"'(?P<name>\w+)' is undefined")
_encode: Final = msgspec.json.Encoder(enc_hook=hook, order="deterministic").encode
Inputs = TypeVar("Inputs")
# So many pieces of pages are kept for other pages, of which a list of ten thousand events on pages of two depths has most.
_FRAGMENTS: Final = 16_384


@dataclass(slots=True)
class Theme:
    """A site's templates. `own` is the folder with the site's own ones, `settings` what stands on every page.

    Pages of one theme share the compiled templates; nothing is compiled before the first page is made.
    """

    own: Path | None
    settings: object
    bytecode: Path | None = None
    _sources: dict[str, bytes] = field(default_factory=dict)
    _digests: dict[str, bytes] = field(default_factory=dict)
    _environment: Environment | None = None
    _fragments: dict[tuple[str, int, str], tuple[object, bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the templates: they are few and small, and their bytes are part of every digest."""
        for folder, prefixes in ((packaged(), ("", "theme/")), (self.own, ("",))):
            for path in sorted(folder.glob("**/*")) if folder is not None and folder.is_dir() else ():
                name = path.relative_to(folder).as_posix() if folder is not None else ""
                if path.is_file() and not name.startswith(f"{STATIC}/"):
                    self._sources.update(dict.fromkeys((prefix + name for prefix in prefixes), path.read_bytes()))

    def page(self, path: str, template: str, inputs: Callable[[], Inputs], present: Callable[[Inputs], Mapping[str, Any]]) -> Page:
        """The page that `template` makes of `present(inputs())`; `present` must know nothing but its argument.

        The digest covers the inputs, the template with all that it draws in, the settings, and the code that presents.
        """

        def plan() -> Plan:
            shown = inputs()
            return Plan(self.digest(path, template, shown), lambda: self.render(path, template, present(shown)).encode())

        return Page(path, plan)

    def digest(self, path: str, template: str, inputs: object) -> str:
        """What stands for a page that `template` makes of some inputs."""
        return blake2b(_encode((path, template, inputs)), digest_size=16, key=self._closure(template)).hexdigest()

    def render(self, path: str, template: str, context: Mapping[str, Any]) -> str:
        """Fill in a template; raises ThemeError that names the template, its line and the page being made."""
        from jinja2 import TemplateError

        depth = "../" * path.count("/")
        try:
            return self._template(template).render({"root": depth, "path": path, "site": self.settings, **context})
        except (TemplateError, TypeError, AttributeError, KeyError, ValueError, ArithmeticError) as error:
            self._fail(error, template, path, {"root", "path", "site", *context})

    def compile(self) -> None:
        """Compile all templates, so that they lie in the folder of compiled ones."""
        for name in self._sources:
            if not name.startswith("theme/"):
                self._template(name)

    def _template(self, name: str) -> Template:
        if self._environment is None:
            self._environment = self._environment_of()
        return self._environment.get_template(name)

    def _environment_of(self) -> Environment:
        from jinja2 import Environment, FileSystemBytecodeCache, FunctionLoader

        from generator.render.quick import COMPILED, QuickContext, QuickGenerator, QuickTemplate, Unknown

        environment = Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=Unknown,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=FileSystemBytecodeCache(str(self.bytecode), COMPILED) if self._may_keep() else None,
        )
        environment.filters["csp_hash"] = csp_hash
        environment.globals["once"] = self._once
        environment.template_class = QuickTemplate
        environment.code_generator_class = QuickGenerator
        environment.context_class = QuickContext
        return environment

    def _once(self, macro: Macro, shown: object, root: str) -> str:
        """What a macro makes of an event or the site, which stands on many pages and looks the same on all that are as deep."""
        key = macro.name, id(shown), root
        known = self._fragments.get(key)
        if known is None:
            made = macro(shown, root)
            if len(self._fragments) >= _FRAGMENTS:
                self._fragments.clear()
            # The value too: as long as it lives, no other has its id. Not as text, of which one sign beyond Latin-1 doubles the memory.
            self._fragments[key] = shown, str(made).encode()
            return made
        return Markup(known[1].decode())

    def _may_keep(self) -> bool:
        """Tell whether there is a folder for compiled templates; pages are made without one too."""
        try:
            if self.bytecode is not None:
                self.bytecode.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return self.bytecode is not None

    def _load(self, name: str) -> tuple[str, str, None] | None:
        source = self._sources.get(name)
        return None if source is None else (source.decode(), self.file_of(name), None)

    def file_of(self, name: str) -> str:
        """The file behind a template's name, as messages give it: within the site's folder where it lies there."""
        if self.own is not None and (self.own / name).is_file():
            return f"{self.own.name}/{name}"
        return f"built-in theme/{name.removeprefix('theme/')}"

    def _closure(self, template: str) -> bytes:
        """The digest of a template and all that it draws in, of the settings and of the code that presents."""
        if template not in self._digests:
            names = sorted(self._drawn_in(template))
            parts = (code_digest(), _encode(self.settings), *(name.encode() + b"\0" + self._sources.get(name, b"") for name in names))
            self._digests[template] = blake2b(b"\0\0".join(parts), digest_size=32).digest()
        return self._digests[template]

    def _drawn_in(self, template: str) -> set[str]:
        found, todo = set[str](), [template]
        while todo:
            name = todo.pop()
            if name in found:
                continue
            found.add(name)
            for reference in _REFERENCE.finditer(self._sources.get(name, b"").decode(errors="replace")):
                todo += list(self._sources) if reference["worked_out"] else [reference["name"]]
        return found

    def _fail(self, error: Exception, template: str, path: str, known: Collection[str]) -> NoReturn:
        """Say where in which template an error arose, as far as its traceback knows; `known` are the names it may use."""
        name, line = getattr(error, "filename", None), getattr(error, "lineno", 0) or 0
        files = {self.file_of(known) for known in self._sources}
        trace = error.__traceback__
        while trace is not None and not line:
            if trace.tb_frame.f_code.co_filename in files:
                name, at = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
            if trace is None and name in files:
                line = at
        message, hint = self._in_words(error, known)
        where = name if name in files else self.file_of(template)
        raise ThemeError(Problem(f"{message} (while making {path})", where, line, hint=hint, severity="error")) from error

    def _in_words(self, error: Exception, known: Collection[str]) -> tuple[str, str]:
        """What is wrong, and what to do."""
        kind, said = type(error).__name__, (str(error) or type(error).__name__).rstrip(".")
        if kind == "TemplateNotFound":
            return f'there is no template "{said}"', _near(said, self._sources) or "the templates are listed in docs/theming.md"
        if kind in ("TemplateSyntaxError", "TemplateAssertionError", "TemplateRuntimeError"):
            return said[:1].lower() + said[1:], "templates are written in Jinja: https://jinja.palletsprojects.com/templates/"
        name = _UNDEFINED.fullmatch(said)
        hint = _near(name["name"], known) if name else ""
        return said, hint or "the names a template may use are listed in docs/theming.md"


def strays(own: Path | None) -> list[Problem]:
    """A warning for each page of a site's own templates that no page is made of: its name may be misspelt."""
    if own is None:
        return []
    sources = {path.relative_to(own).as_posix(): path for path in sorted(own.glob("**/*.html"))}
    told = [m for path in sources.values() for m in _REFERENCE.finditer(path.read_text(encoding="utf-8", errors="replace"))]
    if any(reference["worked_out"] for reference in told):
        return []
    built_in = {path.relative_to(packaged()).as_posix() for path in packaged().glob("**/*.html")}
    lost = sources.keys() - built_in - {reference["name"] for reference in told}
    hint = "no built-in template has this name, and none of yours draws it in"
    return [
        Problem("is not used", f"{own.name}/{name}", hint=_near(name, built_in) or hint)
        for name in sorted(lost)
        if not name.startswith(f"{STATIC}/")
    ]


def _near(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1)
    return f'did you mean "{near[0]}"?' if near else ""


def csp_hash(text: str) -> str:
    """The hash by which a content security policy (level 2) knows the text of a style or script element."""
    return "sha256-" + b64encode(sha256(str(text).encode()).digest()).decode()


@cache
def packaged() -> Path:
    """The folder of the built-in theme: inside an installed package, or `templates/` beside it in a checkout."""
    installed = PACKAGE / "theme"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


@cache
def code_digest() -> bytes:
    """A digest of the modules that put words on a page, so that a page changes with them."""
    files = [*sorted((PACKAGE / "render").rglob("*.py")), PACKAGE / "labels.py", PACKAGE / "dates.py", PACKAGE / "model.py"]
    return blake2b(b"".join(path.read_bytes() for path in files), digest_size=16).digest()


def static_pages(own: Path | None) -> list[Page]:
    """The files under `static/`, the site's own before the built-in ones, copied as they are."""
    files: dict[str, Path] = {}
    for folder in (packaged(), own):
        base = folder / STATIC if folder is not None else None
        if base is not None and base.is_dir():
            files |= {path.relative_to(base).as_posix(): path for path in sorted(base.glob("**/*")) if path.is_file()}
    return [_static_page(name, path) for name, path in sorted(files.items())]


def _static_page(name: str, path: Path) -> Page:
    data = path.read_bytes()
    return Page(f"{STATIC}/{name}", lambda: Plan(blake2b(data, digest_size=16).hexdigest(), lambda: data))
