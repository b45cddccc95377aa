"""Invented coverage: people, papers and meetings that never were."""

from dragoman.collation.lineage import Text
from dragoman.model import Precision, Span

HARBOUR = (
    "Foreign Minister Ilse Brandvik opened the harbour conference in Oslo on Monday.",
    "She told delegates that the ferry treaty with Denmark had run its course.",
    "“We will not renew the ferry treaty before the autumn elections,” Brandvik said.",
    "Fishing villages along the Skagerrak fear that licences will lapse within weeks.",
    "A spokesman for the trawler owners called the decision a betrayal of coastal towns.",
    "Denmark has offered arbitration under the rules of the maritime tribunal in Hamburg.",
    "The last arbitration between the neighbours, over herring quotas, took eleven years.",
)
REWRITTEN = (
    "On Monday in Oslo, Foreign Minister Ilse Brandvik launched the harbour conference.",
    "Delegates heard from her that the ferry treaty with Denmark had reached its end.",
    "“We will never extend the ferry treaty before the autumn elections,” Brandvik stated.",
    "Along the Skagerrak, fishing villages worry that licences may lapse within weeks.",
    "The decision was described by a spokesman for trawler owners as a betrayal of coastal towns.",
    "Arbitration under the maritime tribunal's rules in Hamburg has been offered by Denmark.",
)
OTHER_REPORT = (
    "Norway's government is heading for a quarrel with Copenhagen, diplomats believe.",
    "“We will not renew the ferry treaty before the autumn elections,” Brandvik said.",
    "Opinion polls put her Coast Party at nineteen percent, down four points since spring.",
    "Analysts at Tromsø University expect the budget talks to overshadow everything else.",
)
ORCHARD = (
    "Georgia's orchard cooperatives shipped a record apricot harvest through Poti this week.",
    "Customs officer Levan Mtsariani blamed the queue of lorries on a broken weighbridge.",
    "Growers demand refrigerated wagons, which the railway promised after last year's frost.",
    "Insurance against hail remains beyond the means of most family farms in Kakheti.",
)
FOOTER = "Sign up for our newsletter and read the stories that matter every single morning."


def text(doc, lines, **known):
    """Make a document of one sentence a line; what stands in “ ” is quoted."""
    whole = "\n".join(lines)
    sentences, quotations, at = [], [], 0
    for line in lines:
        sentences.append(Span(at, at + len(line)))
        opened, closed = line.find("“"), line.find("”")
        if 0 <= opened < closed:
            quotations.append(Span(at + opened, at + closed + 1))
        at += len(line) + 1
    if "published" in known:
        known["precision"] = Precision.DAY
    return Text(doc, whole, tuple(sentences), tuple(quotations), **known)
