"""How each extension of the benchmark is built, with its tool's own defaults."""

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", HERE.parent.parent / "target")).resolve() / "benches"
BUILT = TARGET / "built"
"""One folder for each extension, with its `bench` module in it."""

TOOLS = {"nanobind": "nanobind==3.1.0", "pybind11": "pybind11==3.1.0", "cython": "cython==3.3.1"}
"""What is installed in the benchmark's own virtual environment."""


class Missing(Exception):
    """A tool that an extension needs is not there."""


@dataclass(frozen=True)
class Extension:
    name: str
    """As the table calls it."""
    folder: str
    build: "callable"

    @property
    def path(self) -> Path:
        return BUILT / self.folder


def run(command: list, **options) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed\n{done.stdout}{done.stderr}")


def find(program: str) -> str:
    path = shutil.which(program)
    if path is None:
        raise Missing(f"{program} is not installed")
    return path


def include() -> str:
    folder = sysconfig.get_paths()["include"]
    if not (Path(folder) / "Python.h").exists():
        raise Missing(f"no Python.h in {folder}")
    return f"-I{folder}"


def rust_environment() -> dict:
    return os.environ | {"PYO3_PYTHON": sys.executable, "PYO3_BUILD_EXTENSION_MODULE": "1"}


def rust(crate: str, folder: str, *arguments: str) -> None:
    target = TARGET / "cargo" / folder
    command = [find("cargo"), "build", "--release", "--target-dir", target, *arguments]
    run(command, cwd=HERE / crate, env=rust_environment())
    install(target / "release" / "libbench.so", folder)


def install(library: Path, folder: str) -> None:
    (BUILT / folder).mkdir(parents=True, exist_ok=True)
    shutil.copy(library, BUILT / folder / "bench.so")


def c(folder: str, *flags: str) -> None:
    (BUILT / folder).mkdir(parents=True, exist_ok=True)
    output = BUILT / folder / "bench.so"
    run([find("gcc"), "-O3", "-DNDEBUG", "-fPIC", "-shared", *flags, include(), HERE / "c" / "bench.c", "-o", output])


def counter() -> Path:
    """The module through which a loop tells callgrind where it begins and ends."""
    if shutil.which("valgrind") is None or not Path("/usr/include/valgrind/callgrind.h").exists():
        raise Missing("valgrind is not installed, with its headers")
    folder = BUILT / "counter"
    folder.mkdir(parents=True, exist_ok=True)
    run([find("gcc"), "-O2", "-fPIC", "-shared", include(), HERE / "counter.c", "-o", folder / "counter.so"])
    return folder


def tool(name: str) -> Path:
    """The virtual environment's Python, once the tool is installed in it."""
    environment = TARGET / "venv"
    python = environment / "bin" / "python"
    if not python.exists():
        run([sys.executable, "-m", "venv", environment])
    if subprocess.run([python, "-m", "pip", "show", "-q", name], capture_output=True).returncode != 0:
        done = subprocess.run([python, "-m", "pip", "install", "-q", TOOLS[name]], capture_output=True, text=True)
        if done.returncode != 0:
            raise Missing(f"{TOOLS[name]} cannot be installed")
    return python


def output_of(*command) -> str:
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout.strip()


def cpp(folder: str, source: list, flags: list) -> None:
    (BUILT / folder).mkdir(parents=True, exist_ok=True)
    output = BUILT / folder / "bench.so"
    common = ["-std=c++17", "-O3", "-DNDEBUG", "-fPIC", "-shared", "-fvisibility=hidden", "-flto"]
    run([find("g++"), *common, *flags, include(), *source, "-o", output])


def nanobind() -> None:
    root = Path(output_of(tool("nanobind"), "-m", "nanobind", "--include_dir")).parent
    flags = [f"-I{root / 'include'}", f"-I{root / 'ext' / 'robin_map' / 'include'}", "-fno-strict-aliasing", "-DNB_COMPACT_ASSERTIONS"]
    cpp("nanobind", [HERE / "cpp" / "nanobind.cpp", root / "src" / "nb_combined.cpp"], flags)


def pybind11() -> None:
    flags = output_of(tool("pybind11"), "-m", "pybind11", "--includes").split()
    cpp("pybind11", [HERE / "cpp" / "pybind11.cpp"], flags)


def cython() -> None:
    python = tool("cython")
    (BUILT / "cython").mkdir(parents=True, exist_ok=True)
    source = TARGET / "cython_bench.cpp"
    run([python, "-m", "cython", "--cplus", "--module-name", "bench", HERE / "cython" / "bench.pyx", "-o", source])
    flags = ["-O3", "-DNDEBUG", "-fPIC", "-shared", include()]
    run([find("g++"), *flags, source, "-o", BUILT / "cython" / "bench.so"])


def pure_python() -> None:
    (BUILT / "python").mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "python" / "bench.py", BUILT / "python" / "bench.py")


EXTENSIONS = [
    Extension("C", "c", lambda: c("c")),
    Extension("C kw", "c-kw", lambda: c("c-kw", "-DKEYWORDS")),
    Extension("mybind", "mybind", lambda: rust("mybind", "mybind")),
    Extension("PyO3", "pyo3", lambda: rust("pyo3", "pyo3")),
    Extension("ffi kw", "ffi", lambda: rust("ffi", "ffi")),
    Extension("nanobind", "nanobind", nanobind),
    Extension("pybind11", "pybind11", pybind11),
    Extension("Cython", "cython", cython),
    Extension("Python", "python", pure_python),
    Extension("C kw abi3", "c-abi3", lambda: c("c-abi3", "-DKEYWORDS", "-DPy_LIMITED_API=0x030A0000")),
    Extension("mybind abi3", "mybind-abi3", lambda: rust("mybind", "mybind-abi3", "--features", "abi3")),
    Extension("PyO3 abi3", "pyo3-abi3", lambda: rust("pyo3", "pyo3-abi3", "--features", "abi3")),
]
