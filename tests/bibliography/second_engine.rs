//! What another citation processor needs to print the same sources: run by hand, with the name of a
//! folder to write into; `citeproc.js` beside this file says how to go on.

use std::path::PathBuf;

use citationberg::LocaleFile;
use serde_json::{Map, Value, json};
use twosource::bibliography::{Agent, Item, Style};

use crate::golden::every_source;
use crate::reference::STYLES;

fn name(agent: &Agent) -> Value {
    match agent {
        Agent::Person { family, given } => json!({"family": family, "given": given}),
        Agent::Literal(name) => json!({"literal": name}),
    }
}

/// A plain day, month or year by its parts; all else in words, as it ought to be printed.
fn date(edtf: &str) -> Value {
    let in_words = [
        ("198X", "1980s"),
        ("1992~", "ca. 1992"),
        ("2012-03~", "ca. March 2012"),
        ("2004/2005", "2004–2005"),
        ("2002-22", "Summer 2002"),
        ("-0043", "44 BC"),
    ];
    if let Some((_, words)) = in_words.iter().find(|(known, _)| *known == edtf) {
        return json!({"literal": words});
    }
    let parts: Vec<i64> = edtf.split('-').filter_map(|part| part.parse().ok()).collect();
    json!({"date-parts": [parts]})
}

fn csl_json(item: &Item) -> Value {
    let mut fields = Map::new();
    fields.insert("id".to_owned(), json!(item.key));
    fields.insert("type".to_owned(), json!(item.kind));
    for (variable, text) in &item.texts {
        fields.insert(variable.clone(), json!(text));
    }
    for (variable, agents) in &item.names {
        fields.insert(variable.clone(), agents.iter().map(name).collect());
    }
    for (variable, edtf) in &item.dates {
        fields.insert(variable.clone(), date(edtf));
    }
    Value::Object(fields)
}

#[test]
#[ignore = "writes files for another program"]
fn second_engine() {
    let folder = PathBuf::from(std::env::var_os("SECOND_ENGINE").expect("it names a folder"));
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    let items: Value = every_source().iter().map(|source| csl_json(&Item::from(source))).collect();
    write("items.json", &serde_json::to_string_pretty(&items).unwrap());
    for name in STYLES {
        write(&format!("{name}.csl"), &Style::named(name).unwrap().to_csl().unwrap());
    }
    // The locales of the archive: those of other packages may be older than its styles.
    for locale in hayagriva::archive::locales() {
        let code = locale.lang.clone().unwrap();
        let file = LocaleFile {
            version: "1.0".to_owned(),
            lang: code.clone(),
            info: locale.info,
            terms: locale.terms,
            date: locale.date,
            style_options: locale.style_options,
        };
        // The writer calls every root element `style`, and knows no namespace.
        let root = "<locale xmlns=\"http://purl.org/net/xbiblio/csl\" ";
        let xml = file.to_xml().unwrap().replacen("<style ", root, 1);
        write(&format!("locales-{}.xml", code.0), &xml.replace("</style>", "</locale>"));
    }
}
