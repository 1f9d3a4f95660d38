//! The paragraphs, in every language: `texts/STAGE.md` has them side by side.
//!
//! ```text
//! # name
//! What is said in English.
//! ---
//! What is said in Persian.
//! ```
//! In a text, `{name}` stands for a value that the walkthrough has found out; `code`, **strong** and `[links](url)` are
//! Markdown's.

use std::collections::BTreeMap;

use crate::model::Text;

/// A language that the texts are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Persian, which is written from right to left.
    Persian,
}

impl Language {
    /// All of them, in the order in which a text has them.
    pub const ALL: [Language; 2] = [Language::English, Language::Persian];

    /// As BCP 47 and the command line call it.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Persian => "fa",
        }
    }

    /// Which way it is written.
    pub fn direction(self) -> &'static str {
        match self {
            Language::English => "ltr",
            Language::Persian => "rtl",
        }
    }
}

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../texts/", $name, ".md")))),*]
    };
}

/// The files of texts: one for each stage, one for what is said of names of the runtime, one for everything around.
const FILES: [(&str, &str); 15] = files![
    "page",
    "names",
    "items",
    "tokens",
    "ir",
    "checks",
    "expansion",
    "by_hand",
    "table",
    "stub",
    "library",
    "import",
    "call",
    "gil",
    "embedded",
];

/// All texts.
pub struct Texts(BTreeMap<String, [&'static str; 2]>);

impl Texts {
    /// Reads the files.
    ///
    /// # Panics
    /// When one of them is not as the module's documentation says, or a text is missing in a language.
    pub fn load() -> Texts {
        let mut texts = BTreeMap::new();
        for (file, content) in FILES {
            for entry in content
                .split("\n# ")
                .map(|entry| entry.trim_start_matches("# "))
            {
                let (name, body) = entry
                    .split_once('\n')
                    .unwrap_or_else(|| panic!("texts/{file}.md: `{entry}` has no text"));
                let (english, persian) = body
                    .split_once("\n---\n")
                    .unwrap_or_else(|| panic!("texts/{file}.md: `{name}` is in one language only"));
                let both = [english.trim(), persian.trim()];
                assert!(
                    both.iter().all(|text| !text.is_empty()),
                    "texts/{file}.md: `{name}` is empty"
                );
                let before = texts.insert(format!("{file}.{}", name.trim()), both);
                assert!(before.is_none(), "texts/{file}.md: `{name}` is there twice");
            }
        }
        Texts(texts)
    }

    /// Whether there is a text of this name.
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// The names of all texts.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The text, with its values filled in.
    ///
    /// # Panics
    /// When there is no such text, or it names a value that it was not given.
    pub fn get(&self, text: &Text, language: Language) -> String {
        let Some(both) = self.0.get(&text.key) else {
            panic!("there is no text `{}`", text.key);
        };
        let index = Language::ALL.iter().position(|&one| one == language);
        let mut filled = String::new();
        let mut rest = both[index.unwrap_or_default()];
        // A brace inside of `code` is Rust's.
        while let Some((before, after)) = rest.split_once("{") {
            filled.push_str(before);
            let value = after.split_once('}').and_then(|(name, after)| {
                let is_name = !name.is_empty()
                    && name
                        .chars()
                        .all(|char| char.is_ascii_lowercase() || char == '_');
                is_name.then_some((name, after))
            });
            match value {
                Some((name, after)) => {
                    let value = text.values.iter().find(|(given, _)| *given == name);
                    let (_, value) =
                        value.unwrap_or_else(|| panic!("text `{}` has no `{{{name}}}`", text.key));
                    filled.push_str(value);
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = after;
                }
            }
        }
        filled + rest
    }
}
