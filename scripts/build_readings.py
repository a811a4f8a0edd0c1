# /// script
# requires-python = ">=3.11"
# dependencies = ["cantonese-romanisation==1.0.5", "pypinyin==0.55.0"]
# ///
"""Build the two tables by which a Chinese character is heard in a romanised syllable.

`gazetteers/language/readings.csv`: sound -> characters. Cantonese sounds are Jyutping, from cantonese-romanisation 1.0.5 (MIT);
Mandarin sounds are pinyin (v for ü), from pypinyin 0.55.0 (MIT): a character's first reading, and others that its phrases show to be
common. Tones are left out. Characters
stand for their class (`character_classes.csv`), so the table serves every script; those that neither GB 2312 nor Big5-HKSCS has are left
out, for no name on record has them.

`gazetteers/language/romanisations.csv`: romanised syllable -> sounds, by system. It is made of the hand table `romanisation_rules.csv`
(how an initial, a final or a whole sound is spelled, usually and in variants), and of its sources: in hk-cantonese the spellings that most
characters of one sound have in cantonese-romanisation, in pinyin the sound itself, in wade-giles pypinyin's conversion.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import files
from pathlib import Path

from generated_table import LANGUAGE, main, render, require, sha256

READINGS = LANGUAGE / "readings.csv"
ROMANISATIONS = LANGUAGE / "romanisations.csv"
RULES = LANGUAGE / "romanisation_rules.csv"
CLASSES = LANGUAGE / "character_classes.csv"
PINS = {"cantonese_romanisation": "1.0.5", "pypinyin": "0.55.0"}
COMMON_BLOCK = range(0x4E00, 0xA000)
COMMON = 0.1  # of the phrases with a character that must have a reading other than its first; fewer show a rare word (王 yu, 冰 ning)
SHARE = 0.5  # of the characters of one sound that must have a spelling; fewer are slips of the source
WADE_GILES_SLIPS = {"tie": "tieh", "sai": "sai", "shai": "shai", "wai": "wai"}  # where pypinyin's table is wrong
INITIAL = re.compile(r"ng(?=.)|gw|kw|[bpmfdtnlgkhwzcsj]|")
SYLLABLE = re.compile(r"[a-z]+")

Spellings = dict[tuple[str, str], dict[str, bool]]
"""(system, spelling) -> sound -> whether it is a usual spelling of it."""


def source(name: str) -> bytes:
    """A file of cantonese-romanisation, read without import."""
    for entry in files("cantonese-romanisation") or ():
        if entry.name == name:
            return Path(str(entry.locate())).read_bytes()
    sys.exit(f"cantonese-romanisation has no file {name}")


def toneless(readings: list[str]) -> list[str]:
    """Readings without tones, each once, in order."""
    return [sound for reading in readings if SYLLABLE.fullmatch(sound := reading.rstrip("0123456789").lower())]


def is_used(character: str) -> bool:
    """Whether a character set of the Mainland or of Hong Kong has the character."""
    for encoding in ("gb2312", "big5hkscs"):
        try:
            character.encode(encoding)
        except UnicodeEncodeError:
            continue
        return True
    return False


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table of ours."""
    with path.open(encoding="utf-8", newline="") as table:
        yield from csv.DictReader(line for line in table if not line.startswith("#"))


def cantonese() -> dict[str, list[str]]:
    """Character -> Jyutping without tones."""
    return {character: toneless(readings) for character, readings in json.loads(source("charToLshk.json")).items()}


@cache
def mandarin() -> dict[str, list[str]]:
    """Character -> pinyin without tones, v for ü."""
    from pypinyin import Style, pinyin
    from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    in_phrases: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, readings in PHRASES_DICT.items():
        for character, (reading, *_) in zip(phrase, readings, strict=False):
            in_phrases[character][to_normal(reading)] += 1
    out = {}
    for character in (chr(point) for point in sorted(PINYIN_DICT) if point in COMMON_BLOCK):
        first, *others = pinyin(character, style=Style.NORMAL, heteronym=True)[0]
        counts = in_phrases[character]
        found = [first, *(sound for sound in others if counts[sound] > COMMON * counts.total())]
        out[character] = [sound for sound in found if SYLLABLE.fullmatch(sound) and re.search("[aeiouv]", sound)]
    return out


def build_readings() -> str:
    """The table of readings as text."""
    require(**PINS)
    classes = {row["character"]: row["representative"] for row in read_rows(CLASSES)}
    heard: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for language, readings in (("cantonese", cantonese()), ("mandarin", mandarin())):
        for character, sounds in readings.items():
            if is_used(character):
                for sound in sounds:
                    heard[language, sound].add(classes.get(character, character))
    header = [
        "Sounds without tones and the Chinese characters that have them; a character stands for its whole class (character_classes.csv).",
        "Cantonese sounds are written in Jyutping, Mandarin ones in pinyin with v for ü.",
        "Generated by scripts/build_readings.py; do not edit.",
        "Sources: Cantonese from cantonese-romanisation 1.0.5 (MIT),",
        f"  charToLshk.json sha256 {sha256(source('charToLshk.json'))};",
        "  Mandarin from pypinyin 0.55.0 (MIT).",
        "Licence of this table: MIT.",
    ]
    rows = sorted((language, sound, "".join(sorted(characters))) for (language, sound), characters in heard.items())
    return render(header, ("language", "sound", "characters"), rows)


def by_rules(sounds: dict[str, set[str]]) -> Spellings:
    """Spell every sound by the hand table: initial and final, or the sound as a whole."""
    rules: dict[tuple[str, str, str], tuple[list[str], list[str]]] = {}
    for row in read_rows(RULES):
        rules[row["system"], row["part"], row["sound"]] = tuple(
            list(filter(None, row[column].split(" | "))) for column in ("usual", "variants")
        )
    out: Spellings = defaultdict(dict)
    for (system, part, sound), (usual, variants) in rules.items():
        if part == "sound":
            for spelling in variants:
                out[system, spelling].setdefault(sound, False)
            for spelling in usual:
                out[system, spelling][sound] = True
    for system in {system for system, part, _ in rules if part == "final"}:
        for sound in sounds["cantonese"]:
            cut = INITIAL.match(sound).end()  # type: ignore[union-attr]
            initials = rules.get((system, "initial", sound[:cut]), ([""], []))
            finals = rules.get((system, "final", sound[cut:]))
            if finals is None or (system, "sound", sound) in rules:
                continue
            for first in initials[0] + initials[1]:
                for last in finals[0] + finals[1]:
                    usual_one = first in initials[0] and last in finals[0]
                    known = out[system, first + last].get(sound, False)
                    out[system, first + last][sound] = known or usual_one
    return out


def by_characters() -> Iterator[tuple[str, str]]:
    """(sound, spelling) that most characters of that one sound have in cantonese-romanisation."""
    spellings = json.loads(source("charToRoman.json"))
    number: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for character, sounds in cantonese().items():
        if len(set(sounds)) == 1 and is_used(character):
            number[sounds[0]] += 1
            together.update((sounds[0], spelling) for spelling in set(spellings.get(character, ())))
    for (sound, spelling), count in sorted(together.items()):
        if count >= SHARE * number[sound] and SYLLABLE.fullmatch(spelling):
            yield sound, spelling


def build_romanisations() -> str:
    """The table of romanisations as text."""
    require(**PINS)
    from pypinyin.style.wadegiles import to_wade_glides

    sounds: dict[str, set[str]] = {"cantonese": set(), "mandarin": set()}
    for language, readings in (("cantonese", cantonese()), ("mandarin", mandarin())):
        sounds[language].update(sound for character, found in readings.items() if is_used(character) for sound in found)
    out = by_rules(sounds)
    for sound, spelling in by_characters():
        out["hk-cantonese", spelling].setdefault(sound, True)
    for sound in sounds["mandarin"]:
        spelled = WADE_GILES_SLIPS.get(sound) or re.sub("['`]", "", to_wade_glides(sound)).replace("v", "u")
        out["wade-giles", spelled][sound] = True
        if "v" not in sound:
            out["pinyin", sound][sound] = True
    header = [
        "Romanised syllables and the sounds they stand for (readings.csv), by system: usual spellings, and variants people have.",
        "Generated by scripts/build_readings.py from romanisation_rules.csv; do not edit.",
        "Sources: our hand list; hk-cantonese besides from cantonese-romanisation 1.0.5 (MIT),",
        f"  charToRoman.json sha256 {sha256(source('charToRoman.json'))};",
        "  pinyin and wade-giles besides from pypinyin 0.55.0 (MIT).",
        "Licence of this table: MIT.",
    ]
    rows = sorted(
        (
            system,
            spelling,
            " | ".join(sorted(sound for sound, usual in found.items() if usual)),
            " | ".join(sorted(sound for sound, usual in found.items() if not usual)),
        )
        for (system, spelling), found in out.items()
    )
    return render(header, ("system", "syllable", "usual", "variants"), rows)


if __name__ == "__main__":
    sys.exit(main(READINGS, build_readings, __doc__) | main(ROMANISATIONS, build_romanisations, __doc__))
