//! `test_*.py`, run by pytest.

use std::env;
use std::time::Instant;

use mybind_tests::{Abi, Environment, Python, Run, Wheels, for_each, workspace};

/// On every Python, with one wheel of the stable ABI for all. The default one has a wheel of its own besides; so has each where
/// `MYBIND_WHEELS=each` or `MYBIND_ONLY` asks for it, and each for which there is no stable ABI.
#[test]
fn behaviour_on_every_python() {
    let default = Python::default_one().version;
    let is_each = env::var_os("MYBIND_ONLY").is_some()
        || env::var("MYBIND_WHEELS").is_ok_and(|wheels| wheels == "each");
    let is_wanted = |python: &Python, abi: Abi| {
        let is_asked_for = match abi {
            Abi::Full => python.version == default || !Abi::Abi3.suits(python),
            Abi::Abi3 => true,
            Abi::Abi3t => false,
        };
        abi.suits(python) && (is_each || is_asked_for)
    };
    let pythons = Python::all();
    let abis = [Abi::Full, Abi::Abi3, Abi::Abi3t];
    let pairs = abis.iter().flat_map(|abi| {
        let wanted = pythons.iter().filter(|python| is_wanted(python, *abi));
        wanted.map(|python| (python, *abi))
    });
    let mut pairs: Vec<_> = pairs.collect();
    // A debug build takes three times as long: begun last, nothing would run beside it.
    pairs.sort_by_key(|(python, _)| !python.is_debug_build());
    for_each(pairs, |(python, abi)| run_pytest(python, abi));
}

fn run_pytest(python: &Python, abi: Abi) {
    let start = Instant::now();
    let name = match abi.name() {
        None => python.version.clone(),
        Some(abi) => format!("{}-{abi}", python.version),
    };
    let environment = Environment::new(&name, python, "requirements.txt");
    for package in ["numpy", "greenlet"] {
        environment.install_if_possible(package);
    }
    let prepared = start.elapsed();
    let mut command = environment.command("python");
    // First, since after these wheels those of another Python may be under way.
    if abi == Abi::Full && python.version == Python::default_one().version && cfg!(unix) {
        command.env("MYBIND_ABORTING", Wheels::aborting(python));
    }
    let wheels = Wheels::of(python, abi);
    environment.install(wheels);
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
