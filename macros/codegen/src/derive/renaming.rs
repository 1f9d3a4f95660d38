//! `rename_all = "..."`.

/// How a name in Rust becomes one in Python.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Renaming {
    Camel,
    Kebab,
    Lower,
    Pascal,
    ScreamingKebab,
    ScreamingSnake,
    Snake,
    Upper,
}

impl Renaming {
    /// The rule of this name.
    pub(super) fn of(name: &str) -> Option<Renaming> {
        Some(match name {
            "camelCase" => Renaming::Camel,
            "kebab-case" => Renaming::Kebab,
            "lowercase" => Renaming::Lower,
            "PascalCase" => Renaming::Pascal,
            "SCREAMING-KEBAB-CASE" => Renaming::ScreamingKebab,
            "SCREAMING_SNAKE_CASE" => Renaming::ScreamingSnake,
            "snake_case" => Renaming::Snake,
            "UPPERCASE" => Renaming::Upper,
            _ => return None,
        })
    }

    /// The name in Python for `name` in Rust.
    pub(super) fn apply(self, name: &str) -> String {
        let joined = |separator: &str| words(name).join(separator);
        match self {
            Renaming::Lower => name.to_lowercase(),
            Renaming::Upper => name.to_uppercase(),
            Renaming::Snake => joined("_").to_lowercase(),
            Renaming::Kebab => joined("-").to_lowercase(),
            Renaming::ScreamingSnake => joined("_").to_uppercase(),
            Renaming::ScreamingKebab => joined("-").to_uppercase(),
            Renaming::Pascal => words(name).iter().map(|word| capitalized(word)).collect(),
            Renaming::Camel => {
                let words = words(name);
                let Some((first, rest)) = words.split_first() else {
                    return String::new();
                };
                let rest: String = rest.iter().map(|word| capitalized(word)).collect();
                first.to_lowercase() + &rest
            }
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + &chars.as_str().to_lowercase()
}

/// The words of `snake_case`, `PascalCase` or both: `HTTPServer_two` is `HTTP`, `Server`, `two`.
fn words(name: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let chars: Vec<char> = name.chars().collect();
    let mut after_lowercase = false;
    for (index, &char) in chars.iter().enumerate() {
        let before_lowercase = chars.get(index + 1).is_some_and(|next| next.is_lowercase());
        let begins = char.is_uppercase() && (after_lowercase || before_lowercase);
        if (begins || char == '_') && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if char != '_' {
            word.push(char);
        }
        // A digit belongs to what is before it.
        if char.is_alphabetic() || char == '_' {
            after_lowercase = char.is_lowercase();
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::Renaming;

    #[test]
    fn names_are_renamed() {
        let cases = [
            ("camelCase", "first_name", "firstName"),
            ("camelCase", "DarkRed", "darkRed"),
            ("camelCase", "_hidden__name", "hiddenName"),
            ("kebab-case", "DarkRed2", "dark-red2"),
            ("lowercase", "DarkRed", "darkred"),
            ("lowercase", "dark_red", "dark_red"),
            ("PascalCase", "dark_red", "DarkRed"),
            ("SCREAMING-KEBAB-CASE", "dark_red", "DARK-RED"),
            ("SCREAMING_SNAKE_CASE", "HTTPServer", "HTTP_SERVER"),
            ("snake_case", "XMLHttpRequest2Go", "xml_http_request2_go"),
            ("UPPERCASE", "dark_red", "DARK_RED"),
        ];
        for (rule, name, expected) in cases {
            let rule = Renaming::of(rule).expect("a rule");
            assert_eq!(rule.apply(name), expected, "{rule:?} of {name}");
        }
        assert_eq!(Renaming::of("CamelCase"), None);
    }
}
