//! What is asked for often finds its way by an index: no question here reads a whole table. The SQL is that of the store,
//! written again, since its texts are its own matter; SQLite tells its plan.

use sqlx::{AssertSqlSafe, Connection, Executor, Row};

use crate::house::House;

const LABELS: &str = "record.label IN (0, 1, 2)";

const OFTEN: &[&str] = &[
    "{worklist} ORDER BY record.urgency DESC, COALESCE(record.due,9), record.seq LIMIT 5",
    "{worklist} AND record.stage IN ('a','b')",
    "{worklist} ORDER BY record.seq DESC LIMIT 5",
    "{worklist} AND record.number='x'",
    "{worklist} AND record.parent='x' ORDER BY record.seq DESC LIMIT 5",
    "SELECT * FROM record JOIN label ON label.number=record.label WHERE record.id='x' AND record.label IN (0,1)",
    "SELECT * FROM record WHERE parent='x' AND kind='y' ORDER BY seq",
    "SELECT * FROM outbox WHERE state='waiting' AND COALESCE((SELECT next_at FROM attempt WHERE attempt.outbox=outbox.id),0)<=5 ORDER BY lane, seq LIMIT 5",
    "SELECT COUNT(*) FROM outbox WHERE state IN ('waiting','sealed') AND ('' = '' OR peer='')",
    "SELECT MIN(COALESCE(attempt.next_at,0)) FROM outbox LEFT JOIN attempt ON attempt.outbox=outbox.id WHERE outbox.state IN ('waiting','sealed')",
    "SELECT * FROM envelope WHERE direction='out' AND state='x' ORDER BY seq LIMIT 5",
    "SELECT * FROM envelope WHERE object='x' ORDER BY seq",
    "SELECT * FROM envelope WHERE direction='out' AND peer='x' AND (epoch>1 OR (epoch=1 AND number>2)) ORDER BY seq LIMIT 4",
    "SELECT * FROM receipt WHERE object='x' ORDER BY at",
    "SELECT * FROM receipt WHERE envelope='x'",
    "SELECT leaf FROM ledger WHERE leaf<9 AND verb='x' ORDER BY leaf DESC LIMIT 3",
    "SELECT leaf FROM ledger WHERE leaf<9 AND object='x' ORDER BY leaf DESC LIMIT 3",
    "SELECT COALESCE(MAX(leaf)+1,0) FROM ledger",
    "SELECT leaf FROM ledger WHERE leaf>=5 ORDER BY leaf LIMIT 5",
    "SELECT sha256 FROM tree WHERE level=1 AND number IN (1,2,3,4)",
    "SELECT number FROM tree WHERE level=1 AND number BETWEEN 1 AND 4",
    "SELECT * FROM ledger_row WHERE leaf>=1 AND leaf<5",
    "SELECT answer FROM done WHERE act='x'",
    "SELECT * FROM account WHERE login='x'",
    "SELECT id FROM session WHERE id='x'",
    "SELECT * FROM blob WHERE record='x' AND key IS NOT NULL",
    "SELECT * FROM transit WHERE envelope='x'",
    "SELECT * FROM segment WHERE root='x' ORDER BY number",
    "SELECT * FROM record WHERE record.seq IN (SELECT record.seq FROM record WHERE record.kind='request' AND record.stage IN ('a','b') AND record.label IN (0,1) ORDER BY record.urgency DESC LIMIT 5)",
    "{worklist} AND record.seq IN (SELECT word.record FROM word WHERE word.mark IN (1,2)) AND record.seq IN (SELECT word.record FROM word WHERE word.mark IN (3))",
    "SELECT string_agg(figure.line, ';') FROM record JOIN figure ON figure.record=record.seq WHERE record.kind='request' AND record.label IN (0,1)",
    "SELECT mark FROM word WHERE record=1",
    "DELETE FROM word WHERE mark=1 AND record=1",
    "UPDATE record SET stage='x' WHERE id='a' AND version=1",
    "SELECT COALESCE(MAX(seq),0) FROM record",
    "SELECT * FROM ledger WHERE (leaf, act) > (3,'x') ORDER BY leaf, act LIMIT 5",
];

#[tokio::test]
async fn nothing_asked_often_reads_a_whole_table() {
    let house = House::sqlite();
    house.open().await.close().await;
    let options =
        sqlx::sqlite::SqliteConnectOptions::new().filename(house.dir().join("comity.sqlite"));
    let mut c = sqlx::SqliteConnection::connect_with(&options)
        .await
        .unwrap();
    let worklist = format!(
        "SELECT * FROM record JOIN label ON label.number = record.label WHERE record.kind = 'request' AND {LABELS}"
    );
    for sql in OFTEN {
        let sql = format!(
            "EXPLAIN QUERY PLAN {}",
            sql.replace("{worklist}", &worklist)
        );
        let rows = c.fetch_all(AssertSqlSafe(&*sql)).await.unwrap();
        let plan: Vec<String> = rows.iter().map(|row| row.get("detail")).collect();
        assert!(
            !plan.iter().any(|step| step.starts_with("SCAN")),
            "{sql}: {plan:?}"
        );
    }
}
