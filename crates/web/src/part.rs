//! Parts that several pages share, each a type with its own small template in `pages/part/`. A part holds words that
//! are already said, and is HTML already: `{{ page.clock(clock) }}` needs no filter. No part reads anything.
//!
//! | part | made by | for |
//! | --- | --- | --- |
//! | [`Errors`] | `Errors::of(&page, items)` | the error summary above a form; takes the focus |
//! | [`Field`] | `Field::text(..)`, `area`, `choice`, `radios`, `checks`, `date`, `file`, … | one question |
//! | [`Hidden`] | `page.hidden()`, `page.hidden_at(&version)` | CSRF token, act id, version |
//! | [`Band`] | `page.band(&label)` | handling, above and below the page |
//! | [`Clock`], [`When`] | `page.clock(&c)`, `page.when(&t)`, `page.day(&d)` | deadlines and moments |
//! | [`Urgent`], [`Badge`] | `page.urgency(&u)`, `Badge::stage(&page, &stage)` | marks in a row |
//! | [`Mono`], [`Name`] | `page.mono(x)`, `page.name(x)` | references; names from abroad |
//! | [`Timeline`] | `Timeline { steps }` | what happened, newest first |
//! | [`Pager`] | `Pager::of(&page, number, pages)` | previous and next |
//! | [`Turns`] | `Turns::of(&page, (action, asked), ..)` | the same for what was searched by a form |
//! | [`Next`] | `Next { title, text, acts }` | the next-step box of a case |
//! | [`Answer`], [`Beside`] | `pages/matched.rs` | what the lists answer, and why |
//! | [`Columns`], [`Share`] | `Columns::of(&page, ..)`, `Share::of(n, most, ..)` | charts beside the tables of their numbers |
//! | [`Rooms`] | `Rooms { name, rooms }` | the rooms of a section, below its tab |

mod chart;
mod clock;
mod field;
mod marks;
mod rows;
mod screen;

pub use chart::{Columns, Share};
pub use clock::{Clock, When};
pub use field::{Choice, Field, Kind, select};
pub use marks::{Badge, Band, Mono, Name, Tone, Urgent};
pub use rows::{Act, ActKind, Errors, Hidden, Next, Pager, Step, Timeline, Turns};
pub use screen::{Answer, Beside, Met, Room, Rooms};
