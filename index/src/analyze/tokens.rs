//! A list of words in one allocation, and the door through which tantivy takes it.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::language::Language;

/// Words in order, kept in one string.
#[derive(Debug, Clone, Default)]
pub struct Tokens {
    text: String,
    ends: Vec<usize>,
}

impl Tokens {
    pub fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    pub fn push(&mut self, word: &str) {
        if !word.is_empty() {
            self.text.push_str(word);
            self.ends.push(self.text.len());
        }
    }

    pub fn get(&self, position: usize) -> Option<&str> {
        let end = *self.ends.get(position)?;
        let start = position.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.text.get(start..end)
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|position| self.get(position))
    }
}

/// The analyzer of one language as tantivy wants it.
#[derive(Clone)]
pub struct Analyzer {
    language: Language,
    tokens: Tokens,
}

impl Analyzer {
    pub fn new(language: Language) -> Analyzer {
        Analyzer { language, tokens: Tokens::default() }
    }
}

impl Tokenizer for Analyzer {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        self.tokens.clear();
        super::tokenize(text, self.language, &mut self.tokens);
        Stream { tokens: &self.tokens, next: 0, token: Token::default() }
    }
}

/// Words that were worked out before: the text is cut at spaces and nothing else is done.
#[derive(Clone, Default)]
pub struct Ready {
    tokens: Tokens,
}

impl Tokenizer for Ready {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        self.tokens.clear();
        text.split(' ').for_each(|word| self.tokens.push(word));
        Stream { tokens: &self.tokens, next: 0, token: Token::default() }
    }
}

/// Hands words to tantivy. Offsets are not known: nothing here uses them.
pub struct Stream<'a> {
    tokens: &'a Tokens,
    next: usize,
    token: Token,
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let Some(word) = self.tokens.get(self.next) else {
            return false;
        };
        self.token.text.clear();
        self.token.text.push_str(word);
        self.token.position = self.next;
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
