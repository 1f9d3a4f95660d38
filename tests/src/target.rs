//! Where cargo builds the projects, and what one of these directories takes over from another.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{fs, io};

use crate::build_directory;

/// The right to build in `target/python/<name>/target`: there is one at a time, since cargo keeps the processor busy by itself.
///
/// A new one begins with what another one has. What depends on the Python, cargo builds anew; other crates it finds built.
pub(crate) struct TargetDirectory {
    path: PathBuf,
    _alone: MutexGuard<'static, ()>,
}

impl TargetDirectory {
    /// Waits until no other is there.
    ///
    /// # Panics
    /// When it cannot be written to.
    pub(crate) fn of(name: &str) -> TargetDirectory {
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let all = build_directory().join("python");
        let path = all.join(name).join("target");
        if !path.exists() {
            let others = fs::read_dir(all).into_iter().flatten().flatten();
            let others = others.map(|other| other.path().join("target/debug"));
            let others = others.filter(|other| other.exists());
            // The one with the most in it: some are for one project alone.
            let size =
                |other: &PathBuf| fs::read_dir(other.join("deps")).map_or(0, Iterator::count);
            if let Some(other) = others.max_by_key(size) {
                take_over(&other, &path).expect("the directory for builds can be written to");
            }
        }
        TargetDirectory {
            path,
            _alone: alone,
        }
    }

    /// Its path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

/// Copies what has been built, and what cargo knows of it.
fn take_over(debug: &Path, target: &Path) -> io::Result<()> {
    // Under another name at first: half a copy is no directory to build in.
    let unfinished = target.with_extension("unfinished");
    let _ = fs::remove_dir_all(&unfinished); // of a run that was interrupted, if any
    for part in [".fingerprint", "build", "deps"] {
        copy(&debug.join(part), &unfinished.join("debug").join(part))?;
    }
    fs::rename(unfinished, target)
}

/// Copies a directory, and the times of its files, by which cargo sees that they are up to date.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (entry, copied) = entry.map(|entry| (entry.path(), to.join(entry.file_name())))?;
        if entry.is_dir() {
            copy(&entry, &copied)?;
        } else {
            fs::copy(&entry, &copied)?;
            let modified = entry.metadata()?.modified()?;
            fs::File::options()
                .write(true)
                .open(copied)?
                .set_modified(modified)?;
        }
    }
    Ok(())
}
