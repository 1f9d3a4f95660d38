//! The name that Python will look for, which the outermost module must have.

use std::path::Path;

/// The module that the importer will ask the library for, and how that is known.
pub(crate) struct ExpectedModule {
    pub(crate) name: String,
    pub(crate) source: String,
}

/// What maturin will call the library that this crate becomes. `None` where it is not maturin that builds it, or
/// where this is a test or a program: there any name is as good.
pub(crate) fn expected_module() -> Option<ExpectedModule> {
    let is_library = std::env::var_os("CARGO_BIN_NAME").is_none()
        && std::env::var_os("CARGO_TARGET_TMPDIR").is_none();
    let directory = std::env::var_os("CARGO_MANIFEST_DIR")?;
    let read = |file: &str| std::fs::read_to_string(Path::new(&directory).join(file)).ok();
    let project = read("pyproject.toml")?;
    if !is_library || !project.contains("maturin") {
        return None;
    }
    module_name(&project, &read("Cargo.toml")?)
}

/// maturin's rules: `module-name`, else the library's name where Cargo.toml gives it one, else the project's name.
fn module_name(project: &str, manifest: &str) -> Option<ExpectedModule> {
    if let Some(path) = value(project, "tool.maturin.module-name") {
        let source = format!("pyproject.toml says `module-name = \"{path}\"`");
        let name = path.rsplit('.').next().unwrap_or(path).to_owned();
        return Some(ExpectedModule { name, source });
    }
    let (name, source) = match value(manifest, "lib.name") {
        Some(name) => (name, format!("Cargo.toml calls the library `{name}`")),
        None => {
            let name =
                value(project, "project.name").or_else(|| value(manifest, "package.name"))?;
            (name, format!("the project is called `{name}`"))
        }
    };
    // A name that no module can have is maturin's to refuse.
    let name = name.to_owned();
    (!name.contains(['-', '.'])).then_some(ExpectedModule { name, source })
}

/// The text at the dotted key `wanted` of a TOML document, where it is written as maturin's users write it: the table's
/// header and `key = "text"` on lines of their own.
fn value<'a>(document: &'a str, wanted: &str) -> Option<&'a str> {
    let mut table = "";
    for line in document.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[') {
            table = header.split(']').next().unwrap_or_default().trim();
            continue;
        }
        let Some((key, value)) = line.split_once('=') else {
            continue;
        };
        let key = key.trim();
        let path = if table.is_empty() {
            key.to_owned()
        } else {
            format!("{table}.{key}")
        };
        if path == wanted {
            let value = value.trim_start();
            let quote = value
                .chars()
                .next()
                .filter(|quote| matches!(quote, '"' | '\''))?;
            return value[1..].split(quote).next();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::module_name;

    fn name(project: &str, manifest: &str) -> Option<String> {
        module_name(project, manifest).map(|expected| expected.name)
    }

    #[test]
    fn the_module_is_called_as_maturin_calls_it() {
        let manifest = "[package]\nname = \"crate\"\n";
        let with_library = "[package]\nname = \"crate\"\n[lib]\nname = \"lib\"";
        let project = "[project]\nname = \"project\"\n";
        let with_module =
            "[project]\nname = 'project'\n[tool.maturin]\nmodule-name = \"pkg._native\" # so";
        assert_eq!(name(with_module, with_library).as_deref(), Some("_native"));
        assert_eq!(
            name("[tool]\nmaturin.module-name='a'", manifest).as_deref(),
            Some("a")
        );
        assert_eq!(
            name("[tool.other]\nmodule-name = \"a\"", manifest).as_deref(),
            Some("crate")
        );
        assert_eq!(name(project, with_library).as_deref(), Some("lib"));
        assert_eq!(name(project, manifest).as_deref(), Some("project"));
        assert_eq!(name("[project]\nname = \"a-b\"", manifest), None);
    }
}
