//! Commands beside a running node: they reach it by its socket and need no passphrase; the node keeps serving.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::comity::{House, command, repository, text};

struct Serving(Child);

impl Serving {
    fn start(house: &House) -> Serving {
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
    fn stop(mut self) -> Option<i32> {
        let id = self.0.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-TERM", &id])
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

fn raw(house: &House, bytes: &[u8]) -> String {
    let mut stream = UnixStream::connect(house.path("n/comity.sock")).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(20)))
        .unwrap();
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut answer = String::new();
    let _ = stream.read_to_string(&mut answer);
    answer
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

    for (bytes, answer) in [
        (b"hello\n".to_vec(), "no command of comity"),
        (
            b"{\"comity\":9,\"act\":{},\"body_bytes\":0}\n".to_vec(),
            "another version",
        ),
        (
            b"{\"comity\":1,\"act\":{\"act\":\"burn\"},\"body_bytes\":0}\n".to_vec(),
            "does not know this command",
        ),
        (
            b"{\"comity\":1,\"act\":{\"act\":\"peer_list\"},\"body_bytes\":99999999999}\n".to_vec(),
            "are not taken",
        ),
        (vec![b'x'; 9 << 20], ""),
        (
            b"{\"comity\":1,\"act\":{\"act\":\"peer_list\"},\"body_bytes\":5}\nab".to_vec(),
            "",
        ),
    ] {
        let said = raw(&house, &bytes);
        assert!(said.contains(answer), "{said}");
        assert!(!said.contains("\"done\""), "{said}");
    }
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
    let again = house.run(&["serve"]);
    // The ports are taken before the folder is looked at; either says what to do.
    assert!([1, 2].contains(&again.code), "{again:?}");
    serving.0.kill().unwrap();
    serving.0.wait().unwrap();
    assert!(house.path("n/comity.sock").exists());
    house.run(&["peer", "list"]).with(0, &["no peer yet"]);
    let serving = Serving::start(&house);
    house.run(&["peer", "list"]).with(0, &["no peer yet"]);
    assert_eq!(serving.stop(), Some(0));
}
