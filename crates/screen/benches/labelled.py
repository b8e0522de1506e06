"""The labelled sets of `shared/data/screening`, read the same way by `peer.py` and `cli.py`."""

import csv
import json
import subprocess

NAMES = ("name", "alias", "weakAlias", "previousName")
NEGATIVES = ("yente_negatives_global.csv", "yente_negatives_us.csv")


def rows(path, every=1):
    """Rows of a labelled set, each as a dictionary; one of `every`."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))[::every]


def entities(data):
    """The 27,716 records of the lists, as dictionaries. Needs `zstd` on the path."""
    packed = data / "ftm" / "lists_27716.ftm.jsonl.zst"
    text = subprocess.run(["zstd", "-dc", str(packed)], check=True, capture_output=True).stdout
    return [json.loads(line) for line in text.splitlines()]


def aliases(labelled):
    """The aliases that are taken off the UN list and then asked for."""
    return [row for row in rows(labelled / "un_alias_pairs.csv") if row["is_match"] == "true"]


def without(records, gone):
    """The records without these aliases."""
    taken = {(row["id1"], row["name1"]) for row in gone}
    for record in records:
        for name in NAMES:
            values = record["properties"].get(name)
            if values:
                record["properties"][name] = [v for v in values if (record["id"], v) not in taken]
    return records


def pair_sets(labelled):
    """The sets of labelled pairs of names."""
    starts = ("xscript_", "un_alias_", "nk_name_")
    return [path for path in sorted(labelled.glob("*.csv")) if path.name.startswith(starts)]


def figure(table, name, value):
    """A row of the table, shown as soon as it is known."""
    table[name] = value
    print(f"| {name} | {value} |", flush=True)


def unseen(table, innocents, found, lists=""):
    """Aliases found with so many false alarms allowed: scores of innocents, and (score, whether Latin) of aliases."""
    ordered = sorted(innocents, reverse=True)
    for percent in (0.5, 1, 5):
        limit = ordered[int(len(ordered) * percent / 100)]
        for what, latin in (("all", None), ("Latin", True), ("other scripts", False)):
            group = [score for score, is_latin in found if latin in (None, is_latin)]
            share = sum(score > limit for score in group) / len(group)
            figure(table, f"unseen aliases at {percent} % alarms, {what}{lists}", round(share, 3))


def f1(scored, threshold):
    """F1 of the pairs at a threshold."""
    hits = [same for score, same in scored if score >= threshold]
    return 2 * sum(hits) / max(1, len(hits) + sum(same for _, same in scored))


def best_f1(scored):
    """The best F1 over all thresholds."""
    right, best, all_same = 0, 0.0, sum(same for _, same in scored)
    ordered = sorted(scored, key=lambda pair: -pair[0])
    for place, (score, same) in enumerate(ordered):
        right += same
        tied = place + 1 < len(ordered) and ordered[place + 1][0] >= score
        if not tied:
            best = max(best, 2 * right / (place + 1 + all_same))
    return best


def beside(table, ours, whose):
    """Our figures of the same names, and how many times the other's they are."""
    known = {}
    for line in ours.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("| \n").split(" | ")]
        if len(cells) >= 2:
            known[cells[0]] = cells[1]
    print(f"\n| figure | ours | {whose} | ours / {whose} |\n| --- | --- | --- | --- |")
    for name, value in table.items():
        if name in known:
            mine = float(known[name].split()[0])
            ratio = f"{mine / value:.3g}" if value else "-"
            print(f"| {name} | {known[name]} | {value} | {ratio} |")
