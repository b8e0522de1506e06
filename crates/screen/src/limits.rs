//! Every limit of this room, by name. A limit is there so that no file and no query can cost more than it should; values that
//! pass a limit are refused with a message that names it, never cut in silence (except [`NAME_CHARS_MAX`], see there).

/// A list file may be this large (bytes). The consolidated list of 2026 has 2 MB.
pub const LIST_BYTES_MAX: usize = 256 * 1024 * 1024;
/// Elements may be nested this deep in a list file. The consolidated list needs five.
pub const LIST_DEPTH_MAX: usize = 12;
/// A list may hold this many records.
pub const LIST_RECORDS_MAX: usize = 2_000_000;
/// One element of a list file may hold this much text (bytes).
pub const LIST_TEXT_BYTES_MAX: usize = 64 * 1024;
/// An element of a list file may have this many attributes. The European Union's need 20.
pub const LIST_ATTRIBUTES_MAX: usize = 64;
/// A row of a list file may have this many cells. The European Union's official table has about 90.
pub const LIST_COLUMNS_MAX: usize = 400;
/// A line of JSON in a list file may be this long (bytes); a record with 10,000 aliases needs about 1 MB.
pub const LIST_LINE_BYTES_MAX: usize = 8 * 1024 * 1024;
/// One other name that is told with commas in it may have this many pieces; behind them another name begins. Of Canada's list of 2025
/// the longest has 4.
pub const LIST_NAME_PIECES_MAX: usize = 24;
/// A list may come in this many files.
pub const LIST_FILES_MAX: usize = 16;
/// This many kinds of things not understood are named in the report of an import, the rest is counted together.
pub const LIST_UNREAD_MAX: usize = 200;
/// A name in that report may be this long (characters).
pub const LIST_UNREAD_CHARS_MAX: usize = 80;
/// A mapping file may be this large (bytes).
pub const MAPPING_BYTES_MAX: usize = 256 * 1024;
/// One record of a list file may hold this many elements, cells or values: 10,000 other names of OFAC's XML need 60,000.
pub const LIST_RECORD_ELEMENTS_MAX: usize = 100_000;

/// Of a longer name only this many characters are compared; a longer "name" is no name, and cost must stay bounded.
pub const NAME_CHARS_MAX: usize = 400;
/// Of a longer name only this many parts are compared.
pub const NAME_PARTS_MAX: usize = 24;
/// A query may carry this many names; further ones are not looked at.
pub const QUERY_NAMES_MAX: usize = 24;
/// A query may carry this many values of any other property.
pub const QUERY_VALUES_MAX: usize = 24;
/// Of a record with more names than this the further ones are not searched.
pub const ENTITY_NAMES_MAX: usize = 12_000;
/// This many names are laid beside an asked name at most, the most promising first.
pub const CANDIDATES_MAX: usize = 64;
/// This many parts of the vocabulary are compared with an asked part at most.
pub const NEAR_PARTS_MAX: usize = 600;
/// This many records at most are opened to see whether a filter lets them in (topics, countries, days of change), the most promising
/// first.
pub const OPENED_MAX: usize = 2_000;
/// Records told with a record stand this many links away from it at most.
pub const NESTED_DEPTH_MAX: usize = 6;
/// What was near this many asked parts is remembered at most.
pub const RECENT_PARTS_MAX: usize = 8_192;
/// Through this many places at most are names looked for by one part.
pub const POSTINGS_MAX: usize = 60_000;
/// All names of a query together have this many parts that are looked for.
pub const QUERY_PARTS_MAX: usize = 48;
/// A search returns this many hits at most.
pub const HITS_MAX: usize = 500;

/// Input of a document reader may have this many characters; two scans of three lines need about 200.
pub const MRZ_CHARS_MAX: usize = 2_000;

/// Of a longer word only this many characters are searched.
pub const WORD_CHARS_MAX: usize = 64;
/// Of one record this many words are searched at most, so that a text of a million words costs no more than a book's page.
pub const RECORD_WORDS_MAX: usize = 20_000;
/// A text search may have this many characters.
pub const SEARCH_CHARS_MAX: usize = 4_000;
/// A text search may have this many parts.
pub const SEARCH_CLAUSES_MAX: usize = 128;
/// Brackets in brackets in a text search.
pub const SEARCH_DEPTH_MAX: usize = 16;
/// Words that one word with `*`, `?` or `~` may stand for; further ones are not looked at.
pub const SEARCH_EXPANSIONS_MAX: usize = 1_024;
/// Records that are opened to look whether a value or phrase really stands there; where more would have to be, the count is a
/// lower bound.
pub const SEARCH_OPENED_MAX: usize = 5_000;
/// Values of one facet that are counted and told, the most frequent ones.
pub const FACET_VALUES_MAX: usize = 1_000;
/// Records beside one another that one answer may hold; further ones stay ids.
pub const NESTED_MAX: usize = 10_000;
