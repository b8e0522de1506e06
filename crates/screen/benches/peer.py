#!/usr/bin/env python3
"""The peer beside us: nomenklatura's logic-v2 on the entities, names and queries that `quality --sample` and `speed` take.

    python3 -m venv PEER && PEER/bin/pip install nomenklatura==4.17.4 followthemoney==4.11.2 rigour==2.6.1
    cargo bench -p screen --bench speed -- DATA > ours.md
    cargo bench -p screen --bench quality -- DATA --sample >> ours.md
    PEER/bin/python crates/screen/benches/peer.py DATA --ours ours.md

DATA is the folder `shared/data/screening`. Without the rest of yente there are no candidates to score, so an inverted index stands
in for it: the 50 records that share the rarest words, romanised words and sounds with the query. All times are CPU seconds of this
one process, so that other work on the machine counts little. Needs `zstd` on the path.
"""

import argparse
import collections
import itertools
import json
import math
import pathlib
import re
import sys
import time

from followthemoney import EntityProxy
from labelled import NAMES, NEGATIVES, aliases, beside, best_f1, entities, f1, figure, pair_sets, rows, unseen, without
from nomenklatura.matching import get_algorithm
from normality import ascii_text
from rigour.text.phonetics import metaphone

CANDIDATES = 50
NEGATIVES_EVERY = 50
NEGATIVES_OF_ALIASES_EVERY = 20
PAIRS_OF_A_SET = 600
# The peer remembers the names of an id for ever: every query and every record of a pair has its own.
IDS = (f"asked-{number}" for number in itertools.count())


def proxy(record):
    """The peer's own object for a record; values are taken as they are."""
    return EntityProxy.from_dict(record, cleaned=True)


def person(name, born="", country=""):
    """A query for a person."""
    properties = {"name": [name]}
    if born:
        properties["birthDate"] = [born]
    if country:
        properties["country"] = [country]
    record = {"id": next(IDS), "schema": "Person", "properties": properties}
    return EntityProxy.from_dict(record, cleaned=False)


def words(name):
    """What the stand-in index knows a name by."""
    for word in re.findall(r"\w+", name.casefold()):
        yield word
        latin = (ascii_text(word) or "").strip().casefold()
        if latin:
            yield latin
            sound = metaphone(latin)
            if len(sound) > 2:
                yield "~" + sound


class Candidates:
    """An inverted index over records: words and sounds of all names."""

    def __init__(self, records):
        self.proxies = [proxy(record) for record in records]
        self.postings = collections.defaultdict(list)
        for place, record in enumerate(records):
            texts = (t for p in NAMES for t in record["properties"].get(p, []))
            for word in {w for text in texts for w in words(text)}:
                self.postings[word].append(place)

    def of(self, query):
        """The records that share the rarest words with the query."""
        found = collections.Counter()
        for word in {w for text in query.get("name") for w in words(text)}:
            places = self.postings.get(word, ())
            weight = math.log(len(self.proxies) / (1 + len(places)))
            for place in places:
                found[place] += weight
        return [self.proxies[place] for place, _ in found.most_common(CANDIDATES)]


class Peer:
    """The peer's scorer, with the time it took."""

    def __init__(self):
        self.algorithm = get_algorithm("logic-v2")
        self.config = self.algorithm.default_config()
        self.pairs = 0
        self.seconds = 0.0

    def score(self, query, record):
        """One pair, 0 to 1."""
        self.pairs += 1
        before = time.process_time()
        score = self.algorithm.compare(query, record, self.config).score
        self.seconds += time.process_time() - before
        return score

    def ask(self, index, query):
        """Scores by record id, best first, and the CPU seconds of candidates and scores."""
        before = time.process_time()
        found = [(self.score(query, record), record.id) for record in index.of(query)]
        found.sort(reverse=True)
        return found, time.process_time() - before


def quantile(values, share):
    """The value that this share of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def speed_and_alarms(peer, index, labelled, table):
    """Queries with a name only, and with a birth date and a country."""
    positives = rows(labelled / "yente_positives_un.csv")
    negatives = [row for file in NEGATIVES for row in rows(labelled / file, NEGATIVES_EVERY)]
    for what, full in (("name only", False), ("with date and country", True)):
        times, found, alarms = [], 0, 0
        pairs, seconds = peer.pairs, peer.seconds
        for row in positives:
            more = (row["dob"], row["country"]) if full else ()
            hits, took = peer.ask(index, person(row["query_name"], *more))
            times.append(took)
            expected = row["expected_ids"].split(";")
            found += any(score >= 0.7 and known in expected for score, known in hits[:5])
        for row in negatives:
            more = (row["date_of_birth"], row["nationality"]) if full else ()
            hits, took = peer.ask(index, person(row["full_name"], *more))
            times.append(took)
            alarms += bool(hits) and hits[0][0] >= 0.7
        figure(table, f"queries/s, {what}", round(len(times) / sum(times), 1))
        figure(table, f"p50 ms, {what}", round(1000 * quantile(times, 0.5), 3))
        figure(table, f"p99 ms, {what}", round(1000 * quantile(times, 0.99), 3))
        rate = (peer.pairs - pairs) / (peer.seconds - seconds)
        figure(table, f"records scored/s, {what}", round(rate))
        figure(table, f"listed people found, {what}", round(found / len(positives), 4))
        figure(table, f"innocents alarmed per 10,000, {what}", round(10_000 * alarms / len(negatives), 1))


def unseen_aliases(peer, records, labelled, table, lists=""):
    """An alias is taken off the UN list and then asked for."""
    asked = aliases(labelled)
    # Names are remembered by id, so a record with fewer of them is another one.
    prefix = f"{next(IDS)}-"
    for record in without(records, asked):
        record["id"] = prefix + record["id"]
    index = Candidates(records)
    innocents = []
    for file in NEGATIVES:
        for row in rows(labelled / file, NEGATIVES_OF_ALIASES_EVERY):
            hits, _ = peer.ask(index, person(row["full_name"]))
            innocents.append(hits[0][0] if hits else 0.0)
    found = []
    for row in asked:
        hits, _ = peer.ask(index, person(row["name1"]))
        right = max((score for score, known in hits[:5] if known == prefix + row["id1"]), default=0.0)
        found.append((right, row["script"] == "LATIN"))
    unseen(table, innocents, found, lists)


def side(schema, properties):
    """One record of a labelled pair."""
    properties = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return EntityProxy.from_dict({"id": next(IDS), "schema": schema, "properties": properties}, cleaned=False)


def labelled_pairs(peer, labelled, table):
    """Every labelled set of pairs: F1 at the default threshold and at the best one."""
    sets = {}
    for path in pair_sets(labelled):
        every = rows(path)
        sets[path.name] = [
            (r.get("schema") or "Person", {"name": r["name1"]}, {"name": r["name2"]}, r["is_match"] == "true")
            for r in every[:: max(1, len(every) // PAIRS_OF_A_SET)]
        ]
    lines = (labelled / "nk_entity_checks.jsonl").read_text(encoding="utf-8").splitlines()
    checks = [json.loads(line) for line in lines]
    sets["nk_entity_checks.jsonl"] = [(c["schema"], c["query"], c["candidate"], c["match"]) for c in checks]
    pairs, spent = 0, 0.0
    for name, labelled_set in sets.items():
        before = time.process_time()
        scored = [(peer.score(side(s, a), side(s, b)), same) for s, a, b, same in labelled_set]
        spent += time.process_time() - before
        pairs += len(scored)
        figure(table, f"F1 at 0.7, {name}", round(f1(scored, 0.7), 3))
        figure(table, f"best F1, {name}", round(best_f1(scored), 3))
    figure(table, "pairs of names/s", round(pairs / spent))


def main():
    """Reads the arguments, measures, prints."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    arguments.add_argument("data", type=pathlib.Path, help="the folder shared/data/screening")
    arguments.add_argument("--ours", type=pathlib.Path, help="what our benches printed")
    asked = arguments.parse_args()
    if not (asked.data / "labelled").is_dir():
        sys.exit(f"{asked.data}: there is no folder `labelled` in it; give the folder shared/data/screening")
    labelled, table, peer = asked.data / "labelled", {}, Peer()
    records = entities(asked.data)
    before = time.process_time()
    index = Candidates(records)
    figure(table, "index built, s", round(time.process_time() - before, 3))
    speed_and_alarms(peer, index, labelled, table)
    memory = re.search(r"VmRSS:\s+(\d+)", pathlib.Path("/proc/self/status").read_text(encoding="utf-8"))
    if memory:
        figure(table, "memory, MiB", round(int(memory[1]) / 1024))
    labelled_pairs(peer, labelled, table)
    alone = [record for record in entities(asked.data) if record["id"].startswith("un-")]
    unseen_aliases(peer, records, labelled, table)
    unseen_aliases(peer, alone, labelled, table, ", UN list alone")
    if asked.ours:
        beside(table, asked.ours, "peer")


if __name__ == "__main__":
    main()
