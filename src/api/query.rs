//! Reads query strings strictly: an unknown parameter is named together with the known ones, and every value that
//! cannot be used is reported at once. The list of a route's parameters is also its documentation.

use std::fmt::Display;
use std::str::FromStr;

use actix_web::HttpRequest;
use actix_web::web::Query;

use crate::error::{Code, Fault, Problem, Result};

/// One query parameter as documented.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    pub name: &'static str,
    pub description: &'static str,
    pub kind: ParameterKind,
    pub example: &'static str,
}

/// What a parameter takes.
#[derive(Debug, Clone, Copy)]
pub enum ParameterKind {
    Text,
    /// Values separated by commas.
    List,
    /// One of these.
    OneOf(&'static [&'static str]),
    /// Some of these, separated by commas.
    SomeOf(&'static [&'static str]),
    /// A whole number from 1 to the page size of the settings.
    PageSize,
    Id,
}

/// The parameters of one request, taken out one by one; [`Parameters::finish`] reports what was wrong.
pub struct Parameters {
    known: &'static [Parameter],
    given: Vec<(String, String)>,
    faults: Vec<Fault>,
}

impl Parameters {
    /// Reads the query string of a route whose parameters are `known`.
    pub fn of(request: &HttpRequest, known: &'static [Parameter]) -> Result<Self> {
        Self::read(request.query_string(), known)
    }

    fn read(query: &str, known: &'static [Parameter]) -> Result<Self> {
        let given = Query::<Vec<(String, String)>>::from_query(query)
            .map_err(|error| Problem::new(Code::InvalidParameter, format!("the query cannot be read: {error}")))?
            .into_inner();
        let unknown: Vec<Fault> = given
            .iter()
            .filter(|(name, _)| !known.iter().any(|parameter| parameter.name == name))
            .map(|(name, _)| Fault::parameter(name, "unknown", format!("there is no parameter {name}")))
            .collect();
        if unknown.is_empty() {
            return Ok(Self { known, given, faults: Vec::new() });
        }
        let names: Vec<&str> = known.iter().map(|parameter| parameter.name).collect();
        let detail = match names.as_slice() {
            [] => "this address takes no parameters".to_owned(),
            names => format!("this address takes {}", names.join(", ")),
        };
        Err(Problem::new(Code::UnknownParameter, detail).with(unknown).into())
    }

    /// The text of a parameter; empty counts as absent.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        debug_assert!(self.known.iter().any(|parameter| parameter.name == name), "{name} is not documented");
        let mut values = self.given.iter().filter(|(given, _)| given == name).map(|(_, value)| value);
        let first = values.next().cloned();
        if values.next().is_some() {
            self.fail(name, "repeated", "may be given once");
        }
        first.filter(|value| !value.is_empty())
    }

    /// A value read by its own parser.
    pub fn value<T: FromStr<Err: Display>>(&mut self, name: &'static str) -> Option<T> {
        let text = self.text(name)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(name, "invalid", error.to_string());
                None
            }
        }
    }

    /// Values separated by commas, or the parameter repeated.
    pub fn list(&mut self, name: &'static str) -> Vec<String> {
        debug_assert!(self.known.iter().any(|parameter| parameter.name == name), "{name} is not documented");
        let values = self.given.iter().filter(|(given, _)| given == name);
        values
            .flat_map(|(_, value)| value.split(','))
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// Values separated by commas, each read by its own parser.
    pub fn values<T: FromStr<Err: Display>>(&mut self, name: &'static str) -> Vec<T> {
        let mut read = Vec::new();
        for text in self.list(name) {
            match text.parse::<T>() {
                Ok(value) => read.push(value),
                Err(error) => self.fail(name, "invalid", error.to_string()),
            }
        }
        read
    }

    /// How many records a page has: `default` when not said, never more than `most`.
    pub fn page_size(&mut self, name: &'static str, default: u64, most: u64) -> u64 {
        match self.value::<u64>(name) {
            Some(size) if (1..=most).contains(&size) => size,
            Some(_) => {
                self.fail(name, "out_of_range", format!("must be from 1 to {most}"));
                default
            }
            None => default.min(most),
        }
    }

    /// Reports a parameter that cannot be used.
    pub fn fail(&mut self, name: &'static str, code: &str, detail: impl Into<String>) {
        self.faults.push(Fault::parameter(name, code, detail));
    }

    /// An error when anything was wrong.
    pub fn finish(self) -> Result<()> {
        if self.faults.is_empty() {
            return Ok(());
        }
        Err(Problem::from(Code::InvalidParameter).with(self.faults).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;

    const KNOWN: &[Parameter] = &[
        Parameter { name: "q", description: "", kind: ParameterKind::Text, example: "" },
        Parameter { name: "limit", description: "", kind: ParameterKind::PageSize, example: "" },
        Parameter { name: "field", description: "", kind: ParameterKind::List, example: "" },
    ];

    fn problem(outcome: Result<()>) -> Problem {
        match outcome {
            Err(Error::Problem(problem)) => *problem,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_unknown_parameter_is_named_with_the_known_ones() {
        let problem = problem(Parameters::read("q=x&felds=ict&y", KNOWN).map(|_| ()));
        assert_eq!(problem.code, Code::UnknownParameter);
        assert_eq!(problem.detail.as_deref(), Some("this address takes q, limit, field"));
        let names: Vec<_> = problem.faults.iter().map(|fault| fault.parameter.as_deref().unwrap()).collect();
        assert_eq!(names, ["felds", "y"]);
    }

    #[test]
    fn every_wrong_value_is_reported_at_once() {
        let mut parameters = Parameters::read("q=a&q=b&limit=900", KNOWN).unwrap();
        assert_eq!(parameters.text("q").as_deref(), Some("a"));
        assert_eq!(parameters.page_size("limit", 20, 100), 20);
        assert_eq!(problem(parameters.finish()).faults.len(), 2);
    }

    #[test]
    fn lists_come_with_commas_or_repeated() {
        let mut parameters = Parameters::read("field=ict.ai,%20energy&field=ocean", KNOWN).unwrap();
        assert_eq!(parameters.list("field"), ["ict.ai", "energy", "ocean"]);
        assert_eq!(parameters.page_size("limit", 20, 10), 10);
        assert!(parameters.finish().is_ok());
    }
}
