#!/usr/bin/env python3
"""The table of quality once more, by the command line alone: files in, files out, nothing of the engine's inside.

    cargo build --release --package node
    cargo bench -p screen --bench quality -- DATA > quality.md
    python3 crates/screen/benches/cli.py DATA target/release/comity --ours quality.md

DATA is the folder `shared/data/screening`. Every row of every labelled set goes through `comity screen` and `comity screen pairs`; what
they write is counted here. Needs `zstd` on the path, and no package.
"""

import argparse
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

from labelled import NEGATIVES, aliases, beside, best_f1, entities, f1, figure, pair_sets, rows, unseen, without

INNOCENTS_OF_ALIASES_EVERY = 10
THRESHOLD = 0.7


class Comity:
    """The binary, and a folder for what goes in and out."""

    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = pathlib.Path(folder)

    def run(self, *words):
        """One command; what it says is shown where it fails."""
        done = subprocess.run([self.binary, "screen", *map(str, words)], capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"comity screen {' '.join(map(str, words))}\n{done.stdout}{done.stderr}")

    def ask(self, data, asked):
        """Hits of each question, best first: (score, id)."""
        queries, out = self.folder / "queries.jsonl", self.folder / "results.jsonl"
        with open(queries, "w", encoding="utf-8") as file:
            for number, properties in enumerate(asked):
                file.write(json.dumps({"id": str(number), "schema": "Person", "properties": properties}) + "\n")
        self.run("--data", data, "--queries", queries, "--out", out, "--threshold", "0", "--limit", "5")
        with open(out, encoding="utf-8") as file:
            answers = [json.loads(line) for line in file]
        if [a["id"] for a in answers] != [str(n) for n in range(len(asked))]:
            sys.exit("answers do not stand in the order of the questions")
        return [[(hit["score"], hit["id"]) for hit in answer["results"]] for answer in answers]

    def pairs(self, path):
        """The score of each pair of a file."""
        out = self.folder / f"scored{path.suffix}"
        self.run("pairs", "--in", path, "--out", out)
        with open(out, encoding="utf-8", newline="") as file:
            if path.suffix == ".csv":
                return [float(row["score"]) for row in csv.DictReader(file)]
            return [json.loads(line)["score"] for line in file]


def labelled_pairs(comity, labelled, table):
    """Every labelled set of pairs: F1 at the default threshold and at the best one."""
    sets = [(path, [row["is_match"] == "true" for row in rows(path)]) for path in pair_sets(labelled)]
    checks = labelled / "nk_entity_checks.jsonl"
    lines = checks.read_text(encoding="utf-8").splitlines()
    sets.append((checks, [json.loads(line)["match"] for line in lines]))
    for path, same in sets:
        scored = list(zip(comity.pairs(path), same, strict=True))
        figure(table, f"F1 at 0.7, {path.name}", round(f1(scored, THRESHOLD), 3))
        figure(table, f"best F1, {path.name}", round(best_f1(scored), 3))


def people(comity, lists, labelled, table):
    """Listed people and innocent ones, by name only, and with a date and a country."""
    positives = rows(labelled / "yente_positives_un.csv")
    negatives = [row for file in NEGATIVES for row in rows(labelled / file)]
    for what, full in (("name only", False), ("with date and country", True)):
        asked = []
        for group, columns in ((positives, ("query_name", "dob", "country")), (negatives, ("full_name", "date_of_birth", "nationality"))):
            for row in group:
                name, born, country = (row[column] for column in columns)
                more = {"birthDate": [born], "country": [country]} if full else {}
                asked.append({"name": [name], **{k: v for k, v in more.items() if v != [""]}})
        hits = comity.ask(lists, asked)
        found = sum(
            any(score >= THRESHOLD and known in row["expected_ids"].split(";") for score, known in answer)
            for row, answer in zip(positives, hits)
        )
        alarms = sum(bool(answer) and answer[0][0] >= THRESHOLD for answer in hits[len(positives) :])
        figure(table, f"listed people found, {what}", round(found / len(positives), 4))
        figure(table, f"innocents alarmed per 10,000, {what}", round(10_000 * alarms / len(negatives), 1))


def unseen_aliases(comity, records, labelled, table, lists=""):
    """An alias is taken off the UN list and then asked for."""
    asked = aliases(labelled)
    data = comity.folder / "without.ftm.jsonl"
    with open(data, "w", encoding="utf-8") as file:
        for record in without(records, asked):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    innocents = [row for file in NEGATIVES for row in rows(labelled / file, INNOCENTS_OF_ALIASES_EVERY)]
    hits = comity.ask(data, [{"name": [row["full_name"]]} for row in innocents] + [{"name": [row["name1"]]} for row in asked])
    best = [answer[0][0] if answer else 0.0 for answer in hits[: len(innocents)]]
    found = [
        (max((score for score, known in answer if known == row["id1"]), default=0.0), row["script"] == "LATIN")
        for row, answer in zip(asked, hits[len(innocents) :], strict=True)
    ]
    unseen(table, best, found, lists)


def main():
    """Reads the arguments, runs the command, counts, prints."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("data", type=pathlib.Path, help="the folder shared/data/screening")
    arguments.add_argument("comity", type=pathlib.Path, help="the binary")
    arguments.add_argument("--ours", type=pathlib.Path, help="what the bench `quality` printed")
    asked = arguments.parse_args()
    labelled, table = asked.data / "labelled", {}
    if not labelled.is_dir():
        sys.exit(f"{asked.data}: there is no folder `labelled` in it; give the folder shared/data/screening")
    with tempfile.TemporaryDirectory() as folder:
        comity = Comity(asked.comity.resolve(), folder)
        labelled_pairs(comity, labelled, table)
        people(comity, asked.data / "ftm" / "lists_27716.ftm.jsonl.zst", labelled, table)
        unseen_aliases(comity, entities(asked.data), labelled, table)
        alone = [record for record in entities(asked.data) if record["id"].startswith("un-")]
        unseen_aliases(comity, alone, labelled, table, ", UN list alone")
    if asked.ours:
        beside(table, asked.ours, "by the command line")


if __name__ == "__main__":
    main()
