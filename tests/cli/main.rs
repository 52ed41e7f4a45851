//! Whole-program tests: the real program on real files, its answer on stdout and stderr and its exit
//! status together. One file for each command.

#![allow(missing_docs)] // the names of tests are their documentation
#![allow(clippy::unwrap_used)] // a test that panics has failed, which is what is wanted

mod backup;
mod check;
mod check_html;
mod check_output;
mod citation_edit;
mod citation_list;
mod citation_remove;
mod citation_show;
mod cite;
mod cite_show;
mod claim_add;
mod claim_assign;
mod claim_edit;
mod claim_list;
mod claim_merge;
mod claim_remove;
mod claim_show;
mod creator_alias;
mod creator_distinct;
mod creator_list;
mod creator_merge;
mod creator_rename;
mod creator_show;
mod day_at_the_desk;
mod desk;
mod disclosure;
mod doctor;
mod explain;
mod export_bibliography;
mod export_claimreview;
mod export_claims;
mod export_footnotes;
mod export_sources;
mod file_modes;
mod graph;
mod graph_svg;
mod history;
mod history_export;
mod history_verify;
mod history_verify_sealed;
mod impact;
mod import;
mod import_bibtex;
mod import_claimreview;
mod import_library;
mod import_match;
mod import_ris;
mod import_table;
mod import_zotero;
mod init;
mod json_lines;
mod man;
mod names;
mod names_of_before;
mod numbers;
mod papers;
mod restore;
mod review;
mod review_diff;
mod review_list;
#[cfg(unix)]
mod review_queue;
#[cfg(unix)]
mod review_queue_ends;
mod review_set;
mod rule;
mod rule_set;
mod search;
mod secrets;
mod source_add;
mod source_derive;
mod source_edit;
mod source_list;
mod source_merge;
mod source_redact;
mod source_redact_traces;
mod source_remove;
mod source_show;
mod source_standing;
mod sources;
mod stats;
mod style;
#[cfg(unix)]
mod terminal;
mod undo;
mod usage;
mod verdicts;
mod waive;
