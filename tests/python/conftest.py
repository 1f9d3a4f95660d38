"""What the tests share."""

import os
import subprocess
import sys
import textwrap

import pytest

# Without the package's directory on the path, `functions` here would be the Rust project, not the module.
sys.path[:] = [path for path in sys.path if os.path.abspath(path or ".") != os.path.dirname(__file__)]
sys.path += [os.path.join(os.path.dirname(__file__), directory) for directory in ("reliability", "tables", "model")]


@pytest.fixture
def run(tmp_path):
    """Runs code in a new process, which must end well, and gives what it printed."""

    def run(code, *, bare=False, env=None):
        environment = {**os.environ, "RUST_BACKTRACE": "0", **(env or {})}
        if bare:
            environment["PYTHONPATH"] = os.environ["MYBIND_BARE"]
        code = textwrap.dedent(code)
        command = [sys.executable, "-X", "faulthandler", "-c", code]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=120 * int(os.environ.get("MYBIND_TIMES", 1)))
        assert done.returncode == 0, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return run


@pytest.fixture
def raises():
    """Calls a function that must raise this very class, with this very message, and gives the exception."""

    def raises(cls, message, function, *args, **kwargs):
        with pytest.raises(cls) as caught:
            function(*args, **kwargs)
        assert (type(caught.value), str(caught.value)) == (cls, message)
        return caught.value

    return raises
