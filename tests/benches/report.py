"""The table and the picture."""

import platform
from math import exp, log

from rows import ROWS

Figures = dict[str, dict[str, float]]


def geometric_mean(values: list[float]) -> float:
    return exp(sum(map(log, values)) / len(values))


def table(heading: str, columns: list[str], lines: list[tuple[str, list[str]]]) -> str:
    rows = [f"| {heading} | " + " | ".join(columns) + " |", "|---|" + "---|" * len(columns)]
    rows += [f"| {name} | " + " | ".join(cells) + " |" for name, cells in lines]
    return "\n".join(rows) + "\n"


def compared(rows: list[str]) -> list[str]:
    """Those of the rows whose ratios go into the means."""
    alike = {row.name for row in ROWS if row.alike}
    return [row for row in rows if row in alike]


def ratios(figures: dict[str, float], base: str) -> dict[str, float]:
    return {name: value / figures[base] for name, value in figures.items()}


def markdown(counts: Figures, times: Figures, costs: Figures) -> str:
    parts = [f"# Benchmark\n\nCPython {platform.python_version()}, release builds with each tool's defaults. Made by `run.py`.\n"]
    if counts:
        parts.append("## Instructions per call\n\nBy callgrind, the empty loop subtracted: exact. `join`, `sum_values` and `squares` are not in the means: C does without the strings and maps\nthat the others make of the argument, or for the result.\n")
        names = list(counts)
        rows = [row.name for row in ROWS if row.name in counts[names[0]]]
        alike = compared(rows)
        lines = [(row, [f"{counts[name][row]:,.0f}" for name in names]) for row in rows]
        for base in (base for base in ("C kw", "PyO3") if base in counts):
            means = [geometric_mean([counts[name][row] / counts[base][row] for row in alike]) for name in names]
            lines.append((f"geometric mean of {len(alike)}, {base} = 1", [f"{mean:.2f}" for mean in means]))
        parts.append(table("call", names, lines))
    if times:
        parts.append("## Wall time, ratio to C\n\nSide by side in one process, in random order; medians.\n")
        names = list(next(iter(times.values())))
        base = "C" if "C" in names else names[0]
        lines = [(row, [f"{ratio:.2f}" for ratio in ratios(figures, base).values()]) for row, figures in times.items()]
        alike = compared(list(times))
        means = [geometric_mean([times[row][name] / times[row][base] for row in alike]) for name in names]
        lines.append((f"geometric mean of {len(alike)}", [f"{mean:.2f}" for mean in means]))
        parts.append(table("call", names, lines))
    if costs:
        parts.append("## Builds, size, import\n\nMedians; CPU seconds are those of all processes.\n")
        names = list(next(iter(costs.values())))
        lines = []
        for figure, values in costs.items():
            cells = [f"{values[name]:,.0f}" if "bytes" in figure else f"{values[name]:,.2f}" for name in names]
            lines.append((figure, [*cells, f"{values['mybind'] / values['PyO3']:.2f}"]))
        parts.append(table("", [*names, "mybind / PyO3"], lines))
    return "\n".join(parts)


def picture(counts: Figures) -> str:
    """Bars: the geometric mean of the instructions, hand-written C being 1."""
    rows = compared([row.name for row in ROWS])
    shown = [name for name in counts if name not in ("C kw", "ffi kw") and "abi3" not in name]
    means = {name: geometric_mean([counts[name][row] / counts["C"][row] for row in rows]) for name in shown}
    bars = sorted(means.items(), key=lambda bar: bar[1])
    scale = 440 / bars[-1][1]
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="{28 * len(bars) + 44}" font-family="sans-serif" font-size="14">',
        '<style>text { fill: #57606a } .bar { fill: #8c959f } .ours { fill: #cf5b1d }</style>',
        '<text x="8" y="20">Instructions per call, geometric mean; hand-written C = 1 (less is better)</text>',
    ]
    for index, (name, mean) in enumerate(bars):
        y = 36 + 28 * index
        kind = "ours" if name == "mybind" else "bar"
        lines.append(f'<text x="84" y="{y + 15}" text-anchor="end">{name}</text>')
        lines.append(f'<rect class="{kind}" x="92" y="{y}" width="{mean * scale:.0f}" height="20"/>')
        lines.append(f'<text x="{100 + mean * scale:.0f}" y="{y + 15}">{mean:.2f}</text>')
    return "\n".join(lines) + "\n</svg>\n"
