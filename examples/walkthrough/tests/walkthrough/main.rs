//! What the walkthrough shows is so.

mod by_hand;
mod diagnostics;
mod expansions;
mod files;
mod page;
mod readme;

use std::sync::LazyLock;

use mybind_tests::Python;
use walkthrough::model::Walkthrough;
use walkthrough::tools::Tools;
use walkthrough::{DEMO, Request, walk};

/// The tools, with the Python that the documents are made with where it is there.
fn tools() -> &'static Tools {
    static TOOLS: LazyLock<Tools> = LazyLock::new(|| {
        let preferred = Python::all()
            .into_iter()
            .find(|python| python.version == "3.13");
        let python = preferred.unwrap_or_else(Python::default_one);
        Tools::find(Some(&python.program))
    });
    &TOOLS
}

/// The walkthrough of the demo, made once.
fn demo() -> &'static Walkthrough {
    static DEMO_WALKTHROUGH: LazyLock<Walkthrough> = LazyLock::new(|| {
        let request = Request {
            file: "hello.rs".to_owned(),
            text: DEMO.to_owned(),
            is_demo: true,
            ..Request::default()
        };
        walk(&request, tools()).unwrap_or_else(|fault| panic!("{fault:?}"))
    });
    &DEMO_WALKTHROUGH
}
