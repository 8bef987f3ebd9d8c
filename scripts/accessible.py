# SPDX-License-Identifier: GPL-2.0-or-later
"""What axe-core finds in HTML pages, in a real browser: WCAG 2.2 at level A and AA, and the order of headings.

``accessible.py PAGE...``  prints what is found; exit code 1 when anything is.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_PATIENCE = 60  # seconds for one page
_ASK = """
<script>{axe}</script>
<script>
axe.run(document, {{runOnly: {tags}}}).then(found => {{
  const lines = kind => found[kind].flatMap(rule => rule.nodes.map(node => [rule.id, rule.help, node.target.join(" "), node.html.slice(0, 200)]));
  const answer = {{wrong: lines("violations"), unsure: lines("incomplete"), passed: found.passes.length}};
  parent.postMessage([{number}, answer], "*");
}});
</script>
"""
# Pages in frames of one page: a browser takes longer to start than to judge them all.
_ALL = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>all</title></head><body><script>
const answers = {{}}, pages = {pages};
addEventListener("message", message => {{
  answers[message.data[0]] = message.data[1];
  if (Object.keys(answers).length < pages.length) return;
  const out = document.createElement("pre");
  out.id = "found";
  out.textContent = JSON.stringify(answers);
  document.body.append(out);
}});
for (const page of pages) {{
  const frame = document.createElement("iframe");
  frame.width = 1280;
  frame.height = 900;
  frame.src = page;
  document.body.append(frame);
}}
</script></body></html>"""
_FOUND = re.compile(r'<pre id="found">(.*?)</pre>', re.DOTALL)


def axe() -> str:
    """The program, out of the package that ``setup.sh test`` installs.

    :raises FileNotFoundError: when it is not installed.
    """
    found = sorted((ROOT / ".venv-axe").glob("lib/python3*/site-packages/axe_playwright_python/axe.min.js"))
    if not found:
        raise FileNotFoundError("axe-core is not installed: run scripts/setup.sh test")
    return found[-1].read_text(encoding="utf-8")


def look(*pages: Path) -> list[dict[str, list[list[str]]]]:
    """What axe finds in each: ``wrong``, what it cannot judge (``unsure``), and how many rules ``passed``.

    :raises RuntimeError: when the browser does not answer.
    """
    with tempfile.TemporaryDirectory() as folder:
        asked = [Path(folder) / f"{number}.html" for number in range(len(pages))]
        for number, page in enumerate(pages):
            ask = _ASK.format(axe=axe(), tags=json.dumps(_TAGS), number=number)
            asked[number].write_text(page.read_text(encoding="utf-8").replace("</body>", ask + "</body>"), encoding="utf-8")
        whole = Path(folder) / "all.html"
        whole.write_text(_ALL.format(pages=json.dumps([one.name for one in asked])), encoding="utf-8")
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder}/profile",
                   "--window-size=1400,900", "--virtual-time-budget=60000", "--dump-dom", whole.as_uri()]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    found = _FOUND.search(done.stdout)
    if found is None:
        raise RuntimeError(f"the browser gave no answer about {', '.join(page.name for page in pages)}: {done.stderr[-500:]}")
    answers = json.loads(unescape(found[1]))
    return [answers[str(number)] for number in range(len(pages))]


def print_to(page: Path, pdf: Path) -> None:
    """The page as a browser prints it.

    :raises subprocess.CalledProcessError: when the browser does not.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", f"--user-data-dir={folder}",
                   "--no-pdf-header-footer", f"--print-to-pdf={pdf}", page.as_uri()]  # fmt: skip
        subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=True)


if __name__ == "__main__":
    looked = look(*(Path(name).resolve() for name in sys.argv[1:]))
    wrong = [(name, *one) for name, found in zip(sys.argv[1:], looked, strict=True) for one in found["wrong"]]
    print("\n".join(": ".join(one) for one in wrong) or "nothing found")
    sys.exit(bool(wrong))
