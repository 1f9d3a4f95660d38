//! Commands, with their output shown when they fail.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Running a command to its end.
pub trait Run {
    /// Runs it. Gives its standard output, and how long it took.
    ///
    /// # Panics
    /// With the command and all of its output, unless it exits with 0.
    fn run(&mut self) -> (String, Duration);

    /// Runs it, with what it printed as an error unless it exits with 0.
    ///
    /// # Errors
    /// All of its output, or why it could not be started.
    fn try_run(&mut self) -> Result<String, String>;
}

impl Run for Command {
    fn run(&mut self) -> (String, Duration) {
        let start = Instant::now();
        match self.try_run() {
            Ok(output) => (output, start.elapsed()),
            Err(output) => panic!("{} failed:\n{output}", line(self)),
        }
    }

    fn try_run(&mut self) -> Result<String, String> {
        let output = self
            .stdin(Stdio::null())
            .env_remove("PYTHONHOME")
            .env_remove("PYTHONPATH")
            .env("PYTHONUTF8", "1")
            .output()
            .map_err(|error| error.to_string())?;
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match output.status.success() {
            true => Ok(text(&output.stdout)),
            false => Err(format!(
                "{}\n{}{}",
                output.status,
                text(&output.stdout),
                text(&output.stderr)
            )),
        }
    }
}

fn line(command: &Command) -> String {
    let words = [command.get_program()]
        .into_iter()
        .chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}
