"""What must hold whatever comes: memory that runs out, calls without end. Each test has a process of its own; `reliability/` has the programs."""

import os
import subprocess
import sys

import pytest

import calls

TIMES = int(os.environ.get("MYBIND_TIMES", 1))


@pytest.fixture
def program(tmp_path):
    """Runs one of the programs, which must find nothing, and prints how much it tried."""

    def program(name, *arguments):
        progress = tmp_path / "progress"
        progress.touch()
        file = os.path.join(os.path.dirname(calls.__file__), name)
        command = [sys.executable, "-X", "faulthandler", file, progress, str(TIMES), *arguments]
        environment = {**os.environ, "RUST_BACKTRACE": "0"}
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", env=environment)
        assert done.returncode == 0, f"exit {done.returncode} after {progress.read_text()}\n{done.stderr[-3000:]}"
        figure, *faults = done.stdout.splitlines()
        assert not faults, "\n".join(faults)
        # Some of the functions panic on purpose.
        panics = [line for line in done.stderr.splitlines() if "panicked at" in line and "/runtime/" in line.replace("at runtime/", "/runtime/")]
        assert not panics, panics
        print(f"{name} {' '.join(arguments)}: {figure}")

    return program


# There `PyList_New` frees what it never had when there is no room.
NOT_ON_3_13T = pytest.mark.skipif("free-threading" in sys.version and sys.version_info < (3, 14), reason="CPython crashes")


@NOT_ON_3_13T
@pytest.mark.parametrize("module", calls.MODULES)
def test_every_allocation_fails_once(program, module):
    program("allocations.py", module)


@NOT_ON_3_13T
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("module", ["functions", "standard", "attacks"])
def test_every_allocation_of_an_import_fails_once(program, module):
    program("imports.py", module)


@pytest.mark.parametrize("module", calls.MODULES)
def test_references_stay_as_many(program, module):
    """Exact on a debug build of Python; on others, memory stays as much."""
    program("references.py", module)
