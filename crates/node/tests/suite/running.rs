//! Commands beside a running node: they reach it by its socket and need no passphrase; the node keeps serving.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::comity::{House, command, repository, text};

pub(crate) struct Serving(Child);

impl Serving {
    pub(crate) fn start(house: &House) -> Serving {
        let mut child = command(&["serve", "--dir", &house.dir])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        assert!(line.contains("pages http://localhost:"), "{line}");
        Serving(child)
    }

    /// SIGTERM, and the code it ends with.
    pub(crate) fn stop(mut self) -> Option<i32> {
        let id = self.0.id().to_string();
        let sent = std::process::Command::new("sh")
            .args(["-c", "kill -s TERM \"$1\"", "kill", &id])
            .status()
            .unwrap();
        assert!(sent.success());
        self.0.wait().unwrap().code()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(crate) fn raw(house: &House, bytes: &[u8]) -> String {
    let mut stream = UnixStream::connect(house.path("n/comity.sock")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = String::new();
    // A line that was closed before everything was read from it is reset.
    if let Err(error) = stream.read_to_string(&mut answer) {
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset);
    }
    answer
}

/// Each is refused in words, or the line is closed without any; the node goes on.
fn what_is_no_question_is_refused(house: &House) {
    for (bytes, answer) in [
        ("hello\n", "no command of comity"),
        (
            "{\"comity\":9,\"act\":{},\"body_bytes\":0}\n",
            "another version",
        ),
        (
            "{\"comity\":1,\"act\":{\"act\":\"burn\"},\"body_bytes\":0}\n",
            "does not know this command",
        ),
        (
            "{\"comity\":1,\"act\":{\"act\":\"peer_list\"},\"body_bytes\":99999999999}\n",
            "are not taken",
        ),
    ] {
        let said = raw(house, bytes.as_bytes());
        assert!(said.contains(answer), "{said}");
        assert!(!said.contains("\"done\""), "{said}");
    }
    let cut = b"{\"comity\":1,\"act\":{\"act\":\"peer_list\"},\"body_bytes\":5}\nab";
    for bytes in [vec![b'x'; 9 << 20], cut.to_vec()] {
        assert_eq!(raw(house, &bytes), "");
        house.run(&["peer", "list"]).with(0, &["no peer yet"]);
    }
}

#[test]
fn commands_reach_the_running_node() {
    let house = House::new("XA");
    let serving = Serving::start(&house);
    let mode = std::fs::metadata(house.path("n/comity.sock"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    // Whoever may open the socket is the operator; the key is the node's and not asked for.
    std::fs::rename(house.path("key"), house.path("key.away")).unwrap();
    let list = repository("crates/screen/testdata/demo_list.xml");
    house
        .run(&["list", "import", "--format", "un-xml", &list])
        .with(0, &["version 1", "reading the file"]);
    house
        .run(&["screen", "check", "--name", "Tariq Zuhayr al-Qarmadi"])
        .with(0, &["DMi.001"]);
    let card = house.path("a.card");
    house
        .run(&["card", "show", "--out", &text(&card)])
        .with(0, &["fingerprint"]);
    assert!(std::fs::read(card).unwrap().len() > 1000);
    let empty = house.file("empty.xml", b"");
    house
        .run(&["list", "import", "--format", "un-xml", &empty])
        .with(2, &["empty.xml", "stay as they are"]);
    let backup = text(&house.path("b"));
    house
        .run(&["backup", "make", "--out", &backup])
        .with(0, &["no keys"]);
    house.run(&["doctor"]).with(0, &["is running"]);
    house.run(&["serve"]).with(2, &["key"]);
    house.run(&["ledger", "verify"]).with(0, &["OK: rows"]);

    what_is_no_question_is_refused(&house);
    house.run(&["list", "show"]).with(0, &["un-sc version 1"]);
    assert_eq!(serving.stop(), Some(0));
    assert!(!house.path("n/comity.sock").exists());
    std::fs::rename(house.path("key.away"), house.path("key")).unwrap();
    house.run(&["list", "show"]).with(0, &["un-sc version 1"]);
}

#[test]
fn a_name_left_by_a_killed_node_is_in_nobodys_way() {
    let house = House::new("XA");
    let mut serving = Serving::start(&house);
    // The ports are taken before the folder is looked at.
    house
        .run(&["serve"])
        .with(2, &["the listener for pages at 127.0.0.1:", "in use"]);
    serving.0.kill().unwrap();
    serving.0.wait().unwrap();
    assert!(house.path("n/comity.sock").exists());
    house.run(&["peer", "list"]).with(0, &["no peer yet"]);
    let serving = Serving::start(&house);
    house.run(&["peer", "list"]).with(0, &["no peer yet"]);
    assert_eq!(serving.stop(), Some(0));
}
