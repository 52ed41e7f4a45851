//! Asking for what must not be seen.

/// Asks for a text that is not shown while it is typed; `None` where nobody is there to answer.
#[cfg(feature = "encrypted")]
pub fn ask_secret(question: &str) -> Option<String> {
    use std::io::IsTerminal;

    if !std::io::stderr().is_terminal() {
        return None;
    }
    rpassword::prompt_password(super::safe_text(question)).ok()
}

/// Asks nobody: in this build there is nothing to ask for.
#[cfg(not(feature = "encrypted"))]
pub fn ask_secret(_: &str) -> Option<String> {
    None
}
