use std::fs;

use crate::desk::Desk;

#[test]
fn a_casebook_that_only_twosource_wrote_is_whole() {
    insta::assert_snapshot!(Desk::with_the_article().run(&["doctor"]), @"
    --- stdout
    examined         result  what was found
    ───────────────  ──────  ─────────────────────────────────────────────────
    file             ok      pages, indexes and constraints are whole
    encryption       ok      none: who gets the file can read it
    references       ok      every reference leads somewhere
    history          ok      1 changes, each follows from the one before
    records          ok      all 216 can be read
    content          ok      the records are those that the last change left
    identifiers      ok      agree with the sources
    search texts     ok      agree with the records
    lineage states   ok      every source with origins is derived
    creators         ok      each is behind a source
    levels           ok      105 are kept, each as it follows from the records
    full-text index  ok      agrees with the texts
    place            ok      no sign of a cloud client that synchronises it
    access           ok      only its owner may read it
    --- stderr
    the casebook is whole
    --- status 0
    ");
}

#[test]
fn a_file_that_is_no_casebook_is_an_error() {
    let desk = Desk::empty();
    fs::write(desk.path("casebook.db"), "Notes.").unwrap();
    desk.run(&["doctor"]).fails();
}

#[test]
fn what_another_program_wrote_is_a_fault_and_exits_with_1() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid nobody."]).succeeds();
    // The text is changed in the file itself, in place: no length, no index changes with it.
    let mut file = fs::read(desk.path("casebook.db")).unwrap();
    let (old, new) = (b"paid nobody", b"paid anyone");
    let places: Vec<usize> =
        (0..file.len() - old.len()).filter(|at| file[*at..].starts_with(old)).collect();
    places.iter().for_each(|at| file[*at..*at + old.len()].copy_from_slice(new));
    fs::write(desk.path("casebook.db"), file).unwrap();
    let answer = desk.run(&["doctor"]);
    assert_eq!(answer.status, Some(1), "{answer}");
    assert!(answer.stdout.contains("fault"), "{answer}");
}

#[test]
fn the_json_names_each_examination() {
    let desk = Desk::new();
    let answer = desk.run(&["doctor", "--format", "json"]).succeeds();
    let findings: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert!(
        findings.as_array().unwrap().iter().all(|finding| finding["result"] == "ok"),
        "{answer}"
    );
}

#[test]
fn a_folder_that_a_cloud_client_synchronises_is_a_warning() {
    let desk = Desk::empty();
    fs::create_dir_all(desk.path("Dropbox/.dropbox.cache")).unwrap();
    fs::create_dir(desk.path("Dropbox/desk")).unwrap();
    insta::assert_snapshot!(desk.run(&["init", "Dropbox/desk", "-q"]), @"--- status 0");
    let answer = desk.run(&["doctor", "--casebook", "Dropbox/desk"]);
    assert_eq!(answer.status, Some(1), "{answer}");
    let told = "place            warning  it is in a folder that looks synchronised by Dropbox";
    assert!(answer.stdout.contains(told), "{answer}");
    assert!(answer.stderr.starts_with("the casebook is whole, with 1 warning\nhint: "), "{answer}");
    let answer = desk.run(&["doctor", "--casebook", "Dropbox/desk", "--format", "csv"]);
    assert!(answer.stdout.contains("\nplace,warning,it is in a folder"), "{answer}");
}

#[test]
fn each_client_is_known_by_what_it_leaves() {
    let folders = [
        "Dropbox/.dropbox.cache",
        "Syncthing/.stfolder",
        "Synology Drive/.SynologyWorkingDirectory",
        "Google Drive/x",
        "mirrored by Google Drive/.tmp.drivedownload",
        "OneDrive/x",
        "OneDrive - The Daily/x",
        "iCloud Drive/Library/Mobile Documents/x",
        "a cloud client/Library/CloudStorage/x",
        "Dropbox by its file",
        "Nextcloud or ownCloud",
        "Nextcloud",
        "ownCloud",
        "Resilio Sync/.sync",
    ];
    let files = [
        "Dropbox by its file/.dropbox",
        "Nextcloud or ownCloud/.sync_0a1b2c3d4e5f.db",
        "Nextcloud/.nextcloudsync.log",
        "ownCloud/.owncloudsync.log",
        "Resilio Sync/.sync/IgnoreList",
    ];
    let desk = Desk::empty();
    folders.iter().for_each(|folder| fs::create_dir_all(desk.path(folder)).unwrap());
    files.iter().for_each(|file| fs::write(desk.path(file), "").unwrap());
    for folder in folders {
        let deeper = desk.path(folder).join("deeper");
        fs::create_dir(&deeper).unwrap();
        let answer = desk.run(&["init", deeper.to_str().unwrap()]).succeeds();
        let top = folder.split('/').next().unwrap();
        let client = top.trim_start_matches("mirrored by ").trim_end_matches(" by its file");
        let client = client.split(" - ").next().unwrap();
        assert!(answer.stderr.contains(&format!("looks synchronised by {client} (")), "{answer}");
    }
}

#[test]
fn the_settings_of_a_client_in_a_home_folder_are_no_sign() {
    let desk = Desk::empty();
    for folder in [".dropbox", ".sync", ".config/Nextcloud", "desk"] {
        fs::create_dir_all(desk.path(folder)).unwrap();
    }
    let answer = desk.run(&["init", "desk"]).succeeds();
    assert!(!answer.stderr.contains("synchronised"), "{answer}");
    desk.run(&["doctor", "--casebook", "desk"]).succeeds();
}

#[test]
fn a_second_version_beside_the_casebook_is_a_warning() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid nobody."]).succeeds();
    desk.run(&["backup", "casebook-before-merge.db"]).succeeds();
    desk.run(&["doctor"]).succeeds();
    desk.run(&["backup", "casebook (Ben's conflicted copy 2026-11-02).db"]).succeeds();
    fs::write(desk.path("casebook (1).db-wal"), "").unwrap();
    let answer = desk.run(&["doctor"]);
    assert_eq!(answer.status, Some(1), "{answer}");
    for told in ["casebook (1).db-wal; casebook", "(Ben's conflicted copy 2026-11-02).db"] {
        let spaced = answer.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(spaced.contains(told), "{answer}");
    }
    assert!(!answer.stdout.contains("before-merge"), "{answer}");
}

#[cfg(unix)]
#[test]
fn a_link_into_a_folder_of_a_cloud_client_is_followed() {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("Dropbox/.dropbox.cache")).unwrap();
    fs::rename(desk.path("casebook.db"), desk.path("Dropbox/casebook.db")).unwrap();
    fs::write(desk.path("Dropbox/casebook (1).db"), "").unwrap();
    std::os::unix::fs::symlink("Dropbox/casebook.db", desk.path("casebook.db")).unwrap();
    let answer = desk.run(&["doctor"]);
    assert!(answer.stdout.contains("synchronised by Dropbox"), "{answer}");
    assert!(answer.stdout.contains("two people wrote: casebook"), "{answer}");
}
