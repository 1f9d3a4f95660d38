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
    let is_library = std::env::var_os("CARGO_BIN_NAME").is_none() && std::env::var_os("CARGO_TARGET_TMPDIR").is_none();
    let directory = std::env::var_os("CARGO_MANIFEST_DIR")?;
    let project = std::fs::read_to_string(Path::new(&directory).join("pyproject.toml")).ok()?;
    if !is_library || !project.contains("maturin") {
        return None;
    }
    let library = std::env::var("CARGO_CRATE_NAME").ok()?;
    Some(match module_name(&project) {
        Some(path) => ExpectedModule {
            name: path.rsplit('.').next().unwrap_or(path).to_owned(),
            source: format!("pyproject.toml says `module-name = \"{path}\"`"),
        },
        None => ExpectedModule { source: format!("the library is called `{library}` in Cargo.toml"), name: library },
    })
}

/// The value of `module-name` under `[tool.maturin]`.
fn module_name(project: &str) -> Option<&str> {
    let mut table = "";
    for line in project.lines().map(str::trim) {
        if let Some(header) = line.strip_prefix('[') {
            table = header.split(']').next().unwrap_or_default().trim();
            continue;
        }
        let Some((key, value)) = line.split_once('=') else { continue };
        let key = key.trim();
        let path = if table.is_empty() { key.to_owned() } else { format!("{table}.{key}") };
        if path == "tool.maturin.module-name" {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            return value[1..].split(quote).next();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::module_name;

    #[test]
    fn finds_the_module_name() {
        assert_eq!(module_name("[tool.maturin]\nmodule-name = \"pkg._native\" # here\n"), Some("pkg._native"));
        assert_eq!(module_name("[tool]\nmaturin.module-name='a'"), Some("a"));
        assert_eq!(module_name("[tool.other]\nmodule-name = \"a\""), None);
        assert_eq!(module_name("[tool.maturin]\nfeatures = []"), None);
    }
}
