//! The programs that the walkthrough runs: the compiler, a Python, valgrind. Any of them may be missing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::model::MadeWith;

/// What there is on this machine.
pub struct Tools {
    /// An interpreter, CPython 3.10 or later.
    pub python: Option<Python>,
    /// `1.95.0 x86_64-unknown-linux-gnu`, where cargo and rustc are there.
    pub rust: Option<String>,
    /// `glibc 2.36`, where the dynamic loader can be asked what it does.
    pub loader: Option<String>,
    /// Whether valgrind can count what a call executes.
    pub valgrind: bool,
    /// The repository.
    pub repository: PathBuf,
    /// Where the walkthrough builds.
    pub workshop: PathBuf,
}

/// An interpreter.
#[derive(Debug, Clone)]
pub struct Python {
    /// Its program.
    pub program: PathBuf,
    /// `3.13.0`.
    pub version: String,
}

impl Tools {
    /// Looks for them. `python` is the interpreter to take, instead of `PYO3_PYTHON` or `python3`.
    pub fn find(python: Option<&Path>) -> Tools {
        let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let repository = repository.canonicalize().unwrap_or(repository);
        let target = env::var_os("CARGO_TARGET_DIR").unwrap_or("target".into());
        let from_environment = env::var_os("PYO3_PYTHON").map(PathBuf::from);
        let python = match python.map(Path::to_owned).or(from_environment) {
            Some(program) => Python::at(&program),
            None => ["python3", "python"]
                .iter()
                .find_map(|name| Python::at(Path::new(name))),
        };
        let loader = cfg!(all(target_os = "linux", target_env = "gnu"))
            .then(|| output(Command::new("getconf").arg("GNU_LIBC_VERSION")))
            .flatten();
        Tools {
            python,
            rust: rust_version(),
            loader: loader.map(|version| version.trim().to_owned()),
            valgrind: cfg!(target_os = "linux")
                && output(Command::new("valgrind").arg("--version")).is_some(),
            workshop: repository.join(target).join("walkthrough"),
            repository,
        }
    }

    /// For the head of the walkthrough.
    pub fn made_with(&self) -> MadeWith {
        MadeWith {
            rust: self.rust.clone(),
            python: self.python.as_ref().map(|python| python.version.clone()),
            loader: self.loader.clone(),
        }
    }
}

impl Python {
    /// The Python that this program is.
    fn at(program: &Path) -> Option<Python> {
        const QUERY: &str = "import sys
assert sys.implementation.name == 'cpython' and sys.version_info >= (3, 10)
print(sys.version.split()[0], sys.executable, sep='\\n')";
        let output = output(Command::new(program).args(["-c", QUERY]))?;
        let (version, program) = output.trim_end().split_once('\n')?;
        Some(Python {
            program: program.into(),
            version: version.trim().to_owned(),
        })
    }

    /// Runs a script with these modules importable; gives what it prints, or what went wrong.
    ///
    /// # Errors
    /// Everything that it printed, where it failed.
    pub fn run(&self, script: &str, modules: &Path, arguments: &[&str]) -> Result<String, String> {
        finished(self.command(script, modules).args(arguments))
    }

    /// The command that runs a script.
    pub fn command(&self, script: &str, modules: &Path) -> Command {
        let mut command = Command::new(&self.program);
        let prepared = format!(
            "import sys; sys.path.insert(0, {:?}); sys.argv[0] = 'script'\n{script}",
            modules.display().to_string()
        );
        // Isolated, without bytecode files: the same every time.
        command.args(["-I", "-B", "-X", "utf8", "-c", &prepared]);
        command
    }
}

fn rust_version() -> Option<String> {
    output(Command::new(cargo()).arg("--version"))?;
    let text = output(Command::new("rustc").arg("-vV"))?;
    let field = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::to_owned)
    };
    Some(format!("{} {}", field("release: ")?, field("host: ")?))
}

/// The cargo that runs this, or the one on the `PATH`.
pub fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from)
}

/// What a command prints, where it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    finished(command).ok()
}

/// Runs a command to its end.
///
/// # Errors
/// Everything that it printed, where it failed; or why it could not be started.
pub fn finished(command: &mut Command) -> Result<String, String> {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .stdin(Stdio::null())
        .env_remove("PYTHONHOME")
        .env_remove("PYTHONPATH")
        .output()
        .map_err(|error| format!("{}: {error}", command.get_program().to_string_lossy()))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    match status.success() {
        true => Ok(text(&stdout)),
        false => Err(text(&stdout) + &text(&stderr)),
    }
}

/// What the compiler says to a file that is no Rust; `None` where it can be read, or there is no compiler.
pub fn syntax_errors(file: &Path) -> Option<String> {
    let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let mut rustc = Command::new("rustc");
    rustc
        .args([
            "--edition",
            "2024",
            "--crate-type",
            "lib",
            "--emit",
            "metadata",
            "-o",
            nowhere,
        ])
        .arg(file);
    let said = finished(&mut rustc).err()?;
    // Past the syntax, it would miss the crate `mybind` next.
    let is_of_syntax = !said.contains("E0432") && !said.contains("E0433");
    (is_of_syntax && said.contains("-->")).then_some(said)
}
