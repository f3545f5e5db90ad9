"""Every page of `serve` and the dossier in a real browser: opened, searched, corrected, undone; axe finds nothing.

Needs Debian's Chromium (or another one named by DRAGOMAN_TEST_CHROMIUM); skipped where there is none.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman import build
from dragoman.store.library import Library
from tests.browse import CHROMIUM, EXAMPLE, FLAGS, paths, served

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; DRAGOMAN_TEST_CHROMIUM may name one"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def page() -> Iterator[object]:
    """A page that reports every request to another place than this computer and every error."""
    sync = pytest.importorskip("playwright.sync_api")
    with sync.sync_playwright() as player:
        browser = player.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        made = browser.new_page(viewport={"width": 1280, "height": 900})
        made.wrong = []
        made.on("pageerror", lambda error: made.wrong.append(f"error: {error}"))
        made.on("console", lambda said: made.wrong.append(said.text) if said.type == "error" else None)
        made.on("request", lambda one: made.wrong.append(one.url) if not _local(one.url) else None)
        yield made
        browser.close()


def _local(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "file://", "data:", "about:", "blob:"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Library]]:
    """(address, library) of a served library with the example in it."""
    with served(tmp_path_factory.mktemp("served")) as found:
        yield found


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("dossier") / "out"
    build([EXAMPLE], out=folder)
    return (folder / "dossier.html").as_uri()


def faults(page: object) -> list[str]:
    """What axe finds against WCAG 2.1 A and AA, one line each."""
    from axe_playwright_python.sync_playwright import Axe

    rules = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
    found = Axe().run(page, options=rules).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_without_an_error_and_axe_finds_nothing(page, site, scheme: str) -> None:  # type: ignore[no-untyped-def]
    address, library = site
    page.emulate_media(color_scheme=scheme)
    for path in paths(library).values():
        page.wrong.clear()
        answer = page.goto(address + path)
        assert answer.status == 200, path
        assert page.wrong == [], path
        assert faults(page) == [], path


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_no_page_is_wider_than_the_window(page, site, dossier: str, width: int) -> None:  # type: ignore[no-untyped-def]
    address, library = site
    page.set_viewport_size({"width": width, "height": 900})
    for path in [dossier, *(address + one for one in paths(library).values())]:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dossier_asks_for_nothing_and_axe_finds_nothing(page, dossier: str, scheme: str) -> None:  # type: ignore[no-untyped-def]
    page.emulate_media(color_scheme=scheme)
    page.wrong.clear()
    page.goto(dossier)
    assert page.wrong == []
    assert faults(page) == []


_SHIFTS = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(one => moved += one.value))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(moved), 300);
})"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_opens(page, site, dossier: str, width: int) -> None:  # type: ignore[no-untyped-def]
    """What the browser itself reports as layout shift, from the first paint on."""
    address, library = site
    page.set_viewport_size({"width": width, "height": 900})
    seen = {}
    for path in [address + "/", address + paths(library)["story"], dossier]:
        page.goto(path)
        assert page.evaluate("PerformanceObserver.supportedEntryTypes.includes('layout-shift')")
        seen[path] = page.evaluate(_SHIFTS)
    page.set_viewport_size({"width": 1280, "height": 900})
    assert seen == dict.fromkeys(seen, 0)


def test_names_under_the_bars_can_be_read_on_a_telephone(page, site) -> None:  # type: ignore[no-untyped-def]
    """They keep their size, the plot moves sideways inside the page, and a bar that is reached by key is in sight."""
    address, library = site
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(address + paths(library)["coverage"])
    heights = page.eval_on_selector_all(".bars text", "all => all.map(one => one.getBoundingClientRect().height)")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.locator(".bars a").last.focus()
    edge = page.locator(".bars a").last.evaluate("one => one.getBoundingClientRect().right")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert heights and min(heights) >= 10
    assert wide == 390 and 0 < edge <= 390


def test_evidence_is_one_key_away(page, dossier: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(dossier)
    page.keyboard.press("j")
    page.keyboard.press("e")
    marked = page.locator("li q mark, tr q mark, article q mark")
    assert marked.count() > 0
    assert marked.first.evaluate("one => one.parentElement.textContent.length > one.textContent.length")
    page.keyboard.press("e")
    assert marked.count() == 0


def test_a_place_opens_in_context_by_pointer_and_by_key_and_leads_into_the_article(page, dossier: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(dossier)
    place = page.locator(".lines q + a").first
    words = place.evaluate("one => one.previousElementSibling.textContent")
    place.focus()
    page.keyboard.press("Enter")
    assert place.get_attribute("aria-expanded") == "true"
    assert page.locator(".lines q mark").first.inner_text() == words
    page.locator(".lines .more").first.click()
    assert page.evaluate("document.querySelector('.row mark:target').textContent").split()
    place.locator("xpath=preceding-sibling::q").click()
    assert place.get_attribute("aria-expanded") == "false"


def test_labels_beside_a_paragraph_lead_to_their_lines_and_only_places_open(page, site) -> None:  # type: ignore[no-untyped-def]
    address, library = site
    (row,) = library.stories()
    page.goto(f"{address}/story/{row['slug']}")
    labels = page.locator(".row > div a")
    assert labels.count() > 20
    assert labels.evaluate_all("all => all.every(one => document.getElementById(one.textContent))")
    pencils = page.locator(".fix").evaluate_all("all => all.map(one => getComputedStyle(one, '::after').content)")
    assert pencils and set(pencils) == {"none"}


def test_a_reader_searches_corrects_and_undoes(page, site) -> None:  # type: ignore[no-untyped-def]
    address, library = site
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("Pyongyang")
    page.keyboard.press("Enter")
    page.locator(".hits a.loc").first.click()
    assert page.locator("mark#here").inner_text().split(), "the result opens at its words"
    assert "Pyongyang" in page.locator(".original").inner_text() or "Pionyang" in page.locator(".original").inner_text()
    (row,) = library.stories()
    before = len(library.versions(row["key"]))
    page.goto(f"{address}/story/{row['slug']}/line/Q1.1")
    page.locator("input[name=place]").first.check()
    page.locator("input[value=reject]").check()
    page.locator("input[name=by]").fill("reader")
    page.get_by_role("button", name="Keep").click()
    _settled(library, row["key"], before + 1)
    page.goto(f"{address}/corrections")
    page.get_by_role("button", name="Undo").click()
    _settled(library, row["key"], before + 2)
    versions = library.versions(row["key"])
    assert versions[-1]["digest"] == versions[before - 1]["digest"]


def _settled(library: Library, key: str, number: int) -> None:
    """Wait for a version to appear."""
    for _ in range(400):
        if len(library.versions(key)) >= number:
            return
        time.sleep(0.05)
    raise AssertionError(f"version {number} never appeared")


def test_files_are_added_while_one_looks(page, site, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    address, library = site
    new = tmp_path / "strike.txt"
    new.write_text(
        "Durban port strike enters third day\n\nDURBAN, 3 May 2021 - Dockers kept Durban's port shut on Monday.\n"
    )
    page.goto(address)
    page.locator("input[name=files]").set_input_files(str(new))
    page.get_by_role("button", name="Read them").click()
    page.wait_for_selector("text=Durban port strike", timeout=30_000)
    assert len(library.stories()) == 2
