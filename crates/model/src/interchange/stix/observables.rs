//! The tables of cyber-observable objects (section 6).

use serde_json::Value;

use super::forms;
use super::shape::{COUNT, HEX, Need, Parts, Shape, TEXTS, TIME, Told, WHOLE, Why, check};

const PATH_ENC: Shape = Shape::Form(("character set", forms::charset));
/// The name of each windows service state ends so.
const SERVICE_STATES: &[&str] = &[
    "SERVICE_CONTINUE_PENDING",
    "SERVICE_PAUSE_PENDING",
    "SERVICE_PAUSED",
    "SERVICE_RUNNING",
    "SERVICE_START_PENDING",
    "SERVICE_STOP_PENDING",
    "SERVICE_STOPPED",
];

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
                Need::One(&["payload_bin", "url"]),
                Need::With("url", "hashes"),
                Need::With("decryption_key", "encryption_algorithm"),
            ],
        ),
    ),
    (
        "autonomous-system",
        Parts::of(
            &["number"],
            &[
                ("number", WHOLE),
                ("name", Shape::Text),
                ("rir", Shape::Text),
            ],
        ),
    ),
    (
        "directory",
        Parts::of(
            &["path"],
            &[
                ("path", Shape::Text),
                ("path_enc", PATH_ENC),
                ("ctime", TIME),
                ("mtime", TIME),
                ("atime", TIME),
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
            &[
                ("value", Shape::Text),
                ("display_name", Shape::Text),
                ("belongs_to_ref", Shape::Text),
            ],
        ),
    ),
    (
        "email-message",
        Parts::with(
            &["is_multipart"],
            &[
                ("is_multipart", Shape::Flag),
                ("date", TIME),
                ("content_type", Shape::Text),
                ("from_ref", Shape::Text),
                ("sender_ref", Shape::Text),
                ("to_refs", TEXTS),
                ("cc_refs", TEXTS),
                ("bcc_refs", TEXTS),
                ("message_id", Shape::Text),
                ("subject", Shape::Text),
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
                ("name", Shape::Text),
                ("name_enc", PATH_ENC),
                ("magic_number_hex", HEX),
                ("mime_type", Shape::Text),
                ("ctime", TIME),
                ("mtime", TIME),
                ("atime", TIME),
                ("parent_directory_ref", Shape::Text),
                ("contains_refs", TEXTS),
                ("content_ref", Shape::Text),
            ],
            &[Need::Any(&["hashes", "name"])],
        ),
    ),
    (
        "ipv4-addr",
        Parts::of(
            &["value"],
            &[
                ("value", Shape::Form(("IPv4", forms::ipv4))),
                ("resolves_to_refs", TEXTS),
                ("belongs_to_refs", TEXTS),
            ],
        ),
    ),
    (
        "ipv6-addr",
        Parts::of(
            &["value"],
            &[
                ("value", Shape::Form(("IPv6", forms::ipv6))),
                ("resolves_to_refs", TEXTS),
                ("belongs_to_refs", TEXTS),
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
                ("start", TIME),
                ("end", TIME),
                ("src_ref", Shape::Text),
                ("dst_ref", Shape::Text),
                ("src_port", PORT),
                ("dst_port", PORT),
                ("protocols", TEXTS),
                ("src_byte_count", WHOLE),
                ("dst_byte_count", WHOLE),
                ("src_packets", WHOLE),
                ("dst_packets", WHOLE),
                ("ipfix", Shape::Each(&Shape::Law(text_or_whole))),
                ("src_payload_ref", Shape::Text),
                ("dst_payload_ref", Shape::Text),
                ("encapsulates_refs", TEXTS),
                ("encapsulated_by_ref", Shape::Text),
            ],
            &[
                Need::Any(&["src_ref", "dst_ref"]),
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
                ("cwd", Shape::Text),
                ("command_line", Shape::Text),
                ("environment_variables", Shape::Dictionary),
                ("opened_connection_refs", TEXTS),
                ("creator_user_ref", Shape::Text),
                ("image_ref", Shape::Text),
                ("parent_ref", Shape::Text),
                ("child_refs", TEXTS),
            ],
            &[Need::Any(&[
                "extensions",
                "is_hidden",
                "pid",
                "name",
                "created",
                "cwd",
                "arguments",
                "command_line",
                "environment_variables",
                "opened_connection_refs",
                "creator_user_ref",
                "image_ref",
                "parent_ref",
                "child_refs",
            ])],
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
                ("vendor", Shape::Text),
                ("version", Shape::Text),
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
                ("user_id", Shape::Text),
                ("credential", Shape::Text),
                ("account_login", Shape::Text),
                ("account_type", Shape::Text),
                ("display_name", Shape::Text),
                ("is_service_account", Shape::Flag),
                ("is_privileged", Shape::Flag),
                ("can_escalate_privs", Shape::Flag),
                ("is_disabled", Shape::Flag),
                ("account_created", TIME),
                ("account_expires", TIME),
                ("credential_last_changed", TIME),
                ("account_first_login", TIME),
                ("account_last_login", TIME),
            ],
            &[Need::Any(&[
                "extensions",
                "user_id",
                "credential",
                "account_login",
                "account_type",
                "display_name",
                "is_service_account",
                "is_privileged",
                "can_escalate_privs",
                "is_disabled",
                "account_created",
                "account_expires",
                "credential_last_changed",
                "account_first_login",
                "account_last_login",
            ])],
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
            &[Need::Any(&[
                "key",
                "values",
                "modified",
                "creator_user_ref",
                "number_of_subkeys",
            ])],
        ),
    ),
    (
        "x509-certificate",
        Parts::with(
            &[],
            &[
                ("is_self_signed", Shape::Flag),
                ("hashes", Shape::Hashes),
                ("version", Shape::Text),
                ("serial_number", Shape::Text),
                ("signature_algorithm", Shape::Text),
                ("issuer", Shape::Text),
                ("validity_not_before", TIME),
                ("validity_not_after", TIME),
                ("subject", Shape::Text),
                ("subject_public_key_algorithm", Shape::Text),
                ("subject_public_key_modulus", Shape::Text),
                ("subject_public_key_exponent", WHOLE),
                ("x509_v3_extensions", Shape::Parts(&CERTIFICATE)),
            ],
            &[Need::Any(&[
                "is_self_signed",
                "hashes",
                "version",
                "serial_number",
                "signature_algorithm",
                "issuer",
                "validity_not_before",
                "validity_not_after",
                "subject",
                "subject_public_key_algorithm",
                "subject_public_key_modulus",
                "subject_public_key_exponent",
                "x509_v3_extensions",
            ])],
        ),
    ),
];

const PORT: Shape = Shape::Whole(0, 65_535);

const MIME_PART: Parts = Parts::with(
    &[],
    &[
        ("body", Shape::Text),
        ("body_raw_ref", Shape::Text),
        ("content_type", Shape::Text),
        ("content_disposition", Shape::Text),
    ],
    &[Need::One(&["body", "body_raw_ref"])],
);

const FILE_EXTENSIONS: &[(&str, &Parts)] = &[
    (
        "ntfs-ext",
        &Parts::with(
            &[],
            &[
                ("sid", Shape::Text),
                (
                    "alternate_data_streams",
                    Shape::List(
                        &Shape::Parts(&Parts::of(
                            &["name"],
                            &[
                                ("name", Shape::Text),
                                ("hashes", Shape::Hashes),
                                ("size", COUNT),
                            ],
                        )),
                        0,
                    ),
                ),
            ],
            &[Need::Any(&["sid", "alternate_data_streams"])],
        ),
    ),
    (
        "raster-image-ext",
        &Parts::with(
            &[],
            &[
                ("image_height", WHOLE),
                ("image_width", WHOLE),
                ("bits_per_pixel", WHOLE),
                ("exif_tags", Shape::Law(exif)),
            ],
            &[Need::Any(&[
                "image_height",
                "image_width",
                "bits_per_pixel",
                "image_compression_algorithm",
                "exif_tags",
            ])],
        ),
    ),
    (
        "pdf-ext",
        &Parts::with(
            &[],
            &[
                ("version", Shape::Text),
                ("is_optimized", Shape::Flag),
                ("document_info_dict", Shape::Each(&Shape::Text)),
                ("pdfid0", Shape::Text),
                ("pdfid1", Shape::Text),
            ],
            &[Need::Any(&[
                "version",
                "is_optimized",
                "document_info_dict",
                "pdfid0",
                "pdfid1",
            ])],
        ),
    ),
    (
        "archive-ext",
        &Parts::of(
            &["contains_refs"],
            &[("contains_refs", TEXTS), ("comment", Shape::Text)],
        ),
    ),
    (
        "windows-pebinary-ext",
        &Parts::with(
            &["pe_type"],
            &[
                ("pe_type", Shape::Text),
                ("imphash", Shape::Text),
                ("machine_hex", HEX),
                ("number_of_sections", COUNT),
                (
                    "time_date_stamp",
                    Shape::Form(("time in whole seconds", whole_seconds)),
                ),
                ("pointer_to_symbol_table_hex", HEX),
                ("number_of_symbols", COUNT),
                ("size_of_optional_header", COUNT),
                ("characteristics_hex", HEX),
                ("file_header_hashes", Shape::Hashes),
                ("optional_header", Shape::Law(pe_header)),
                (
                    "sections",
                    Shape::List(
                        &Shape::Parts(&Parts::of(
                            &["name"],
                            &[
                                ("name", Shape::Text),
                                ("size", COUNT),
                                ("entropy", Shape::Number(f64::MIN, f64::MAX)),
                                ("hashes", Shape::Hashes),
                            ],
                        )),
                        1,
                    ),
                ),
            ],
            &[Need::Any(&[
                "imphash",
                "machine_hex",
                "number_of_sections",
                "time_date_stamp",
                "pointer_to_symbol_table_hex",
                "number_of_symbols",
                "size_of_optional_header",
                "characteristics_hex",
                "file_header_hashes",
                "optional_header",
                "sections",
            ])],
        ),
    ),
];

const PE_HEADER: Parts = Parts {
    must: &[],
    fields: &[
        ("magic_hex", HEX),
        ("major_linker_version", WHOLE),
        ("minor_linker_version", WHOLE),
        ("size_of_code", COUNT),
        ("size_of_initialized_data", COUNT),
        ("size_of_uninitialized_data", COUNT),
        ("address_of_entry_point", WHOLE),
        ("base_of_code", WHOLE),
        ("base_of_data", WHOLE),
        ("image_base", WHOLE),
        ("section_alignment", WHOLE),
        ("file_alignment", WHOLE),
        ("major_os_version", WHOLE),
        ("minor_os_version", WHOLE),
        ("major_image_version", WHOLE),
        ("minor_image_version", WHOLE),
        ("major_subsystem_version", WHOLE),
        ("minor_subsystem_version", WHOLE),
        ("win32_version_value_hex", HEX),
        ("size_of_image", COUNT),
        ("size_of_headers", COUNT),
        ("checksum_hex", HEX),
        ("subsystem_hex", HEX),
        ("dll_characteristics_hex", HEX),
        ("size_of_stack_reserve", COUNT),
        ("size_of_stack_commit", COUNT),
        ("size_of_heap_reserve", COUNT),
        ("size_of_heap_commit", COUNT),
        ("loader_flags_hex", HEX),
        ("number_of_rva_and_sizes", WHOLE),
        ("hashes", Shape::Hashes),
    ],
    needs: &[],
    closed: true,
};

const TRAFFIC_EXTENSIONS: &[(&str, &Parts)] = &[
    (
        "http-request-ext",
        &Parts::of(
            &["request_method", "request_value"],
            &[
                ("request_method", Shape::Text),
                ("request_value", Shape::Text),
                ("request_version", Shape::Text),
                ("request_header", Shape::Each(&Shape::List(&Shape::Text, 1))),
                ("message_body_length", WHOLE),
                ("message_body_data_ref", Shape::Text),
            ],
        ),
    ),
    (
        "icmp-ext",
        &Parts::of(
            &["icmp_type_hex", "icmp_code_hex"],
            &[("icmp_type_hex", HEX), ("icmp_code_hex", HEX)],
        ),
    ),
    (
        "socket-ext",
        &Parts::of(
            &["address_family"],
            &[
                (
                    "address_family",
                    Shape::OneOf(&[
                        "AF_UNSPEC",
                        "AF_INET",
                        "AF_IPX",
                        "AF_APPLETALK",
                        "AF_NETBIOS",
                        "AF_INET6",
                        "AF_IRDA",
                        "AF_BTH",
                    ]),
                ),
                ("is_blocking", Shape::Flag),
                ("is_listening", Shape::Flag),
                ("options", Shape::Law(socket_options)),
                (
                    "socket_type",
                    Shape::OneOf(&[
                        "SOCK_STREAM",
                        "SOCK_DGRAM",
                        "SOCK_RAW",
                        "SOCK_RDM",
                        "SOCK_SEQPACKET",
                    ]),
                ),
                ("socket_descriptor", COUNT),
                ("socket_handle", WHOLE),
            ],
        ),
    ),
    (
        "tcp-ext",
        &Parts::with(
            &[],
            &[("src_flags_hex", HEX), ("dst_flags_hex", HEX)],
            &[Need::Any(&["src_flags_hex", "dst_flags_hex"])],
        ),
    ),
];

const PROCESS_EXTENSIONS: &[(&str, &Parts)] = &[
    (
        "windows-process-ext",
        &Parts::with(
            &[],
            &[
                ("aslr_enabled", Shape::Flag),
                ("dep_enabled", Shape::Flag),
                ("priority", Shape::Text),
                ("owner_sid", Shape::Text),
                ("window_title", Shape::Text),
                ("startup_info", Shape::Parts(&STARTUP)),
                (
                    "integrity_level",
                    Shape::OneOf(&["low", "medium", "high", "system"]),
                ),
            ],
            &[Need::Any(&[
                "aslr_enabled",
                "dep_enabled",
                "priority",
                "owner_sid",
                "window_title",
                "startup_info",
            ])],
        ),
    ),
    (
        "windows-service-ext",
        &Parts::with(
            &[],
            &[
                ("service_name", Shape::Text),
                ("descriptions", TEXTS),
                ("display_name", Shape::Text),
                ("group_name", Shape::Text),
                (
                    "start_type",
                    Shape::OneOf(&[
                        "SERVICE_AUTO_START",
                        "SERVICE_BOOT_START",
                        "SERVICE_DEMAND_START",
                        "SERVICE_DISABLED",
                        "SERVICE_SYSTEM_ALERT",
                    ]),
                ),
                ("service_dll_refs", TEXTS),
                (
                    "service_type",
                    Shape::OneOf(&[
                        "SERVICE_KERNEL_DRIVER",
                        "SERVICE_FILE_SYSTEM_DRIVER",
                        "SERVICE_WIN32_OWN_PROCESS",
                        "SERVICE_WIN32_SHARE_PROCESS",
                    ]),
                ),
                ("service_status", Shape::OneOf(SERVICE_STATES)),
            ],
            &[Need::Any(&[
                "service_name",
                "descriptions",
                "display_name",
                "group_name",
                "start_type",
                "service_dll_refs",
                "service_type",
                "service_status",
            ])],
        ),
    ),
];

const STARTUP: Parts = Parts {
    must: &[],
    fields: &[
        ("lpDesktop", Shape::Text),
        ("lpTitle", Shape::Text),
        ("dwFillAttribute", Shape::Text),
        ("dwFlags", Shape::Text),
        ("wShowWindow", Shape::Text),
        ("hStdInput", Shape::Text),
        ("hStdOutput", Shape::Text),
        ("hStdError", Shape::Text),
        ("lpReserved", Shape::Null),
        ("lpReserved2", Shape::Null),
        ("cb", WHOLE),
        ("dwX", WHOLE),
        ("dwY", WHOLE),
        ("dwXSize", WHOLE),
        ("dwYSize", WHOLE),
        ("dwXCountChars", WHOLE),
        ("dwYCountChars", WHOLE),
        ("cbReserved2", Shape::Whole(0, 0)),
    ],
    needs: &[],
    closed: true,
};

const ACCOUNT_EXTENSIONS: &[(&str, &Parts)] = &[(
    "unix-account-ext",
    &Parts::with(
        &[],
        &[
            ("gid", Shape::Number(f64::MIN, f64::MAX)),
            ("groups", TEXTS),
            ("home_dir", Shape::Text),
            ("shell", Shape::Text),
        ],
        &[Need::Any(&["gid", "groups", "home_dir", "shell"])],
    ),
)];

const REGISTRY_VALUE: Parts = Parts::with(
    &[],
    &[
        ("name", Shape::Text),
        ("data", Shape::Text),
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
    &[Need::Any(&["name", "data", "data_type"])],
);

const CERTIFICATE: Parts = Parts::with(
    &[],
    &[
        ("basic_constraints", Shape::Text),
        ("name_constraints", Shape::Text),
        ("policy_constraints", Shape::Text),
        ("key_usage", Shape::Text),
        ("extended_key_usage", Shape::Text),
        ("subject_key_identifier", Shape::Text),
        ("authority_key_identifier", Shape::Text),
        ("subject_alternative_name", Shape::Text),
        ("issuer_alternative_name", Shape::Text),
        ("subject_directory_attributes", Shape::Text),
        ("crl_distribution_points", Shape::Text),
        ("inhibit_any_policy", Shape::Text),
        ("private_key_usage_period_not_before", TIME),
        ("private_key_usage_period_not_after", TIME),
        ("certificate_policies", Shape::Text),
        ("policy_mappings", Shape::Text),
    ],
    &[Need::Any(&[
        "basic_constraints",
        "name_constraints",
        "policy_constraints",
        "key_usage",
        "extended_key_usage",
        "subject_key_identifier",
        "authority_key_identifier",
        "subject_alternative_name",
        "issuer_alternative_name",
        "subject_directory_attributes",
        "crl_distribution_points",
        "inhibit_any_policy",
        "private_key_usage_period_not_before",
        "private_key_usage_period_not_after",
        "certificate_policies",
        "policy_mappings",
    ])],
);

fn whole_seconds(text: &str) -> bool {
    forms::time(text) == Some(0)
}

fn text_or_whole(value: &Value, path: &str, told: &mut Told) {
    if !value.is_string() {
        check(value, &WHOLE, path, told);
    }
}

fn exif(value: &Value, path: &str, told: &mut Told) {
    check(value, &Shape::Each(&Shape::Law(text_or_whole)), path, told);
    for name in value
        .as_object()
        .into_iter()
        .flat_map(serde_json::Map::keys)
    {
        if name.len() < 2 || !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            told.add(&super::shape::at(path, name), Why::Name, "tag");
        }
    }
}

fn pe_header(value: &Value, path: &str, told: &mut Told) {
    check(value, &Shape::Parts(&PE_HEADER), path, told);
    if value.as_object().is_some_and(serde_json::Map::is_empty) {
        told.add(path, Why::Empty, "object");
    }
}

fn socket_options(value: &Value, path: &str, told: &mut Told) {
    const FAMILIES: &[&str] = &["SO", "ICMP", "ICMP6", "IP", "IPV6", "MCAST", "TCP", "IRLMP"];
    check(value, &Shape::Each(&WHOLE), path, told);
    for name in value
        .as_object()
        .into_iter()
        .flat_map(serde_json::Map::keys)
    {
        let mut parts = name.split('_');
        let family = parts.next().is_some_and(|part| FAMILIES.contains(&part));
        let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase());
        if !family || parts.clone().next().is_none() || !parts.all(word) {
            told.add(&super::shape::at(path, name), Why::Name, "option");
        }
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
