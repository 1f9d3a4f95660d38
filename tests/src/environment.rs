//! Virtual environments below `target/`, and the wheels installed in them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;
use std::{env, fs};

use crate::{Python, Run, Wheels};

/// The root of the workspace, where cargo runs the tests.
pub fn workspace() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let package = env::var_os("CARGO_MANIFEST_DIR").expect("cargo runs the tests");
        Path::new(&package)
            .ancestors()
            .find(|directory| directory.join("Cargo.lock").exists())
            .expect("the package is in the workspace")
            .to_owned()
    });
    &ROOT
}

/// Where the tests keep what they build: `target/`, unless cargo was told otherwise.
pub fn build_directory() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into());
    workspace().join(target)
}

/// A virtual environment.
pub struct Environment {
    directory: PathBuf,
}

impl Environment {
    /// The environment `target/venvs/<name>`, with the requirements of this file (in `tests/python/`) installed.
    ///
    /// It is made anew when the Python or the requirements are not those that it was made for.
    pub fn new(name: &str, python: &Python, requirements: &str) -> Environment {
        let environment = Environment {
            directory: build_directory().join("venvs").join(name),
        };
        let requirements = workspace().join("tests/python").join(requirements);
        let wanted = fs::read_to_string(&requirements).expect("the file is in the repository");
        let wanted = format!("{}\n{wanted}", python.program.display());
        let stamp = environment.directory.join("made-for");
        if fs::read_to_string(&stamp).is_ok_and(|made_for| made_for == wanted) {
            return environment;
        }
        Command::new(&python.program)
            .args(["-m", "venv", "--clear"])
            .arg(&environment.directory)
            .run();
        environment
            .pip(&["install", "-q", "-r"])
            .arg(&requirements)
            .run();
        fs::write(stamp, wanted).expect("the environment was made just now");
        environment
    }

    /// The path of one of its programs.
    pub fn program(&self, name: &str) -> PathBuf {
        let directory = self
            .directory
            .join(if cfg!(windows) { "Scripts" } else { "bin" });
        directory.join(format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// One of its programs, as if the environment were activated.
    pub fn command(&self, name: &str) -> Command {
        let mut command = Command::new(self.program(name));
        command
            .env("VIRTUAL_ENV", &self.directory)
            .env_remove("CONDA_PREFIX");
        command
    }

    /// `pip` with these arguments.
    pub fn pip(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("python");
        command
            .args(["-m", "pip", "--disable-pip-version-check"])
            .args(arguments);
        command
    }

    /// Installs a package, if there is a wheel of it for this Python. Whether there is is asked once.
    pub fn install_if_possible(&self, package: &str) {
        let asked = self.directory.join(format!("asked-for-{package}"));
        if !asked.exists() {
            // Without it the tests that need it are skipped.
            let _ = self
                .pip(&["install", "-q", "--only-binary", ":all:", package])
                .try_run();
            fs::write(asked, "").expect("the environment can be written to");
        }
    }

    /// Installs wheels, in place of what is there of the same names.
    pub fn install(&self, wheels: &Wheels) {
        self.pip(&[
            "install",
            "-q",
            "--no-deps",
            "--no-index",
            "--force-reinstall",
        ])
        .args(&wheels.files)
        .run();
    }

    /// Where pip puts what it installs.
    pub fn site_packages(&self) -> PathBuf {
        let query = "import sysconfig; print(sysconfig.get_path('platlib'))";
        let (path, _) = self.command("python").args(["-c", query]).run();
        path.trim_end().into()
    }
}
