"""The demo needs no network: it runs with every way out cut, and nothing even tries."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEMO = ROOT / "examples/treaty-2024"

# Python runs this file at the start of every process, workers included. Sockets between processes stay allowed.
CUT = """
import os, socket

def refuse(what):
    def refused(*args, **options):
        if isinstance(args[0], socket.socket) and args[0].family == socket.AF_UNIX:
            return kept[what](*args, **options)
        with open(os.environ["DRAGOMAN_TEST_ATTEMPTS"], "a") as attempts:
            attempts.write(f"{what} {args[1:] or args}\\n")
        raise OSError("the network is cut")
    return refused

kept = {name: getattr(socket.socket, name) for name in ("connect", "connect_ex", "sendto", "sendmsg")}
for name in kept:
    setattr(socket.socket, name, refuse(name))
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
    setattr(socket, name, refuse(name))
"""


def namespace() -> list[str]:
    """The command that runs another one in a network namespace of its own, [] where that is not permitted."""
    command = ["unshare", "--net", "--map-root-user"]
    if not shutil.which(command[0]):
        return []
    return command if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0 else []


@pytest.fixture
def cut(tmp_path):
    """Environment in which Python cannot reach the network and says where it tried."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(CUT, "utf-8")
    (tmp_path / "attempts").touch()
    return os.environ | {"PYTHONPATH": str(site), "DRAGOMAN_TEST_ATTEMPTS": str(tmp_path / "attempts")}


def python(*args: str | Path, before: list[str] | None = None, cwd: Path, env: dict[str, str] | None = None):
    command = [*(before or []), sys.executable, *args]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)


def build_and_verify(out: Path, **how) -> None:
    for args in (["build", DEMO, "-o", out], ["verify", out]):
        done = python("-m", "dragoman", *args, cwd=out.parent, **how)
        assert done.returncode == 0, f"{args[0]}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"


def test_the_cut_cuts(cut, tmp_path):
    done = python("-c", "import socket; socket.create_connection(('127.0.0.1', 9), 1)", cwd=tmp_path, env=cut)
    assert "the network is cut" in done.stderr
    assert (tmp_path / "attempts").read_text().startswith("getaddrinfo")


def test_the_demo_runs_with_the_sockets_cut(cut, tmp_path):
    build_and_verify(tmp_path / "dossier", env=cut)
    assert (tmp_path / "attempts").read_text() == ""


def test_the_demo_runs_in_a_network_namespace_of_its_own(tmp_path):
    if not (before := namespace()):
        pytest.skip("this machine does not permit network namespaces (unshare --net)")
    build_and_verify(tmp_path / "dossier", before=before)
