//! The findings as JSON: the contract `twosource/check/1`. Fields may be added, never renamed.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::Survey;
use crate::checks::Finding;
use crate::corroboration::WeakestPoint;

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'a str,
    severity: &'a str,
    claim: Option<&'a str>,
    source: Option<&'a str>,
    message: &'a str,
    points: Vec<Value>,
    waived: bool,
}

fn finding_json(finding: &Finding) -> FindingJson<'_> {
    let point = |point: &WeakestPoint| json!({"kind": point.kind.as_str(), "name": point.name});
    FindingJson {
        rule: finding.rule,
        severity: finding.severity.as_str(),
        claim: finding.claim.as_ref().map(|key| key.as_str()),
        source: finding.source.as_ref().map(|key| key.as_str()),
        message: &finding.message,
        points: finding.points.iter().map(point).collect(),
        waived: finding.waived,
    }
}

/// The whole answer. Counts are of findings that nobody has accepted.
pub(super) fn document(survey: &Survey) -> Value {
    let by_rule: Map<String, Value> =
        survey.by_rule().into_iter().map(|(rule, count)| (rule.to_owned(), count.into())).collect();
    let findings: Vec<_> = survey.findings.iter().map(finding_json).collect();
    json!({
        "schema": "twosource/check/1",
        "summary": {
            "claims": survey.claims,
            "findings": survey.open().count(),
            "by_rule": by_rule,
        },
        "findings": findings,
    })
}
