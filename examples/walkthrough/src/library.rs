//! What is in a library or a program, read with the crate `object`: on every platform, without running it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use object::read::elf::{Dyn, ElfFile64, FileHeader};
use object::{
    BinaryFormat, Endianness, File, Object, ObjectKind, ObjectSection, ObjectSegment, ObjectSymbol,
    ObjectSymbolTable, RelocationTarget,
};

/// A file, with what was read of it.
pub struct Library {
    bytes: Vec<u8>,
    /// ELF, Mach-O or PE.
    pub format: BinaryFormat,
    /// Whether it is a library or a program.
    pub kind: ObjectKind,
    /// Where a program starts; 0 for none.
    pub entry: u64,
    /// The libraries that it asks for.
    pub needed: Vec<String>,
    /// The symbols that others can use.
    pub exports: BTreeSet<String>,
    /// The symbols that others must supply.
    pub undefined: BTreeSet<String>,
    /// The functions and data that have a name: address, size and name.
    symbols: BTreeMap<u64, (u64, String)>,
    /// What the loader writes at an address: the name of a symbol, or an address in this file.
    relocations: BTreeMap<u64, Target>,
}

/// What the loader writes at an address.
#[derive(Debug, Clone)]
enum Target {
    /// The address of a symbol of another library.
    Symbol(String),
    /// This address of the library, moved to where it is loaded.
    Address(u64),
}

/// An entry of a method table, as it stands in the file.
#[derive(Debug)]
pub struct Method {
    /// Where the entry is.
    pub address: u64,
    /// `ml_name`.
    pub name: String,
    /// `ml_meth`.
    pub function: u64,
    /// `ml_flags`.
    pub flags: u32,
    /// `ml_doc`.
    pub doc: String,
}

impl Library {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, or is of no format that is known.
    pub fn read(path: &Path) -> Result<Library, String> {
        let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let bytes = fs::read(path).map_err(|error| fault(&error))?;
        let file = File::parse(&*bytes).map_err(|error| fault(&error))?;
        let name = |name: &[u8]| {
            // Mach-O writes an underscore before each.
            let text = String::from_utf8_lossy(name).into_owned();
            match file.format() {
                BinaryFormat::MachO => text.strip_prefix('_').unwrap_or(&text).to_owned(),
                _ => text,
            }
        };
        let exports = file.exports().map_err(|error| fault(&error))?;
        let imports = file.imports().map_err(|error| fault(&error))?;
        let mut needed: Vec<String> = match file.format() {
            BinaryFormat::Elf => elf_needed(&bytes).unwrap_or_default(),
            _ => {
                let libraries: BTreeSet<String> = imports
                    .iter()
                    .map(|import| String::from_utf8_lossy(import.library()).into_owned())
                    .collect();
                libraries.into_iter().collect()
            }
        };
        needed.retain(|library| !library.is_empty());
        let mut symbols = BTreeMap::new();
        for symbol in file.symbols().chain(file.dynamic_symbols()) {
            if let (false, Ok(name)) = (symbol.is_undefined(), symbol.name()) {
                if !name.is_empty() && symbol.address() != 0 {
                    symbols.insert(symbol.address(), (symbol.size(), name.to_owned()));
                }
            }
        }
        let mut relocations = BTreeMap::new();
        for (address, relocation) in file.dynamic_relocations().into_iter().flatten() {
            let target = match relocation.target() {
                RelocationTarget::Symbol(index) => {
                    let table = file.dynamic_symbol_table();
                    let symbol = table.and_then(|table| table.symbol_by_index(index).ok());
                    match symbol {
                        Some(symbol) if symbol.is_undefined() => {
                            Target::Symbol(symbol.name().unwrap_or_default().to_owned())
                        }
                        Some(symbol) => Target::Address(symbol.address()),
                        None => continue,
                    }
                }
                _ => Target::Address(relocation.addend() as u64),
            };
            relocations.insert(address, target);
        }
        Ok(Library {
            format: file.format(),
            kind: file.kind(),
            entry: file.entry(),
            needed,
            exports: exports.iter().map(|export| name(export.name())).collect(),
            undefined: imports.iter().map(|import| name(import.name())).collect(),
            symbols,
            relocations,
            bytes,
        })
    }

    /// The bytes of the file, for who knows more of them.
    pub fn file(&self) -> Option<File<'_>> {
        File::parse(&*self.bytes).ok()
    }

    /// The records for the stub: their symbols and texts.
    pub fn records(&self) -> Vec<(String, String)> {
        let mut records = Vec::new();
        let Some(file) = self.file() else {
            return records;
        };
        for symbol in file.dynamic_symbols().chain(file.symbols()) {
            let Ok(name) = symbol.name() else { continue };
            let plain = name.trim_start_matches('_');
            if !plain.starts_with("PYO3_INTROSPECTION_1_")
                || records.iter().any(|(before, _)| before == plain)
            {
                continue;
            }
            let Some(length) = self.data(symbol.address(), 4) else {
                continue;
            };
            let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]);
            if let Some(text) = self.data(symbol.address() + 4, length as usize) {
                records.push((plain.to_owned(), String::from_utf8_lossy(text).into_owned()));
            }
        }
        records.sort();
        records
    }

    /// The entry of the method table for the function `name`. Known for ELF alone, where the loader's relocations tell
    /// where pointers are; elsewhere they are packed.
    pub fn method(&self, name: &str) -> Option<Method> {
        let entries = self
            .relocations
            .iter()
            .filter_map(|(&address, target)| match target {
                Target::Address(text) => Some((address, *text)),
                Target::Symbol(_) => None,
            });
        for (address, text) in entries {
            let is_named = self.c_string(text).is_some_and(|text| text == name);
            if !is_named {
                continue;
            }
            // `{ const char *ml_name; PyCFunction ml_meth; int ml_flags; const char *ml_doc; }`
            let (Some(Target::Address(function)), Some(Target::Address(doc))) = (
                self.relocations.get(&(address + 8)),
                self.relocations.get(&(address + 24)),
            ) else {
                continue;
            };
            let flags = self.data(address + 16, 4)?;
            return Some(Method {
                address,
                name: name.to_owned(),
                function: *function,
                flags: u32::from_le_bytes([flags[0], flags[1], flags[2], flags[3]]),
                doc: self.c_string(*doc)?,
            });
        }
        None
    }

    /// The code of the function that begins at `address`.
    pub fn code(&self, address: u64) -> Option<&[u8]> {
        let (size, _) = self.symbols.get(&address)?;
        self.data(address, *size as usize)
    }

    /// The function of this library at `address`, or whose address the loader writes there.
    pub fn function_at(&self, address: u64) -> Option<u64> {
        match self.relocations.get(&address) {
            Some(Target::Address(function)) => Some(*function),
            Some(Target::Symbol(_)) => None,
            None => Some(address),
        }
        .filter(|function| self.symbols.contains_key(function))
    }

    /// The symbol at `address`, as the linker knows it.
    pub fn symbol(&self, address: u64) -> Option<String> {
        self.symbols.get(&address).map(|(_, name)| name.clone())
    }

    /// What is at `address`, in words: a function of this library, or what the loader writes there.
    pub fn name_of(&self, address: u64) -> Option<String> {
        if let Some((_, name)) = self.symbols.get(&address) {
            return Some(readable(name));
        }
        match self.relocations.get(&address)? {
            Target::Symbol(name) => Some(name.clone()),
            Target::Address(address) => self.symbols.get(address).map(|(_, name)| readable(name)),
        }
    }

    /// The section at `address`: `.rodata`.
    pub fn section_at(&self, address: u64) -> Option<String> {
        let file = self.file()?;
        let section = file.sections().find(|section| {
            let start = section.address();
            start != 0 && (start..start + section.size()).contains(&address)
        })?;
        Some(section.name().ok()?.to_owned())
    }

    /// The bytes at `address`.
    pub fn data(&self, address: u64, length: usize) -> Option<&[u8]> {
        let file = self.file()?;
        let section = file
            .sections()
            .find_map(|section| section.data_range(address, length as u64).ok().flatten());
        section.or_else(|| {
            file.segments()
                .find_map(|segment| segment.data_range(address, length as u64).ok().flatten())
        })
    }

    fn c_string(&self, address: u64) -> Option<String> {
        let file = self.file()?;
        let section = file.sections().find(|section| {
            let start = section.address();
            start != 0 && (start..start + section.size()).contains(&address)
        })?;
        let data = section.data().ok()?;
        let rest = data.get((address - section.address()) as usize..)?;
        let end = rest.iter().position(|&byte| byte == 0)?;
        String::from_utf8(rest[..end].to_vec()).ok()
    }
}

/// `mybind::call::trampoline` for its mangled name, without the hash.
pub fn readable(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

/// `DT_NEEDED` of an ELF file.
fn elf_needed(bytes: &[u8]) -> Option<Vec<String>> {
    let file = ElfFile64::<Endianness>::parse(bytes).ok()?;
    let endian = file.endian();
    let sections = file.elf_header().sections(endian, bytes).ok()?;
    let (dynamic, link) = sections.dynamic(endian, bytes).ok()??;
    let strings = sections.strings(endian, bytes, link).ok()?;
    let needed = dynamic.iter().filter_map(|entry| {
        (entry.tag32(endian) == Some(object::elf::DT_NEEDED))
            .then(|| entry.string(endian, strings).ok())
            .flatten()
    });
    Some(
        needed
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect(),
    )
}
