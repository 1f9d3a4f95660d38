"""What an extension costs besides its calls: CPU time of builds, size, import time."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

from extensions import HERE, TARGET, find, rust_environment, run

RUNS = 3
IMPORTS = 100
COUNTS = [1, 100, 500]

MANIFEST = """[package]
name = "cost"
version = "0.0.0"
edition = "2024"

[lib]
name = "bench"
crate-type = ["cdylib"]

[dependencies]
{dependency}

[workspace]
"""

TOOLS = {
    "mybind": (f'mybind = {{ path = "{HERE.parent.parent / "runtime"}" }}', "use mybind::prelude::*;\n\n#[mybind]", "#[mybind]"),
    "PyO3": ('pyo3 = "=0.30.1"', "#[pyo3::pymodule]", "#[pyfunction]"),
}
"""For each tool: the dependency, what stands before the module, and before a function."""


def write(folder: Path, tool: str, functions: int, edited: int = 0) -> None:
    """A crate of that many functions; `edited` is a number in the first one's body."""
    dependency, module, attribute = TOOLS[tool]
    uses = "    use pyo3::prelude::*;\n\n" if tool == "PyO3" else ""
    items = [
        f"    /// Function {index}.\n    {attribute}\n    fn f{index}(a: i32, b: i32) -> i32 {{\n"
        f"        a.wrapping_mul(b).wrapping_add({edited if index == 0 else index})\n    }}\n"
        for index in range(functions)
    ]
    (folder / "src").mkdir(parents=True, exist_ok=True)
    (folder / "Cargo.toml").write_text(MANIFEST.format(dependency=dependency))
    (folder / "src" / "lib.rs").write_text(f"{module}\nmod bench {{\n{uses}" + "\n".join(items) + "}\n")


def cpu_seconds(command: list, folder: Path) -> float:
    def used() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    before = used()
    run(command, cwd=folder, env=rust_environment() | {"CARGO_TARGET_DIR": str(folder / "target")})
    return used() - before


def rebuilt(folder: Path, tool: str, functions: int, command: list) -> float:
    """The extension crate alone, everything it depends on being built: one body is edited each time."""
    write(folder, tool, functions)
    cpu_seconds(command, folder)
    times = []
    for edited in range(RUNS):
        write(folder, tool, functions, edited + 1000)
        times.append(cpu_seconds(command, folder))
    return median(times)


def clean(folder: Path, tool: str) -> float:
    times = []
    for _ in range(RUNS):
        shutil.rmtree(folder, ignore_errors=True)
        write(folder, tool, 1)
        times.append(cpu_seconds([find("cargo"), "build", "--release"], folder))
    return median(times)


def stripped_size(library: Path) -> int:
    stripped = library.with_suffix(".stripped")
    run([find("strip"), "-o", stripped, library])
    return stripped.stat().st_size


def import_seconds(libraries: dict[str, Path]) -> dict[str, float]:
    """Medians of many imports, each in a process of its own, the libraries in turns."""
    script = "import time; start = time.perf_counter(); import bench; print(time.perf_counter() - start)"
    times: dict[str, list[float]] = {name: [] for name in libraries}
    for _ in range(IMPORTS):
        for name, library in libraries.items():
            environment = os.environ | {"PYTHONPATH": str(library.parent)}
            done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True)
            times[name].append(float(done.stdout))
    return {name: median(seconds) for name, seconds in times.items()}


def measure() -> dict[str, dict[str, float]]:
    """Figures by name and tool."""
    results: dict[str, dict[str, float]] = {}
    libraries: dict[str, Path] = {}
    for tool in TOOLS:
        folder = TARGET / "cost" / tool

        def note(name: str, value: float) -> None:
            results.setdefault(name, {})[tool] = value

        cargo = find("cargo")
        note("clean release build, 1 function, CPU s", clean(folder, tool))
        library = folder / "target" / "release" / "libbench.so"
        for functions in COUNTS:
            seconds = rebuilt(folder, tool, functions, [cargo, "build", "--release"])
            note(f"release build of the crate alone, {functions} functions, CPU s", seconds)
            note(f"stripped .so, {functions} functions, bytes", stripped_size(library))
        shutil.copy(library, library.parent / "bench.so")
        libraries[tool] = library
        note("cargo check, 500 functions, CPU s", rebuilt(folder, tool, 500, [cargo, "check"]))
        note("dev build, 500 functions, one body edited, CPU s", rebuilt(folder, tool, 500, [cargo, "build"]))
    imports = import_seconds(libraries)
    results["import, 500 functions, ms"] = {tool: seconds * 1000 for tool, seconds in imports.items()}
    return results


if __name__ == "__main__":
    for name, figures in measure().items():
        print(f"{name:65}", *(f"{tool} {value:>12,.2f}" for tool, value in figures.items()))
