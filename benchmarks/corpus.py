"""Release-like documents of any amount, in English and in both Chinese scripts: what the speed of scanning is measured on.

The sentences are ours; the officials in them are drawn from the gazetteer: forty documents of a day name people who were in office then, a
few of them far more often than the others. The same seed gives the same documents. About a third of the documents are English,
Traditional and Simplified Chinese each.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from itertools import accumulate, count

from coopterms.index.lexicon import Lexicon
from coopterms.model import Office, Person, Tenure

ENGLISH = """
The visitors were shown how parcels are sorted at night and asked about the hours that staff work.
It was the third time this year that people from both sides sat down to go through the list point by point.
Rain had been falling since early morning, yet more than two thousand residents queued outside the hall.
{p} thanked the volunteers and said that what they had done in a few weeks would otherwise have taken months.
After lunch the party walked along the harbour, where a new path for cyclists is due to open before the winter.
The {o}, {p}, said today that applications will be accepted from next Monday until the end of the month.
Asked whether fares would rise, {p} replied that no decision had been taken and that figures would be made public first.
Each household will receive a letter that explains in plain words what has changed and whom to call.
A number of families told reporters that they had waited for the flats since the spring of last year.
{O} {p} will leave for a three-day trip on Thursday and is expected back on Sunday evening.
During the tour, guests tried the machines themselves and compared them with those they use at home.
The price of vegetables fell slightly for the second month running, while that of meat stayed where it was.
Among those present were the {o}, {p}; the {o}, {p}; and more than eighty guests from various walks of life.
No injuries were reported, and the road was open again within four hours of the landslip.
"We want children to read because they like it," {p} said, "and not because they are told to."
The figures cover the twelve months that ended in March and were checked by an outside firm.
He added that the two sides should meet more often, and that small problems are best solved when they are still small.
Members of the public who find such a notice on their door should keep it and ring the number printed on it.
The {o} will answer questions at a meeting with reporters at four in the afternoon.
At the end of the evening a choir from a nearby school sang three songs, the last of them in four languages.
""".strip().splitlines()

CHINESE = """
參觀者其後走進車間，逐一察看新裝的機器，又問了工人平日怎樣輪班。
當天早上一直下雨，仍有二千多名居民在禮堂外排隊等候。
{o}{p}今日說，申請由下星期一開始，到月底截止。
{p}感謝義工，說他們幾個星期做到的事，別人往往要花上幾個月。
每戶都會收到一封信，用淺白的話說明有甚麼改變，有疑問可以打電話到哪裏。
被問到車費會否上調，{p}回答說還未有決定，數字會先公開。
蔬菜價格連續第二個月輕微下跌，肉類則大致不變。
出席的還有{o}{p}、{o}{p}，以及八十多位來賓。
午飯後一行人沿海旁散步，那裏的新單車徑預計冬天前開放。
{p}說，孩子肯看書，應該是因為喜歡，而不是因為有人叫他們看。
山泥傾瀉沒有造成傷亡，道路四小時內重新開放。
{o}{p}星期四啟程，逗留三天，預計星期日晚上回來。
收到通知的人應該把它留下，並致電上面印着的號碼。
{o}將於下午四時會見記者，回答提問。
不少家庭向記者說，他們從去年春天起一直在等這批單位。
兩地的人應該多些見面，問題還小的時候最容易解決。
晚上最後由附近一間學校的學生唱了三首歌，其中一首用了四種語言。
數字涵蓋到三月為止的十二個月，並由外間公司核對。
""".strip().splitlines()


_A_DAY = 40
"""Releases a day; as many as the Government issues on a working day, or fewer."""


class _Officials:
    """Draws officials who are in office on a day, a few of them far more often than the others, as releases name them."""

    def __init__(self, lexicon: Lexicon, chance: random.Random) -> None:
        self._chance = chance
        self._held: list[tuple[Tenure, Person, Office]] = []
        for person_id in lexicon.ids("person"):
            person = lexicon.entity(person_id)
            for tenure in lexicon.tenures_of(person_id):
                office = lexicon.entity(tenure.office)
                named = isinstance(person, Person) and isinstance(office, Office)
                if named and tenure.start and set(person.labels) >= {"en", "zh-Hant"} <= set(office.labels):
                    self._held.append((tenure, person, office))
        self._held.sort(key=lambda held: hashlib.md5(held[2].id.encode()).digest())
        self._now: list[tuple[Person, Office]] = []
        self._weights: list[float] = []

    def begin(self, day: str) -> None:
        """Go to another day."""
        self._now = [(person, office) for tenure, person, office in self._held if tenure.covers(day)]
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self._now))))

    def draw(self) -> tuple[Person, Office]:
        """Draw somebody in office."""
        return self._chance.choices(self._now, cum_weights=self._weights)[0]


def documents(lexicon: Lexicon, megabytes: float, seed: int = 1) -> Iterator[str]:
    """Yield documents until they come to an amount.

    Args:
        lexicon: where the officials are drawn from.
        megabytes: how much, in millions of bytes of UTF-8.
        seed: for the random choice.
    """
    chance = random.Random(seed)
    officials = _Officials(lexicon, chance)
    simplified = _simplifier()
    written = 0
    day = ""
    for number in count():
        if written >= megabytes * 1e6:
            break
        if number % _A_DAY == 0:
            day = f"{chance.randint(1998, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            officials.begin(day)
        language = chance.choice(("en", "zh-Hant", "zh-Hans"))
        paragraphs = [day]
        for _ in range(chance.randint(4, 9)):
            sentences = [_sentence(language, officials, chance) for _ in range(chance.randint(2, 5))]
            paragraphs.append((" " if language == "en" else "").join(sentences))
        text = "\n\n".join(paragraphs)
        if language == "zh-Hans":
            text = text.translate(simplified)
        written += len(text.encode())
        yield text


def _sentence(language: str, officials: _Officials, chance: random.Random) -> str:
    sentence = chance.choice(ENGLISH if language == "en" else CHINESE)
    while "{" in sentence:
        person, office = officials.draw()
        code = "en" if language == "en" else "zh-Hant"
        title, name = office.label(code), person.label(code)
        if language == "en":
            courtesy = {"male": "Mr ", "female": "Ms "}.get(person.gender, "")
            if "{O}" not in sentence:
                name = chance.choice((courtesy + name, courtesy + name, courtesy + person.label("en").split()[-1] if courtesy else name))
            sentence = sentence.replace("{O}", title, 1)
        sentence = sentence.replace("{o}", title, 1).replace("{p}", name, 1)
    return sentence


def _simplifier() -> dict[int, str]:
    """Return a table from Traditional to Simplified characters, from the labels that the gazetteer has in both."""
    pairs: dict[int, str] = {}
    for row in PAIRS.split():
        pairs[ord(row[0])] = row[1]
    return pairs


PAIRS = """
參参 觀观 後后 進进 間间 逐逐 裝装 機机 問问 樣样 輪轮 當当 還还 與与 處处 長长 門门 開开 關关 務务
員员 區区 國国 會会 議议 說说 請请 張张 陳陈 劉刘 黃黄 鄭郑 鄧邓 葉叶 羅罗 馮冯 蘇苏 楊杨 許许 譚谭
盧卢 蕭萧 謝谢 鍾钟 麥麦 龍龙 馬马 吳吴 趙赵 孫孙 財财 經经 濟济 發发 業业 產产 貿贸 環环 運运 輸输
創创 課课 學学 書书 記记 總总 統统 檢检 廳厅 衞卫 護护 勞劳 廣广 東东 蘭兰 麗丽 嶺岭 來来 戶户 電电
話话 數数
""".strip()
