//! Signals that would end the program in the middle of a sentence.

/// Where a limit on the size of files is reached, the system ends a program without a word, unless it
/// has asked for the signal; then the write fails, and the user hears of a full disk.
pub(crate) fn let_writes_fail() {
    #[cfg(unix)]
    {
        let heard = std::sync::Arc::default();
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard);
    }
}
