//! `test_*.py`, run by pytest.

use std::time::Instant;

use mybind_tests::{Abi, Environment, Python, Run, Wheels, for_each, workspace};

/// On every Python, with wheels for that Python; on the oldest and the newest also with one wheel for all.
#[test]
fn behaviour_on_every_python() {
    let pythons = Python::all();
    let outermost = pythons.first().into_iter().chain(pythons.last());
    let stable = outermost.map(|python| (python, Abi::Stable));
    for_each(
        pythons
            .iter()
            .map(|python| (python, Abi::Full))
            .chain(stable)
            .collect::<Vec<_>>(),
        |(python, abi)| {
            run_pytest(python, abi);
        },
    );
}

fn run_pytest(python: &Python, abi: Abi) {
    let start = Instant::now();
    let name = match abi {
        Abi::Full => python.version.clone(),
        Abi::Stable => format!("{}-abi3", python.version),
    };
    let environment = Environment::new(&name, python, "requirements.txt");
    for package in ["numpy", "greenlet"] {
        environment.install_if_possible(package);
    }
    let prepared = start.elapsed();
    let wheels = Wheels::of(python, abi);
    environment.install(wheels);
    let mut command = environment.command("python");
    if abi == Abi::Full && python.version == Python::default_one().version && cfg!(unix) {
        command.env("MYBIND_ABORTING", Wheels::aborting(python));
    }
    let built = start.elapsed() - prepared;
    let (output, tested) = command
        .args([
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--color=no",
            "--tb=short",
        ])
        .current_dir(workspace().join("tests/python"))
        .env("MYBIND_BARE", &wheels.bare)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("RUST_BACKTRACE", "0")
        .run();
    println!(
        "Python {name:<11} environment {prepared:>5.1?}, wheels {built:>5.1?}, pytest {tested:>5.1?}: {}",
        output.trim_end().lines().last().unwrap_or_default()
    );
}
