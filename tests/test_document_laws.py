"""The laws of reading documents, over all text: faithful offsets, an oracle for the scan, nothing shared, nothing moved, nothing raised."""

from __future__ import annotations

from itertools import pairwise
from unittest import mock

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from coopterms import Resolver
from coopterms.index import scan as scan_module
from coopterms.index.forms import is_anchor, printed_forms
from coopterms.index.scan import DictionaryFinder, Scanner, Span, scan_pattern
from coopterms.reading.annotation import Annotation
from coopterms.reading.document import Reader
from coopterms.testing import appointments, hard_text, labels
from coopterms.text import flat as flat_module
from coopterms.text import fold
from coopterms.text.characters import is_han
from tests.text.test_flat import ends_sentence

RESOLVER = Resolver()
LEXICON = RESOLVER.lexicon
LEXICON.preload()
SCANNER = Scanner(LEXICON)
ON = "2018-08-24"
DATES = st.sampled_from([None, ON, "2003-05-05", "2023-01-01"])

_CLAUSE_MARKS = frozenset(";:!?。；：！？，…｡︰︓︔︕︖﹔﹕﹖﹗")
_KINDS = ("office", "person", "organisation", "term")
_JOINTS = (
    " ", " ", "\n", "\n\n", "", ", ", ",", "，", "、", "; ", "；", ". ", "。", ": ", "-", " and ", "和", "與", " & ", "(", ")", "（", "）",
    "’s ", " of ",
    "\u00a0", "\u3000", "\u200b", "İ", "½", "\ufeff", "\u00ad", "\0",
)  # fmt: skip
_WORDS = (
    "the ", "Acting ", "署理", "former ", "前", "Under ", "Deputy ", "副", "Secretaries ", "Secretary", "Mr ", "Mrs ", "Dr ", "Ms Lam",
    "Mr Chan", "陳先生",
    "聶局長", "局長", "夫人", "林太", "博士", "GBS", "JP", "SC", "said", "表示", "will be ", "分別", "respectively", "由", "職務",
    "He Hong", "the Hong Kong",
    "HKSAR", "ＨＫＳＡＲ", "hksar", "CE", "ce", "Japan's ", "of Shanghai", "for Asia", "Roman Li Keqiang", "2018", "today (October 24)",
    "24日", "二○一八年",
    "Zebulon Quill", "ZEBULON", "quill", "王大同", "⾹港", "⾏政", "行政長官", "Lau Kong", "Kwok-ki",
)  # fmt: skip
PIECES = st.one_of(
    st.sampled_from(_KINDS).flatmap(lambda kind: labels(RESOLVER, kind)).map(lambda drawn: drawn[2]),
    appointments(RESOLVER).map(lambda mention: mention.text),
    appointments(RESOLVER, ("acting", "former", "designate")).map(lambda mention: mention.text),
    st.sampled_from(_WORDS),
    hard_text(3),
)
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, st.sampled_from(_JOINTS)), max_size=8).map(lambda drawn: "".join(piece + joint for piece, joint in drawn)),
    hard_text(),
    st.text(max_size=20),
)


def told(read: Annotation) -> list[dict[str, object]]:
    return [mention.to_dict() for mention in read.mentions]


def ids(read: Annotation, start: int = 0, end: int | None = None) -> list[tuple[object, ...]]:
    """What is read in a part of the text: places in that part, kinds and IDs."""
    return [
        (mention.start - start, mention.end - start, mention.kind, mention.entity and mention.entity.id, mention.capacity, mention.status)
        for mention in read.mentions
        if start <= mention.start and (end is None or mention.end <= end)
    ]


# -- oracles of the scan ------------------------------------------------------------------------------------------------


def anchor_keys() -> list[str]:
    """Every key of the tables that the scan looks for, in the order of the compiled patterns."""
    every = LEXICON.forms([])
    return sorted(
        key
        for key, forms in every.items()
        if any(is_anchor(form, key) for form in forms) and len(key) > 1 and not key.startswith("&") and not key.endswith("&")
    )


def dictionary_scanner() -> Scanner:
    """Oracle 1: the same scan with the matcher in pure Python in the place of the automaton, as on a machine that has none."""
    with mock.patch.object(scan_module, "_finder", return_value=None):
        scanner = Scanner(LEXICON)
    assert isinstance(scanner._finder, DictionaryFinder)
    assert sorted(scanner._finder._numbers) == sorted(map(scan_pattern, anchor_keys()))
    return scanner


DICTIONARY = dictionary_scanner()
EVERY_FORM = LEXICON.forms([])
MOST_WORDS = max(len(fold(key)) for key in anchor_keys())


def looked_up(text: str) -> list[Span]:
    """Oracle 2, without automaton and key of the document: every run of words of `fold` looked up, no clause's end within."""
    folded = fold(text, LEXICON.articles)
    words, starts, ends = folded.words, folded.starts, folded.ends
    clause = [0]
    for at in range(1, len(folded)):
        clause.append(clause[-1] + _ends_clause(text, ends[at - 1], starts[at]))
    spans = []
    at = 0
    while at < len(folded):
        for last in range(min(len(folded), at + MOST_WORDS), at, -1):
            run = folded.run(at, last)
            forms = EVERY_FORM.get(run, ())
            if (
                forms
                and clause[at] == clause[last - 1]
                and len(run) > 1
                and words[at] != "&" != words[last - 1]
                and any(is_anchor(form, run) for form in printed_forms(forms, text, starts[at], ends[last - 1]))
            ):
                spans.append((starts[at], ends[last - 1], run))
                at = last
                break
        else:
            at += 1
    return spans


def _ends_clause(text: str, start: int, end: int) -> bool:
    """Whether what no form crosses stands between two words: a mark of a clause, a comma beside Chinese, the end of a sentence."""
    table = flat_module.fold_table()

    def beside(at: int, step: int) -> bool:
        at += step
        while 0 <= at < len(text) and not table[ord(text[at])]:
            at += step
        return 0 <= at < len(text) and is_han(table[ord(text[at])][-1 if step < 0 else 0])

    return any(
        text[at] in _CLAUSE_MARKS or (text[at] == "," and (beside(at, -1) or beside(at, 1))) or ends_sentence(text, at)
        for at in range(start, end)
    )


class TestTheScan:
    @given(TEXTS, st.sampled_from([7, 64, 1 << 16]))
    @example("He Hong met the Hong Kong & Macao Affairs Office", 7)
    @example("財政司,司長", 64)
    def test_the_automaton_finds_what_the_dictionary_finds(self, text, chunk):
        with mock.patch.object(scan_module, "_CHUNK", chunk):
            assert SCANNER.scan(text) == DICTIONARY.scan(text)

    @given(TEXTS, st.sampled_from([1, 40, 1 << 14]), st.sampled_from([7, 1 << 16]))
    @example("the Secretary for; Justice", 1 << 14, 1 << 16)
    @example("行政長官,林鄭月娥 Mr. K.S. Wong and", 1, 7)
    def test_the_scan_finds_what_looking_up_every_run_of_words_finds(self, text, block, chunk):
        with mock.patch.object(scan_module, "_CHUNK", chunk), mock.patch.object(flat_module, "_BLOCK", block):
            assert SCANNER.scan(text) == looked_up(text)

    @given(TEXTS)
    def test_a_span_folds_to_its_key(self, text):
        before = 0
        for start, end, words in SCANNER.scan(text):
            assert before <= start < end
            assert fold(text[start:end], LEXICON.articles).key == words
            before = end


# -- laws of annotation ---------------------------------------------------------------------------------------------------


class TestOffsets:
    @given(TEXTS, DATES)
    def test_mentions_are_in_order_apart_and_say_what_is_printed(self, text, on):
        read = RESOLVER.annotate(text, on)
        assert read.text == text
        end = 0
        for mention in read.mentions:
            assert end <= mention.start < mention.end <= len(text)
            assert text[mention.start : mention.end] == mention.text
            end = mention.end
        for finding in read.findings:
            assert 0 <= finding.start < finding.end <= len(text)
            assert finding.note

    @given(TEXTS, DATES)
    def test_a_span_names_one_thing_and_a_group_one_appointment(self, text, on):
        read = RESOLVER.annotate(text, on)
        groups: dict[int, set[object]] = {}
        for mention in read.mentions:
            if mention.entity is not None:
                assert mention.entity.id.startswith(f"{mention.kind}:")
            if mention.kind == "person":
                assert mention.unknown is None or mention.person is None
                if mention.group is not None:
                    groups.setdefault(mention.group, set()).add((mention.person and mention.person.id, mention.unknown))
        # one person a group, who may have several titles
        assert all(len(people) == 1 for people in groups.values())
        numbers = sorted({mention.unknown for mention in read.mentions if mention.unknown is not None})
        assert numbers == list(range(1, len(numbers) + 1))


class TestNothingIsShared:
    @given(TEXTS, TEXTS, DATES)
    @example("The Chief Executive, Mrs Carrie Lam, left.", "Mrs Lam said so. The Chief Executive left. Mr Chan", ON)
    def test_what_one_document_says_never_bears_on_another(self, first, second, on):
        alone = {text: told(fresh().annotate(text, on)) for text in (first, second)}
        shared = fresh()
        for text in (first, second, first, second, second, first):
            assert told(shared.annotate(text, on)) == alone[text]

    @given(TEXTS, DATES)
    def test_reading_again_is_reading_once(self, text, on):
        assert RESOLVER.annotate(text, on).to_dict() == RESOLVER.annotate(text, on).to_dict()


def fresh() -> Resolver:
    """A resolver that has read nothing; the tables and the automaton, which do not change, are the same."""
    resolver = Resolver.__new__(Resolver)
    resolver.__dict__.update(RESOLVER.__dict__)
    with mock.patch("coopterms.reading.document.Scanner", return_value=SCANNER):
        resolver._reader = Reader(LEXICON)
    return resolver


_STORIES = (
    "The Chief Executive, Mrs Carrie Lam, met the Mayor of Shanghai, Mr Ying Yong.\n\nMrs Lam said so.",
    "政制及內地事務局局長聶德權表示歡迎。聶局長亦說好。",
    "Financial Secretary Paul Chan and Secretary for Justice Teresa Cheng attended.\n\nMs Cheng left.",
    "The Director of Legal Aid, Mr Zebulon Quill, spoke. Mr Quill left.",
)
_UNRELATED = (
    "It rained all day, and nobody came.", "The ferry was late; the buses were not.", "昨日天雨，船期延誤。",
    "Tickets cost twenty dollars each.",
)  # fmt: skip


class TestWhereThingsStand:
    @pytest.mark.parametrize("story", _STORIES)
    @pytest.mark.parametrize("unrelated", _UNRELATED)
    def test_moving_an_unrelated_paragraph_changes_no_id(self, story, unrelated):
        paragraphs = story.split("\n\n")
        alone = ids(RESOLVER.annotate(story, ON))
        assert alone
        for at in range(len(paragraphs) + 1):
            text = "\n\n".join([*paragraphs[:at], unrelated, *paragraphs[at:]])
            moved = RESOLVER.annotate(text, ON)
            assert [row[2:] for row in ids(moved)] == [row[2:] for row in alone]

    @given(st.lists(appointments(RESOLVER), min_size=1, max_size=3), st.sampled_from(_UNRELATED), st.integers(0, 3))
    def test_moving_an_unrelated_paragraph_among_appointments(self, mentions, unrelated, at):
        paragraphs = [mention.text for mention in mentions]
        alone = ids(RESOLVER.annotate("\n\n".join(paragraphs), mentions[0].on))
        moved = RESOLVER.annotate("\n\n".join([*paragraphs[:at], unrelated, *paragraphs[at:]]), mentions[0].on)
        assert [row[2:] for row in ids(moved)] == [row[2:] for row in alone]

    @given(TEXTS, st.sampled_from(_UNRELATED), DATES)
    def test_a_sentence_before_shifts_offsets_and_nothing_else(self, text, sentence, on):
        assume(not text[:1].isspace())
        before = f"{sentence}\n\n"
        assert ids(RESOLVER.annotate(before + text, on), len(before)) == ids(RESOLVER.annotate(text, on))

    @given(TEXTS, st.sampled_from(_UNRELATED), DATES)
    def test_a_sentence_behind_changes_nothing(self, text, sentence, on):
        longer = f"{text}\n\n{sentence}"
        assert ids(RESOLVER.annotate(longer, on)) == ids(RESOLVER.annotate(text, on))


class TestAnyText:
    @given(st.one_of(hard_text(), st.text(), TEXTS))
    @example("\ud800")
    @example("\0")
    @example("\u200b")
    def test_nothing_raises(self, text):
        read = RESOLVER.annotate(text)
        assert len(read.to_dict()["mentions"]) == len(read.mentions)

    @given(TEXTS, DATES)
    def test_nobody_is_named_twice_in_one_place(self, text, on):
        places = [(mention.start, mention.end) for mention in RESOLVER.annotate(text, on).mentions if mention.kind == "person"]
        assert len(places) == len(set(places))
        assert all(end <= start for (_, end), (start, _) in pairwise(places))

    @given(appointments(RESOLVER))
    def test_a_person_of_a_release_is_never_read_as_another(self, mention):
        """What `resolve` says of an appointment, a document that has nothing else in it never contradicts."""
        alone = RESOLVER.resolve(mention.text, mention.on)
        for found in RESOLVER.annotate(mention.text, mention.on).mentions:
            if found.kind == "person" and found.person and alone.person:
                assert found.person.id == alone.person.id
