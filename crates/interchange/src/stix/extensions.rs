//! The tables of the predefined extensions of observables (section 6).

use serde_json::{Map, Value};

use super::forms;
use super::observables::text_or_whole;
use super::shape::{COUNT, HEX, Need, Parts, Shape, TEXTS, Told, WHOLE, Why, at, check};

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

/// Of a file.
pub(super) const FILE_EXTENSIONS: &[(&str, &Parts)] = &[
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
            &[Need::Any("sid alternate_data_streams")],
        ),
    ),
    (
        "raster-image-ext",
        &Parts::with(
            &[],
            &[
                ("image_height image_width bits_per_pixel", WHOLE),
                ("exif_tags", Shape::Law(exif)),
            ],
            &[Need::Any(
                "image_height image_width bits_per_pixel image_compression_algorithm exif_tags",
            )],
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
                ("pdfid0 pdfid1", Shape::Text),
            ],
            &[Need::Any(
                "version is_optimized document_info_dict pdfid0 pdfid1",
            )],
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
                ("pe_type imphash", Shape::Text),
                ("machine_hex", HEX),
                ("number_of_sections", COUNT),
                (
                    "time_date_stamp",
                    Shape::Form(("time in whole seconds", whole_seconds)),
                ),
                ("pointer_to_symbol_table_hex characteristics_hex", HEX),
                ("number_of_symbols size_of_optional_header", COUNT),
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
            &[Need::Any(
                "imphash machine_hex number_of_sections time_date_stamp pointer_to_symbol_table_hex \
                number_of_symbols size_of_optional_header characteristics_hex file_header_hashes \
                optional_header sections",
            )],
        ),
    ),
];

const PE_HEADER: Parts = Parts {
    must: &[],
    fields: &[
        (
            "magic_hex win32_version_value_hex checksum_hex subsystem_hex dll_characteristics_hex \
                loader_flags_hex",
            HEX,
        ),
        (
            "major_linker_version minor_linker_version address_of_entry_point base_of_code \
                base_of_data image_base section_alignment file_alignment major_os_version \
                minor_os_version major_image_version minor_image_version major_subsystem_version \
                minor_subsystem_version number_of_rva_and_sizes",
            WHOLE,
        ),
        (
            "size_of_code size_of_initialized_data size_of_uninitialized_data size_of_image \
                size_of_headers size_of_stack_reserve size_of_stack_commit size_of_heap_reserve \
                size_of_heap_commit",
            COUNT,
        ),
        ("hashes", Shape::Hashes),
    ],
    needs: &[],
    closed: true,
};

/// Of network traffic.
pub(super) const TRAFFIC_EXTENSIONS: &[(&str, &Parts)] = &[
    (
        "http-request-ext",
        &Parts::of(
            &["request_method", "request_value"],
            &[
                ("request_method request_value request_version", Shape::Text),
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
            &[("icmp_type_hex icmp_code_hex", HEX)],
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
                ("is_blocking is_listening", Shape::Flag),
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
            &[("src_flags_hex dst_flags_hex", HEX)],
            &[Need::Any("src_flags_hex dst_flags_hex")],
        ),
    ),
];

/// Of a process.
pub(super) const PROCESS_EXTENSIONS: &[(&str, &Parts)] = &[
    (
        "windows-process-ext",
        &Parts::with(
            &[],
            &[
                ("aslr_enabled dep_enabled", Shape::Flag),
                ("priority owner_sid window_title", Shape::Text),
                ("startup_info", Shape::Law(startup)),
                (
                    "integrity_level",
                    Shape::OneOf(&["low", "medium", "high", "system"]),
                ),
            ],
            &[Need::Any(
                "aslr_enabled dep_enabled priority owner_sid window_title startup_info",
            )],
        ),
    ),
    (
        "windows-service-ext",
        &Parts::with(
            &[],
            &[
                ("service_name display_name group_name", Shape::Text),
                ("descriptions", TEXTS),
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
            &[Need::Any(
                "service_name descriptions display_name group_name start_type service_dll_refs \
                service_type service_status",
            )],
        ),
    ),
];

const STARTUP: Parts = Parts {
    must: &[],
    fields: &[
        (
            "lpDesktop lpTitle dwFillAttribute dwFlags wShowWindow hStdInput hStdOutput hStdError",
            Shape::Text,
        ),
        ("lpReserved lpReserved2", Shape::Null),
        (
            "cb dwX dwY dwXSize dwYSize dwXCountChars dwYCountChars",
            WHOLE,
        ),
        ("cbReserved2", Shape::Whole(0, 0)),
    ],
    needs: &[],
    closed: true,
};

/// Of an account.
pub(super) const ACCOUNT_EXTENSIONS: &[(&str, &Parts)] = &[(
    "unix-account-ext",
    &Parts::with(
        &[],
        &[
            ("gid", Shape::Number(f64::MIN, f64::MAX)),
            ("groups", TEXTS),
            ("home_dir shell", Shape::Text),
        ],
        &[Need::Any("gid groups home_dir shell")],
    ),
)];

fn whole_seconds(text: &str) -> bool {
    forms::time(text) == Some(0)
}

fn exif(value: &Value, path: &str, told: &mut Told) {
    check(value, &Shape::Each(&Shape::Law(text_or_whole)), path, told);
    for name in value.as_object().into_iter().flat_map(Map::keys) {
        if name.len() < 2 || !name.starts_with(|c: char| c.is_ascii_uppercase()) {
            told.add(&at(path, name), Why::Name, "tag");
        }
    }
}

fn pe_header(value: &Value, path: &str, told: &mut Told) {
    check(value, &Shape::Parts(&PE_HEADER), path, told);
    if value.as_object().is_some_and(Map::is_empty) {
        told.add(path, Why::Empty, "object");
    }
}

fn socket_options(value: &Value, path: &str, told: &mut Told) {
    const FAMILIES: &[&str] = &["SO", "ICMP", "ICMP6", "IP", "IPV6", "MCAST", "TCP", "IRLMP"];
    check(value, &Shape::Each(&WHOLE), path, told);
    for name in value.as_object().into_iter().flat_map(Map::keys) {
        let mut parts = name.split('_');
        let family = parts.next().is_some_and(|part| FAMILIES.contains(&part));
        let word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase());
        if !family || parts.clone().next().is_none() || !parts.all(word) {
            told.add(&at(path, name), Why::Name, "option");
        }
    }
}

fn startup(value: &Value, path: &str, told: &mut Told) {
    check(value, &Shape::Parts(&STARTUP), path, told);
    if value.as_object().is_some_and(Map::is_empty) {
        told.add(path, Why::Empty, "object");
    }
}
