"""How fast are documents read? Millions of bytes of UTF-8 a second on one core, and ratios against spaCy's PhraseMatcher.

    python benchmarks/speed_documents.py [--megabytes 20] [--forms 500000]

Run it with the interpreter of an ordinary (not editable) installation, and spacy for the ratio. The documents are those of `corpus.py`.

- scan: fold, find, filter, choose, offsets; best of three.
- spaCy: PhraseMatcher on lower-cased words with the same forms, on a part of the same documents: its English tokens for English ones,
  each character a word for Chinese ones.
- annotate: the whole reading, and again when the mentions are remembered.
- length: one document of a tenth and one of all the documents; their times should be as 1 to 10.
- forms: the scan with synthetic forms added until there are so many, in a process of its own, with its peak memory.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import pickle
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable

from corpus import documents
from speed import best

from coopterms import Resolver
from coopterms.index.forms import ANY, Form, is_anchor
from coopterms.index.scan import Scanner, compile_scan


def size(texts: Iterable[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def each(do: Callable[[str], object], texts: Iterable[str]) -> None:
    """Do something with each text, and keep nothing of it."""
    for text in texts:
        do(text)


def spacy_speed(keys: Iterable[str], texts: list[str]) -> float | None:
    """Return how many megabytes a second spaCy's PhraseMatcher goes through; None without spaCy."""
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    english, chinese = spacy.blank("en"), spacy.blank("zh")  # the Chinese one makes each character a word
    matchers = {}
    for language in (english, chinese):
        matchers[language] = PhraseMatcher(language.vocab, attr="LOWER")
        matchers[language].add("form", [language.make_doc(key) for key in keys if is_chinese(key) == (language is chinese)])

    def match(text: str) -> None:
        language = chinese if is_chinese(text) else english
        matchers[language](language.make_doc(text))

    return size(texts) / best(lambda: each(match, texts), 2)


def is_chinese(text: str) -> bool:
    return len(text.encode()) > 1.5 * len(text)


def synthetic(count: int) -> dict[str, list[Form]]:
    """Make up forms: names of bodies in English and Chinese."""
    chance = random.Random(1997)
    form = [Form("organisation", "organisation:x", "label", "", ANY)]
    forms: dict[str, list[Form]] = {}
    while len(forms) < count:
        if chance.random() < 0.5:
            words = [
                "".join(chance.choices("bcdfghlmnprst", k=2)) + chance.choice("aeiou") + chance.choice(("n", "ng", "t", ""))
                for _ in range(3)
            ]
            forms[" ".join([*words, chance.choice(("bureau", "office", "council", "of health"))])] = form
        else:
            forms["".join(chr(chance.randint(0x4E00, 0x8FFF)) for _ in range(chance.randint(4, 9)))] = form
    return forms


def with_many_forms(automaton: str, megabytes: float) -> None:
    """Scan with an automaton from a file, and print speed and peak memory as JSON; run in a process of its own."""
    lexicon = Resolver().lexicon
    texts = list(documents(lexicon, megabytes))
    with open(automaton, "rb") as file:
        made = pickle.load(file)
    lexicon.automaton = lambda: made  # type: ignore[method-assign]
    scanner = Scanner(lexicon)
    seconds = best(lambda: each(scanner.scan, texts), 3)
    print(json.dumps({"speed": size(texts) / seconds, "peak": peak_memory()}))


def peak_memory() -> float:
    """Return the peak memory of this process in MiB; that of the one which started it must not count, as it does in ru_maxrss."""
    status = pathlib.Path("/proc/self/status")
    if status.exists():
        return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--forms", type=int, default=500_000)
    parser.add_argument("--automaton", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.automaton:
        with_many_forms(given.automaton, given.megabytes)
        return
    resolver = Resolver()
    lexicon = resolver.lexicon
    texts = list(documents(lexicon, given.megabytes))
    scanner = Scanner(lexicon)
    mentions = sum(len(scanner.scan(text)) for text in texts)
    print(f"{len(texts)} documents, {size(texts):.1f} MB, {mentions / size(texts) / 1000:.1f} anchors a kB")
    speed = size(texts) / best(lambda: each(scanner.scan, texts), 3)
    print(f"scan       {speed:6.1f} MB/s")
    keys = [key for key, forms in lexicon.all_forms().items() if any(is_anchor(form, key) for form in forms)]
    rival = spacy_speed(keys, texts[: len(texts) // 10])
    if rival:
        print(f"spaCy      {rival:6.1f} MB/s with the same {len(keys)} forms; the scan is {speed / rival:.1f} times as fast")
    lexicon.preload()
    start = time.perf_counter()
    each(resolver.annotate, texts)
    first = size(texts) / (time.perf_counter() - start)
    again = size(texts[:500]) / best(lambda: each(resolver.annotate, texts[:500]), 3)
    print(f"annotate   {first:6.2f} MB/s, {again:.2f} where the mentions are remembered")
    tenth, whole = "\n\n".join(texts[: len(texts) // 10]), "\n\n".join(texts)
    times = [best(lambda text=text: scanner.scan(text), 2) for text in (tenth, whole)]  # type: ignore[misc]
    print(f"length     scan of one document of {len(whole.encode()) / 1e6:.0f} MB: {times[1] / times[0]:.1f} times one of a tenth")
    times = []
    for text in (tenth, whole):
        start = time.perf_counter()
        resolver.annotate(text, on="2018-08-24")
        times.append(time.perf_counter() - start)
    print(f"           annotate: {times[1] / times[0]:.1f} times, {len(whole.encode()) / 1e6 / times[1]:.2f} MB/s")
    own = lexicon.all_forms()
    with tempfile.NamedTemporaryFile() as file:
        pickle.dump(compile_scan({**synthetic(given.forms - len(own)), **own}), file)
        file.flush()
        command = [sys.executable, __file__, "--automaton", file.name, "--megabytes", str(given.megabytes / 4)]
        many = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    print(f"forms      {many['speed']:6.1f} MB/s with {given.forms} forms, at most {many['peak']:.0f} MiB")


if __name__ == "__main__":
    main()
