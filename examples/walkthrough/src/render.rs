//! How a walkthrough is shown: on a terminal, as a page, as Markdown. The content is the same.

pub mod highlight;
pub mod html;
pub mod inline;
pub mod markdown;
pub mod terminal;

use crate::model::{Text, Walkthrough};
use crate::texts::{Language, Texts};

/// What all three need: the texts in one language.
pub struct Speaker<'a> {
    texts: &'a Texts,
    /// The language.
    pub language: Language,
}

impl<'a> Speaker<'a> {
    /// Says the texts in `language`.
    pub fn new(texts: &'a Texts, language: Language) -> Self {
        Speaker { texts, language }
    }

    fn say(&self, text: &Text) -> String {
        self.texts.get(text, self.language)
    }

    fn word(&self, key: &str) -> String {
        self.say(&Text::new(key))
    }

    /// The lines above the first stage.
    fn preface(&self, walkthrough: &Walkthrough) -> Vec<String> {
        let made = &walkthrough.made_with;
        let nothing = self.word("page.nothing");
        let or_nothing = |tool: &Option<String>| tool.clone().unwrap_or_else(|| nothing.clone());
        let mut preface = vec![self.word("page.lead"), self.word("page.words")];
        preface.push(
            self.say(
                &Text::new("page.made_with")
                    .with("rust", or_nothing(&made.rust))
                    .with("python", or_nothing(&made.python))
                    .with("loader", or_nothing(&made.loader)),
            ),
        );
        preface.extend(walkthrough.notes.iter().map(|note| self.say(note)));
        preface
    }
}
