//! The page in a browser: headless Chromium, driven by Playwright.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use mybind_tests::{Environment, Python, Run};
use walkthrough::render::{Speaker, html};
use walkthrough::texts::{Language, Texts};

use super::demo;

#[test]
fn in_a_browser() {
    let Some(chromium) = chromium() else {
        println!("skipped: there is no Chromium on the PATH to open the page with");
        return;
    };
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page");
    fs::create_dir_all(&directory).expect("writable");
    let texts = Texts::load();
    for language in Language::ALL {
        let page = html::render(demo(), &Speaker::new(&texts, language));
        fs::write(directory.join(format!("{}.html", language.code())), page).expect("writable");
    }
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let requirements = package.join("tests/requirements.txt").display().to_string();
    let environment = Environment::new("walkthrough", &Python::default_one(), &requirements);
    let (said, _) = environment
        .command("python")
        .arg(package.join("tests/page.py"))
        .args([&chromium, &directory])
        .run();
    println!("{said}");
}

fn chromium() -> Option<PathBuf> {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let directories: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
    let candidates = names.iter().flat_map(|name| {
        directories
            .iter()
            .map(move |directory| directory.join(name))
    });
    candidates.into_iter().find(|program| program.is_file())
}
