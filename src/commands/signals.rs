//! Signals that would end the program in the middle of a sentence.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Where a limit on the size of files is reached, the system ends a program without a word, unless it
/// has asked for the signal; then the write fails, and the user hears of a full disk.
pub(crate) fn let_writes_fail() {
    #[cfg(unix)]
    {
        let heard = Arc::default();
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, heard);
    }
}

/// Becomes true when somebody asks the program to end, which it then does by itself: for who has to put
/// the terminal in order first.
///
/// The end of the terminal itself is not heard: nothing is left to put in order then, and the system ends
/// the program, also where it was started to outlive its terminal. There is nobody to wait for.
pub(crate) fn asked_to_end() -> Arc<AtomicBool> {
    let asked = Arc::new(AtomicBool::new(false));
    #[cfg(unix)]
    {
        let always = Arc::new(AtomicBool::new(true));
        let hangup = signal_hook::consts::SIGHUP;
        let _ = signal_hook::flag::register_conditional_default(hangup, always);
    }
    #[cfg(unix)]
    for signal in
        [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT, signal_hook::consts::SIGQUIT]
    {
        let _ = signal_hook::flag::register(signal, Arc::clone(&asked));
    }
    asked
}
