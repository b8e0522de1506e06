//! Screening: the readers of list formats and travel documents, and the matcher that compares a person with a list.
//!
//! What lives here: the vocabulary of list records ([`entity`], FollowTheMoney's; its model is [`ftm`]), the readers of every list
//! format ([`lists`]; the United Nations Security Council's is [`un_xml`]), what changed between two versions of a list ([`delta`]), names across scripts
//! ([`names`]), the index and its explained answers ([`index`], [`answer`]) and the machine readable zone of travel
//! documents ([`mrz`]).
//!
//! What deliberately does not: files, databases, clocks and randomness (bytes and dates come in as arguments), and any other
//! room of this house. A match found here is advice; a person decides.

#![forbid(unsafe_code)]

pub mod answer;
pub mod catalogue;
pub mod country;
pub mod dates;
pub mod delta;
pub mod entity;
pub mod ftm;
pub mod index;
pub mod limits;
pub mod lists;
pub mod mrz;
pub mod names;
pub mod pairs;
pub mod un_xml;
pub mod weigh;

pub use answer::{Advice, Answer, ListState, Reason, Thresholds, decide};
pub use delta::{Changes, Shrunk, compare, shrink_check};
pub use entity::{Entity, ListVersion, Origin};
pub use index::{
    Explanation, Feature, FeatureKind, Filter, Held, Hit, Index, PartKind, PartMatch, Query,
    Unusable,
};
pub use lists::{ListFile, ReadError};
pub use mrz::{Layout, Mrz, MrzError};
