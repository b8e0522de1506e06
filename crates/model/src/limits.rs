//! Every maximum has a name and stands here (invariant F). `screen` has its own file: it knows nothing of ours.
//!
//! Bytes unless the name says otherwise.

/// One envelope as it travels: both layers, without its segments.
pub const ENVELOPE_BYTES_MAX: usize = 1 << 20;
/// One envelope on the urgent lane.
pub const ENVELOPE_URGENT_BYTES_MAX: usize = 64 << 10;
/// Parts of one envelope.
pub const ENVELOPE_PARTS_MAX: usize = 1024;
/// Longest time an envelope may be on its way (30 days); its decryption key lives a week longer.
pub const ENVELOPE_LIFE_S: i64 = 30 * 24 * 3600;
/// Nesting of JSON or CBOR that came from outside.
pub const DEPTH_MAX: usize = 8;
/// Recipients of one envelope.
pub const RECIPIENTS_MAX: usize = 256;
/// One segment of a big file on its way.
pub const SEGMENT_BYTES_MAX: usize = 8 << 20;
/// Segments of one envelope (64 GiB at 8 MiB).
pub const SEGMENTS_MAX: usize = 8192;

/// Body of an ordinary HTTP request (forms, JSON): a section of a draft in a script that a form writes with many bytes a
/// letter fits.
pub const BODY_BYTES_MAX: usize = 2 << 20;
/// Rows on one page of any list.
pub const PAGE_ROWS_MAX: usize = 200;
/// Rows on one page when nothing is said.
pub const PAGE_ROWS_DEFAULT: usize = 50;

/// Times that a task is opened by its link, and times that it is reminded of.
pub const ASSIGNMENT_USES_MAX: usize = 200;
/// The link of a task is good for so many days after the task is due.
pub const ASSIGNMENT_LINK_DAYS: i64 = 7;
/// Tasks of one request.
pub const ASSIGNMENTS_MAX: usize = 500;
/// Words by which one record is found, in all their forms.
pub const RECORD_WORDS_MAX: usize = 6_000;
/// Words of one search.
pub const SEARCH_WORDS_MAX: usize = 8;
/// One search, in characters.
pub const SEARCH_CHARS_MAX: usize = 200;
/// Groups smaller than this are hidden in figures that are shared.
pub const SHARED_GROUP_MIN: u64 = 5;

/// Content of a request as JSON text.
pub const CONTENT_BYTES_MAX: usize = 512 << 10;
/// A case in a file: a request and its events.
pub const CASE_FILE_BYTES_MAX: usize = 4 << 20;
/// Values (leaves and containers) in the content of a request.
pub const CONTENT_NODES_MAX: usize = 20_000;
/// One text inside the content of a request, in characters.
pub const CONTENT_TEXT_CHARS_MAX: usize = 20_000;
/// One line (a name, a title, a reference) inside the content of a request, in characters.
pub const LINE_CHARS_MAX: usize = 500;
/// Translated texts of a request, in all languages together.
pub const TRANSLATED_PASSAGES_MAX: usize = 1_000;
/// A JSON Pointer.
pub const POINTER_BYTES_MAX: usize = 512;
/// A reason, note or question written by an officer, in characters.
pub const NOTE_CHARS_MAX: usize = 8_000;
/// A reference number given by another authority, in characters.
pub const REFERENCE_CHARS_MAX: usize = 80;
/// Items asked for in one go, and outstanding in all.
pub const ASKED_ITEMS_MAX: usize = 200;
/// Answers to one request, of either kind, asked for or not.
pub const SUPPLEMENTS_MAX: usize = 500;
/// Changes in one answer.
pub const CHANGES_MAX: usize = 500;
/// Conditions of one acceptance.
pub const CONDITIONS_MAX: usize = 50;
/// Notes in the record of safeguards of one case.
pub const SAFEGUARD_NOTES_MAX: usize = 2_000;
/// Sources named for one answer.
pub const SOURCES_MAX: usize = 50;
/// Assurances in the register of one case.
pub const ASSURANCES_MAX: usize = 50;
/// Days on which an assurance is looked at.
pub const MONITORING_DATES_MAX: usize = 100;
/// Items that one item is derived from.
pub const DERIVED_FROM_MAX: usize = 200;
/// Complaints in one case.
pub const COMPLAINTS_MAX: usize = 200;
/// Measures of one request.
pub const MEASURES_MAX: usize = 100;
/// Holdings that one step of a track may list.
pub const AMOUNTS_MAX: usize = 200;
/// One amount, as a decimal number.
pub const AMOUNT_BYTES_MAX: usize = 24;
/// Events of one request; past it only closing remains possible.
pub const EVENTS_MAX: usize = 10_000;
/// Bytes of an old docket that is taken over.
pub const DOCKET_FILE_BYTES_MAX: usize = 8 << 20;
/// Rows of an old docket.
pub const DOCKET_ROWS_MAX: usize = 10_000;
/// Bytes of one cell of an old docket.
pub const DOCKET_CELL_BYTES_MAX: usize = 16 << 10;
/// Faults of an old docket that are told at once.
pub const DOCKET_FAULTS_MAX: usize = 200;
/// Costs of one request.
pub const COSTS_MAX: usize = 500;
/// Scanned papers of one request.
pub const SCANS_MAX: usize = 500;
/// Findings that one submission may carry.
pub const FINDINGS_MAX: usize = 1_000;

/// One attachment.
pub const ATTACHMENT_BYTES_MAX: u64 = 100 << 20;
/// Evidence items of one request.
pub const EVIDENCE_ITEMS_MAX: usize = 2_000;
/// One evidence item (64 GiB).
pub const EVIDENCE_ITEM_BYTES_MAX: u64 = 64 << 30;
/// Custody events of one evidence item.
pub const CUSTODY_EVENTS_MAX: usize = 1_000;
/// A file name, in bytes of UTF-8.
pub const FILE_NAME_BYTES_MAX: usize = 255;
/// A title, in characters.
pub const TITLE_CHARS_MAX: usize = 300;

/// Names in a label's set (States, caveats, consents).
pub const LABEL_SET_MAX: usize = 256;
/// One name in a label's set.
pub const LABEL_NAME_BYTES_MAX: usize = 32;

/// Values on one card, and associations.
pub const CARD_FACTS_MAX: usize = 500;
/// Files on one card.
pub const CARD_FILES_MAX: usize = 32;
/// Things that one record says.
pub const RECORD_ASSERTIONS_MAX: usize = 2_000;
/// Records and cards that are not there, asked for by one officer within [`MISSES_WITHIN_S`]: one more is not answered.
pub const MISSES_MAX: u32 = 30;
/// Seconds within which misses count together.
pub const MISSES_WITHIN_S: i64 = 3600;
/// Courts, defences and bodies that hold on to one record or card.
pub const HOLDS_MAX: usize = 64;
/// Words that may leave in no part of one record.
pub const CODEWORDS_MAX: usize = 256;
/// Records and cards that one officer opens in a day: one more is not answered.
pub const OPENED_DAY_MAX: usize = 300;
/// Cards that one officer takes out of the node in a day.
pub const TAKEN_OUT_DAY_MAX: usize = 50;
/// Records that a search for one word looks at.
pub const RECORDS_FOUND_MAX: u32 = 5_000;
/// States that one proposal may go to.
pub const RELEASE_STATES_MAX: usize = 256;
/// Groups of States that one node keeps.
pub const GROUPS_MAX: usize = 200;
/// Characters of a group's name.
pub const GROUP_NAME_CHARS_MAX: usize = 100;
/// A signed group: 256 members, and two signatures.
pub const GROUP_BYTES_MAX: usize = 8 << 10;
/// Questions, answers and words of feedback about one card.
pub const CARD_WORDS_MAX: usize = 500;
/// States that one application of a person may be taken to.
pub const ACCESS_STATES_MAX: usize = 64;
/// Names under which one person applies.
pub const ACCESS_NAMES_MAX: usize = 20;
/// Encounters of one card.
pub const ENCOUNTERS_MAX: usize = 5_000;

/// A session without use ends after this.
pub const SESSION_IDLE_S: i64 = 30 * 60;
/// A session ends after this in any case.
pub const SESSION_LIFE_S: i64 = 12 * 3600;
/// Sessions of one officer at once; one more ends the one that was used longest ago.
pub const SESSIONS_PER_OFFICER_MAX: u32 = 8;
/// Live keys of programs of one node.
pub const SCREEN_KEYS_MAX: usize = 256;
/// The name of a program's key, in characters.
pub const SCREEN_KEY_NAME_CHARS_MAX: usize = 64;
/// A program's key ends by itself after so many days at most.
pub const SCREEN_KEY_DAYS_MAX: u32 = 366;
/// Wrong sign-ins before the account is locked.
pub const SIGN_IN_FAILURES_MAX: u32 = 5;
/// How long it stays locked.
pub const LOCK_OUT_S: i64 = 15 * 60;
/// A password, in bytes; longer ones only cost time.
pub const PASSWORD_BYTES_MAX: usize = 1024;
/// A password, in characters.
pub const PASSWORD_CHARS_MIN: usize = 12;

/// How far another node's clock may run ahead of ours before its time is cut to ours.
pub const CLOCK_SKEW_MAX_S: i64 = 300;
/// How much more a running node's clock may gain between two looks than the node ran: with a look every hour time runs at most twice
/// as fast, however often somebody sets it.
pub const CLOCK_STEP_MAX_S: i64 = 3600;
/// How long a node may have been off for its clock to be taken at its word when it starts: a week, shorter than the shortest time
/// after which a record is deleted (thirty days), so that no single start reaches that.
pub const CLOCK_OFF_MAX_S: i64 = 7 * 24 * 3600;
/// Records that one officer opens, or proposes to release, in a day: two minutes for each fill a working day.
pub const BULK_OFFICER_DAY_MAX: usize = 200;
/// Of them so many may be of one group: a quarter of a full day's work. A large case has so many people in it; more is a list.
pub const BULK_GROUP_DAY_MAX: usize = 50;
/// Of one group so many by all officers of a node together, so that a list is not spread over desks: three that reach the limit.
pub const BULK_NODE_DAY_MAX: usize = 150;
/// One in so many releases, and readings, is looked at again by another officer.
pub const SAMPLE_ONE_IN: u64 = 20;
/// A second person looks at what one released alone within so many hours.
pub const ALONE_LOOK_HOURS: i64 = 24;
/// So many releases of one officer alone may wait for that look: more is no emergency but a habit.
pub const ALONE_UNSEEN_MAX: u64 = 3;
/// Records of this State in which something of one card stands.
pub const CARD_RECORDS_MAX: usize = 100;
/// Waiting time between two tries of the outbox.
pub const RETRY_CAP_S: i64 = 15 * 60;
/// Peers pinned by one node.
pub const PEERS_MAX: usize = 512;
/// A State card.
pub const CARD_BYTES_MAX: usize = 256 << 10;

/// Data items of one CBOR structure.
pub const CBOR_ITEMS_MAX: usize = 65_536;
/// Nesting of canonical JSON that we write ourselves.
pub const CANONICAL_JSON_DEPTH_MAX: usize = 64;
/// Signers of one signed object (root keys, old and new).
pub const SIGNERS_MAX: usize = 8;
/// Root keys of a State.
pub const CARD_ROOTS_MAX: usize = 5;
/// Node keys in a State card.
pub const CARD_NODES_MAX: usize = 16;
/// Authorities in a State card.
pub const CARD_AUTHORITIES_MAX: usize = 64;
/// Signing keys of one authority in a State card.
pub const CARD_KEYS_MAX: usize = 8;
/// Items of any other list in a State card.
pub const CARD_LIST_MAX: usize = 64;
/// One text in a State card.
pub const CARD_TEXT_BYTES_MAX: usize = 2048;
/// Encryption keys in a leaflet.
pub const LEAFLET_KEYS_MAX: usize = 16;
/// A leaflet.
pub const LEAFLET_BYTES_MAX: usize = 64 << 10;
/// One text in the manifest of an envelope.
pub const MANIFEST_TEXT_BYTES_MAX: usize = 4096;
/// A receipt; with its signatures it is about 4 KiB.
pub const RECEIPT_BYTES_MAX: usize = 16 << 10;
/// The proof that completes a receipt.
pub const RECEIPT_PROOF_BYTES_MAX: usize = 64 << 10;
/// A reason code in a receipt.
pub const RECEIPT_REASON_BYTES_MAX: usize = 64;
/// A file of private keys.
pub const KEY_CHEST_BYTES_MAX: usize = 1 << 20;
/// Memory that opening a file of private keys may ask for, in KiB.
pub const PASSPHRASE_MEMORY_KIB_MAX: u32 = 1 << 20;
/// Memory below which a passphrase protects nothing, in KiB.
pub const PASSPHRASE_MEMORY_KIB_MIN: u32 = 8 << 10;
/// Passes over that memory.
pub const PASSPHRASE_PASSES_MAX: u32 = 16;
/// Lanes of that memory.
pub const PASSPHRASE_LANES_MAX: u32 = 4;
/// A signed note (checkpoint with all signatures).
pub const NOTE_BYTES_MAX: usize = 256 << 10;
/// Signature lines of a note; the specification asks for at least 16.
pub const NOTE_SIGNATURES_MAX: usize = 32;
/// A file of records in a format of others.
pub const IMPORT_BYTES_MAX: usize = 64 << 20;
/// A list of files in an evidence package.
pub const BAG_LIST_BYTES_MAX: usize = 8 << 20;
/// Files of an evidence package.
pub const BAG_FILES_MAX: usize = 65_536;
/// A path inside an evidence package.
pub const BAG_PATH_BYTES_MAX: usize = 1024;
/// A custody file.
pub const CUSTODY_BYTES_MAX: usize = 4 << 20;

/// One line of a command, or of its answer, on the socket of a running node.
pub const SOCKET_LINE_BYTES_MAX: u64 = 8 << 20;
/// What follows a command on that socket: a list is the largest.
pub const SOCKET_BODY_BYTES_MAX: u64 = 256 << 20;
/// Commands at once on that socket.
pub const SOCKET_CONNECTIONS_MAX: usize = 8;
/// A list as a command reads it; the list's reader has the same limit.
pub const LIST_FILE_BYTES_MAX: usize = 256 << 20;
/// A file of States or of one State's profile.
pub const STATES_FILE_BYTES_MAX: usize = 16 << 20;
/// Problems of a verification that are told one by one.
pub const PROBLEMS_TOLD_MAX: usize = 200;

/// Questions of one group of the screening log.
pub const SCREEN_GROUP_ROWS_MAX: usize = 1024;
/// Questions that may wait to be logged before whoever asks is held back.
pub const SCREEN_WAITING_MAX: usize = 8192;
/// One question as JSON.
pub const SCREEN_QUESTION_BYTES_MAX: usize = 64 << 10;
/// How a question was asked, as JSON beside it: among which records, and how much.
pub const SCREEN_ASKED_WITH_BYTES_MAX: usize = 64 << 10;
/// One part of how a question was asked; of a longer one the commitment binds the SHA-256.
pub const SCREEN_ASKED_WITH_PART_BYTES_MAX: usize = 4 << 10;
/// Hits of one question that the log names.
pub const SCREEN_HITS_MAX: usize = 100;
/// Lists and versions that one row of the log names.
pub const SCREEN_LISTS_MAX: usize = 64;
/// The salts of an hour are destroyed so many hours after it began; no question's salt is older than a day then.
pub const SCREEN_SALT_HOURS_MAX: i64 = 23;
/// How long a question that hit something is kept.
pub const SCREEN_CONTENT_DAYS_MAX: i64 = 30;
/// How long a hit is kept that somebody has decided; an undecided one is kept until then.
pub const SCREEN_HIT_DAYS_MAX: i64 = 365;
/// Hits that may wait for a decision; past it they stand in the log only, and the node says so.
pub const SCREEN_QUEUE_MAX: u64 = 100_000;
/// Of them so many may be one program's, by its key: no program fills the queue alone.
pub const SCREEN_QUEUE_KEY_MAX: u64 = 5_000;
/// Officers whose question brought one hit that are kept with it.
pub const SCREEN_ASKERS_MAX: usize = 256;
/// How long a reviewed hit counts at most.
pub const REVIEW_DAYS_MAX: i64 = 365;
/// How long a subject may be watched before somebody must ask anew.
pub const WATCH_DAYS_MAX: i64 = 180;
/// Subjects that one officer may watch at a time.
pub const WATCHES_PER_OFFICER_MAX: u64 = 200;
/// A file of questions.
pub const SCREEN_FILE_BYTES_MAX: usize = 32 << 20;
/// Questions in one file.
pub const SCREEN_FILE_ROWS_MAX: usize = 100_000;
/// Files checked at once by one node.
pub const SCREEN_FILES_AT_ONCE_MAX: usize = 4;
/// How long the hits of a checked file are kept.
pub const SCREEN_FILE_DAYS_MAX: i64 = 7;
/// How long the references of a file's rows are kept in memory, in hours.
pub const SCREEN_FILE_ROWS_HOURS_MAX: i64 = 23;
/// A table of who joined which treaty.
pub const PARTICIPATION_FILE_BYTES_MAX: usize = 8 << 20;
/// Rows of such a table.
pub const PARTICIPATION_ROWS_MAX: usize = 50_000;
/// One cell of it.
pub const PARTICIPATION_CELL_BYTES_MAX: usize = 8 << 10;

/// Bytes of a file of vectors for the command line.
pub const VECTORS_FILE_BYTES_MAX: usize = 1 << 30;

/// Bytes of one part of a source that a release is built from; a longer one is held.
pub const RELEASE_PART_BYTES_MAX: usize = 64 << 10;
