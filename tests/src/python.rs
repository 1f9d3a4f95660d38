//! The Pythons of this machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::Run;

/// An interpreter to test with.
#[derive(Debug, Clone)]
pub struct Python {
    /// `3.13`, with a `t` where there is no GIL and a `d` where it is a debug build.
    pub version: String,
    /// Its program.
    pub program: PathBuf,
}

impl Python {
    /// The one that is called when nothing else is said.
    ///
    /// # Panics
    /// When there is none from 3.10 on: the tests need one.
    pub fn default_one() -> Python {
        let found = ["python3", "python"]
            .iter()
            .find_map(|name| Self::at(Path::new(name)));
        found
            .or_else(|| Self::all().into_iter().next_back())
            .expect("the tests need CPython 3.10 or later")
    }

    /// One of each version: the default one, those that `MYBIND_PYTHONS` names (programs, or the directories that they are
    /// installed in, separated as in `PATH`), those on `PATH`, and pyenv's. Of these, the versions that `MYBIND_ONLY` names
    /// (`3.13,3.14d`), if it is set.
    pub fn all() -> Vec<Python> {
        let mut candidates: Vec<PathBuf> = vec!["python3".into(), "python".into()];
        let named = env::var_os("MYBIND_PYTHONS").unwrap_or_default();
        candidates.extend(
            env::split_paths(&named)
                .filter(|path| path != Path::new(""))
                .map(program_in),
        );
        candidates.extend((10..=15).map(|minor| format!("python3.{minor}").into()));
        candidates.extend(pyenv_versions().into_iter().map(program_in));
        let only = env::var("MYBIND_ONLY").ok();
        let wanted = |python: &Python| {
            only.as_ref()
                .is_none_or(|only| only.split(',').any(|version| version == python.version))
        };
        let mut found = BTreeMap::new();
        for python in candidates
            .iter()
            .filter_map(|program| Self::at(program))
            .filter(wanted)
        {
            found
                .entry((python.minor(), python.version.clone()))
                .or_insert(python);
        }
        found.into_values().collect()
    }

    /// Its minor version: the 13 of 3.13.
    pub fn minor(&self) -> u32 {
        let minor = self.version[2..].trim_end_matches(['t', 'd']);
        minor.parse().expect("a version begins with 3.")
    }

    /// Whether it has no GIL.
    pub fn is_free_threaded(&self) -> bool {
        self.version.contains('t')
    }

    /// Whether it checks its own work, which takes long.
    pub fn is_debug_build(&self) -> bool {
        self.version.ends_with('d')
    }

    /// Whether `pyo3-ffi` does not build for it, unless told to: the free-threaded 3.13, which was an experiment. The tests take it
    /// for the later ones, where those cannot be had.
    pub fn is_unsupported(&self) -> bool {
        self.is_free_threaded() && self.minor() < 14
    }

    /// The Python that this program is, if it is one that mybind supports.
    fn at(program: &Path) -> Option<Python> {
        const QUERY: &str = "import sys, sysconfig as c
assert sys.implementation.name == 'cpython' and (3, 10) <= sys.version_info < (3, 16)
t = 't' if c.get_config_var('Py_GIL_DISABLED') else ''
d = 'd' if hasattr(sys, 'gettotalrefcount') else ''
print(f'3.{sys.version_info[1]}{t}{d}', sys.executable, sep='\\n')";
        let output = Command::new(program).args(["-c", QUERY]).try_run().ok()?;
        let (version, program) = output.trim_end().split_once('\n')?;
        Some(Python {
            version: version.trim_end().to_owned(),
            program: program.into(),
        })
    }
}

/// The program of an installation, or `path` itself if it is a program.
fn program_in(path: PathBuf) -> PathBuf {
    let inside = ["bin/python3", "bin/python", "python.exe"].map(|name| path.join(name));
    inside
        .into_iter()
        .find(|program| program.is_file())
        .unwrap_or(path)
}

fn pyenv_versions() -> Vec<PathBuf> {
    let root = env::var_os("PYENV_ROOT")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".pyenv")));
    let Some(Ok(versions)) = root.map(|root| fs::read_dir(root.join("versions"))) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = versions.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.retain(|path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("3.1"))
    });
    paths
}
