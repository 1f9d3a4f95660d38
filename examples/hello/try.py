"""Builds `hello` in a virtual environment of its own and calls it: python3 examples/hello/try.py"""

import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parents[1] / os.environ.get("CARGO_TARGET_DIR", "target")
ENVIRONMENT = TARGET / "venvs" / "hello"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

SHOW = """
import hello
from pathlib import Path

print("add(1, 2) ->", hello.add(1, 2))
print()
print("the stub, for editors and type checkers:")
print(Path(hello.__file__).with_name("__init__.pyi").read_text("utf-8"))
"""


def run(*command):
    """Runs a command of the environment; what it prints is shown if it fails."""
    activated = {**os.environ, "VIRTUAL_ENV": str(ENVIRONMENT)}
    activated.pop("CONDA_PREFIX", None)
    done = subprocess.run([PYTHON, *command], cwd=HERE, env=activated, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.exit(done.stdout)
    return done.stdout


if sys.version_info < (3, 10):
    sys.exit("mybind needs Python 3.10 or later; this is " + sys.version.split()[0])
print("building in", ENVIRONMENT)
venv.create(ENVIRONMENT, clear=not PYTHON.exists(), with_pip=True)
run("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "maturin>=1.16,<2")
run("-m", "maturin", "develop", "--quiet", "--generate-stubs")
print(run("-X", "utf8", "-c", SHOW), end="")
