"""Invented pages of many layouts: what is known of each, and what its passages are."""

import pytest

from dragoman.model import Draft
from dragoman.sources.imprint import imprint

FIELDS = ("title", "outlet", "agency", "republished_from", "byline", "published", "language")


def known(text, **stated):
    document, _ = imprint(Draft(text, stated=stated), "page", "page.txt")
    return {field: getattr(document, field) for field in FIELDS if getattr(document, field)}


def kinds(text):
    document, passages = imprint(Draft(text), "page", "page.txt")
    return [(str(p.kind), p.span.cut(document.text)) for p in passages]


def of_kind(text, kind):
    return [words for found, words in kinds(text) if found == kind]


LEDE = (
    "The foreign minister of Varnland, Ilse Varga, arrived in Ostermark on Monday for two days of "
    "talks about the ferry treaty, her office said."
)
MORE = (
    "She will meet her counterpart and members of parliament. A spokesman declined to say whether "
    "the dispute over the northern lighthouse is on the agenda."
)
END = "Both governments have said that they want to sign the treaty before the end of the year."
BODY = f"{LEDE}\n\n{MORE}\n\n{END}"

WIRE = f"""Varnland minister in Ostermark for ferry talks

OSTERMARK, Jan 30 (Reuters) - {LEDE}

{MORE}

{END}

(Reporting by Jonas Wick and Ruth Almquist in Ostermark; Editing by Clement Ashgrove)
"""

BLOG = f"""What the ferry row tells us

March 4, 2024 by Hanne Fisk

{BODY}

Share this:
Click to share on Facebook (Opens in new window)
Like this:
Like Loading...

Leave a Reply

Your email address will not be published. Required fields are marked *
"""

THINK_TANK = f"""The lighthouse clause: a short history
Analysis
12 May 2023

Dr Odile Hartnack explains why a forgotten clause still divides two neighbours

{LEDE}[1]

The dispute is older than both governments

{MORE}[2]

{END}

Odile Hartnack is professor of international law at the University of Sellmouth.

Notes
[1] "Going north", The Ferry Gazette, 3 May 2023, https://gazette.example (Accession: 04.05.2023).
[2] Treaty of Ostermark, Article 9, accessed 5 May 2023.
"""

STATE_MEDIA = f"""Varnland's provocations doomed to fail

Source: Xinhua
Editor: huaxia
2023-02-07 17:10:24

OSTERMARK, Feb. 7 (Xinhua) -- {LEDE}

{MORE}

{END} Enditem
"""

LABELS = f"""Talks on ferries begin

Source
Varnland Daily
Editor
Lena Osk
Time
2024-06-01 09:30

By Marit Brandeis

{BODY}

Editor's note: Originally published on fahrplan.example, this article is translated from German.

Related News

Ferry sinks in harbour

Continue...
"""

TWO_DATES = f"""Minister begins talks

Published: 3 March 2024 | Updated: 5 March 2024

{BODY}
"""

AFFILIATED = f"""Minister begins talks

By Clement Ashgrove, Diplomatic Correspondent, in Ostermark

The Sellmouth Standard, Wednesday 13 March 2024

{BODY}
"""

OPINION = f"""Opinion: Leave the lighthouse alone

{BODY}

Beata Quill sits in the Senate of Ruvenna as a member of the Harbour League. The views expressed \
here are the author's own and do not necessarily reflect the editorial policy of Al Jazeera.
"""

GERMAN = """Außenministerin reist nach Ostermark

Von Hanne Fisch
Veröffentlicht am 31. Januar 2023

Die Außenministerin von Varnland ist am Montag nach Ostermark gereist, um dort über den \
Fährvertrag zu verhandeln. Das teilte ihr Büro am Abend mit.

Sie wird dort zwei Tage lang Gespräche führen und auch Abgeordnete des Parlaments treffen.

Lesen Sie auch
Fähre im Hafen gesunken
"""

RUSSIAN = """Министр Варнланда прибыла в Остермарк

31 января 2023

ОСТЕРМАРК, 31 января. /ТАСС/. Министр иностранных дел Варнланда прибыла в понедельник в \
Остермарк для переговоров о договоре о паромах, сообщила её пресс-служба.

Она встретится со своим коллегой и с депутатами парламента, переговоры продлятся два дня.

Читайте также
Паром затонул в гавани
"""

CHINESE = """瓦恩兰外长访问奥斯特马克
来源：新华社
2023年1月31日
瓦恩兰外交部长周一抵达奥斯特马克，就渡轮条约举行为期两天的会谈。她的办公室说，双方都希望在年底之前签署条约。
她还将会见议会成员。发言人拒绝透露北部灯塔争端是否列入议程，双方此前已经举行了三轮会谈。
责任编辑：李四
"""

REPUBLISHED = f"""Ferries and their discontents

{BODY}

This article first appeared in the July issue of the Estuary Review.

© 2024 The Harbour Courier. All rights reserved.
"""

PRESS_RELEASE = f"""Joint statement on the ferry treaty

Press Release
Issued on 31 Jan. 2023

1. {LEDE}

2. {MORE}

3. {END}
"""

BROADCASTER = f"""News|Politics
Ferry talks begin in Ostermark

Ilse Varga is to discuss the treaty in two days of talks.

By Al Jazeera Staff
Published On 31 Jan 2023

{BODY}
SOURCE: AL JAZEERA AND NEWS AGENCIES
"""

AGENCY_COPY = f"""Ferry talks begin in Ostermark
By HANNE FISK and JONAS WICK, Associated Press

OSTERMARK (AP) — {BODY}

___

Associated Press writer Ruth Almquist in Kestrin contributed to this report.
"""

PORTAL = f"""Ferry talks begin in Ostermark
PTI / Jan 31, 2023, 12:47 IST
SHARE

{BODY}

(With inputs from AFP)
"""

SPANISH = """La ministra viaja al norte

Por Ana Ruiz
Madrid, 31 ene 2023 (EFE).- La ministra de Exteriores de Varnland llegó el lunes a Ostermark \
para dos días de conversaciones sobre el tratado de los transbordadores.

La portavoz no quiso decir si la disputa por el faro del norte figura en la agenda. EFE
"""

LICENSED = f"""Why ferries matter
Published: January 31, 2023 8.05am GMT
Author
Hanne Fisk
Senior Lecturer in Ferry Studies, University of Sellmouth

{BODY}

This article is republished from The Conversation under a Creative Commons license.
"""

CITES_ONLY = f"""{LEDE}

"We will sign," she told Yonhap news agency. Editor Clement Ashgrove of the Kestrin Post, who was
present, told DW that he had heard it too, according to Reuters.

{END}
"""

FACTS = [
    (
        WIRE,
        {
            "title": "Varnland minister in Ostermark for ferry talks",
            "agency": "Reuters",
            "byline": "Jonas Wick, Ruth Almquist",
            "language": "en",
        },
    ),
    (
        BLOG,
        {
            "title": "What the ferry row tells us",
            "byline": "Hanne Fisk",
            "published": "2024-03-04",
            "language": "en",
        },
    ),
    (
        THINK_TANK,
        {
            "title": "The lighthouse clause: a short history",
            "byline": "Odile Hartnack",
            "published": "2023-05-12",
            "language": "en",
        },
    ),
    (
        STATE_MEDIA,
        {
            "title": "Varnland's provocations doomed to fail",
            "outlet": "Xinhua",
            "agency": "Xinhua",
            "published": "2023-02-07",
            "language": "en",
        },
    ),
    (
        LABELS,
        {
            "title": "Talks on ferries begin",
            "outlet": "Varnland Daily",
            "byline": "Marit Brandeis",
            "republished_from": "fahrplan.example",
            "published": "2024-06-01",
            "language": "en",
        },
    ),
    (TWO_DATES, {"title": "Minister begins talks", "published": "2024-03-03", "language": "en"}),
    (
        AFFILIATED,
        {
            "title": "Minister begins talks",
            "byline": "Clement Ashgrove",
            "outlet": "The Sellmouth Standard",
            "published": "2024-03-13",
            "language": "en",
        },
    ),
    (
        OPINION,
        {
            "title": "Opinion: Leave the lighthouse alone",
            "byline": "Beata Quill",
            "outlet": "Al Jazeera",
            "language": "en",
        },
    ),
    (
        GERMAN,
        {
            "title": "Außenministerin reist nach Ostermark",
            "byline": "Hanne Fisch",
            "published": "2023-01-31",
            "language": "de",
        },
    ),
    (
        RUSSIAN,
        {
            "title": "Министр Варнланда прибыла в Остермарк",
            "agency": "TASS",
            "published": "2023-01-31",
            "language": "ru",
        },
    ),
    (
        CHINESE,
        {
            "title": "瓦恩兰外长访问奥斯特马克",
            "outlet": "新华社",
            "agency": "Xinhua",
            "published": "2023-01-31",
            "language": "zh",
        },
    ),
    (
        REPUBLISHED,
        {
            "title": "Ferries and their discontents",
            "outlet": "The Harbour Courier",
            "republished_from": "Estuary Review",
            "language": "en",
        },
    ),
    (
        PRESS_RELEASE,
        {
            "title": "Joint statement on the ferry treaty",
            "published": "2023-01-31",
            "language": "en",
        },
    ),
    (
        BROADCASTER,
        {
            "title": "Ferry talks begin in Ostermark",
            "outlet": "Al Jazeera",
            "published": "2023-01-31",
            "language": "en",
        },
    ),
    (
        AGENCY_COPY,
        {
            "title": "Ferry talks begin in Ostermark",
            "agency": "AP",
            "byline": "HANNE FISK, JONAS WICK",
            "language": "en",
        },
    ),
    (
        PORTAL,
        {
            "title": "Ferry talks begin in Ostermark",
            "agency": "PTI",
            "published": "2023-01-31",
            "language": "en",
        },
    ),
    (
        SPANISH,
        {
            "title": "La ministra viaja al norte",
            "agency": "EFE",
            "byline": "Ana Ruiz",
            "published": "2023-01-31",
            "language": "es",
        },
    ),
    (
        LICENSED,
        {
            "title": "Why ferries matter",
            "republished_from": "The Conversation",
            "byline": "Hanne Fisk",
            "published": "2023-01-31",
            "language": "en",
        },
    ),
    (CITES_ONLY, {"language": "en"}),
    (BODY, {"language": "en"}),
    (f"Minister begins talks\n\n{BODY}", {"title": "Minister begins talks", "language": "en"}),
    (LEDE, {"language": "en"}),
    (
        "Minister begins talks in Ostermark about ferries",
        {"title": "Minister begins talks in Ostermark about ferries", "language": "en"},
    ),
]


@pytest.mark.parametrize(
    ("text", "facts"), FACTS, ids=lambda v: v[:20] if isinstance(v, str) else ""
)
def test_known_and_nothing_else(text, facts):
    assert known(text) == facts


@pytest.mark.parametrize(
    ("text", "facts"), FACTS, ids=lambda v: v[:20] if isinstance(v, str) else ""
)
def test_line_ends_of_another_system_change_nothing(text, facts):
    assert known(text.replace("\n", "\r\n")) == facts
