//! The call: the bytecode, the machine code of the trampoline, what it costs, and what wrong calls get.

use std::collections::BTreeMap;

use super::{Built, Context, heading, missing, not_built, not_built_either, text};
use crate::machine_code::{self, Counts, Function, Instruction, Lines};
use crate::model::{Block, Cell, Depends, Language, Line, Link, Listing, Table, Text};
use crate::runtime;
use crate::source::Chosen;
use crate::tools::Python;
use crate::workshop::Crate;

const SESSION: &str = include_str!("../../scripts/session.py");
const BYTECODE: &str = include_str!("../../scripts/bytecode.py");

/// What is called to show a panic: see its source.
pub(super) const SHOWN: &str = include_str!("../../demo/shown.rs");

pub(super) fn blocks(context: &Context<'_>) -> Vec<Block> {
    let mut blocks = vec![text("call.intro")];
    let (built, python) = match (context.built(), &context.tools.python) {
        (Ok(built), Some(python)) => (built, python),
        (Err(reason), _) => {
            blocks.push(not_built_either(reason));
            return blocks;
        }
        (_, None) => {
            blocks.push(missing("page.no_python"));
            return blocks;
        }
    };
    blocks.push(text("call.how_to_read"));
    for chosen in &context.chosen {
        blocks.extend(heading(context, chosen));
        blocks.extend(bytecode(context, chosen, built, python));
        blocks.extend(machine_code(context, chosen, built, python));
        blocks.extend(session(context, chosen, built, python));
    }
    blocks.push(text("call.references"));
    blocks.extend(panic(context, python));
    blocks
}

/// The interpreter's own instruction for the call.
fn bytecode(
    context: &Context<'_>,
    chosen: &Chosen<'_>,
    built: &Built,
    python: &Python,
) -> Vec<Block> {
    let calls = context.calls_of(chosen);
    let Some(call) = calls.first() else {
        return Vec::new();
    };
    // As after `from hello import add`.
    let name = &chosen.function.name.text;
    let bare = call.replace(&context.path_of(chosen), name);
    match python.run(BYTECODE, &built.modules, &[context.module_name(), &bare]) {
        Ok(output) => vec![
            Block::Text(Text::new("call.bytecode").with("call", &bare)),
            Block::Listing(Listing::new(Language::Text, output).depends(Depends::Python)),
        ],
        Err(_) => Vec::new(),
    }
}

/// The trampoline: each instruction with the line that it comes from and, where valgrind is, how often one call executes it.
fn machine_code(
    context: &Context<'_>,
    chosen: &Chosen<'_>,
    built: &Built,
    python: &Python,
) -> Vec<Block> {
    let name = &chosen.function.name.text;
    let Some(method) = built.library.method(name) else {
        return vec![missing("table.packed")];
    };
    let Some(functions) = machine_code::of_trampoline(&built.library, method.function) else {
        return vec![missing("call.other_machine")];
    };
    let lines = lines_of(context, chosen, &functions);
    let call = context.calls_of(chosen).first().cloned();
    let counts = call
        .as_ref()
        .filter(|_| context.tools.valgrind)
        .and_then(|call| {
            let script = format!("import {}; {call}", context.module_name());
            let symbols = functions
                .iter()
                .map(|function| built.library.symbol(function.address));
            let symbols: Vec<String> = symbols.flatten().collect();
            Counts::of(python, &built.modules, &built.file, &symbols, &script)
        });
    let code = Code {
        context,
        functions: &functions,
        lines,
        counts: counts.as_ref(),
    };
    let bytes = functions
        .iter()
        .filter_map(|function| built.library.code(function.address));
    let mut blocks = vec![Block::Text(
        Text::new("call.machine_code")
            .with("name", name)
            .with("count", code.all().count())
            .with("bytes", bytes.map(<[u8]>::len).sum::<usize>()),
    )];
    if counts.is_none() {
        blocks.push(missing("call.no_valgrind"));
    }
    for (index, function) in functions.iter().enumerate() {
        let mut listing = code.disassembly(index);
        if functions.len() > 1 {
            listing = listing.caption(Text::new("call.part").with("name", &function.name));
        }
        blocks.push(Block::Listing(listing));
    }
    if let (Some(counts), Some(call)) = (&counts, &call) {
        let executed = code
            .all()
            .filter_map(|(_, instruction, _)| code.executed(instruction));
        blocks.push(Block::Text(
            Text::new("call.steps")
                .with("call", call)
                .with("executed", executed.sum::<u64>()),
        ));
        blocks.push(Block::Table(code.steps()));
        if !counts.called.is_empty() {
            blocks.push(text("call.called"));
            blocks.push(Block::Table(called(counts)));
        }
        blocks.push(text("call.steps_outro"));
    }
    blocks
}

/// For each instruction its line: found in the library that was built from the expansion's text, as long
/// as its code is the same.
fn lines_of(
    context: &Context<'_>,
    chosen: &Chosen<'_>,
    functions: &[Function],
) -> Vec<Vec<Option<Line>>> {
    let found = context.annotated().and_then(|(library, source)| {
        let method = library.method(&chosen.function.name.text)?;
        let lines = Lines::of(library, source)?;
        let twins = machine_code::of_trampoline(library, method.function)?;
        let line = |instruction: &Instruction| lines.line(instruction.address);
        let all = twins
            .iter()
            .map(|twin| twin.instructions.iter().map(line).collect());
        machine_code::are_same(&twins, functions).then(|| all.collect())
    });
    let unknown = functions
        .iter()
        .map(|function| vec![None; function.instructions.len()]);
    found.unwrap_or_else(|| unknown.collect())
}

/// The machine code of a trampoline, with all that is known of it.
struct Code<'a> {
    context: &'a Context<'a>,
    functions: &'a [Function],
    /// For each function, the line of each instruction.
    lines: Vec<Vec<Option<Line>>>,
    counts: Option<&'a Counts>,
}

impl Code<'_> {
    /// Every instruction, with the index of its function before and its line after it.
    fn all(&self) -> impl Iterator<Item = (usize, &Instruction, Option<Line>)> {
        let functions = self.functions.iter().zip(&self.lines).enumerate();
        functions.flat_map(|(index, (function, lines))| {
            let instructions = function.instructions.iter().zip(lines);
            instructions.map(move |(instruction, line)| (index, instruction, *line))
        })
    }

    fn executed(&self, instruction: &Instruction) -> Option<u64> {
        let counts = self.counts?;
        Some(
            counts
                .by_address
                .get(&instruction.address)
                .copied()
                .unwrap_or(0),
        )
    }

    /// What begins at a line.
    fn statement(&self, line: Line) -> String {
        match line {
            Line::Expansion(line) => self.context.expansion.statement_at(line),
            Line::Runtime(line) => runtime::statement(line),
        }
    }

    fn disassembly(&self, index: usize) -> Listing {
        let mut listing = Listing::new(Language::Assembly, "");
        let mut before = None;
        for (_, instruction, line) in self.all().filter(|(function, ..)| *function == index) {
            let start = listing.text.len();
            let label = instruction
                .label
                .map_or(String::new(), |label| format!("L{label}:"));
            let count = match self.executed(instruction) {
                None => String::new(),
                Some(0) => " ".repeat(4),
                Some(count) => format!("{count:>3} "),
            };
            listing.push(&format!("{count}{label:<5}{}", instruction.text), None);
            if let Some(line) = line {
                if before != Some(line) {
                    let gap = " ".repeat(52usize.saturating_sub(listing.text.len() - start));
                    let statement = self.statement(line);
                    listing.push(&format!("{gap}  ; {statement}"), None);
                }
                let whole = start..listing.text.len();
                listing.links.push((whole, Link::Line(line)));
            }
            before = line;
            listing.push("\n", None);
        }
        listing.depends(Depends::Build)
    }

    /// The instructions of each line.
    fn steps(&self) -> Table {
        let mut steps: BTreeMap<(Option<Line>, usize), (usize, u64)> = BTreeMap::new();
        for (function, instruction, line) in self.all() {
            // What is of a line is of that line in whichever function.
            let step = steps
                .entry((line, line.map_or(function, |_| 0)))
                .or_default();
            step.0 += 1;
            step.1 += self.executed(instruction).unwrap_or(0);
        }
        let row = |((line, function), (all, executed)): (&(Option<Line>, usize), &(usize, u64))| {
            let what = match line {
                Some(line) => Cell::Code(self.statement(*line)),
                None => Cell::Text(
                    Text::new("call.no_line").with("name", &self.functions[*function].name),
                ),
            };
            vec![
                what,
                Cell::Plain(all.to_string()),
                Cell::Plain(executed.to_string()),
            ]
        };
        Table {
            head: ["call.head_line", "call.head_all", "call.head_executed"]
                .map(Text::new)
                .into(),
            rows: steps.iter().map(row).collect(),
            depends: Depends::Build,
        }
    }
}

/// What the trampoline calls, with all that this executes.
fn called(counts: &Counts) -> Table {
    let row = |(function, count): (&String, &u64)| {
        vec![Cell::Code(function.clone()), Cell::Plain(count.to_string())]
    };
    Table {
        head: ["call.head_called", "call.head_executed"]
            .map(Text::new)
            .into(),
        rows: counts.called.iter().map(row).collect(),
        depends: Depends::Machine,
    }
}

/// Calls at the prompt, right ones and wrong ones.
fn session(
    context: &Context<'_>,
    chosen: &Chosen<'_>,
    built: &Built,
    python: &Python,
) -> Vec<Block> {
    let module = context.module_name();
    let path = context.path_of(chosen);
    let mut lines = vec![format!("import {module}")];
    lines.extend(context.calls_of(chosen));
    match (context.request.is_demo, chosen.function.name.text.as_str()) {
        (true, "add") => lines.extend([
            format!("{path}(b=2, a=1)"),
            format!("{path}(1)"),
            format!("{path}(1, \"2\")"),
            format!("{path}(1, 2**31)"),
            format!("{path}(1, True)"),
        ]),
        (true, "total") => lines.extend([
            format!("{path}(\"1, 2, 3\")"),
            format!("{path}(\"1, 2, 3\", scale=\"10\")"),
            format!("{path}(\"1, 2, x\")"),
            format!("{path}(\"1\", \",\", 10)"),
        ]),
        _ => {
            // Too many arguments: refused before the function runs.
            let count = chosen.function.signature.parameters.len() + 1;
            let is_variadic = chosen.function.signature.is_variadic();
            lines.push(format!("{path}.__text_signature__"));
            if !is_variadic {
                lines.push(format!("{path}({})", vec!["None"; count].join(", ")));
            }
        }
    }
    match python.run(SESSION, &built.modules, &[&lines.join("\n")]) {
        Ok(output) => vec![
            Block::Text(Text::new("call.session").with("name", &chosen.function.name.text)),
            Block::Listing(
                Listing::new(Language::Python, context.shown(&output)).depends(Depends::Python),
            ),
        ],
        Err(output) => vec![Block::Listing(Listing::new(
            Language::Console,
            context.shown(&output),
        ))],
    }
}

/// What becomes of a panic.
fn panic(context: &Context<'_>, python: &Python) -> Vec<Block> {
    let wanted = Crate {
        directory: "shown".to_owned(),
        name: "shown",
        source: SHOWN,
        lines: false,
    };
    let modules = match context.tools.build_extension(&wanted) {
        Ok((modules, _)) => modules,
        Err(reason) => return not_built(&reason, "shown.rs"),
    };
    let lines = [
        "import shown",
        "shown.third([1, 2, 3])",
        "shown.third([1, 2])",
        "shown.PanicException.__mro__",
        "shown.third([1, 2, 3])",
    ];
    let source = SHOWN
        .find("    /// Panics.")
        .map(|start| SHOWN[start..].trim_end().trim_end_matches('}'));
    let dedented: Vec<&str> = source
        .unwrap_or_default()
        .lines()
        .map(|line| line.strip_prefix("    ").unwrap_or(line))
        .collect();
    let mut blocks = vec![
        text("call.panic"),
        Block::Listing(Listing::new(Language::Rust, dedented.join("\n").trim_end())),
    ];
    if let Ok(output) = python.run(SESSION, &modules, &[&lines.join("\n")]) {
        blocks.push(Block::Listing(
            Listing::new(Language::Python, output).depends(Depends::Python),
        ));
    }
    blocks.push(text("call.panic_outro"));
    blocks
}
