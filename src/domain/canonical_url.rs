//! placeholder
use std::fmt;
/// s
pub enum StrongIdentifier {
    /// d
    Doi(String),
    /// e
    Ecli(String),
    /// u
    Url(String),
}
impl StrongIdentifier {
    /// u
    pub fn of_url(_: &str) -> Option<Self> {
        None
    }
}
impl fmt::Display for StrongIdentifier {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
/// d
pub fn normal_doi(_: &str) -> Option<String> {
    None
}
/// e
pub fn normal_ecli(_: &str) -> Option<String> {
    None
}
