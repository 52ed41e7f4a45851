//! Rebuilds the program when a migration is added or edited, because they are embedded at compile time,
//! and tells it the version of the newest one, so that opening a casebook need not read their list.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=migrations");
    let mut newest = 0;
    for file in std::fs::read_dir("migrations")? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let version = name.strip_prefix('V').and_then(|rest| rest.split_once("__"));
        if let Some((version, _)) = version {
            newest = newest.max(version.parse::<u32>()?);
        }
    }
    println!("cargo:rustc-env=NEWEST_SCHEMA={newest}");
    Ok(())
}
