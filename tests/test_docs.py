"""The documentation is a test: every example runs, every command, option, format and language is described.

In a ```console block, `$ ` begins a command and `> ` continues it; what follows is its output, where `...` stands for
anything. In a ```python block the code is run, as a doctest when it begins with `>>>`. The blocks of one page run in
order, in one folder that holds examples/, so that a page can be followed from top to bottom.
"""

from __future__ import annotations

import doctest
import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
LOOSE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE

# Commands that are shown but not run here, each with its reason.
NOT_RUN = {
    "git clone": "needs the network",
    "cd dragoman": "follows git clone",
    "make": "continuous integration runs make itself",
    "pip install": "test_wheel.py installs",
    "dragoman --install-completion": "changes the start-up file of the user's shell",
}


class Example(NamedTuple):
    """One thing to run, with what the page says it prints ("" when the page does not say)."""

    line: int
    code: str
    prints: str


def examples(page: Path, language: str) -> Iterator[tuple[int, str]]:
    """(line, content) of the fenced blocks in a language."""
    text = page.read_text("utf-8")
    for block in FENCE.finditer(text):
        if block[1] == language:
            yield text.count("\n", 0, block.start()) + 2, block[2]


def commands(line: int, block: str) -> Iterator[Example]:
    """The commands of a console block."""
    for piece in re.finditer(r"^\$ (.*(?:\n> .*)*)((?:\n(?!\$ ).*)*)", block, re.M):
        yield Example(line + block.count("\n", 0, piece.start()), piece[1].replace("\n> ", "\n"), piece[2].strip())


def is_run(command: str) -> bool:
    return not any(command == start or command.startswith(f"{start} ") for start in NOT_RUN)


def agrees(shown: str, printed: str) -> bool:
    return not shown or doctest.OutputChecker().check_output(f"{shown}\n", f"{printed.strip()}\n", LOOSE)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where a reader of the pages would stand: a folder with examples/ in it, and dragoman on the path."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "100", "HOME": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def run_command(page: Path, one: Example) -> None:
    done = subprocess.run(["bash", "-c", one.code], capture_output=True, text=True, check=False)
    where = f"{page.name}:{one.line}: $ {one.code}"
    assert done.returncode == 0, f"{where}\nexit {done.returncode}\n{done.stdout}{done.stderr}"
    assert agrees(one.prints, done.stdout + done.stderr), f"{where}\nprints\n{done.stdout}{done.stderr}"


def run_python(page: Path, line: int, code: str, names: dict) -> None:
    if not code.lstrip().startswith(">>>"):
        exec(compile("\n" * (line - 1) + code, str(page), "exec"), names)
        return
    test = doctest.DocTestParser().get_doctest(code, names, page.name, str(page), line - 1)
    said: list[str] = []
    result = doctest.DocTestRunner(optionflags=LOOSE, verbose=False).run(test, out=said.append, clear_globs=False)
    names.update(test.globs)
    assert not result.failed, "".join(said)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_example_runs_as_shown(page, folder):
    names: dict = {"__name__": page.stem}
    found = [(line, "console", block) for line, block in examples(page, "console")]
    found += [(line, "python", block) for line, block in examples(page, "python")]
    for line, language, block in sorted(found):
        if language == "python":
            run_python(page, line, block, names)
            continue
        for one in commands(line, block):
            if is_run(one.code):
                run_command(page, one)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_says_what_it_is(page):
    opened = re.findall(r"^```(.*)$", page.read_text("utf-8"), re.M)[::2]
    assert set(opened) <= {"console", "python", "toml", "json", "text"}


@pytest.mark.parametrize("page", [*PAGES, *sorted((ROOT / "docs/decisions").glob("*.md"))], ids=lambda page: page.stem)
def test_every_link_to_a_file_leads_somewhere(page):
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)[^)]*\)", page.read_text("utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]


# -- what must be described ------------------------------------------------------------------------


def described() -> str:
    return "\n".join(page.read_text("utf-8") for page in PAGES)


def interface() -> Iterator[tuple[str, list[str]]]:
    """(command, its options by all their names) for each option of each command, "" for the program itself."""
    typer = importlib.import_module("typer")
    program = typer.main.get_command(importlib.import_module("dragoman.cli").app)
    waiting = [("", program)]
    while waiting:
        name, command = waiting.pop()
        waiting += [(f"{name} {one}".strip(), inner) for one, inner in getattr(command, "commands", {}).items()]
        yield name, []
        for option in command.params:
            if names := [one for one in (*option.opts, *option.secondary_opts) if one.startswith("--")]:
                yield name, names


def test_every_command_is_described():
    text = described()
    assert not [name for name, _ in interface() if name and not re.search(rf"\bdragoman {name}\b", text)]


def test_every_option_is_described():
    text = described()
    missing = [
        f"dragoman {command} {'/'.join(options)}"
        for command, options in interface()
        if options and not any(re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", text) for one in options)
    ]
    assert not [one for one in missing if not one.endswith("--help")]


def test_every_option_described_exists():
    known = {one for _, options in interface() for one in options} | {"--help"}
    shown = {
        option
        for code in re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", described(), flags=re.M | re.S))
        if code.startswith(("dragoman", "--"))
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", code)
    }
    assert shown <= known


def test_every_exit_code_is_described():
    text = described()
    assert all(re.search(rf"^\| `?{code}`? \|", text, re.M) for code in (0, 1, 2))


def test_every_output_format_is_described():
    text = described()
    formats = importlib.import_module("dragoman.report").FORMATS
    assert not [name for name, (file, _) in formats.items() if f"`{file}`" not in text]


def test_every_engine_is_described():
    engines = importlib.import_module("dragoman.engines").ENGINES
    assert not [name for name in engines if f"--engine {name}" not in described()]


def test_every_language_has_a_row():
    rows = set(re.findall(r"^\| \w[\w ]* \| `([a-z]{2,3})` \|", (ROOT / "README.md").read_text("utf-8"), re.M))
    assert {path.stem for path in (ROOT / "src/dragoman/languages").glob("*.toml")} <= rows
