"""The ten laws of the house, over all text and over the whole gazetteer; the strategies are the public ones of coopterms.testing."""

import math
import os
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import coopterms
from coopterms import Resolver, Status
from coopterms._data import tables_folder
from coopterms.gazetteer.tables import read_package
from coopterms.index.forms import Form
from coopterms.names import compare
from coopterms.reading.spans import find
from coopterms.testing import STYLES, Appointment, appointments, hard_text, labels, write
from coopterms.text import fold, key

RESOLVER = Resolver()
LEXICON = RESOLVER.lexicon
PACKAGE = read_package(tables_folder())
ON = "2018-08-24"
PHRASES = st.one_of(
    hard_text(),
    st.sampled_from(["office", "person", "organisation", "term"]).flatmap(lambda kind: labels(RESOLVER, kind)).map(lambda drawn: drawn[2]),
)


def forms(text: str) -> tuple[Form, ...]:
    form_key = fold(text, LEXICON.articles).key
    return LEXICON.forms([form_key]).get(form_key, ())


def meanings(text: str, kind: str) -> set[str]:
    return {form.id for form in forms(text) if form.kind == kind}


class TestLaw1FoldingIsTotalAndIdempotent:
    @given(PHRASES)
    def test_folding_twice_is_folding_once(self, text):
        assert key(key(text)) == key(text)

    @given(hard_text(), st.sampled_from([None, ON]))
    def test_nothing_raises(self, text, on):
        answer = RESOLVER.resolve(text, on=on)
        assert answer.text == text
        assert answer.explain()
        assert answer.to_dict()["status"] == str(answer.status)
        assert compare(text, text).verdict in ("match", "undecided")


class TestLaw2FoldingIgnoresWhatMustNotMatter:
    @given(PHRASES)
    def test_case(self, text):
        # Upper-casing and lower-casing again is no pure change of case for every letter (ŉ, ΐ), casefold is.
        assert key(text.casefold()) == key(text)

    @given(labels(RESOLVER, "office"))
    def test_upper_case(self, drawn):
        assert key(drawn[2].upper()) == key(drawn[2])

    @given(PHRASES, st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
    def test_composition(self, text, form):
        import unicodedata

        assert key(unicodedata.normalize(form, text)) == key(text)

    @given(labels(RESOLVER, "office"))
    def test_width(self, drawn):
        wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in drawn[2])
        assert key(wide) == key(drawn[2])

    @given(labels(RESOLVER, "term"), st.sampled_from("-‐‑–—−"), st.sampled_from("'’‘`"))
    def test_dashes_and_quotes(self, drawn, dash, quote):
        assert key(drawn[2].replace("-", dash).replace("'", quote)) == key(drawn[2])

    @given(labels(RESOLVER, "office"), st.sampled_from(["  ", "\n", "\u00a0", "\u3000", " \t "]))
    def test_runs_of_space(self, drawn, space):
        assert key(drawn[2].replace(" ", space)) == key(drawn[2])

    @given(labels(RESOLVER, "organisation"))
    def test_ampersand(self, drawn):
        assert key(drawn[2].replace(" and ", " & ")) == key(drawn[2])

    @given(labels(RESOLVER, "office"), st.sampled_from(["t2s", "s2t", "hk2s", "s2hk", "tw2s", "s2tw", "t2hk", "t2tw"]))
    def test_opencc_conversions(self, drawn, config):
        opencc = pytest.importorskip("opencc")
        assert key(opencc.OpenCC(config).convert(drawn[2])) == key(drawn[2])


class TestLaw3FoldingKeepsWhatMustMatter:
    def test_two_entities_share_a_label_only_where_the_tables_say_so(self):
        declared = [set(row.items_of("ids")) for row in PACKAGE["ambiguities"].rows]
        shared: dict[tuple[str, str], list[str]] = {}
        for kind in ("person", "office", "organisation", "term"):
            for entity_id in LEXICON.ids(kind):
                entity = LEXICON.entity(entity_id)
                if getattr(entity, "derived", False):
                    continue
                for label in set(map(key, entity.labels.values())):
                    shared.setdefault((kind, label), []).append(entity_id)
        for (_, label), ids in shared.items():
            for a, b in ((a, b) for a in ids for b in ids if a < b):
                first, second = LEXICON.entity(a), LEXICON.entity(b)
                successive = bool(
                    (first.valid_to and second.valid_from and first.valid_to < second.valid_from)
                    or (second.valid_to and first.valid_from and second.valid_to < first.valid_from)
                )
                assert successive or any({a, b} <= ids for ids in declared), (label, a, b)

    @given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1))
    def test_no_word_folds_to_nothing(self, word):
        assert key(word)


class TestLaw4OffsetsAreMonotoneAndFaithful:
    @given(PHRASES, PHRASES)
    def test_a_span_of_the_original_folds_to_its_words(self, before, after):
        text = before + " " + after
        folded = fold(text)
        assert folded.starts == sorted(folded.starts)
        assert all(end >= start + 1 for start, end in zip(folded.starts, folded.ends, strict=True))
        for at, word in enumerate(folded.words):
            assert word in fold(folded.original(at, at + 1)).key

    @given(hard_text())
    def test_every_character_is_in_a_word_or_folds_to_no_word(self, text):
        folded = fold(text)
        inside = {at for start, end in zip(folded.starts, folded.ends, strict=True) for at in range(start, end)}
        for at, character in enumerate(text):
            assert at in inside or not key(character)


def shared_title(mention: Appointment) -> bool:
    """Whether the title or the name, as written, means several entities, or belongs to a longer title with its qualifier."""
    office, person = LEXICON.entity(mention.office), LEXICON.entity(mention.person)
    titles = [label for label in office.labels.values() if len(meanings(label, "office")) > 1]
    names = [label for label in person.labels.values() if len(meanings(label, "person")) > 1]
    return bool(titles or names)


def belongs_to_another(mention: Appointment) -> bool:
    """Whether qualifier and title together begin another title: 候任行政長官私人秘書 is a post of its own."""
    folded = fold(mention.text, LEXICON.articles)

    own = {form_key for label in LEXICON.entity(mention.office).labels.values() for form_key in [fold(label, LEXICON.articles).key]}
    longest = max(map(len, own))
    for spans in find(folded, LEXICON):
        for item in spans:
            if any(form.kind in ("office", "organisation") and form.id != mention.office for form in item.forms):
                run = folded.run(item.start, item.end)
                if len(run) > longest or not any(run in one for one in own):
                    return True
    return False


class TestLaw5WrittenMentionsReadBack:
    @given(appointments(RESOLVER))
    def test_in_office(self, mention):
        self.check(mention)

    @given(appointments(RESOLVER, ("former", "designate", "acting")))
    def test_with_a_qualifier(self, mention):
        assume(not belongs_to_another(mention))
        self.check(mention)

    def check(self, mention):
        answer = RESOLVER.resolve(mention.text, on=mention.on)
        if answer.status is Status.RESOLVED:
            assert (answer.person.id, answer.office.id, answer.capacity) == (mention.person, mention.office, mention.capacity)
        else:
            assert answer.status is Status.AMBIGUOUS, answer.explain()
            assert shared_title(mention), answer.explain()
            assert any((c.person and c.person.id, c.office and c.office.id) == (mention.person, mention.office) for c in answer.candidates)


ACTING = [
    ("Acting {}", "en"),
    ("署理{}", "zh-Hant"),
    ("former {}", "en"),
    ("前{}", "zh-Hant"),
    ("{} (Designate)", "en"),
    ("候任{}", "zh-Hant"),
]
RANK_WORDS = {"en": ("Deputy ", "Under ", "Assistant ", "Permanent "), "zh": ("副", "助理", "常任")}


@cache
def chinese_heads() -> list[tuple[str, str]]:
    """The offices whose Chinese label ends with 長 and has no 副, with the label."""
    offices = [RESOLVER.lexicon.entity(entity_id) for entity_id in RESOLVER.lexicon.ids("office")]
    labels = [
        (office.id, office.labels[language]) for office in offices for language in ("zh-Hant", "zh-Hans") if language in office.labels
    ]
    return [(entity_id, label) for entity_id, label in labels if label[-1] in "長长" and len(label) > 2 and "副" not in label]


class TestLaw6QualifiersAndRanks:
    @given(labels(RESOLVER, "office"), st.sampled_from(ACTING))
    def test_a_qualifier_changes_the_capacity_and_nothing_else(self, drawn, qualifier):
        _, language, label = drawn
        pattern, of = qualifier
        assume((language == "en") == (of == "en"))
        plain = RESOLVER.resolve(label)
        assume(plain.status is Status.RESOLVED and plain.office)
        text = pattern.format(label)
        assume(not meanings(text, "office") and "行政長官" not in label and "行政长官" not in label and "Chief Executive" not in label)
        qualified = RESOLVER.resolve(text)
        assert qualified.office is not None, qualified.explain()
        assert qualified.office.id == plain.office.id
        assert qualified.capacity != plain.capacity

    @given(labels(RESOLVER, "office"), st.integers(0, 3))
    def test_a_rank_word_changes_the_office(self, drawn, at):
        entity_id, language, label = drawn
        words = RANK_WORDS["en" if language == "en" else "zh"]
        word = words[at % len(words)]
        answer = RESOLVER.resolve(word + label)
        assert answer.office is None or answer.office.id != entity_id

    @given(st.deferred(lambda: st.sampled_from(chinese_heads())))
    def test_a_rank_word_inside_a_chinese_title_changes_the_office(self, drawn):
        entity_id, label = drawn
        answer = RESOLVER.resolve(f"{label[:-2]}副{label[-2:]}")
        assert answer.office is None or answer.office.id != entity_id


NAMES = st.one_of(labels(RESOLVER, "person").map(lambda drawn: drawn[2]), hard_text())
# Not "Hon {}": Hon is a surname, too, and before two words nobody can say which (Hon Chi-keung).
HONORIFICS = {"en": ("Mr {}", "Dr {}", "the Hon Mrs {}", "{}, GBS, JP"), "zh": ("{}先生", "{}女士", "{}博士")}


class TestLaw7NameComparison:
    @given(NAMES, NAMES)
    def test_symmetric_and_bounded(self, first, second):
        one, other = compare(first, second), compare(second, first)
        assert (one.verdict, one.score) == (other.verdict, other.score)
        assert 0 <= one.score <= 1

    @given(labels(RESOLVER, "person"))
    def test_reflexive(self, drawn):
        assert compare(drawn[2], drawn[2]).verdict == "match"

    @given(labels(RESOLVER, "person"), labels(RESOLVER, "person"), st.integers(0, 3))
    def test_blind_to_script_case_hyphen_and_honorific(self, drawn, other, at):
        entity, language, name = drawn
        honorifics = HONORIFICS["en" if language == "en" else "zh"]
        variants = [name.upper(), name.replace("-", " "), honorifics[at % len(honorifics)].format(name)]
        variants += [text for code, text in LEXICON.entity(entity).labels.items() if language != "en" and code != "en"]
        for variant in variants:
            assert compare(variant, other[2]).verdict == compare(name, other[2]).verdict


MENTIONS = st.lists(
    st.one_of(appointments(RESOLVER).map(lambda a: a.text), hard_text(), labels(RESOLVER, "organisation").map(lambda d: d[2])), max_size=6
)


class TestLaw8BatchesAndAdditions:
    @given(MENTIONS, st.randoms())
    def test_a_batch_is_its_parts_in_any_order(self, texts, random):
        alone = {text: RESOLVER.resolve(text, on=ON) for text in texts}
        shuffled = random.sample(texts, len(texts))
        assert [answer.to_dict() for answer in RESOLVER.resolve_many(shuffled, on=ON)] == [alone[text].to_dict() for text in shuffled]

    @pytest.fixture
    def enlarged(self, tmp_path_factory):
        """The packaged tables with a namesake of an official and a bureau more."""
        folder = tmp_path_factory.mktemp("overlay")
        os.makedirs(folder / "entities")
        source = "https://example.org/,high,"
        people = Path(folder / "entities" / "people.csv")
        header = (
            "id,label_en,label_zh_hant,label_zh_hans,surname,given,western,husband_surname,system,gender,honorific,source,confidence,note"
        )
        people.write_text(
            f"{header}\nperson:zz-nip-patrick-tak-wah,Patrick Nip Tak-wah,聶德華,聂德华,Nip,Tak-wah,Patrick,,hk,male,Mr,{source}\n"
            f"person:zz-cheng-teresa-yeuk-wah,Teresa Cheng Yeuk-wah,鄭若驊,郑若骅,Cheng,Yeuk-wah,Teresa,,hk,female,Ms,{source}\n",
            encoding="utf-8",
        )
        offices = Path(folder / "entities" / "offices.csv")
        offices.write_text(
            "id,label_en,label_zh_hant,label_zh_hans,organisation,rank,branch,seats,valid_from,valid_to,successor,source,confidence,note\n"
            f"office:zz-security,Secretary for Security,保安局局長,保安局局长,organisation:hk-security-bureau,,,one,,,,{source}\n",
            encoding="utf-8",
        )
        return Resolver(coopterms.load(folder))

    def test_an_added_entity_never_flips_an_answer(self, enlarged):
        @given(appointments(RESOLVER))
        def law(mention):
            before = RESOLVER.resolve(mention.text, on=mention.on)
            after = enlarged.resolve(mention.text, on=mention.on)
            for kind in ("person", "office"):
                old, new = getattr(before, kind), getattr(after, kind)
                assert new is None or old is None or new.id == old.id

        law()
        assert enlarged.resolve("Patrick Nip").status is Status.AMBIGUOUS
        assert enlarged.resolve("Secretary for Security", on=ON).status is Status.AMBIGUOUS


class TestLaw9TheExplanationAddsUp:
    @given(st.one_of(appointments(RESOLVER).map(lambda a: a.text), hard_text(), PHRASES), st.sampled_from([None, ON]))
    def test_weights_sum_to_the_log_odds(self, text, on):
        answer = RESOLVER.resolve(text, on=on)
        for candidate in answer.candidates:
            total = sum(reason.weight for reason in candidate.evidence)
            assert candidate.score == pytest.approx(1 / (1 + math.exp(-total)), abs=1e-6)
        if answer.status in (Status.RESOLVED, Status.PARTIAL):
            assert answer.score == answer.candidates[0].score
            assert answer.margin <= answer.score


class TestLaw10ThereAndBack:
    @given(st.sampled_from(["person", "office", "organisation", "term"]).flatmap(lambda kind: labels(RESOLVER, kind)))
    def test_every_label_means_its_entity(self, drawn):
        entity_id, _, label = drawn
        kind = entity_id.partition(":")[0]
        assert entity_id in meanings(label, kind)
        on = LEXICON.entity(entity_id).valid_to or LEXICON.entity(entity_id).valid_from
        answer = RESOLVER.resolve(label, on=on if len(on) == 10 else None, kinds=[kind])
        found = getattr(answer, kind)
        assert found.id == entity_id if found else entity_id in {getattr(c, kind).id for c in answer.candidates}

    def test_every_office_has_one_id_in_both_languages(self):
        """Exhaustive: no office is one thing in English and another in Chinese."""
        for entity_id in LEXICON.ids("office"):
            entity = LEXICON.entity(entity_id)
            on = next((day for day in (entity.valid_to, entity.valid_from) if len(day) == 10), None)
            found = {
                answer.office.id
                for language in entity.labels
                if (answer := RESOLVER.resolve(entity.labels[language], on=on, kinds=["office"])).office
            }
            assert found <= {entity_id}, (entity_id, found)


def test_every_house_style_is_written():
    for language, styles in STYLES.items():
        for style in styles:
            assert "Teresa" in write("Secretary for Justice", "Teresa", language, style) or style in ("full width", "spaced out")
