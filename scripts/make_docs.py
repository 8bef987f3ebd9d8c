# SPDX-License-Identifier: GPL-2.0-or-later
"""Write the generated pages of the manual: the fields (``docs/velden.md``), the rules (``regels.md``) and the files (``bestanden.md``)."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import tomllib

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path must be set first
from lmvw_plugin.core.basisset.codelists import code_list  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.prices.limits import SEGMENTS, price_limits  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.delivering.profiles import STANDARD, names, profile_named  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.importing.formats import KNOWN  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.importing.imported import PHASING  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.importing.report.left_out import title as measure_title  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.rules.catalogue import CATALOGUE  # noqa: E402  # the path or the environment is set first

GENERATED = "<!-- Gemaakt uit de code met make docs; verander haar niet met de hand. -->"
NEEDS = {
    b.Need.ALWAYS: "altijd",
    b.Need.LIVE: "tenzij gerealiseerd of vervallen",
    b.Need.WHEN_COUNTED: "als het aantal groter is dan 0",
    b.Need.OPTIONAL: "nee",
    b.Need.DERIVED: "wordt berekend",
}


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def fields_page() -> str:
    """Every field by group, the sums, and the code lists."""
    parts = ["# De velden van de Basisset 2.0", GENERATED]
    for group in b.Group:
        fields = [field for field in b.FIELDS if field.group is group and (field.phase is None or field.phase.slot == 0)]
        rows = [(_name(field), _label(field), field.kind.value, NEEDS[field.need], field.definition, field.source) for field in fields]
        header = ("kolom", "naam", "soort", "verplicht", "betekenis", "bron")
        parts += [f"## {group.value}", table(header, rows)]
    sums = [(total.rule, f"`{total.total}`", total.name, ", ".join(f"`{part}`" for part in _short(total.parts))) for total in b.SUMS]
    parts += ["## Wat moet optellen", table(("regel", "totaal", "som van", "kolommen"), sums)]
    limits = [(" + ".join(f"`{part}`" for part in limit.parts), f"`{limit.whole}`") for limit in b.AT_MOST]
    parts += ["## Wat niet groter mag zijn", table(("deel", "geheel"), limits)]
    for name in ("planstatus", "plantype"):
        codes = [(f"`{code.code}`", code.label, code.kind, code.definition) for code in code_list(name).values()]
        parts += [f"## Codes van `{name}`", table(("code", "naam", "soort", "betekenis"), codes)]
    limits = [
        (str(one.year), SEGMENTS[one.segment], one.text, "ja" if one.official else "nee", one.source) for one in price_limits().values()
    ]
    note = "Een grens die hier ontbreekt, is niet bekend: formulier en Excel-bestand zeggen dat dan, en nemen geen ander jaar."
    parts += ["## Prijsgrenzen", note, table(("jaar", "segment", "grens", "officieel", "bron"), limits)]
    return "\n\n".join(parts) + "\n"


def _name(field: b.Field) -> str:
    if field.phase is None:
        return f"`{field.name}`"
    names = b.phasing(field.phase.total)
    return f"`{names[0]}` ... `{names[9]}`, `{names[10]}`, `{names[11]}`"


def _label(field: b.Field) -> str:
    return field.title_at(None) if field.phase is None else f"{field.label.split()[0]} per jaar en periode"


def _short(parts: Sequence[str]) -> Sequence[str]:
    return parts if len(parts) < 10 else (parts[0], "...", parts[-1])


def rules_page() -> str:
    """Every rule of the catalogue."""
    rows = [(rule.id, rule.ernst.value, rule.title, rule.why, rule.remedy, rule.source, rule.fixed or "uw keuze") for rule in CATALOGUE]
    parts = [
        "# De regels",
        GENERATED,
        "Een **fout** houdt de levering tegen, een **waarschuwing** vraagt een toelichting of een verbetering, **info** is alleen ter informatie. "
        "De laatste kolom zegt of een gemeente de ernst zelf mag kiezen, bij de opties; wat zij kiest, staat in rapport en levering.",
        table(("regel", "ernst", "wat", "waarom", "wat kunt u doen", "bron", "ernst kiezen"), rows),
    ]
    return "\n\n".join(parts) + "\n"


def files_page() -> str:
    """Every format that an import recognises, and every file that a province asks for."""
    parts = ["# Bestanden die de plugin kent", GENERATED, "## Wat wordt herkend bij het importeren"]
    for known in KNOWN:
        rows = [(_filled(name), where) for name, where in known.fills]
        parts += [f"### {known.title}", table(("veld", "komt uit"), rows), "\n".join(f"- {sentence}" for sentence in known.cannot)]
    parts += ["## Profielen van provincies", "Naast de standaardbestanden komt bij de levering het bestand dat de provincie vraagt."]
    for profile in (profile_named(name) for name in names() if name != STANDARD.name):
        parts += [
            f"### {profile.title}",
            f"Het bestand `{profile.file}`. Wat het niet kan dragen:",
            "\n".join(f"- {one}" for one in profile.limits),
        ]
    return "\n\n".join(parts) + "\n"


def _filled(name: str) -> str:
    return measure_title(name, None) if name in PHASING.values() else b.BY_NAME[name].title_at(None)


def rooms_picture() -> str:
    """The rooms of each floor, as import-linter keeps them: a room looks to its right and downward."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    floors = {one["containers"][0].partition(".")[2]: one["layers"] for one in contracts if one["name"].startswith("rooms of")}
    wide = _FIRST + max(map(len, floors.values())) * (_BOX[0] + _GAP) + _GAP
    parts, top = [], _GAP
    for floor in ("forms", "layers", "core"):
        stacks = [layer.split(" | ") for layer in floors[floor]]
        high = max(map(len, stacks)) * (_BOX[1] + _GAP) + _GAP
        parts.append(f'<rect x="{_GAP}" y="{top}" width="{wide - 2 * _GAP}" height="{high}" fill="#f2f2f2" stroke="#888"/>')
        parts.append(f'<text x="{2 * _GAP}" y="{top + high / 2:.0f}" font-weight="bold">{floor}</text>')
        for column, rooms in enumerate(stacks):
            left = _FIRST + column * (_BOX[0] + _GAP)
            for row, room in enumerate(rooms):
                y = top + _GAP + row * (_BOX[1] + _GAP)
                parts.append(f'<rect x="{left}" y="{y}" width="{_BOX[0]}" height="{_BOX[1]}" fill="#fff" stroke="#333"/>')
                parts.append(f'<text x="{left + _BOX[0] / 2:.0f}" y="{y + 20}" text-anchor="middle">{room}</text>')
        top += high + _GAP
    alt = "The rooms of forms, layers and core; each looks only at those to its right and on the floors below"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {top}" font-family="sans-serif" font-size="14" role="img">'
    return "\n".join([head, f"<title>{alt}</title>", *parts, "</svg>"]) + "\n"


_BOX, _GAP, _FIRST = (100, 30), 10, 90
PAGES = {"velden.md": fields_page, "regels.md": rules_page, "bestanden.md": files_page, "rooms.svg": rooms_picture}


def main() -> int:
    """Write the pages."""
    for name, page in PAGES.items():
        (ROOT / "docs" / name).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
