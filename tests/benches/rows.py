"""The rows of the benchmark: one call each, of a function that every extension has."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    name: str
    call: str
    """What is measured: Python code, in which the functions of `bench` and the names of DATA are global."""
    calls: int
    """How often the measured loop runs it when instructions are counted."""
    raises: str = ""
    """The exception that the call raises, caught in Python."""
    alike: bool = True
    """Whether C does the same, and does not do without the string or map that Rust and C++ make in between: then it counts in the means."""
    slack: int = 0
    """By how many instructions the row moves with where the C library's allocator happens to find its blocks."""


DATA = {
    "xs": [float(i) for i in range(1000)],
    "ys": [float(i) for i in range(100_000)],
    "words": [f"word {i}" for i in range(1000)],
    "table": {f"key {i}": float(i) for i in range(1000)},
    "large_table": {f"key {i}": float(i) for i in range(100_000)},
    "text": " ".join(["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "alpha", "beta"] * 9),
}

ROWS = [
    Row("noop()", "noop()", 1000),
    Row("add(i32, i32)", "add(1, 2)", 1000),
    Row("add_f64(f64, f64)", "add_f64(1.5, 2.5)", 1000),
    Row("negate(bool)", "negate(True)", 1000),
    Row("greet(&str) -> String", "greet('world')", 1000),
    Row("byte_len(&[u8])", "byte_len(b'hello')", 1000),
    Row("sum_f64(Vec<f64>), list of 1000", "sum_f64(xs)", 100, slack=500),
    Row("sum_f64(Vec<f64>), list of 100,000", "sum_f64(ys)", 10, slack=5000),
    Row("range_list(1000) -> Vec<i64>", "range_list(1000)", 100),
    Row("word_count(&str) -> HashMap, 90 words", "word_count(text)", 100, slack=1000),
    Row("range_list(100,000)", "range_list(100_000)", 3),
    Row("join(Vec<String>) -> String, list of 1000", "join(words)", 100, alike=False, slack=500),
    Row("sum_values(HashMap<String, f64>), dict of 1000", "sum_values(table)", 100, alike=False, slack=5000),
    Row("sum_values, dict of 100,000", "sum_values(large_table)", 3, alike=False, slack=500_000),
    Row("squares(1000) -> HashMap<i64, i64>", "squares(1000)", 100, alike=False, slack=5000),
    Row("squares(100,000)", "squares(100_000)", 3, alike=False, slack=500_000),
    Row("scale, one argument", "scale(3.0)", 1000),
    Row("scale, two arguments", "scale(3.0, 4.0)", 1000),
    Row("scale, two and one by keyword", "scale(3.0, 4.0, offset=1.0)", 1000),
    Row("pack(*args) -> args, three", "pack(1, 2, 3)", 1000),
    Row("options(**kwargs) -> kwargs, two", "options(a=1, b=2)", 1000),
    Row("opt(Option<i32>), 5", "opt(5)", 1000),
    Row("opt(None)", "opt(None)", 1000),
    Row("fail(i32), succeeding", "fail(5)", 1000),
    Row("fail raising ValueError, caught", "fail(-1)", 1000, raises="ValueError"),
    Row("add('x', 1): TypeError, caught", "add('x', 1)", 1000, raises="TypeError"),
]

FUNCTIONS = [
    "noop", "add", "add_f64", "negate", "greet", "byte_len", "sum_f64", "range_list", "word_count", "join", "sum_values", "squares",
    "scale", "pack", "options", "opt", "fail",
]


def loop(module, statement: str, raises: str = ""):
    """A function that runs a statement n times, with the module's functions and DATA as its globals."""
    body = f"        try: {statement}\n        except {raises}: pass" if raises else f"        {statement}"
    scope = {name: getattr(module, name) for name in FUNCTIONS} | DATA
    exec(f"def run(n):\n    for _ in range(n):\n{body}\n", scope)
    return scope["run"]
