//! Sets every paper in every language and reads it back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use model::label::Class;
use model::request::UrgencyGround;
use model::{Lang, Standing};
use paper::fonts::{Script, scripts_of};
use paper::{PaperError, PaperKind, Press, compose};

use crate::case::{digest, letter};

/// Where Debian keeps fonts-noto-core and fonts-noto-cjk.
const FONT_FOLDERS: [&str; 2] = [
    "/usr/share/fonts/truetype/noto",
    "/usr/share/fonts/opentype/noto",
];

fn in_ci() -> bool {
    std::env::var_os("CI").is_some()
}

/// The bytes of the fonts for these scripts; `None` where the machine lacks them (never in CI).
fn font_bytes(scripts: &BTreeSet<Script>) -> Option<Vec<Vec<u8>>> {
    let mut out = Vec::new();
    for wanted in scripts.iter().flat_map(|script| script.font_files()) {
        let found = wanted
            .iter()
            .flat_map(|name| FONT_FOLDERS.map(|folder| Path::new(folder).join(name)))
            .find_map(|path| std::fs::read(path).ok());
        match found {
            Some(bytes) => out.push(bytes),
            None => {
                assert!(
                    !in_ci(),
                    "install fonts-noto-core and fonts-noto-cjk: {wanted:?} not found"
                );
                eprintln!(
                    "skipped: {wanted:?} not found (Debian: fonts-noto-core, fonts-noto-cjk)"
                );
                return None;
            }
        }
    }
    Some(out)
}

fn press() -> Option<&'static Press> {
    static PRESS: OnceLock<Option<Press>> = OnceLock::new();
    PRESS
        .get_or_init(|| font_bytes(&BTreeSet::from(Script::NAMED)).map(Press::new))
        .as_ref()
}

/// What a tool says about a file; `None` where poppler is missing (never in CI).
fn poppler(tool: &str, args: &[&str], file: &Path) -> Option<String> {
    let output = Command::new(tool).args(args).arg(file).arg("-").output();
    match output {
        Ok(output) => {
            assert!(
                output.status.success(),
                "{tool}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            Some(String::from_utf8_lossy(&output.stdout).into_owned())
        }
        Err(_) => {
            assert!(!in_ci(), "install poppler-utils");
            eprintln!("skipped: no {tool} (Debian: poppler-utils)");
            None
        }
    }
}

/// Where the papers are left to be looked at.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// More Arabic letters than the case itself brings into a paper of any language.
const ARABIC_LETTERS_MIN: usize = 200;

/// Spaces and line ends are the layout's; the words are ours.
fn squeezed(text: &str) -> String {
    let plain = paper::words::without_isolates(text);
    plain.split_whitespace().collect::<String>().to_lowercase()
}

fn arabic_letters(text: &str) -> usize {
    text.chars()
        .filter(|c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{feff}'))
        .count()
}

/// Words that must be readable in each paper, beside reference and digest. None in Arabic: how its letters are joined and
/// ordered again is the reading tool's affair, so that they are counted instead.
fn key_words(kind: PaperKind, lang: Lang) -> Vec<&'static str> {
    match (kind, lang) {
        (PaperKind::Request, Lang::En) => vec![
            "Request for mutual legal assistance",
            "Coral Bank",
            "Schedule A. Persons concerned",
            "CONFIDENTIAL",
        ],
        (PaperKind::Request, Lang::Fr) => vec![
            "Demande d’entraide judiciaire",
            "l’honneur",
            "Annexe A. Personnes concernées",
        ],
        (PaperKind::Request, Lang::Es) => {
            vec!["Solicitud de asistencia judicial recíproca", "Anexo A"]
        }
        (PaperKind::Request, Lang::Ru) => vec!["Запрос о взаимной правовой помощи", "Приложение A"],
        (PaperKind::Request, Lang::Zh) => vec!["司法协助请求书", "有关人员"],
        (PaperKind::Acknowledgement, Lang::En) => vec![
            "Acknowledgement of receipt",
            "BE/IC/2026/311",
            "3 June 2026",
        ],
        (PaperKind::Acknowledgement, Lang::Fr) => vec!["Accusé de réception", "3 juin 2026"],
        (PaperKind::Acknowledgement, Lang::Es) => vec!["Acuse de recibo", "3 de junio de 2026"],
        (PaperKind::Acknowledgement, Lang::Ru) => vec!["Подтверждение получения", "3 июня 2026 г."],
        (PaperKind::Acknowledgement, Lang::Zh) => vec!["收讫通知", "2026年6月3日"],
        (PaperKind::Certificate, Lang::En) => vec![
            "Certificate of evidence",
            "Custody record",
            "200 MiB",
            "statements-4410-7782-09.pdf",
        ],
        (PaperKind::Certificate, Lang::Fr) => vec![
            "Certificat relatif aux éléments de preuve",
            "Registre de garde",
            "200 Mio",
        ],
        (PaperKind::Certificate, Lang::Es) => vec![
            "Certificado de pruebas",
            "Lista de elementos",
            "Registro de custodia",
        ],
        (PaperKind::Certificate, Lang::Ru) => vec!["Удостоверение о доказательствах", "200 МиБ"],
        (PaperKind::Certificate, Lang::Zh) => vec!["证据证明书", "听证录像"],
        // Read back with the pages that show them.
        // What the translator wrote, in whichever language the paper is.
        (PaperKind::Translation, _) => vec!["Надя Окоро", "погибли одиннадцать человек"],
        (PaperKind::Defence, Lang::En) => vec!["Coral Bank", "Speaks for the accused"],
        (PaperKind::Defence, Lang::Ar) => Vec::new(),
        (PaperKind::Defence, _) => vec!["Coral Bank"],
        (PaperKind::Request | PaperKind::Acknowledgement | PaperKind::Certificate, Lang::Ar) => {
            Vec::new()
        }
    }
}

fn read_back(kind: PaperKind, lang: Lang) {
    let Some(press) = press() else { return };
    let data = letter(kind);
    let pdf = press
        .letter(&data, lang)
        .unwrap_or_else(|e| panic!("{kind:?} {lang:?}: {e}"));
    let file = folder().join(format!("{}-{}.pdf", kind.code(), lang.code()));
    std::fs::write(&file, &pdf).expect("written");
    let Some(info) = poppler_info(&file) else {
        return;
    };
    assert!(info.contains("Tagged:          yes"), "{info}");
    let pages: usize = info
        .lines()
        .find_map(|line| line.strip_prefix("Pages:"))
        .and_then(|count| count.trim().parse().ok())
        .expect("a number of pages");
    let Some(text) = poppler("pdftotext", &["-enc", "UTF-8", "-layout"], &file) else {
        return;
    };
    let plain = squeezed(&text);
    let record = data.drawn.record.to_string();
    assert!(
        plain.matches(&record).count() >= pages,
        "the digest on each of {pages} pages: {text}"
    );
    assert!(
        plain.matches(&squeezed("XA-CA-2026-000042-K")).count() >= pages,
        "the number on each page"
    );
    assert!(
        plain.matches(&squeezed("TLP:AMBER+STRICT")).count() >= 2 * pages,
        "the band twice on each page"
    );
    for word in key_words(kind, lang) {
        assert!(
            plain.contains(&squeezed(word)),
            "{kind:?} {lang:?} lacks {word}: {text}"
        );
    }
    assert!(
        lang != Lang::Ar || arabic_letters(&text) >= ARABIC_LETTERS_MIN,
        "{kind:?} is hardly Arabic: {text}"
    );
}

fn poppler_info(file: &Path) -> Option<String> {
    let output = Command::new("pdfinfo").arg(file).output();
    let Ok(output) = output else {
        assert!(!in_ci(), "install poppler-utils");
        return None;
    };
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn requests_in_six_languages() {
    for lang in Lang::ALL {
        read_back(PaperKind::Request, *lang);
    }
}

/// A letter about an earlier request does not ask for assistance anew, and every instrument has its title in the language.
fn says_what_it_is(kind: model::kind::Kind, sheet: &paper::print::Sheet, lang: Lang) {
    let own = format!("{}-opening", kind.code());
    let about = kind.is_about_another();
    assert!(!about || paper::words::has(lang, &own), "{own} {lang}");
    let said = format!("{:?}", sheet.blocks);
    for id in ["BOMBINGS-1997", "FINANCING-1999", "UNTOC-2000"] {
        let title = paper::words::instrument(lang, id, "");
        assert!(!said.contains(id) || said.contains(&title), "{lang}: {id}");
    }
}

/// The example of every kind of request, as its form orders it: titled by its kind, in six languages.
#[test]
fn the_letter_of_every_kind() {
    let Some(press) = press() else { return };
    for template in model::template::all() {
        let mut data = letter(PaperKind::Request);
        data.form = model::template::Forms::shipped().reading(&template.name, template.version);
        let example = model::template::example(template.kind).expect("shipped");
        data.content = serde_json::from_str(example).expect("JSON");
        for lang in Lang::ALL.iter().copied() {
            let sheet = compose(&data, lang);
            let title = paper::words::word(lang, &format!("{}-template", template.name));
            assert_eq!(sheet.title, title);
            says_what_it_is(template.kind, &sheet, lang);
            let pdf = press.letter(&data, lang).expect("set");
            let file = folder().join(format!("{}-{}.pdf", template.name, lang.code()));
            std::fs::write(&file, &pdf).expect("written");
        }
    }
}

#[test]
fn acknowledgements_in_six_languages() {
    for lang in Lang::ALL {
        read_back(PaperKind::Acknowledgement, *lang);
    }
}

#[test]
fn certificates_in_six_languages() {
    for lang in Lang::ALL {
        read_back(PaperKind::Certificate, *lang);
    }
}

#[test]
fn translators_certificates_in_six_languages() {
    for lang in Lang::ALL {
        read_back(PaperKind::Translation, *lang);
    }
}

#[test]
fn records_for_the_defence_in_six_languages() {
    for lang in Lang::ALL {
        read_back(PaperKind::Defence, *lang);
    }
}

/// The codes of a package stand whole on their pages, each with its place.
#[test]
fn packages_in_six_languages() {
    let Some(press) = press() else { return };
    let mut data = letter(PaperKind::Request);
    data.codes = crate::told::codes();
    for lang in Lang::ALL.iter().copied() {
        let pdf = press.letter(&data, lang).expect("set");
        let file = folder().join(format!("package-{}.pdf", lang.code()));
        std::fs::write(&file, &pdf).expect("written");
        let Some(text) = poppler("pdftotext", &["-enc", "UTF-8", "-layout"], &file) else {
            return;
        };
        for n in 1..=data.codes.len() {
            let place = squeezed(&format!("{n} / {}", data.codes.len()));
            assert!(squeezed(&text).contains(&place), "{lang}: {place}");
        }
    }
}

#[test]
fn the_same_record_gives_the_same_bytes_and_claims_its_standards() {
    let Some(press) = press() else { return };
    let data = letter(PaperKind::Acknowledgement);
    let first = press.letter(&data, Lang::Fr).expect("set");
    let fresh = font_bytes(&BTreeSet::from(Script::NAMED))
        .map(Press::new)
        .expect("fonts");
    let second = fresh.letter(&data, Lang::Fr).expect("set");
    assert!(first == second, "bytes differ");
    let text = String::from_utf8_lossy(&first);
    for mark in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(text.contains(mark), "no {mark}");
    }
    assert!(text.contains("2026-05-20T12:45:00"), "dated by the record");
}

/// The paper has these words, and of the notices of a standing only one that begins as one of them does.
fn says(text: &str, lang: Lang, words: &[&str]) {
    let plain = squeezed(text);
    for word in words {
        assert!(plain.contains(&squeezed(word)), "no {word}: {text}");
    }
    for key in ["paper-consultation", "paper-urgent-completion"] {
        let notice = paper::words::word(lang, key);
        let begin: String = notice.chars().take(20).collect();
        let wanted = words.iter().any(|word| word.starts_with(&begin));
        assert_eq!(plain.contains(&squeezed(&begin)), wanted, "{begin}: {text}");
    }
}

#[test]
fn every_band_and_every_standing_can_be_set() {
    let press = Press::new(Vec::new());
    let urgent = Standing::UrgentCompletion {
        by: jiff::civil::date(2026, 6, 1),
        ground: UrgencyGround::Evidence,
        head_reason: "The provider deletes after 30 days.".to_owned(),
        head: model::OfficerId::new("2026-05-20T12:45:00Z".parse().expect("a time"), [1; 10]),
    };
    let table: [(Class, Standing, Lang, &[&str]); 3] = [
        (
            Class::TopSecret,
            urgent,
            Lang::Ru,
            &[
                "Совершенно секретно · Арвения · TLP:AMBER+STRICT",
                "Срочно; запрос ещё не полон: остальное последует до 1 июня 2026 г.",
                "под угрозой: утрата доказательств",
                "The provider deletes after 30 days.",
            ],
        ),
        (
            Class::Restricted,
            Standing::Consultation,
            Lang::Es,
            &[
                "Difusión limitada · Arvenia · TLP:AMBER+STRICT",
                "Proyecto para consulta. Carece de efectos jurídicos",
            ],
        ),
        (
            Class::Official,
            Standing::Complete,
            Lang::En,
            &["Official · Arvenia · TLP:AMBER+STRICT"],
        ),
    ];
    for (class, standing, lang, words) in table {
        let mut data = letter(PaperKind::Request);
        data.label.class = class;
        data.standing = standing;
        let pdf = press
            .letter(&data, lang)
            .unwrap_or_else(|e| panic!("{class:?}: {e}"));
        let file = folder().join(format!("band-{class:?}.pdf"));
        std::fs::write(&file, pdf).expect("written");
        let Some(text) = poppler("pdftotext", &["-enc", "UTF-8", "-layout"], &file) else {
            continue;
        };
        says(&text, lang, words);
    }
}

#[test]
fn a_script_without_a_font_is_named() {
    let press = Press::new(vec![b"no font".to_vec()]);
    assert_eq!(
        press.scripts(),
        BTreeSet::from([Script::Latin, Script::Cyrillic])
    );
    let mut data = letter(PaperKind::Request);
    let error = press.letter(&data, Lang::Ar).expect_err("no Arabic font");
    assert!(
        matches!(
            error,
            PaperError::FontMissing {
                script: Script::Arabic,
                ..
            }
        ),
        "{error}"
    );
    let said = error.say(Lang::En);
    assert!(
        said.contains("fonts-noto-core") && said.contains("Arabic"),
        "{said}"
    );
    data.content["title"] = "\u{e01}\u{e23}\u{e13}\u{e35}".into();
    let error = press.letter(&data, Lang::En).expect_err("no Thai font");
    assert!(
        error.say(Lang::Fr).contains("U+0E01"),
        "{}",
        error.say(Lang::Fr)
    );
    assert!(
        press
            .letter(&letter(PaperKind::Acknowledgement), Lang::Es)
            .is_ok()
    );
}

#[test]
fn what_an_author_writes_is_text_and_never_layout() {
    let press = Press::new(Vec::new());
    let mut data = letter(PaperKind::Request);
    data.content["title"] = "#panic(\"out\") *bold* $x$ = \\ <b> #read(\"/etc/passwd\") ]".into();
    data.content["facts"]["act"] = "a\u{7}b\u{202e}c\u{0}d\u{feff}\te".into();
    press.letter(&data, Lang::En).expect("set as text");
}

#[test]
fn a_press_serves_many_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Press>();
}

#[test]
fn a_sheet_names_the_scripts_it_needs() {
    let latin = compose(&letter(PaperKind::Request), Lang::En);
    assert_eq!(scripts_of(&latin), BTreeSet::from([Script::Latin]));
    let mixed = compose(&letter(PaperKind::Certificate), Lang::Ru);
    assert_eq!(scripts_of(&mixed), BTreeSet::from(Script::NAMED));
}

#[test]
fn the_code_says_the_digest() {
    let svg = paper::print::qr_svg(&paper::print::qr_text(&digest(7).to_string()));
    assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>") && svg.len() < 20_000);
    assert!(
        !svg.contains("style"),
        "the print view's policy allows no inline style"
    );
    assert_eq!(paper::print::qr_svg(&"x".repeat(5_000)), "");
}
