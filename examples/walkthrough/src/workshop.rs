//! Crates built from the sources that are shown, in `target/walkthrough`, as a user would build them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Python, Tools};

/// A crate to be built.
pub struct Crate<'a> {
    /// Its directory in the workshop.
    pub directory: String,
    /// The library's name, and the module's.
    pub name: &'a str,
    /// The source.
    pub source: &'a str,
    /// Whether each instruction is to know its line.
    pub lines: bool,
}

/// Why there is nothing built.
#[derive(Debug, Clone)]
pub enum NotBuilt {
    /// There is no compiler, or no Python to build for: the name of the text that says so.
    Missing(&'static str),
    /// What the compiler says.
    Refused(String),
}

impl Tools {
    /// Builds an extension module as release. Gives the directory that Python can import it from, and the file.
    ///
    /// # Errors
    /// When something is missing, or the compiler refuses the source.
    pub fn build_extension(&self, wanted: &Crate<'_>) -> Result<(PathBuf, PathBuf), NotBuilt> {
        self.check_complete()?;
        let directory = self.workshop.join("crates").join(&wanted.directory);
        let written = self.write_crate(&directory, wanted);
        written.map_err(|error| NotBuilt::Refused(format!("{}: {error}", directory.display())))?;
        let built = self.cargo_build(&directory.join("Cargo.toml"), &[], true)?;
        let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let library = built.join(format!("{prefix}{}{suffix}", wanted.name));
        let modules = self.workshop.join("modules").join(&wanted.directory);
        let extension = if cfg!(windows) { "pyd" } else { "so" };
        let file = modules.join(format!("{}.{extension}", wanted.name));
        let copied = fs::create_dir_all(&modules)
            .and_then(|()| fs::read(&library))
            .and_then(|bytes| replace(&file, &bytes));
        match copied {
            Ok(()) => Ok((modules, file)),
            Err(error) => Err(NotBuilt::Refused(format!("{}: {error}", library.display()))),
        }
    }

    /// Builds `examples/embed`, a program that has Python inside. Gives the program.
    ///
    /// # Errors
    /// As [`build_extension`](Self::build_extension), and where libpython cannot be linked.
    pub fn build_embed(&self) -> Result<PathBuf, NotBuilt> {
        let manifest = self.repository.join("Cargo.toml");
        let built = self.cargo_build(&manifest, &["--package", "embed"], false)?;
        Ok(built.join(format!("embed{}", std::env::consts::EXE_SUFFIX)))
    }

    /// The Python to build for, where there is all that is needed to build.
    fn check_complete(&self) -> Result<&Python, NotBuilt> {
        if self.rust.is_none() {
            return Err(NotBuilt::Missing("page.no_compiler"));
        }
        self.python
            .as_ref()
            .ok_or(NotBuilt::Missing("page.no_python"))
    }

    fn cargo_build(
        &self,
        manifest: &Path,
        arguments: &[&str],
        is_extension: bool,
    ) -> Result<PathBuf, NotBuilt> {
        let python = self.check_complete()?;
        let target = self.workshop.join("target");
        let mut cargo = Command::new(tools::cargo());
        cargo
            .args([
                "build",
                "--release",
                "--quiet",
                "--color",
                "never",
                "--manifest-path",
            ])
            .arg(manifest)
            .args(arguments)
            .env("CARGO_TARGET_DIR", &target)
            .env("PYO3_PYTHON", &python.program);
        // What a surrounding cargo says to its own crates is none of this one's business.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG")
                || text.starts_with("CARGO_PROFILE")
                || text == "CARGO_MANIFEST_DIR"
            {
                cargo.env_remove(&name);
            }
        }
        match is_extension {
            true => cargo.env("PYO3_BUILD_EXTENSION_MODULE", "1"),
            false => cargo.env_remove("PYO3_BUILD_EXTENSION_MODULE"),
        };
        tools::finished(&mut cargo).map_err(NotBuilt::Refused)?;
        Ok(target.join("release"))
    }

    fn write_crate(&self, directory: &Path, wanted: &Crate<'_>) -> std::io::Result<()> {
        let repository = self.repository.display().to_string().replace('\\', "/");
        let Crate {
            name,
            source,
            lines,
            ..
        } = wanted;
        let debug = if *lines {
            "\"line-tables-only\""
        } else {
            "false"
        };
        let manifest = format!(
            "[workspace]\n\n[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [lib]\ncrate-type = [\"cdylib\"]\n\n\
             [dependencies]\nmybind = {{ path = \"{repository}/runtime\" }}\npyo3-ffi = \"0.30\"\n\n\
             [profile.release]\ndebug = {debug}\n"
        );
        fs::create_dir_all(directory.join("src"))?;
        replace(&directory.join("Cargo.toml"), manifest.as_bytes())?;
        replace(&directory.join("src/lib.rs"), source.as_bytes())?;
        // The versions that the repository is tested with, so that nothing is asked of the network.
        let lock = directory.join("Cargo.lock");
        if !lock.exists() {
            fs::copy(self.repository.join("Cargo.lock"), lock)?;
        }
        Ok(())
    }
}

/// Writes a file, unless it is as wanted already.
fn replace(path: &Path, content: &[u8]) -> std::io::Result<()> {
    if fs::read(path).is_ok_and(|before| before == content) {
        return Ok(());
    }
    fs::write(path, content)
}
