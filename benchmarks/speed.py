"""How fast is resolving? Ratios against named rivals, measured in one run on one machine.

    python benchmarks/speed.py FOLDER

FOLDER holds mentions.csv of a development set. Run it with the interpreter of an ordinary (not editable) installation, and rapidfuzz.

- cold: a whole process, best of 15, over `python -c pass`; with a typo to repair; peak memory.
- warm: `resolve_many` on the distinct mentions, with evidence, over `rapidfuzz.process.extractOne` (WRatio) on the same surface forms.
- repair: one misprinted word, median.
- growth: the same with tables ten times as large (synthetic people, offices, organisations, tenures).
"""

from __future__ import annotations

import csv
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz, process

from coopterms import Resolver, load
from coopterms._data import tables_folder
from coopterms.gazetteer.tables import read_package
from coopterms.index.repair import repair_word

MENTION = "Acting Secretary for Commerce & Economic Development Bernard Chan"
TYPO = "Secretary for Constituional & Mainland Affiars"
ON = "2018-08-24"
ENLARGED = "from coopterms import Resolver, load; import sys; Resolver(load(*sys.argv[3:])).resolve(sys.argv[1], on=sys.argv[2])"


def best(run: Callable[[], object], rounds: int = 15) -> float:
    """Return the shortest time of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times)


def cold(*command: str) -> float:
    return best(lambda: subprocess.run(command, stdout=subprocess.DEVNULL, check=True))


def peak_memory(*command: str) -> float:
    """Return the peak memory of one process in MiB."""
    program = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL); "
    program += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    told = subprocess.run([sys.executable, "-c", program, *command], capture_output=True, text=True, check=True).stdout
    return int(told) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def enlarge(folder: Path, times: int) -> None:
    """Write an overlay with synthetic rows, so that each entity table has `times` as many."""
    random.seed(1997)
    package = read_package(tables_folder())
    letters = "bdfghjklmnprstvwz"

    def word() -> str:
        return "".join(random.choice(letters) + random.choice("aeiou") for _ in range(random.randint(2, 3))).capitalize()

    def han(count: int) -> str:
        return "".join(chr(random.randint(0x4E00, 0x8FFF)) for _ in range(count))

    for name in ("people", "offices", "organisations", "tenures"):
        table = package[name]
        path = folder / table.resource.path
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, table.resource.columns, lineterminator="\n")
            writer.writeheader()
            for copy in range(1, times):
                for row in table.rows:
                    cells = dict(row)
                    if name == "people":
                        parts = (word(), word(), f"{word()}-{word().lower()}")
                        chinese = han(3)
                        cells.update(western=parts[0], surname=parts[1], given=parts[2], husband_surname="", label_en=" ".join(parts))
                        cells.update(label_zh_hant=chinese, label_zh_hans=chinese)
                    elif name != "tenures":
                        chinese = han(6)
                        cells.update(label_en=f"{row['label_en']} of {word()} {word()}", label_zh_hant=chinese, label_zh_hans=chinese)
                        cells.update(rank="", branch="", successor="") if name == "offices" else cells.update(
                            {"class": "", "successor": ""}
                        )
                    for column in ("id", "person", "office"):
                        if column in cells:
                            cells[column] += f"-copy-{copy}"
                    writer.writerow(cells)


def main() -> None:
    with Path(sys.argv[1], "mentions.csv").open(encoding="utf-8-sig") as file:
        mentions = sorted({(row["mention"], row["date"]) for row in csv.DictReader(file)})
    texts, dates = [text for text, _ in mentions], [date for _, date in mentions]
    program = shutil.which("coopterms", path=os.path.dirname(sys.executable)) or "coopterms"

    python = cold(sys.executable, "-c", "pass")
    exact = cold(program, "resolve", MENTION, "--on", ON)
    typo = cold(program, "resolve", TYPO, "--on", ON)
    print(f"cold  python -c pass          {python * 1000:8.1f} ms")
    print(f"cold  coopterms resolve       {exact * 1000:8.1f} ms {exact / python:8.2f} x python   (bar 7)")
    print(f"cold  with a typo             {typo * 1000:8.1f} ms {typo / python:8.2f} x python   (bar 9)")
    print(f"cold  peak memory             {peak_memory(program, 'resolve', MENTION):8.1f} MiB              (bar 60)")

    resolver = Resolver()

    def resolve_all(with_resolver: Resolver) -> None:
        for answer in with_resolver.resolve_many(texts, dates):
            _ = answer.evidence

    resolve_all(resolver)
    warm = best(lambda: resolve_all(resolver), 9) / len(texts)
    forms = sorted({text for _, text in resolver.lexicon.all_names()})
    sample = texts[:: max(1, len(texts) // 20)]
    rival = best(lambda: [process.extractOne(text, forms, scorer=fuzz.WRatio) for text in sample], 3) / len(sample)
    print(f"warm  resolve_many            {1 / warm:8.0f} /s                (bar 10,000)")
    print(f"warm  WRatio, {len(forms):6} forms   {1 / rival:8.1f} /s {rival / warm:8.0f} x slower   (bar 100)")

    times = []
    for misprint in ("constituional", "affiars", "heath", "comerce", "enviroment", "secrtary", "tecnology", "developement"):
        times.append(best(lambda word=misprint: repair_word(word, resolver.lexicon), 5))  # type: ignore[misc]
    print(f"warm  repair of a word        {statistics.median(times) * 1000:8.2f} ms median         (bar 2)")

    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder, "small"), Path(folder, "large")
        small.mkdir()
        large.mkdir()
        enlarge(small, 1)
        enlarge(large, 10)
        os.environ["COOPTERMS_CACHE"] = str(Path(folder, "cache"))
        grown = Resolver(load(large))
        Resolver(load(small))
        base = cold(sys.executable, "-c", ENLARGED, MENTION, ON, str(small))
        more = cold(sys.executable, "-c", ENLARGED, MENTION, ON, str(large))
        resolve_all(grown)
        grown_warm = best(lambda: resolve_all(grown), 9) / len(texts)
        print(f"growth of cold, tables x 10   {more * 1000:8.1f} ms {more / base:8.2f} x          (bar 1.5)")
        print(f"growth of warm, tables x 10   {1 / grown_warm:8.0f} /s {grown_warm / warm:8.2f} x          (bar 1.5)")
    print(f"peak memory of this run       {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.1f} MiB")


if __name__ == "__main__":
    main()
