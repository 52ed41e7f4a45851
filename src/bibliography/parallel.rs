//! Work on many items, spread over the processor's cores.

use std::num::NonZeroUsize;
use std::{panic, thread};

/// Below this many items a thread costs more than it saves.
const WORTH_A_THREAD: usize = 64;

/// What `work` makes of each item, in their order; `on_done` hears how many have been done since.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    on_done: &(dyn Fn(u64) + Sync),
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let threads = cores.min(items.len() / WORTH_A_THREAD).max(1);
    let work = |item: &T| {
        let done = work(item);
        on_done(1);
        done
    };
    if threads == 1 {
        return items.iter().map(work).collect();
    }
    let work = &work;
    thread::scope(|scope| {
        let parts: Vec<_> = items
            .chunks(items.len().div_ceil(threads))
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<R>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_else(|reason| panic::resume_unwind(reason)))
            .collect()
    })
}
