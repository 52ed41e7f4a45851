//! Whole-program tests: the real program on real files, its answer on stdout and stderr and its exit
//! status together. One file for each command.

#![allow(missing_docs)] // the names of tests are their documentation
#![allow(clippy::unwrap_used)] // a test that panics has failed, which is what is wanted

mod backup;
mod claim_add;
mod claim_edit;
mod claim_list;
mod claim_remove;
mod claim_show;
mod desk;
mod doctor;
mod init;
mod papers;
mod stats;
mod usage;
