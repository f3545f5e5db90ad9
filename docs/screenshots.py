"""make screenshots: every page at three widths, light, dark and as printed, into out/screenshots.

Builds the dossier of the example, serves a library that holds it on the loopback address, and looks at each page with
Chromium, in English and in French. With --readme it also takes the picture of README.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from dragoman import build
from dragoman.report.messages import LANGUAGES
from tests.browse import CHROMIUM, EXAMPLE, FLAGS, decided, paths, served

ROOT = Path(__file__).parents[1]
WIDTHS = (1280, 820, 390)
A4 = 794  # pixels of the width of a page of paper at 96 a inch


def main() -> None:
    """Take all pictures."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--out", type=Path, default=ROOT / "out" / "screenshots")
    given.add_argument("--readme", action="store_true", help="also take docs/img/dossier.png")
    told = given.parse_args()
    if CHROMIUM is None:
        sys.exit("No Chromium here: install one, or name it with DRAGOMAN_TEST_CHROMIUM.")
    told.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as player:
        folder = Path(scratch)
        build([EXAMPLE], out=folder / "en")
        build([EXAMPLE], out=folder / "fr", language="fr")
        build([EXAMPLE], out=folder / "extracts", extracts_only=True)
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        dossiers = {f"dossier-{name}": (folder / name / "dossier.html").as_uri() for name in ("en", "fr", "extracts")}
        with served(folder) as (address, library):
            decided(library)
            for name, file in dossiers.items():
                _views(browser, name, file, told.out)
            for name, path in paths(library).items():
                for language in LANGUAGES:
                    _views(browser, f"{name}-{language}", address + path, told.out, language)
        if told.readme:
            _readme(browser, dossiers["dossier-en"], ROOT / "docs" / "img" / "dossier.png")
        browser.close()
    sys.stdout.write(f"{len(list(told.out.glob('*')))} pictures in {told.out}\n")


def _views(browser: Browser, name: str, address: str, out: Path, language: str = "en") -> None:
    """A page at each width in both schemes, and as printed."""
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            page = _open(browser, address, width, scheme, language)
            page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
            page.close()
    page = _open(browser, address, A4, "light", language)
    page.emulate_media(media="print")
    page.screenshot(path=out / f"{name}-print.png", full_page=True)
    page.pdf(path=out / f"{name}.pdf", format="A4", prefer_css_page_size=True)
    page.close()


def _open(browser: Browser, address: str, width: int, scheme: str, language: str) -> Page:
    window = {"width": width, "height": 900}
    page = browser.new_page(viewport=window, color_scheme=scheme, locale=language)  # type: ignore[arg-type]
    page.goto(address)
    return page


def _readme(browser: Browser, address: str, path: Path) -> None:
    """The first screen of the dossier and the region of what looks wrong, as one picture."""
    path.parent.mkdir(exist_ok=True)
    page = browser.new_page(viewport={"width": 1180, "height": 1000}, color_scheme="light")
    page.goto(address)
    page.screenshot(path=path)
    page.close()


if __name__ == "__main__":
    main()
