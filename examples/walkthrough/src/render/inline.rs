//! The little of Markdown that the texts use: `code`, **strong**, *emphasis* and `[links](url)`.

/// A piece of a paragraph.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Words(&'a str),
    /// `code`
    Code(&'a str),
    /// **strong**
    Strong(&'a str),
    /// *emphasis*
    Emphasis(&'a str),
    /// `[words](url)`
    Link(&'a str, &'a str),
}

/// The pieces of a text, in order.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let next = rest.find(['`', '*', '[']).unwrap_or(rest.len());
        let (words, marked) = rest.split_at(next);
        if let Some((piece, after)) = marked_piece(marked) {
            if !words.is_empty() {
                pieces.push(Piece::Words(words));
            }
            pieces.push(piece);
            rest = after;
        } else {
            // The mark stands for itself.
            let end = next + marked.chars().next().map_or(0, char::len_utf8);
            pieces.push(Piece::Words(&rest[..end]));
            rest = &rest[end..];
        }
    }
    pieces
}

fn marked_piece(text: &str) -> Option<(Piece<'_>, &str)> {
    let between = |mark: &str| text.strip_prefix(mark)?.split_once(mark);
    if let Some((code, rest)) = between("`") {
        return Some((Piece::Code(code), rest));
    }
    if let Some((strong, rest)) = between("**") {
        return Some((Piece::Strong(strong), rest));
    }
    if let Some((emphasis, rest)) = between("*") {
        return Some((Piece::Emphasis(emphasis), rest));
    }
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (url, rest) = rest.split_once(')')?;
    Some((Piece::Link(words, url), rest))
}
