//! A case folder that is read: on disk, or compiled into the program.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::CaseFile;
use super::json_lines::{JsonLines, LineRecords};
use super::records::{CsvRecords, Records};
use super::row::Row;
use super::tables::{
    self, AppearanceRow, Table, alias, appearance, assignment, citation, claim, distinction,
    lineage, review, review_policy, rule, source, waiver,
};
use crate::domain::{
    Alias, Assignment, Citation, Claim, Distinction, Lineage, Review, ReviewPolicySetting,
    RuleSeverity, Source, Waiver, nearest,
};
use crate::error::{Error, ErrorKind, Place, Result};
use crate::exchange::decode;

/// How much of a file is read at a time.
const BUFFER: usize = 128 << 10;

/// A case folder whose files can be read, each as often as needed.
#[derive(Debug, Clone)]
pub struct CaseFolder {
    files: Vec<(CaseFile, Content)>,
}

#[derive(Debug, Clone)]
enum Content {
    /// The path as the user named it.
    Disk(PathBuf),
    Memory(Cow<'static, str>),
    /// The records of that type among the lines of a file.
    Lines(Arc<JsonLines>),
}

impl CaseFolder {
    /// Finds which of the case files are in a folder.
    ///
    /// # Errors
    ///
    /// Where there is no such folder, where it holds none of the files, and where one of them is no
    /// plain file or a link to somewhere outside.
    pub fn open(folder: &Path) -> Result<Self> {
        let metadata = folder.metadata().map_err(|error| cannot_open(folder, &error))?;
        if !metadata.is_dir() {
            return Err(Error::invalid(format!("{} is not a folder", folder.display()))
                .hint("a case folder holds sources.csv, claims.csv and so on: name the folder"));
        }
        let mut files = Vec::new();
        for file in CaseFile::existing_in(folder) {
            let path = file.path_in(folder);
            check_inside(folder, &path)?;
            files.push((file, Content::Disk(path)));
        }
        if files.is_empty() {
            return Err(Error::invalid(format!("{} holds no case files", folder.display()))
                .hint(what_is_there_instead(folder)));
        }
        Ok(CaseFolder { files })
    }

    /// A case folder of texts in memory, each with the name of its file.
    ///
    /// # Errors
    ///
    /// Where a name is none of theirs, or no text is given.
    pub fn from_texts<T: Into<Cow<'static, str>>>(
        texts: impl IntoIterator<Item = (&'static str, T)>,
    ) -> Result<Self> {
        let mut files = Vec::new();
        for (name, text) in texts {
            let file = CaseFile::ALL.into_iter().find(|file| file.name() == name);
            let file = file.ok_or_else(|| {
                Error::invalid(format!("`{name}` is no case file"))
                    .hint(format!("a case folder has some of {}", CaseFile::list()))
            })?;
            files.push((file, Content::Memory(text.into())));
        }
        if files.is_empty() {
            return Err(Error::invalid("there are no case files")
                .hint(format!("a case folder has some of {}", CaseFile::list())));
        }
        Ok(CaseFolder { files })
    }

    /// The records in a file of JSON Lines, which has this name for messages.
    ///
    /// # Errors
    ///
    /// Where lines are no JSON, or do not say what they are.
    pub fn from_json_lines(label: &str, text: String) -> Result<Self> {
        let lines = Arc::new(JsonLines::open(label, text)?);
        let there = CaseFile::ALL.into_iter().filter(|file| lines.has(*file));
        let files = there.map(|file| (file, Content::Lines(Arc::clone(&lines)))).collect();
        Ok(CaseFolder { files })
    }

    /// Which of the files there are, in reading order.
    pub fn files(&self) -> impl Iterator<Item = CaseFile> {
        CaseFile::ALL.into_iter().filter(|file| self.content(*file).is_some())
    }

    /// Tables in the folder that are none of the case files but are named much like one
    /// (`Citations.csv`), each with the name it may have been meant for. They are not read.
    pub fn misnamed(folder: &Path) -> Vec<(String, CaseFile)> {
        let Ok(entries) = folder.read_dir() else { return Vec::new() };
        let names = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok());
        let mut misnamed: Vec<_> = names
            .filter(|name| name.to_lowercase().trim_end().ends_with(".csv"))
            .filter(|name| !CaseFile::ALL.iter().any(|file| file.name() == name))
            .filter_map(|name| {
                let near = nearest(&name, CaseFile::ALL.map(CaseFile::name))?;
                let file = CaseFile::ALL.into_iter().find(|file| file.name() == near)?;
                Some((name, file))
            })
            .collect();
        misnamed.sort();
        misnamed
    }

    /// The sources; `None` where there is no such file.
    ///
    /// # Errors
    ///
    /// This and the following: where the file cannot be opened, is not in an encoding that is read,
    /// or its header is not what it should be.
    pub fn sources(&self) -> Result<Option<Records<Source>>> {
        self.records(&tables::SOURCES, source::read)
    }

    /// The claims, each with its first appearance.
    pub fn claims(&self) -> Result<Option<Records<Claim>>> {
        self.records(&tables::CLAIMS, claim::read)
    }

    /// The second and further appearances of claims.
    pub fn appearances(&self) -> Result<Option<Records<AppearanceRow>>> {
        self.records(&tables::APPEARANCES, appearance::read)
    }

    /// The citations.
    pub fn citations(&self) -> Result<Option<Records<Citation>>> {
        self.records(&tables::CITATIONS, citation::read)
    }

    /// The lineage.
    pub fn lineage(&self) -> Result<Option<Records<Lineage>>> {
        self.records(&tables::LINEAGE, lineage::read)
    }

    /// The reviews.
    pub fn reviews(&self) -> Result<Option<Records<Review>>> {
        self.records(&tables::REVIEWS, review::read)
    }

    /// The waivers.
    pub fn waivers(&self) -> Result<Option<Records<Waiver>>> {
        self.records(&tables::WAIVERS, waiver::read)
    }

    /// The severities that were set.
    pub fn rules(&self) -> Result<Option<Records<RuleSeverity>>> {
        self.records(&tables::RULES, rule::read)
    }

    /// The names that were said to be two.
    pub fn distinctions(&self) -> Result<Option<Records<Distinction>>> {
        self.records(&tables::DISTINCTIONS, distinction::read)
    }

    /// The names that are known to be other spellings.
    pub fn aliases(&self) -> Result<Option<Records<Alias>>> {
        self.records(&tables::ALIASES, alias::read)
    }

    /// Who is to review which claim.
    pub fn assignments(&self) -> Result<Option<Records<Assignment>>> {
        self.records(&tables::ASSIGNMENTS, assignment::read)
    }

    /// What a verdict needs to stand.
    pub fn review_policy(&self) -> Result<Option<Records<ReviewPolicySetting>>> {
        self.records(&tables::REVIEW_POLICY, review_policy::read)
    }

    fn content(&self, file: CaseFile) -> Option<&Content> {
        self.files.iter().find(|(there, _)| *there == file).map(|(_, content)| content)
    }

    fn records<T>(
        &self,
        table: &'static Table,
        read: fn(&Row<'_>) -> Result<T>,
    ) -> Result<Option<Records<T>>> {
        let Some(content) = self.content(table.file) else { return Ok(None) };
        let (label, input): (String, Box<dyn BufRead + Send>) = match content {
            Content::Disk(path) => {
                let file = File::open(path).map_err(|error| cannot_open(path, &error))?;
                (path.display().to_string(), Box::new(BufReader::with_capacity(BUFFER, file)))
            }
            Content::Lines(lines) => {
                return Ok(Some(Records::lines(LineRecords::of(Arc::clone(lines), table, read))));
            }
            Content::Memory(Cow::Borrowed(text)) => {
                (table.file.to_string(), Box::new(Cursor::new(text.as_bytes())))
            }
            Content::Memory(Cow::Owned(text)) => {
                (table.file.to_string(), Box::new(Cursor::new(text.clone().into_bytes())))
            }
        };
        let text = decode::utf8(input)
            .map_err(|error| error.at(Place { file: label.clone(), ..Place::default() }))?;
        CsvRecords::open(text, table, label, read).map(Records::csv).map(Some)
    }
}

/// What to do about a folder that holds none of the files.
fn what_is_there_instead(folder: &Path) -> String {
    if let Some((name, file)) = CaseFolder::misnamed(folder).first() {
        return format!(
            "is {name} meant to be {file}? Names are case-sensitive: rename it to {file}"
        );
    }
    let Ok(mut entries) = folder.read_dir() else { return CaseFile::list() };
    if entries.any(|entry| entry.is_ok_and(|entry| is_spreadsheet(&entry.path()))) {
        return format!("save the spreadsheet as CSV (UTF-8): some of {}", CaseFile::list());
    }
    format!("a case folder has some of {}", CaseFile::list())
}

/// Whether a file is named like one of a spreadsheet program.
pub fn is_spreadsheet(path: &Path) -> bool {
    const ENDINGS: [&str; 5] = ["xlsx", "xls", "xlsm", "ods", "numbers"];
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Refuses what is no plain file (a pipe would block for ever) and what leads out of the folder.
fn check_inside(folder: &Path, path: &Path) -> Result<()> {
    let target = path.canonicalize().map_err(|error| cannot_open(path, &error))?;
    let folder = folder.canonicalize().map_err(|error| cannot_open(folder, &error))?;
    if !target.starts_with(&folder) {
        return Err(Error::invalid(format!("{} is a link to outside the folder", path.display()))
            .hint("put the file itself into the folder"));
    }
    let metadata = target.metadata().map_err(|error| cannot_open(path, &error))?;
    if !metadata.is_file() {
        return Err(Error::invalid(format!("{} is not a file", path.display()))
            .hint("remove it or put a CSV file in its place"));
    }
    Ok(())
}

fn cannot_open(path: &Path, error: &std::io::Error) -> Error {
    if error.kind() == std::io::ErrorKind::NotFound {
        return Error::not_found(format!("{} does not exist", path.display()))
            .hint("check the path; a relative one starts at the current folder");
    }
    Error::new(ErrorKind::Storage, format!("{} cannot be opened: {error}", path.display()))
        .hint("check that you may read it")
}
