//! A trampoline's machine code: its instructions in words, the line that each comes from, and how often
//! each is executed in one call.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use addr2line::gimli::{self, EndianSlice, LittleEndian};
use iced_x86::{
    Decoder, DecoderOptions, Formatter, Instruction as Decoded, IntelFormatter, Mnemonic,
    SymbolResolver, SymbolResult,
};
use object::{Object, ObjectSection};

use crate::library::{Library, readable};
use crate::model::Line;
use crate::runtime;
use crate::tools::{self, Python};

/// One machine instruction.
#[derive(Debug, Clone)]
pub struct Instruction {
    /// Its address in the library.
    pub address: u64,
    /// `call qword ptr [PyLong_FromLong]`.
    pub text: String,
    /// Whether others jump to it; then its number among these.
    pub label: Option<usize>,
}

/// A function of a library.
pub struct Function {
    /// Its name.
    pub name: String,
    /// Where it begins.
    pub address: u64,
    /// What it does.
    pub instructions: Vec<Instruction>,
    /// The functions that it refers to otherwise than by a call: it jumps there, or hands them on.
    refers_to: Vec<u64>,
}

/// The function at `address` and those of the trampoline that it goes on in. `None` where this is no library for x86-64:
/// other machines' code is not read here.
pub fn of_trampoline(library: &Library, address: u64) -> Option<Vec<Function>> {
    let mut functions: Vec<Function> = Vec::new();
    let mut open = vec![address];
    while let Some(address) = open.pop() {
        let is_known = functions.iter().any(|function| function.address == address);
        if let (false, Some(function)) = (is_known, disassemble(library, address)) {
            // What comes first is shown first.
            let next = function.refers_to.iter().rev().filter(|&&address| {
                let name = library.name_of(address).unwrap_or_default();
                name == "mybind::call::run"
            });
            open.extend(next);
            functions.push(function);
        }
    }
    (!functions.is_empty()).then_some(functions)
}

fn disassemble(library: &Library, address: u64) -> Option<Function> {
    if library.file()?.architecture() != object::Architecture::X86_64 {
        return None;
    }
    let code = library.code(address)?;
    let decoded: Vec<Decoded> = Decoder::with_ip(64, code, address, DecoderOptions::NONE)
        .into_iter()
        .collect();
    let range = address..address + code.len() as u64;
    let targets: BTreeSet<u64> = decoded
        .iter()
        .map(Decoded::near_branch_target)
        .filter(|target| range.contains(target))
        .collect();
    let mut names = BTreeMap::new();
    let mut refers_to = Vec::new();
    for instruction in &decoded {
        let mut addresses = vec![instruction.near_branch_target()];
        if instruction.is_ip_rel_memory_operand() {
            addresses.push(instruction.ip_rel_memory_address());
        }
        for address in addresses
            .into_iter()
            .filter(|&address| address != 0 && !range.contains(&address))
        {
            if instruction.mnemonic() != Mnemonic::Call {
                refers_to.extend(library.function_at(address));
            }
            let name = library
                .name_of(address)
                .or_else(|| name_of_stub(library, address));
            // What has no name is a constant; where it lies says nothing.
            if let Some(name) = name.or_else(|| library.section_at(address)) {
                names.insert(address, name);
            }
        }
    }
    let labels: Vec<u64> = targets.iter().copied().collect();
    for (index, &target) in labels.iter().enumerate() {
        names.insert(target, format!("L{}", index + 1));
    }
    let mut formatter = IntelFormatter::with_options(Some(Box::new(Names(names))), None);
    let options = formatter.options_mut();
    options.set_first_operand_char_index(7);
    options.set_hex_prefix("0x");
    options.set_hex_suffix("");
    options.set_space_after_operand_separator(true);
    options.set_small_hex_numbers_in_decimal(true);
    options.set_show_branch_size(false);
    options.set_rip_relative_addresses(false);
    let instructions = decoded.iter().map(|instruction| {
        let mut text = String::new();
        formatter.format(instruction, &mut text);
        Instruction {
            address: instruction.ip(),
            text,
            label: labels
                .iter()
                .position(|&target| target == instruction.ip())
                .map(|index| index + 1),
        }
    });
    Some(Function {
        name: library.name_of(address).unwrap_or_default(),
        address,
        instructions: instructions.collect(),
        refers_to,
    })
}

/// Whether functions have the same code, wherever they lie.
pub fn are_same(some: &[Function], others: &[Function]) -> bool {
    let texts = |functions: &[Function]| -> Vec<String> {
        let instructions = functions.iter().flat_map(|function| &function.instructions);
        instructions
            .map(|instruction| instruction.text.clone())
            .collect()
    };
    texts(some) == texts(others)
}

/// What a stub of the procedure linkage table jumps to: `jmp qword ptr [rip+...]`.
fn name_of_stub(library: &Library, address: u64) -> Option<String> {
    if !library.section_at(address)?.starts_with(".plt") {
        return None;
    }
    let code = library.data(address, 16)?;
    let jump = Decoder::with_ip(64, code, address, DecoderOptions::NONE)
        .into_iter()
        .find(Decoded::is_ip_rel_memory_operand)?;
    library.name_of(jump.ip_rel_memory_address())
}

struct Names(BTreeMap<u64, String>);

impl SymbolResolver for Names {
    fn symbol(
        &mut self,
        _: &Decoded,
        _: u32,
        _: Option<u32>,
        address: u64,
        _: u32,
    ) -> Option<SymbolResult<'_>> {
        let name = self.0.get(&address)?;
        Some(SymbolResult::with_str(address, name.as_str()))
    }
}

/// Which line of the crate's own source, or of the runtime's functions that are shown, each address comes from, through everything
/// that was inlined: from the debug information of `library`.
pub struct Lines<'a> {
    context: addr2line::Context<EndianSlice<'a, LittleEndian>>,
    file: String,
    of_runtime: Vec<Range<usize>>,
}

impl<'a> Lines<'a> {
    /// Reads the debug information. `file` is the path of the crate's source.
    pub fn of(library: &'a Library, file: &Path) -> Option<Lines<'a>> {
        let object = library.file()?;
        let load =
            |section: gimli::SectionId| -> Result<EndianSlice<'a, LittleEndian>, gimli::Error> {
                let data = object
                    .section_by_name(section.name())
                    .and_then(|section| section.data().ok())
                    .unwrap_or_default();
                Ok(EndianSlice::new(data, LittleEndian))
            };
        let dwarf = gimli::Dwarf::load(load).ok()?;
        Some(Lines {
            context: addr2line::Context::from_dwarf(dwarf).ok()?,
            file: file.display().to_string(),
            of_runtime: runtime::shown_lines(),
        })
    }

    /// The line of the innermost function that is in the crate itself, or shown of the runtime.
    pub fn line(&self, address: u64) -> Option<Line> {
        let mut frames = self.context.find_frames(address).skip_all_loads().ok()?;
        while let Ok(Some(frame)) = frames.next() {
            let Some(location) = frame.location else {
                continue;
            };
            let Some((file, line)) = location.file.zip(location.line) else {
                continue;
            };
            let line = line as usize;
            if file == self.file {
                return (line != 0).then_some(Line::Expansion(line));
            }
            let is_shown = self.of_runtime.iter().any(|lines| lines.contains(&line));
            if is_shown && Path::new(file).ends_with(runtime::FILE) {
                return Some(Line::Runtime(line));
            }
        }
        None
    }
}

/// What one call executes, as valgrind's callgrind counts it.
#[derive(Debug, Default)]
pub struct Counts {
    /// How often each instruction of the library is executed.
    pub by_address: BTreeMap<u64, u64>,
    /// The functions that it calls, with all that these execute.
    pub called: BTreeMap<String, u64>,
}

impl Counts {
    /// Counts what the script makes the functions of these symbols execute, from where the first one is entered, and what
    /// these call.
    pub fn of(
        python: &Python,
        modules: &Path,
        library: &Path,
        symbols: &[String],
        script: &str,
    ) -> Option<Counts> {
        let out = modules.join("callgrind.out");
        let _ = std::fs::remove_file(&out);
        let command = python.command(script, modules);
        let mut valgrind = Command::new("valgrind");
        valgrind
            .args([
                "--tool=callgrind",
                "--dump-instr=yes",
                "--compress-strings=no",
                "--compress-pos=no",
            ])
            .args(["--collect-atstart=no", "--demangle=no"])
            .arg(format!("--toggle-collect={}", symbols.first()?))
            .arg(format!("--callgrind-out-file={}", out.display()))
            .arg(command.get_program())
            .args(command.get_args());
        tools::finished(&mut valgrind).ok()?;
        let text = std::fs::read_to_string(&out).ok()?;
        Some(Self::parse(&text, &library.display().to_string(), symbols))
    }

    /// Reads callgrind's output (<https://valgrind.org/docs/manual/cl-format.html>): `ob=` and `fn=` say whose the lines
    /// `0xADDRESS LINE COUNT` after them are. After `cfn=` and `calls=` comes one that counts all that the call executes.
    fn parse(text: &str, library: &str, symbols: &[String]) -> Counts {
        let mut counts = Counts::default();
        let is_ours = |function: &str| symbols.iter().any(|symbol| symbol == function);
        let (mut object, mut function, mut called, mut is_call) = ("", "", "", false);
        for line in text.lines() {
            if let Some(name) = line.strip_prefix("ob=") {
                object = name;
            } else if let Some(name) = line.strip_prefix("fn=") {
                function = name;
            } else if let Some(name) = line.strip_prefix("cfn=") {
                called = name;
            } else if line.starts_with("calls=") {
                is_call = true;
            } else if let Some(rest) = line.strip_prefix("0x") {
                let mut words = rest.split(' ');
                let address = words
                    .next()
                    .and_then(|word| u64::from_str_radix(word, 16).ok());
                let count = words.nth(1).and_then(|word| word.parse::<u64>().ok());
                let (Some(address), Some(count)) = (address, count) else {
                    continue;
                };
                if !std::mem::take(&mut is_call) {
                    if object == library {
                        *counts.by_address.entry(address).or_default() += count;
                    }
                } else if is_ours(function) && !is_ours(called) {
                    *counts.called.entry(readable(called)).or_default() += count;
                }
            }
        }
        counts
    }
}
