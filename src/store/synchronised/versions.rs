//! Second versions of a casebook, which cloud clients put beside it when two people wrote.

use std::path::Path;

/// How the clients mark a second version, in lower case; the name of the file stands in front.
const MARKS: &[&str] = &[
    // Dropbox, Nextcloud, ownCloud, OpenCloud: `casebook (Ada's conflicted copy 2026-11-02).db`
    "conflicted copy",
    // ownCloud and Nextcloud before 2019: `casebook_conflict-20181102-140500.db`
    "_conflict-",
    // Syncthing: `casebook.sync-conflict-20261102-140500-ABCDEFG.db`
    ".sync-conflict-",
    // Resilio Sync: `casebook.Conflict.db`
    ".conflict",
    // Seafile: `casebook (SFConflict ada@example.org 2026-11-02-14-05-00).db`
    "(sfconflict ",
    // pCloud: `casebook [conflicted].db`
    "[conflicted",
    // Box and others: `casebook (in conflict …).db`
    "in conflict",
];

/// The ending of the log that SQLite keeps beside a database.
const LOG: &str = "-wal";

/// The names of the files in `folder` that look like second versions of the casebook at `path`, or
/// like its log under another name.
pub(super) fn beside(folder: &Path, path: &Path) -> Vec<String> {
    let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    let names = entries.filter_map(Result::ok).map(|it| it.file_name());
    let names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    let mut found: Vec<String> =
        names.iter().filter(|name| is_version(name, &own, &names)).cloned().collect();
    found.sort();
    found
}

/// Whether a file is another version of the one that is called `own`; `names` are all in the folder.
fn is_version(name: &str, own: &str, names: &[String]) -> bool {
    let (stem, ending) = own.rsplit_once('.').map_or((own, ""), |(stem, ending)| (stem, ending));
    let Some(rest) = name.strip_prefix(stem).filter(|_| name != own) else { return false };
    let lower = rest.to_lowercase();
    if MARKS.iter().any(|mark| lower.contains(mark)) {
        return true;
    }
    // Google Drive and others number them: `casebook (1).db`
    let is_numbered = |text: &str| {
        let number = text.strip_prefix(" (").and_then(|text| text.strip_suffix(')'));
        number.is_some_and(|it| !it.is_empty() && it.chars().all(|c| c.is_ascii_digit()))
    };
    let plain = rest.strip_suffix(ending).map(|rest| rest.trim_end_matches('.'));
    if plain.is_some_and(is_numbered) {
        return true;
    }
    // A log whose database is not here: `casebook (1).db-wal`, `casebook-LAPTOP.db-wal`
    name.strip_suffix(LOG).is_some_and(|of| of != own && names.iter().all(|known| known != of))
}

#[cfg(test)]
mod tests {
    use super::is_version;

    fn found(names: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.iter().filter(|name| is_version(name, "casebook.db", &names)).cloned().collect()
    }

    #[test]
    fn what_clients_call_a_second_version() {
        let names = [
            "casebook (Ada's conflicted copy 2026-11-02).db",
            "casebook (conflicted copy 2026-11-02 140500).db",
            "casebook_conflict-20181102-140500.db",
            "casebook.sync-conflict-20261102-140500-ABCDEFG.db",
            "casebook.Conflict.db",
            "casebook (SFConflict ada@example.org 2026-11-02-14-05-00).db",
            "casebook [conflicted].db",
            "casebook (in conflict 2).db",
            "casebook (1).db",
            "casebook.db-wal (conflicted copy 2026-11-02)",
            "casebook-LAPTOP.db-wal",
        ];
        assert_eq!(found(&names), names);
    }

    #[test]
    fn what_a_desk_has_beside_its_casebook_is_none() {
        let names = [
            "casebook.db",
            "casebook.db-wal",
            "casebook.db-shm",
            "casebook-2026-11-02-140500.db",
            "casebook-before-merge.db",
            "casebook-before-merge.db-wal",
            "casebook.db.before-restore",
            "casebook (final).db",
            "notes (conflicted copy 2026-11-02).txt",
        ];
        assert_eq!(found(&names), Vec::<String>::new());
    }
}
