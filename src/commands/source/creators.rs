//! Who is behind a source, as options of `source add` and `source edit`.

use clap::Args;

use crate::commands::values::{Setting, replaced, setting};
use crate::domain::{Credit, Role};
use crate::error::Result;

/// The creators of a source. An empty value stands for none.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub(crate) struct Creators {
    /// Who is behind it, with the role: "author: Mansouri, Javad", "editor: Lee, Ann", "issuer: {Bureau of Alcohol, Tobacco}", "speaker: unnamed: senior official"; repeat it for more
    #[arg(long, value_name = "ROLE: NAME", value_parser = setting::<Credit>)]
    creator: Vec<Setting<Credit>>,

    /// An author: "Family, Given" for a person, a body as it is called, "unnamed: senior official" for a name that is withheld; repeat it for more
    #[arg(long, value_name = "NAME", value_parser = credited(Role::Author))]
    author: Vec<Setting<Credit>>,

    /// Somebody who speaks in it; "unnamed: senior official" withholds the name; repeat it for more
    #[arg(long, value_name = "NAME", value_parser = credited(Role::Speaker))]
    speaker: Vec<Setting<Credit>>,

    /// Somebody who answers the questions; "unnamed: senior official" withholds the name; repeat it for more
    #[arg(long, value_name = "NAME", value_parser = credited(Role::Interviewee))]
    interviewee: Vec<Setting<Credit>>,

    /// The court that ruled; repeat it for more
    #[arg(long, value_name = "NAME", value_parser = credited(Role::Court))]
    court: Vec<Setting<Credit>>,

    /// The body that issued it; repeat it for more
    #[arg(long, value_name = "NAME", value_parser = credited(Role::Issuer))]
    issuer: Vec<Setting<Credit>>,
}

/// Reads a name that stands for somebody in this role.
fn credited(
    role: Role,
) -> impl Fn(&str) -> Result<Setting<Credit>> + Clone + Send + Sync + 'static {
    move |name| {
        if name.trim().is_empty() {
            return Ok(Setting::Clear);
        }
        format!("{role}: {name}").parse().map(Setting::To)
    }
}

impl Creators {
    /// Puts what is given in the place of the creators: `--creator` of all, `--author` and the like
    /// of those in that role.
    pub(crate) fn apply(&self, creators: &mut Vec<Credit>) {
        if !self.creator.is_empty() {
            *creators = replaced(&self.creator);
        }
        let roles = [
            (Role::Author, &self.author),
            (Role::Speaker, &self.speaker),
            (Role::Interviewee, &self.interviewee),
            (Role::Court, &self.court),
            (Role::Issuer, &self.issuer),
        ];
        for (role, given) in roles {
            if given.is_empty() {
                continue;
            }
            let mut place = creators.len();
            if self.creator.is_empty() {
                place = creators.iter().position(|known| known.role == role).unwrap_or(place);
                creators.retain(|known| known.role != role);
            }
            for credit in replaced(given) {
                if !creators.contains(&credit) {
                    creators.insert(place, credit);
                    place += 1;
                }
            }
        }
    }

    /// The credits that are given.
    pub(crate) fn credits(&self) -> impl Iterator<Item = &Credit> {
        let all = [
            &self.creator,
            &self.author,
            &self.speaker,
            &self.interviewee,
            &self.court,
            &self.issuer,
        ];
        all.into_iter().flatten().filter_map(|given| match given {
            Setting::To(credit) => Some(credit),
            Setting::Clear => None,
        })
    }

    /// Whether anything is given.
    pub(crate) fn is_given(&self) -> bool {
        *self != Creators::default()
    }
}
