"""What must hold whatever comes: memory that runs out, calls without end. Each test has a process of its own; `reliability/` has the programs."""

import collections
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
        last, panics = collections.deque(maxlen=40), []
        output = tmp_path / "output"
        with open(output, "w") as stdout, subprocess.Popen(command, stdout=stdout, stderr=subprocess.PIPE, text=True, errors="replace", env=environment) as process:
            for line in process.stderr:  # as many lines as there are panics
                last.append(line)
                # Some of the functions panic on purpose.
                if "panicked at" in line and "/runtime/" in line.replace("at runtime/", "/runtime/"):
                    panics.append(line)
        assert process.returncode == 0, f"exit {process.returncode} after {progress.read_text()}\n{''.join(last)}"
        figure, *faults = output.read_text("utf-8", "replace").splitlines()
        assert not faults, "\n".join(faults)
        assert not panics, panics[:10]
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
