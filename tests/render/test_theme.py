"""A site's own templates, and what is said when one of them fails."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest

from generator.errors import ThemeError
from generator.model import Site
from generator.render import pages
from generator.render.look import look
from generator.render.theme import strays
from tests.render import sample
from tests.render.reading import octets


def with_templates(folder: Path, **templates: str) -> Site:
    """The rich site with templates of its own; `event="..."` is `templates/event.html`, `static__x_css` lies under static."""
    own = folder / "templates"
    (own / "static").mkdir(parents=True)
    for name, text in templates.items():
        path = own / (name.replace("static__", "static/").replace("_css", ".css") if name.startswith("static__") else f"{name}.html")
        path.write_text(text, encoding="utf-8")
    return replace(sample.site(), theme=own)


def made(site: Site, path: str) -> str:
    return octets(next(page for page in pages.render(site) if page.path == path), site).decode()


def test_one_block_of_one_template_can_be_changed(tmp_path: Path) -> None:
    """`theme/` is the built-in theme: what extends it keeps the rest."""
    site = with_templates(tmp_path, about='{% extends "theme/about.html" %}{% block method %}<p>By hand.</p>{% endblock %}')
    page = made(site, "about.html")

    assert "<p>By hand.</p>" in page
    assert "A program reads the articles" not in page
    assert "Known limits" not in page
    assert "Articles read" in page


def test_a_changed_frame_is_used_by_every_page(tmp_path: Path) -> None:
    """Built-in pages extend the site's own base.html where it has one."""
    site = with_templates(tmp_path, base='{% extends "theme/base.html" %}{% block footer %}<footer>Our foot</footer>{% endblock %}')

    assert "Our foot" in made(site, "index.html")
    assert "Our foot" in made(site, "articles/notes.html")


def test_a_line_in_the_foot_stands_on_every_page(tmp_path: Path) -> None:
    """Pages that put something of their own there keep what the site's base.html adds."""
    added = '{% extends "theme/base.html" %}{% block foot_first %}{{ super() }}<p>Town library</p>{% endblock %}'
    site = with_templates(tmp_path, base=added)

    for page in pages.render(site):
        text = octets(page, site).decode(errors="replace") if page.path.endswith(".html") else ""
        if 'class="site-foot"' in text:
            assert "Town library" in text, page.path
    assert "As of" in made(site, "index.html").partition('class="site-foot"')[2]


def test_an_own_style_sheet_is_added(tmp_path: Path) -> None:
    """static/extra.css is linked after the theme's own, and copied."""
    site = with_templates(tmp_path, static__extra_css=":root { --accent: teal; }")

    assert '<link rel="stylesheet" href="../static/extra.css">' in made(site, "places/upper-quay.html")
    assert made(site, "static/extra.css") == ":root { --accent: teal; }"


def test_a_template_only_changes_the_pages_that_use_it(tmp_path: Path) -> None:
    """The digest of a page follows the templates it is made of, and no others."""
    plain = {page.path: page.digest for page in pages.render(sample.site())}
    site = with_templates(tmp_path, _cite="{% macro citations(entries) %}none{% endmacro %}")
    own = {page.path: page.digest for page in pages.render(site)}

    assert plain["index.html"] == own["index.html"]
    assert plain["articles/index.html"] == own["articles/index.html"]
    assert plain["articles/notes.html"] != own["articles/notes.html"]


IN_METHOD = "{% extends 'theme/about.html' %}\n{% block main %}BODY{% endblock %}"
# Each fault: the template, its line, what is said of it, and what to do.
FAULTS = {
    "unknown name": (IN_METHOD.replace("BODY", "\n{{ artikles }}\n"), 3, "'artikles' is undefined", 'did you mean "articles"'),
    "unknown attribute": (IN_METHOD.replace("BODY", "{{ site.tittle }}"), 2, '"tittle", did you mean "title"?', "docs/theming.md"),
    "nothing like it": (IN_METHOD.replace("BODY", "{{ zebra }}"), 2, "'zebra' is undefined", "docs/theming.md"),
    "bad syntax": ("<p>\n\n{% if %}\n</p>", 3, "expected an expression", "Jinja"),
    "unknown filter": ("<p>{{ root|uper }}</p>", 1, "no filter named 'uper'", "Jinja"),
    "no such template": ("{% extends 'theme/abuot.html' %}", 1, "theme/abuot.html", 'did you mean "theme/about.html"'),
    "wrong use": ("<p>\n{{ articles + 'x' }}</p>", 2, "unsupported operand", ""),
}


@pytest.mark.parametrize("fault", list(FAULTS))
def test_a_fault_names_template_line_and_page(tmp_path: Path, fault: str) -> None:
    """A template that fails is named with its line, what is wrong, the page that was being made, and what to do."""
    template, line, message, hint = FAULTS[fault]
    site = with_templates(tmp_path, about=template)

    with pytest.raises(ThemeError) as caught:
        made(site, "about.html")

    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == ("templates/about.html", line)
    assert message in problem.message
    assert "about.html" in problem.message
    assert hint in problem.hint
    assert problem.severity == "error"


def test_a_template_of_a_misspelt_name_is_told(tmp_path: Path) -> None:
    """One that no page is made of is a warning; built-in names and what they draw in are none."""
    theme = with_templates(tmp_path, about='{% include "_mine.html" %}', _mine="mine", abuot="lost", base="frame").theme
    (problem,) = strays(theme)

    assert (problem.path, problem.severity) == ("templates/abuot.html", "warning")
    assert "about.html" in problem.hint
    assert strays(None) == []


def test_compiled_templates_may_be_kept(tmp_path: Path) -> None:
    """With a folder for bytecode, pages come out the same and the folder fills."""
    site = replace(sample.site(), bytecode=tmp_path / "kept")

    assert made(site, "about.html") == made(sample.site(), "about.html")
    assert made(site, "about.html") == made(site, "about.html")
    assert list((tmp_path / "kept").iterdir())


def test_a_name_is_an_attribute_an_item_or_nothing(tmp_path: Path) -> None:
    """A template's `a.b` takes an attribute before an item of a mapping, escapes texts alone, and misses quietly where it is asked to."""
    shown = "{% set row = {'plain': '<i>', 'keys': 1, 'n': 2} %}[{{ row.plain }}|{{ row.n }}|{{ row.keys() | list | length }}"
    site = with_templates(tmp_path, about=shown + "|{{ row.none is defined }}|{{ row.none | default('no') }}|{{ '<b>' | safe }}]")

    assert "[&lt;i&gt;|2|3|False|no|<b>]" in made(site, "about.html")


def test_what_is_made_once_is_told_apart(tmp_path: Path) -> None:
    """Two macros that show the same value are both made, on a page of each depth anew."""
    macros = "{% macro one(site, root) %}1{{ root }}{% endmacro %}{% macro two(site, root) %}2{{ root }}{% endmacro %}"
    own = macros + "{{ once(one, site, root) }} {{ once(two, site, root) }} {{ once(one, site, root) }}"
    site = with_templates(tmp_path, about=own, subscribe=own, event=own)

    assert {made(site, name) for name in ("about.html", "subscribe.html")} == {"1 2 1"}
    deep = next(page.path for page in pages.render(site) if page.path.startswith("events/"))
    assert made(site, deep) == "1{0} 2{0} 1{0}".format("../" * deep.count("/"))


def test_pieces_of_pages_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A site with more events than are kept gets the same pages, and its rows are let go of."""
    kept = {page.path: page.make() for page in pages.render(sample.site()) if not (page.states or page.text_of)}
    monkeypatch.setattr("generator.render.theme._FRAGMENTS", 2)
    assert {page.path: page.make() for page in pages.render(sample.site()) if not (page.states or page.text_of)} == kept
    (known, *_) = look(sample.site()).events
    held = known.row
    assert known.row is held
    gone = ref(held)
    del held
    assert gone() is None
