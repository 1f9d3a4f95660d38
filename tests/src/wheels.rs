//! The projects in `tests/python/`, built by maturin.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};
use std::{env, fs};

use crate::target::TargetDirectory;
use crate::{Environment, Python, Run, build_directory, workspace};

/// The projects; each is named like its library.
const PROJECTS: &[&str] = &[
    "arrays",
    "attacks",
    "crates",
    "derived",
    "documented",
    "exchange",
    "functions",
    "native",
    "nomemory",
    "differential",
    "generated",
    "standard",
    "modules",
    "panics",
    "ported",
];

/// The wheels of all projects for one Python.
#[derive(Debug)]
pub struct Wheels {
    /// The files.
    pub files: Vec<PathBuf>,
    /// A directory with the libraries alone, which is the simplest way to have an extension module.
    pub bare: PathBuf,
}

/// Which Pythons a wheel is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abi {
    /// The one that it is built with.
    Full,
    /// All with the GIL, from 3.10 on.
    Abi3,
    /// All with the GIL and without it, from 3.15 on.
    Abi3t,
}

impl Abi {
    /// Whether a library with this ABI can be built for this Python, and imported there.
    pub fn suits(self, python: &Python) -> bool {
        match self {
            Abi::Full => true,
            Abi::Abi3 => !python.is_free_threaded(),
            Abi::Abi3t => python.minor() >= 15,
        }
    }

    /// What its builds are called, and the feature of the projects that asks for it.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Abi::Full => None,
            Abi::Abi3 => Some("abi3"),
            Abi::Abi3t => Some("abi3t"),
        }
    }
}

impl Wheels {
    /// Builds them, stubs included, once for each Python and ABI.
    ///
    /// Each of these has a target directory of its own, so that a second run builds what has changed only. Other crates are
    /// built for the first of them alone: see `TargetDirectory`.
    pub fn of(python: &Python, abi: Abi) -> &'static Wheels {
        static BUILT: Mutex<BTreeMap<String, &'static OnceLock<Wheels>>> =
            Mutex::new(BTreeMap::new());
        let mut built = BUILT.lock().unwrap_or_else(PoisonError::into_inner);
        let key = abi.name().unwrap_or(&python.version).to_owned();
        let wheels = *built
            .entry(key.clone())
            .or_insert_with(|| Box::leak(Box::default()));
        drop(built);
        wheels.get_or_init(|| Self::build(python, abi, &key))
    }

    fn build(python: &Python, abi: Abi, key: &str) -> Wheels {
        static MATURIN: LazyLock<Environment> = LazyLock::new(|| {
            Environment::new(
                "maturin",
                &Python::default_one(),
                "requirements-maturin.txt",
            )
        });
        let directory = build_directory().join("python").join(key);
        let target = TargetDirectory::of(key);
        let (wheels, bare) = (directory.join("wheels"), directory.join("bare"));
        let _ = fs::remove_dir_all(&wheels); // those of an earlier run, if any
        fs::create_dir_all(&bare).expect("the directory for builds can be written to");
        for project in PROJECTS {
            MATURIN
                .command("maturin")
                .args([
                    "build",
                    "--generate-stubs",
                    "--auditwheel",
                    "skip",
                    "--manifest-path",
                ])
                .arg(
                    workspace()
                        .join("tests/python")
                        .join(project)
                        .join("Cargo.toml"),
                )
                .arg("--interpreter")
                .arg(&python.program)
                .arg("--out")
                .arg(&wheels)
                .args(
                    abi.name()
                        .iter()
                        .flat_map(|feature| ["--features", feature]),
                )
                .env("CARGO_TARGET_DIR", target.path())
                .env("CARGO_PROFILE_DEV_DEBUG", "0")
                .envs(
                    python
                        .is_unsupported()
                        .then_some(("UNSAFE_PYO3_SKIP_VERSION_CHECK", "1")),
                )
                .run();
            let library = format!(
                "{}{project}{}",
                env::consts::DLL_PREFIX,
                env::consts::DLL_SUFFIX
            );
            let module = format!("{project}.{}", if cfg!(windows) { "pyd" } else { "so" });
            fs::copy(target.path().join("debug").join(library), bare.join(module))
                .expect("maturin leaves the library where cargo does");
        }
        let files = fs::read_dir(&wheels).expect("maturin made it");
        Wheels {
            files: files.flatten().map(|file| file.path()).collect(),
            bare,
        }
    }

    /// A directory with the library `panics` built with `panic = "abort"`, for this Python.
    pub fn aborting(python: &Python) -> PathBuf {
        let directory = build_directory().join("python/aborting");
        let target = TargetDirectory::of("aborting");
        let bare = directory.join("bare");
        fs::create_dir_all(&bare).expect("the directory for builds can be written to");
        Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
            .args(["build", "-q", "-p", "panics"])
            .current_dir(workspace())
            .env("CARGO_TARGET_DIR", target.path())
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_PROFILE_DEV_PANIC", "abort")
            .env("PYO3_PYTHON", &python.program)
            .env("PYO3_BUILD_EXTENSION_MODULE", "1")
            .run();
        let library = format!(
            "{}panics{}",
            env::consts::DLL_PREFIX,
            env::consts::DLL_SUFFIX
        );
        fs::copy(
            target.path().join("debug").join(library),
            bare.join("panics.so"),
        )
        .expect("cargo has just made it");
        bare
    }
}
