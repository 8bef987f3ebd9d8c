# SPDX-License-Identifier: GPL-2.0-or-later
"""``make_manual.py OUTDIR``: the manual of ``docs`` as web pages for the zip, one for each chapter.

One page for each chapter, because Windows drops what follows a ``#`` when a program opens a file in the browser.
"""

from __future__ import annotations

import re
import shutil
import sys
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
MAIN = "handleiding"
APPENDICES = ("plannamen", "polygonen", "velden", "regels", "bestanden", "voorbeeld", "beheerder", "netwerkschijven")
STYLE = """
:root { color-scheme: light dark; --line: #c8c8c8; --link: #0b5394; --soft: #f3f5f7; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --link: #8ab8e8; --soft: #2a2d31; } }
body { font: 16px/1.5 system-ui, "Segoe UI", sans-serif; margin: 0; display: flex; }
nav { flex: 0 0 15em; padding: 1.5em 1em; background: var(--soft); min-height: 100vh; box-sizing: border-box; }
nav a { display: block; padding: .25em 0; } nav a[aria-current] { font-weight: bold; text-decoration: none; }
main { max-width: 52em; padding: 1em 2em 4em; min-width: 0; } a { color: var(--link); }
img { max-width: 100%; height: auto; border: 1px solid var(--line); }
.breed { overflow-x: auto; } table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .3em .6em; text-align: left; vertical-align: top; }
code, pre { background: var(--soft); } pre { padding: .8em; white-space: pre-wrap; overflow-wrap: anywhere; }
blockquote { border-left: 4px solid var(--line); margin-left: 0; padding-left: 1em; }
@media print { nav { display: none; } }
"""
# A table that is wider than the page is scrolled with the keyboard too.
WIDE = {"<table>": '<div class="breed" role="group" aria-label="Tabel" tabindex="0"><table>', "</table>": "</table></div>"}
LINK = re.compile(r"(?:(?P<page>[\w-]+)\.md)?(?:#(?P<part>[\w-]+))?")


def slug(heading: str) -> str:
    """The anchor of a heading, as everywhere on the web where Markdown is read."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def chapters() -> dict[str, list[Token]]:
    """The pages in order, by file name, each as its parsed text. What stands before the first chapter begins the first page."""
    parser = _parser()
    pages: dict[str, list[Token]] = {"index": []}
    page = "index"
    tokens = parser.parse((DOCS / f"{MAIN}.md").read_text(encoding="utf-8"))
    for at, token in enumerate(tokens):
        chapter = token.type == "heading_open" and token.tag == "h2"
        if chapter and (page != "index" or tokens[at + 1].content[0].isdigit()):
            page = slug(tokens[at + 1].content)
        pages.setdefault(page, []).append(token)
    for name in APPENDICES:
        pages[name] = parser.parse((DOCS / f"{name}.md").read_text(encoding="utf-8"))
    return pages


def make(folder: Path) -> None:
    """Write the pages and their pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = chapters()
    own = {page: tokens for page, tokens in pages.items() if page not in APPENDICES}
    anchors = {_id(tokens, at): page for page, tokens in own.items() for at, token in enumerate(tokens) if token.type == "heading_open"}
    titles = {page: _title(tokens) for page, tokens in pages.items()}
    for page, tokens in pages.items():
        _prepare(tokens, page, anchors, folder)
        body = _parser().renderer.render(tokens, _parser().options, {})
        for tag, around in WIDE.items():
            body = body.replace(tag, around)
        (folder / f"{page}.html").write_text(_whole(page, titles, body), encoding="utf-8", newline="\n")


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _title(tokens: list[Token]) -> str:
    return next(tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "heading_open")


def _id(tokens: list[Token], at: int) -> str:
    return slug(tokens[at + 1].content)


def _prepare(tokens: list[Token], page: str, anchors: dict[str, str], folder: Path) -> None:
    """Anchors at headings, links from page to page, and the pictures beside the pages."""
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", _id(tokens, at))
            if page not in ("index", *APPENDICES):  # a chapter is a page of its own
                token.tag = tokens[at + 2].tag = f"h{int(token.tag[1]) - 1}"
        for part in token.children or ():
            if part.type == "image":
                _take_picture(str(part.attrs["src"]), folder)
            elif part.type == "link_open":
                part.attrs["href"] = _target(str(part.attrs["href"]), page, anchors)


def _take_picture(source: str, folder: Path) -> None:
    target = folder / source
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(DOCS / source, target)


def _target(address: str, page: str, anchors: dict[str, str]) -> str:
    """A link in ``docs`` as a link between the pages.

    :raises ValueError: when it leads nowhere.
    """
    if "://" in address:
        return address
    found = LINK.fullmatch(address)
    if found is None or not (DOCS / f"{found['page'] or MAIN}.md").is_file():
        raise ValueError(f"{page}: {address}")
    named, part = found["page"], found["part"]
    if named in APPENDICES:
        return f"{named}.html" + (f"#{part}" if part else "")
    if part is None:
        return "index.html"
    if named is None and page in APPENDICES:
        return f"#{part}"
    return f"{anchors[part]}.html" + ("" if anchors[part] == part else f"#{part}")


def _whole(page: str, titles: dict[str, str], body: str) -> str:
    here = {page: ' aria-current="page"'}
    links = "".join(f'<a href="{name}.html"{here.get(name, "")}>{escape(title)}</a>' for name, title in titles.items())
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>{escape(titles[page])} - LMVW Woningbouwplannen</title>'
        f"<style>{STYLE}</style></head>\n<body><nav>{links}</nav><main>\n{body}</main></body></html>\n"
    )


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve())
