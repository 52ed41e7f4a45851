use twosource::bibliography::{Format, Item, Style, render};
use twosource::domain::{Kind, Source};

fn s(key: &str, kind: &str, title: &str, creators: &str, container: &str, publisher: &str, issued: &str, ids: &str) -> Source {
    let mut s = Source::new(key.parse().unwrap(), kind.parse::<Kind>().unwrap(), title);
    s.creators = creators.split("; ").filter(|c| !c.is_empty()).map(|c| c.parse().unwrap()).collect();
    s.container = (!container.is_empty()).then(|| container.into());
    s.publisher = (!publisher.is_empty()).then(|| publisher.into());
    s.issued = (!issued.is_empty()).then(|| issued.parse().unwrap());
    s.identifiers = ids.split("; ").filter(|c| !c.is_empty()).map(|c| c.parse().unwrap()).collect();
    s
}

#[test]
fn dump() {
    let mut all = vec![
        s("menamm-2019", "web-page", "Iran and al-Qaeda: the story of a relationship", "issuer: Middle East and North Africa Media Monitor", "", "", "2019", ""),
        s("iran-constitution", "legislation", "Constitution of the Islamic Republic of Iran", "", "", "", "1979", ""),
        s("abuhafs-document", "document", "Document on Iran found in Abbottabad", "al-Mauritani, Abu Hafs", "", "", "", ""),
        s("alqaeda-19p", "document", "Nineteen-page document on al-Qaeda and Iran", "author: unnamed: high-ranking al-Qaeda official", "", "", "", ""),
        s("lemonde-2017", "newspaper-article", "Geopolitics, the dangerous relationship between Iran and Al Qaeda", "", "Le Monde", "", "2017-09-10", ""),
        s("mansouri-interview", "interview", "Exclusive interview with Javad Mansouri", "interviewee: Mansouri, Javad", "", "", "", ""),
        s("hashemi-report", "report", "Report to Ayatollah Montazeri", "Hashemi, Mehdi; recipient: Montazeri, Hussein-Ali", "", "", "198X", ""),
        s("ncri-statement", "statement", "Meetings of 1992 and 1993", "issuer: National Council of Resistance of Iran", "", "", "", ""),
        s("ddc-2011", "court-ruling", "Owens v. Republic of Sudan", "court: US District Court for the District of Columbia", "", "", "2011-11-28", "citation:826 F. Supp. 2d 128; docket:01-2244 (JDB)"),
        s("larijani-2018", "interview", "Interview", "interviewee: Larijani, Mohammad-Javad", "Iranian state television, channel 2", "", "2018-05-30", ""),
        s("911-commission", "report", "The 9/11 Commission Report", "issuer: {National Commission on Terrorist Attacks upon the United States}", "", "", "2004-07-22", ""),
        s("khallad-interrogation", "testimony", "Interrogation of detainees", "speaker: bin Attash, Tawfiq; speaker: unnamed: other detainees", "", "", "", ""),
        s("911-intelligence", "document", "Intelligence information", "issuer: unnamed: US intelligence agencies", "", "", "", ""),
        s("nyt-2016", "newspaper-article", "Article on disclosure", "", "New York Times", "", "2016-11-10", ""),
        s("state-official-2016", "testimony", "Statement to the New York Times", "speaker: unnamed: senior State Department official", "", "", "2016-11-10", ""),
        s("odni-2015", "document", "Bin Laden's bookshelf", "issuer: Office of the Director of National Intelligence", "", "", "2015-05-20", ""),
        s("odni-2016", "document", "Bin Laden's bookshelf, second release", "issuer: Office of the Director of National Intelligence", "", "", "2016-03-01", ""),
        s("obl-letter-karim", "letter", "Letter to Karim", "bin Laden, Osama; recipient: Karim", "", "", "2007-10-18", ""),
        s("obl-letter-haven", "letter", "Letter on entering Iran", "bin Laden, Osama", "", "", "", ""),
        s("obl-diary", "manuscript", "Diary", "bin Laden, Osama", "", "", "", ""),
        s("atlantic-2017", "magazine-article", "Al-Qaeda has rebuilt itself—with Iran's help", "Scott-Clark, Cathy; Levy, Adrian", "The Atlantic", "", "2017-11-11", ""),
        s("khalilzad-book", "book", "The Envoy: From Kabul to the White House, My Journey through a Turbulent World", "Khalilzad, Zalmay", "", "St. Martin's Press", "2016", "isbn:978-1-250-08300-5"),
        s("nbc-2005", "broadcast", "Al-Qaida finds safe haven in Iran", "", "NBC Nightly News", "NBC", "2005-06-24", ""),
        s("nyt-2003", "newspaper-article", "Threats and responses", "", "New York Times", "", "2003-05-21", ""),
        s("turki-2015", "newspaper-article", "Opinion", "al-Faisal, Turki", "Asharq al-Awsat", "", "2015-01-12", ""),
        s("bka-2004", "report", "Report on Abu Musab al-Zarqawi", "issuer: Bundeskriminalamt", "", "", "2004-09-06", ""),
        s("mek-intel-2005", "report", "Intelligence reports", "issuer: unnamed: Iranian opposition", "", "", "2005", ""),
        s("reuters-london", "wire-report", "Report on the courts in London and New York", "issuer: Reuters", "", "", "", ""),
        s("uk-court", "court-filing", "Application to enforce against Iranian assets", "court: High Court of Justice", "", "", "", ""),
        s("fsia-1976", "legislation", "Foreign Sovereign Immunities Act of 1976", "issuer: United States Congress", "", "", "1976", "citation:90 Stat. 2891"),
        s("jasta-2016", "legislation", "Justice Against Sponsors of Terrorism Act", "", "", "", "2016-09-28", ""),
    ];
    all[0].url = Some("https://example.org/iran".into());
    all[0].accessed = Some("2020-01-02".parse().unwrap());
    let items: Vec<Item> = all.iter().map(Item::from).collect();
    for style in ["chicago-notes", "chicago-author-date", "apa", "mla", "vancouver"] {
        let b = render(&Style::named(style).unwrap(), &items, Format::Text);
        println!("== {style} {:?}\n{}", b.warnings, b.document());
    }
}
