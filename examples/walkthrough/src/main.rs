//! `cargo run -p walkthrough [FILE.rs] [--function NAME]`: see [`USAGE`].

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::{env, fs};

use walkthrough::render::{Speaker, html, markdown, terminal};
use walkthrough::source::Unreadable;
use walkthrough::texts::{Language, Texts};
use walkthrough::tools::{self, Tools};
use walkthrough::{Fault, Request, diagnostics, walk};

const USAGE: &str = "\
Follows a #[mybind] function from its source to machine code.

usage: walkthrough [FILE.rs] [options]

  FILE.rs            the file; without one, examples/walkthrough/demo/hello.rs
  --function NAME    which of its functions; may be there more than once
  --call EXPRESSION  a call to show and to count, as Python writes it: 'hello.add(1, 2)'
  --html OUT         write one HTML page to the file OUT
  --markdown OUT     write Markdown to the file OUT
  --language en|fa   English or Persian
  --python PROGRAM   the Python to build for and to run
";

struct Arguments {
    file: Option<PathBuf>,
    functions: Vec<String>,
    calls: Vec<String>,
    html: Option<PathBuf>,
    markdown: Option<PathBuf>,
    language: Language,
    python: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = match parse(env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprint!("{message}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{}", message.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn parse(mut given: impl Iterator<Item = String>) -> Result<Option<Arguments>, String> {
    let mut arguments = Arguments {
        file: None,
        functions: Vec::new(),
        calls: Vec::new(),
        html: None,
        markdown: None,
        language: Language::English,
        python: None,
    };
    while let Some(argument) = given.next() {
        let mut value = || {
            given
                .next()
                .ok_or(format!("`{argument}` needs a value after it"))
        };
        match argument.as_str() {
            "--help" | "-h" => return Ok(None),
            "--function" => arguments.functions.push(value()?),
            "--call" => arguments.calls.push(value()?),
            "--html" => arguments.html = Some(value()?.into()),
            "--markdown" => arguments.markdown = Some(value()?.into()),
            "--python" => arguments.python = Some(value()?.into()),
            "--language" => {
                let code = value()?;
                let language = Language::ALL
                    .into_iter()
                    .find(|language| language.code() == code);
                arguments.language =
                    language.ok_or(format!("`--language` is en or fa, not `{code}`"))?;
            }
            option if option.starts_with('-') => {
                return Err(format!("there is no option `{option}`"));
            }
            file if arguments.file.is_none() => arguments.file = Some(file.into()),
            file => return Err(format!("one file at a time: `{file}` is another one")),
        }
    }
    Ok(Some(arguments))
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let request = request(arguments)?;
    let tools = Tools::find(arguments.python.as_deref());
    let walkthrough =
        walk(&request, &tools).map_err(|fault| describe(&fault, &request, arguments))?;
    let texts = Texts::load();
    let speaker = Speaker::new(&texts, arguments.language);
    let mut is_written = false;
    let outputs: [(&Option<PathBuf>, &dyn Fn() -> String); 2] = [
        (&arguments.html, &|| html::render(&walkthrough, &speaker)),
        (&arguments.markdown, &|| {
            markdown::render(&walkthrough, &speaker)
        }),
    ];
    for (path, render) in outputs {
        if let Some(path) = path {
            fs::write(path, render()).map_err(|error| format!("{}: {error}", path.display()))?;
            is_written = true;
        }
    }
    if is_written {
        return Ok(());
    }
    let width = env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    let terminal = terminal::Terminal {
        colour: std::io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none(),
        width: width.unwrap_or(100).clamp(40, 120),
    };
    // Whoever reads the pipe may stop before the end.
    let _ =
        std::io::stdout().write_all(terminal::render(&walkthrough, &speaker, terminal).as_bytes());
    Ok(())
}

fn request(arguments: &Arguments) -> Result<Request, String> {
    let (file, text, is_demo) = match &arguments.file {
        None => ("hello.rs".to_owned(), walkthrough::DEMO.to_owned(), true),
        Some(path) => {
            let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
            let text = String::from_utf8(bytes)
                .map_err(|_| format!("{}: not UTF-8, as Rust's sources are", path.display()))?;
            (
                path.display().to_string(),
                text.replace("\r\n", "\n"),
                false,
            )
        }
    };
    Ok(Request {
        file,
        text,
        functions: arguments.functions.clone(),
        calls: arguments.calls.clone(),
        is_demo,
    })
}

/// What is wrong, as the compiler says it.
fn describe(fault: &Fault, request: &Request, arguments: &Arguments) -> String {
    match fault {
        Fault::Nothing(message) => message.clone(),
        Fault::Unreadable(Unreadable::Refused(mistakes)) => mistakes
            .iter()
            .map(|mistake| diagnostics::render(mistake, &request.file, &request.text))
            .collect::<Vec<_>>()
            .join("\n"),
        Fault::Unreadable(Unreadable::Syntax(mistake)) => {
            // The compiler's own words, where there is a compiler: it stops before it looks for `mybind`.
            let said = arguments
                .file
                .as_ref()
                .and_then(|file| tools::syntax_errors(file));
            said.unwrap_or_else(|| diagnostics::render(mistake, &request.file, &request.text))
        }
    }
}
