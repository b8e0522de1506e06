//! The tables of cyber-observable objects (section 6).

use serde_json::Value;

use super::extensions::{
    ACCOUNT_EXTENSIONS, FILE_EXTENSIONS, PROCESS_EXTENSIONS, TRAFFIC_EXTENSIONS,
};
use super::forms;
use super::shape::{COUNT, HEX, Need, Parts, Shape, TEXTS, TIME, Told, WHOLE, Why, check};

const PATH_ENC: Shape = Shape::Form(("character set", forms::charset));
/// The table of a type, if it is one of these.
pub(super) fn table(kind: &str) -> Option<&'static Parts> {
    TABLES
        .iter()
        .find(|(name, _)| *name == kind)
        .map(|(_, table)| table)
}

/// The types.
pub(super) fn kinds() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name)
}

/// Whether a type of one's own has one of these in its name, which the schema of observed data does not let pass.
pub(super) fn looks_like_one(kind: &str) -> bool {
    kind.starts_with("artifact")
        || kind.ends_with("url")
        || kinds()
            .filter(|known| !matches!(*known, "artifact" | "url"))
            .any(|known| kind.contains(known))
}

const TABLES: &[(&str, Parts)] = &[
    (
        "artifact",
        Parts::with(
            &[],
            &[
                ("mime_type", Shape::Form(("media type", forms::media))),
                ("payload_bin", Shape::Form(("base64", forms::base64))),
                ("url", Shape::Text),
                ("hashes", Shape::Hashes),
                (
                    "encryption_algorithm",
                    Shape::OneOf(&["AES-256-GCM", "ChaCha20-Poly1305", "mime-type-indicated"]),
                ),
                ("decryption_key", Shape::Text),
            ],
            &[
                Need::One("payload_bin url"),
                Need::With("url", "hashes"),
                Need::With("decryption_key", "encryption_algorithm"),
            ],
        ),
    ),
    (
        "autonomous-system",
        Parts::of(&["number"], &[("number", WHOLE), ("name rir", Shape::Text)]),
    ),
    (
        "directory",
        Parts::of(
            &["path"],
            &[
                ("path", Shape::Text),
                ("path_enc", PATH_ENC),
                ("ctime mtime atime", TIME),
                ("contains_refs", TEXTS),
            ],
        ),
    ),
    (
        "domain-name",
        Parts::of(
            &["value"],
            &[("value", Shape::Text), ("resolves_to_refs", TEXTS)],
        ),
    ),
    (
        "email-addr",
        Parts::of(
            &["value"],
            &[("value display_name belongs_to_ref", Shape::Text)],
        ),
    ),
    (
        "email-message",
        Parts::with(
            &["is_multipart"],
            &[
                ("is_multipart", Shape::Flag),
                ("date", TIME),
                (
                    "content_type from_ref sender_ref message_id subject",
                    Shape::Text,
                ),
                ("to_refs cc_refs bcc_refs", TEXTS),
                ("received_lines", Shape::List(&Shape::Text, 0)),
                ("additional_header_fields", Shape::Law(headers)),
                ("body", Shape::Text),
                ("body_multipart", Shape::List(&Shape::Parts(&MIME_PART), 0)),
                ("raw_email_ref", Shape::Text),
            ],
            &[
                Need::If("is_multipart", false, &[], &["body_multipart"]),
                Need::If("is_multipart", true, &[], &["body"]),
            ],
        ),
    ),
    (
        "file",
        Parts::with(
            &[],
            &[
                ("extensions", Shape::Extensions(FILE_EXTENSIONS)),
                ("hashes", Shape::Hashes),
                ("size", COUNT),
                (
                    "name mime_type parent_directory_ref content_ref",
                    Shape::Text,
                ),
                ("name_enc", PATH_ENC),
                ("magic_number_hex", HEX),
                ("ctime mtime atime", TIME),
                ("contains_refs", TEXTS),
            ],
            &[Need::Any("hashes name")],
        ),
    ),
    (
        "ipv4-addr",
        Parts::of(
            &["value"],
            &[
                ("value", Shape::Form(("IPv4", forms::ipv4))),
                ("resolves_to_refs belongs_to_refs", TEXTS),
            ],
        ),
    ),
    (
        "ipv6-addr",
        Parts::of(
            &["value"],
            &[
                ("value", Shape::Form(("IPv6", forms::ipv6))),
                ("resolves_to_refs belongs_to_refs", TEXTS),
            ],
        ),
    ),
    (
        "mac-addr",
        Parts::of(&["value"], &[("value", Shape::Form(("MAC", forms::mac)))]),
    ),
    ("mutex", Parts::of(&["name"], &[("name", Shape::Text)])),
    (
        "network-traffic",
        Parts::with(
            &["protocols"],
            &[
                ("extensions", Shape::Extensions(TRAFFIC_EXTENSIONS)),
                ("is_active", Shape::Flag),
                ("start end", TIME),
                ("src_ref dst_ref", Shape::Text),
                ("src_port dst_port", PORT),
                ("protocols", TEXTS),
                (
                    "src_byte_count dst_byte_count src_packets dst_packets",
                    WHOLE,
                ),
                ("ipfix", Shape::Each(&Shape::Law(text_or_whole))),
                (
                    "src_payload_ref dst_payload_ref encapsulated_by_ref",
                    Shape::Text,
                ),
                ("encapsulates_refs", TEXTS),
            ],
            &[
                Need::Any("src_ref dst_ref"),
                Need::If("is_active", true, &[], &["end"]),
            ],
        ),
    ),
    (
        "process",
        Parts::with(
            &[],
            &[
                ("extensions", Shape::Extensions(PROCESS_EXTENSIONS)),
                ("is_hidden", Shape::Flag),
                ("pid", WHOLE),
                ("created_time", TIME),
                ("cwd command_line", Shape::Text),
                ("environment_variables", Shape::Dictionary),
                ("opened_connection_refs child_refs", TEXTS),
                ("creator_user_ref image_ref parent_ref", Shape::Text),
            ],
            &[Need::Any(
                "extensions is_hidden pid name created cwd arguments command_line environment_variables \
                opened_connection_refs creator_user_ref image_ref parent_ref child_refs",
            )],
        ),
    ),
    (
        "software",
        Parts::of(
            &["name"],
            &[
                ("name", Shape::Text),
                ("cpe", Shape::Form(("CPE", forms::cpe))),
                ("swid", Shape::Text),
                (
                    "languages",
                    Shape::List(&Shape::Form(("language", forms::language)), 1),
                ),
                ("vendor version", Shape::Text),
            ],
        ),
    ),
    ("url", Parts::of(&["value"], &[("value", Shape::Text)])),
    (
        "user-account",
        Parts::with(
            &[],
            &[
                ("extensions", Shape::Extensions(ACCOUNT_EXTENSIONS)),
                (
                    "user_id credential account_login account_type display_name",
                    Shape::Text,
                ),
                (
                    "is_service_account is_privileged can_escalate_privs is_disabled",
                    Shape::Flag,
                ),
                (
                    "account_created account_expires credential_last_changed account_first_login \
                account_last_login",
                    TIME,
                ),
            ],
            &[Need::Any(
                "extensions user_id credential account_login account_type display_name is_service_account \
                is_privileged can_escalate_privs is_disabled account_created account_expires \
                credential_last_changed account_first_login account_last_login",
            )],
        ),
    ),
    (
        "windows-registry-key",
        Parts::with(
            &[],
            &[
                (
                    "key",
                    Shape::Form(("key with its root written out", forms::registry)),
                ),
                ("values", Shape::List(&Shape::Parts(&REGISTRY_VALUE), 0)),
                ("modified_time", TIME),
                ("creator_user_ref", Shape::Text),
                ("number_of_subkeys", WHOLE),
            ],
            &[Need::Any(
                "key values modified creator_user_ref number_of_subkeys",
            )],
        ),
    ),
    (
        "x509-certificate",
        Parts::with(
            &[],
            &[
                ("is_self_signed", Shape::Flag),
                ("hashes", Shape::Hashes),
                (
                    "version serial_number signature_algorithm issuer subject subject_public_key_algorithm \
                subject_public_key_modulus",
                    Shape::Text,
                ),
                ("validity_not_before validity_not_after", TIME),
                ("subject_public_key_exponent", WHOLE),
                ("x509_v3_extensions", Shape::Parts(&CERTIFICATE)),
            ],
            &[Need::Any(
                "is_self_signed hashes version serial_number signature_algorithm issuer \
                validity_not_before validity_not_after subject subject_public_key_algorithm \
                subject_public_key_modulus subject_public_key_exponent x509_v3_extensions",
            )],
        ),
    ),
];

const PORT: Shape = Shape::Whole(0, 65_535);

const MIME_PART: Parts = Parts::with(
    &[],
    &[(
        "body body_raw_ref content_type content_disposition",
        Shape::Text,
    )],
    &[Need::One("body body_raw_ref")],
);

const REGISTRY_VALUE: Parts = Parts::with(
    &[],
    &[
        ("name data", Shape::Text),
        (
            "data_type",
            Shape::OneOf(&[
                "REG_NONE",
                "REG_SZ",
                "REG_EXPAND_SZ",
                "REG_BINARY",
                "REG_DWORD",
                "REG_DWORD_BIG_ENDIAN",
                "REG_DWORD_LITTLE_ENDIAN",
                "REG_LINK",
                "REG_MULTI_SZ",
                "REG_RESOURCE_LIST",
                "REG_FULL_RESOURCE_DESCRIPTION",
                "REG_RESOURCE_REQUIREMENTS_LIST",
                "REG_QWORD",
                "REG_INVALID_TYPE",
            ]),
        ),
    ],
    &[Need::Any("name data data_type")],
);

const CERTIFICATE: Parts = Parts::with(
    &[],
    &[
        (
            "basic_constraints name_constraints policy_constraints key_usage extended_key_usage \
                subject_key_identifier authority_key_identifier subject_alternative_name \
                issuer_alternative_name subject_directory_attributes crl_distribution_points \
                inhibit_any_policy certificate_policies policy_mappings",
            Shape::Text,
        ),
        (
            "private_key_usage_period_not_before private_key_usage_period_not_after",
            TIME,
        ),
    ],
    &[Need::Any(
        "basic_constraints name_constraints policy_constraints key_usage extended_key_usage \
                subject_key_identifier authority_key_identifier subject_alternative_name \
                issuer_alternative_name subject_directory_attributes crl_distribution_points \
                inhibit_any_policy private_key_usage_period_not_before \
                private_key_usage_period_not_after certificate_policies policy_mappings",
    )],
);

/// A text or a whole number.
pub(super) fn text_or_whole(value: &Value, path: &str, told: &mut Told) {
    if !value.is_string() {
        check(value, &WHOLE, path, told);
    }
}

/// Further lines of the head of a message; lines that have a property of their own are not alone there.
fn headers(value: &Value, path: &str, told: &mut Told) {
    const OWN: &[&str] = &[
        "received_lines",
        "content_type",
        "from_ref",
        "sender_ref",
        "to_refs",
        "cc_refs",
        "bcc_refs",
    ];
    check(value, &Shape::Each(&Shape::Texts), path, told);
    let own = |name: &String| {
        name.starts_with("date")
            || name.ends_with("subject")
            || OWN.iter().any(|own| name.contains(own))
    };
    if value.as_object().is_some_and(|map| map.keys().all(own)) {
        told.add(path, Why::Name, "lines without a property of their own");
    }
}
