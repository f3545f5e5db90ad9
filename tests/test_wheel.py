"""The built wheel is complete, and runs outside the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
ENGLISH = """Ministers sign river accord

ARLON, 4 March 2024 – The two ministers signed the accord on Monday.
"We will keep the river open," said Anna Keller, the transport minister.
"""
FRENCH = """Les ministres signent l'accord sur le fleuve

Les deux ministres ont signé l'accord lundi 4 mars 2024.
« Nous garderons le fleuve ouvert », a déclaré Anna Keller, ministre des transports.
"""


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built with what is installed: no network, no isolation."""
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def outside(wheel, tmp_path_factory):
    """(folder, environment) where the only Dragoman is the wheel's."""
    site, folder = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("elsewhere")
    run(*PIP, "install", "--no-index", "--no-deps", "--target", site, wheel, cwd=folder)
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return folder, env | {"PYTHONPATH": str(site), "NO_COLOR": "1", "COLUMNS": "100"}


def test_the_wheel_holds_every_file_of_the_package(wheel):
    package = ROOT / "src/dragoman"
    wanted = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    held = set(zipfile.ZipFile(wheel).namelist())
    assert wanted <= held
    assert "dragoman/py.typed" in held
    assert {"dragoman/languages/en.toml", "dragoman/languages/fr.toml"} <= held
    assert {name.rpartition("/")[2] for name in held} >= {"LICENSE", "NOTICE", "METADATA", "entry_points.txt"}


def test_the_wheel_holds_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"dragoman", f"dragoman-{VERSION}.dist-info"}


def test_the_copy_that_runs_is_the_installed_one(outside):
    folder, env = outside
    where = run(sys.executable, "-c", "import dragoman; print(dragoman.__file__)", cwd=folder, env=env).strip()
    assert Path(where).is_relative_to(env["PYTHONPATH"])


def test_version(outside):
    folder, env = outside
    assert VERSION in run(sys.executable, "-m", "dragoman", "--version", cwd=folder, env=env)


def test_builds_and_verifies_away_from_the_checkout(outside):
    folder, env = outside
    (folder / "coverage").mkdir()
    (folder / "coverage/en.txt").write_text(ENGLISH, "utf-8")
    (folder / "coverage/fr.txt").write_text(FRENCH, "utf-8")
    run(sys.executable, "-m", "dragoman", "build", "coverage", "-o", "dossier", cwd=folder, env=env)
    run(sys.executable, "-m", "dragoman", "verify", "dossier", cwd=folder, env=env)
    page = next((folder / "dossier").glob("*.html")).read_text("utf-8")
    assert "We will keep the river open" in page
    assert "Nous garderons le fleuve ouvert" in page
