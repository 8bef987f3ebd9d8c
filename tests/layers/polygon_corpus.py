# SPDX-License-Identifier: GPL-2.0-or-later
"""Nasty polygons, made by hand, and what the check must say about each.

Coordinates are metres from ``ORIGIN``. ``expected`` lists (rule, start of ``waarde`` or of the sentence, place); a place
of None is not looked at. What is not in the list must not be found: rules G1, G2, G5 and G6 are compared exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

ORIGIN = (110_000.0, 500_000.0)

Expected = tuple[str, str, tuple[float, float] | None]


@dataclass(frozen=True)
class Case:
    """A geometry as WKT and the findings it must give."""

    name: str
    wkt: str
    expected: tuple[Expected, ...]


def _g2(reason: str, x: float, y: float) -> Expected:
    return ("G2", reason, (x, y))


SELF, RING, CROSS = "Self-intersection", "Ring Self-intersection", "Crossing rings"
BACK, ALONG = "Doubled back", "Coinciding rings"
OUTSIDE, NESTED_HOLES, NESTED = "Hole lies outside shell", "Holes are nested", "Nested shells"
CUT, FEW = "Interior is disconnected", "Too few points in geometry component"
SQ = "(0 0,50 0,50 50,0 50,0 0)"

CORPUS: tuple[Case, ...] = (
    # -- nothing wrong ---------------------------------------------------------------------------------------------
    Case("square", f"POLYGON({SQ})", ()),
    Case("square clockwise", "POLYGON((0 0,0 50,50 50,50 0,0 0))", ()),
    Case("triangle", "POLYGON((0 0,50 0,0 50,0 0))", ()),
    Case("hole", f"POLYGON({SQ},(10 10,20 10,20 20,10 20,10 10))", ()),
    Case("hole touches the shell once", f"POLYGON({SQ},(0 25,20 15,20 35,0 25))", ()),
    Case("holes touch once", f"POLYGON({SQ},(10 10,20 10,20 20,10 20,10 10),(20 20,30 20,30 30,20 30,20 20))", ()),
    Case("two parts", f"MULTIPOLYGON(({SQ}),((100 0,150 0,150 50,100 50,100 0)))", ()),
    Case("parts touch in a corner", f"MULTIPOLYGON(({SQ}),((50 50,90 50,90 90,50 90,50 50)))", ()),
    Case("part in a hole", f"MULTIPOLYGON(({SQ},(10 10,40 10,40 40,10 40,10 10)),((20 20,30 20,30 30,20 30,20 20)))", ()),
    Case("sharp but honest corner", "POLYGON((0 0,100 0,100 8,0 0))", ()),
    Case("L shape", "POLYGON((0 0,60 0,60 20,20 20,20 60,0 60,0 0))", ()),
    Case("comb", "POLYGON((0 0,50 0,50 30,40 30,40 5,30 5,30 30,20 30,20 5,10 5,10 30,0 30,0 0))", ()),
    # -- crossings -------------------------------------------------------------------------------------------------
    Case("bow tie", "POLYGON((0 0,40 40,40 0,0 40,0 0))", (_g2(SELF, 20, 20),)),
    Case("bow tie, uneven", "POLYGON((0 0,40 40,40 0,0 20,0 0))", (_g2(SELF, 40 / 3, 40 / 3),)),
    Case("two crossings", "POLYGON((0 0,60 0,60 20,40 20,40 -10,20 -10,20 20,0 20,0 0))", (_g2(SELF, 40, 0), _g2(SELF, 20, 0))),
    Case("loop outwards", "POLYGON((0 0,50 0,50 50,30 50,30 60,20 60,40 55,0 50,0 0))",
         (_g2(SELF, 30, 57.5), _g2(SELF, 30, 53.75))),
    Case("pentagram", "POLYGON((0 30,60 30,10 0,30 50,50 0,0 30))",
         (_g2(SELF, 22, 30), _g2(SELF, 38, 30), _g2(SELF, 30, 12), _g2(SELF, 42.2581, 19.3548), _g2(SELF, 17.7419, 19.3548))),
    Case("crossing at a vertex", "POLYGON((0 0,20 20,40 40,40 0,20 20,0 40,0 0))", (_g2(RING, 20, 20),)),
    Case("vertex on an edge", "POLYGON((0 0,50 0,50 50,25 0,0 50,0 0))", (_g2(RING, 25, 0),)),
    Case("touches itself at a vertex", "POLYGON((0 0,50 0,50 50,25 20,50 60,0 60,25 20,0 40,0 0))", (_g2(RING, 25, 20),)),
    Case("figure of eight through a vertex", "POLYGON((0 0,20 0,20 20,40 20,40 40,20 40,20 20,0 20,0 0))", (_g2(RING, 20, 20),)),
    Case("inverted: hole drawn with the shell", "POLYGON((0 0,50 0,50 50,0 50,0 0,20 20,20 30,30 20,0 0))", (_g2(RING, 0, 0),)),
    # -- back along the same line ------------------------------------------------------------------------------------
    Case("spike without width, outwards", "POLYGON((0 0,50 0,50 50,50 80,50 50,0 50,0 0))", (_g2(BACK, 50, 65),)),
    Case("spike without width, inwards", "POLYGON((0 0,50 0,50 50,25 50,25 20,25 50,0 50,0 0))",
         (_g2(BACK, 25, 35),)),
    Case("doubles back along an edge", "POLYGON((0 0,50 0,20 0,20 -30,0 -30,0 0))", (_g2(BACK, 35, 0),)),
    Case("bridge to an island", "POLYGON((0 0,20 0,20 10,40 10,40 0,60 0,60 20,40 20,40 10,20 10,20 20,0 20,0 0))",
         (_g2(BACK, 30, 10),)),
    Case("two spikes", "POLYGON((0 0,50 0,50 -20,50 0,50 50,0 50,-30 50,0 50,0 0))", (_g2(BACK, 50, -10), _g2(BACK, -15, 50))),
    # -- holes -----------------------------------------------------------------------------------------------------
    Case("hole outside", f"POLYGON({SQ},(100 100,110 100,110 110,100 100))", (_g2(OUTSIDE, 100, 100),)),
    Case("two holes outside", f"POLYGON({SQ},(100 0,110 0,110 10,100 0),(200 0,210 0,210 10,200 0))",
         (_g2(OUTSIDE, 100, 0), _g2(OUTSIDE, 200, 0))),
    Case("hole crosses the shell", f"POLYGON({SQ},(40 20,60 20,60 30,40 30,40 20))", (_g2(CROSS, 50, 20), _g2(CROSS, 50, 30))),
    Case("hole along the shell", f"POLYGON({SQ},(0 10,20 10,20 20,0 20,0 10))", (_g2(ALONG, 0, 15),)),
    Case("hole is the shell", f"POLYGON({SQ},{SQ})", (_g2(ALONG, 50, 50),)),
    Case("hole in a hole", f"POLYGON({SQ},(5 5,45 5,45 45,5 45,5 5),(10 10,20 10,20 20,10 20,10 10))", (_g2(NESTED_HOLES, 10, 10),)),
    Case("same hole twice", f"POLYGON({SQ},(10 10,20 10,20 20,10 20,10 10),(10 10,20 10,20 20,10 20,10 10))", (_g2(ALONG, 20, 20),)),
    Case("holes cross", f"POLYGON({SQ},(10 10,30 10,30 20,10 20,10 10),(20 5,25 5,25 25,20 25,20 5))",
         (_g2(CROSS, 20, 10), _g2(CROSS, 25, 10), _g2(CROSS, 20, 20), _g2(CROSS, 25, 20))),
    Case("holes share an edge", f"POLYGON({SQ},(10 10,20 10,20 20,10 20,10 10),(20 10,30 10,30 20,20 20,20 10))", (_g2(ALONG, 20, 15),)),
    Case("hole touches the shell twice", f"POLYGON({SQ},(0 25,25 50,25 25,0 25))", (_g2(CUT, 0, 25),)),
    Case("hole crosses itself", f"POLYGON({SQ},(10 10,30 30,30 10,10 30,10 10))", (_g2(SELF, 20, 20),)),
    Case("chain of holes cuts the plan", f"POLYGON({SQ},(0 25,20 15,25 25,20 35,0 25),(25 25,30 15,50 25,30 35,25 25))",
         (_g2(CUT, 25, 25),)),
    Case("hole outside and shell crossing", "POLYGON((0 0,40 40,40 0,0 40,0 0),(100 0,110 0,110 10,100 0))",
         (_g2(SELF, 20, 20), _g2(OUTSIDE, 100, 0))),
    # -- parts -----------------------------------------------------------------------------------------------------
    Case("parts overlap", f"MULTIPOLYGON(({SQ}),((40 40,80 40,80 80,40 80,40 40)))", (_g2(CROSS, 50, 40), _g2(CROSS, 40, 50))),
    Case("parts share an edge", f"MULTIPOLYGON(({SQ}),((50 0,90 0,90 50,50 50,50 0)))", (_g2(ALONG, 50, 25),)),
    Case("parts share half an edge", f"MULTIPOLYGON(({SQ}),((50 20,90 20,90 90,50 90,50 20)))", (_g2(ALONG, 50, 35),)),
    Case("part in a part", f"MULTIPOLYGON(({SQ}),((10 10,20 10,20 20,10 20,10 10)))", (_g2(NESTED, 10, 10),)),
    Case("same part twice", f"MULTIPOLYGON(({SQ}),({SQ}))", (_g2(ALONG, 50, 50),)),
    Case("part in a part of a part", f"MULTIPOLYGON(({SQ}),((5 5,45 5,45 45,5 45,5 5)),((10 10,20 10,20 20,10 20,10 10)))",
         (_g2(NESTED, 5, 5), _g2(NESTED, 10, 10))),
    Case("each part its own error", "MULTIPOLYGON(((0 0,40 40,40 0,0 40,0 0)),((100 0,140 40,140 0,100 40,100 0)))",
         (_g2(SELF, 20, 20), _g2(SELF, 120, 20))),
    # -- collapsed -------------------------------------------------------------------------------------------------
    Case("flat", "POLYGON((0 0,50 0,25 0,0 0))", (("G1", "De polygoon heeft geen oppervlakte", (0, 0)),)),
    Case("flat on a slope", "POLYGON((0 0,50 50,20 20,0 0))", (("G1", "De polygoon heeft geen oppervlakte", (0, 0)),)),
    Case("one point", "POLYGON((5 5,5 5,5 5,5 5))", (("G1", "De polygoon heeft geen oppervlakte", (5, 5)),)),
    Case("there and back", "POLYGON((0 0,50 0,0 0,0 0))", (("G1", "De polygoon heeft geen oppervlakte", (0, 0)),)),
    Case("hole of two points", f"POLYGON({SQ},(10 10,20 20,10 10,10 10))",
         (_g2(FEW, 10, 10), ("G5", "1", (10, 10)))),
    Case("empty", "POLYGON EMPTY", (("G1", "De polygoon is leeg", None),)),
    Case("empty multi", "MULTIPOLYGON EMPTY", (("G1", "De polygoon is leeg", None),)),
    # -- only in whole millimetres -----------------------------------------------------------------------------------
    Case("slit narrower than half a millimetre", "POLYGON((0 0,50 0,50 50,25.0002 50,25 10,24.9998 50,0 50,0 0))",
         (_g2(BACK, 25, 30), ("G5", "40 m", (25, 10)))),
    Case("hole a hair from the shell", f"POLYGON({SQ},(0.0003 25,20 15,20 35,0.0003 25))", ()),
    Case("hole edge a hair from the shell", f"POLYGON({SQ},(0.0003 10,20 10,20 20,0.0003 20,0.0003 10))", (_g2(ALONG, 0, 15),)),
    Case("parts a hair apart", f"MULTIPOLYGON(({SQ}),((50.0004 0,90 0,90 50,50.0004 50,50.0004 0)))", (_g2(ALONG, 50, 25),)),
    Case("waist of a hair", "POLYGON((0 0,50 0,25.0002 25,50 50,0 50,24.9998 25,0 0))", (_g2(RING, 25, 25),)),
    # -- quality ---------------------------------------------------------------------------------------------------
    Case("duplicate vertex", "POLYGON((0 0,50 0,50 0,50 50,0 50,0 0))", (("G5", "1", (50, 0)),)),
    Case("vertices half a millimetre apart", "POLYGON((0 0,50 0,50 0.0005,50 50,0 50,0 0))", (("G5", "1", (50, 0.0005)),)),
    Case("three duplicates", "POLYGON((0 0,0 0,50 0,50 0,50 50,50 50,0 50,0 0))", (("G5", "3", (0, 0)),)),
    Case("spike", "POLYGON((0 0,50 0,50 50,30 50,30 70,29.99 50,0 50,0 0))", (("G5", "20 m", (30, 70)),)),
    Case("spike inwards", "POLYGON((0 0,50 0,50 50,30 50,30 30,29.99 50,0 50,0 0))", (("G5", "20 m", (30, 30)),)),
    Case("finger with a flat end", "POLYGON((0 0,50 0,50 50,30 50,30 130,29.95 130,29.95 50,0 50,0 0))", (("G5", "80 m", (30, 130)),)),
    Case("finger inwards", "POLYGON((0 0,50 0,50 50,30 50,30 10,29.95 10,29.95 50,0 50,0 0))", (("G5", "40 m", (30, 10)),)),
    Case("finger with a round end", "POLYGON((0 0,50 0,50 50,30 50,30 80,29.98 80.01,29.96 80.01,29.95 80,29.95 50,0 50,0 0))",
         (("G5", "30 m", (30, 80)),)),
    Case("finger where the ring begins", "POLYGON((29.95 130,29.95 50,0 50,0 0,50 0,50 50,30 50,30 130,29.95 130))", (("G5", "80 m", (30, 130)),)),
    Case("finger whose end is the first vertex", "POLYGON((30 130,29.95 130,29.95 50,0 50,0 0,50 0,50 50,30 50,30 130))",
         (("G5", "80 m", (30, 130)),)),
    Case("fingers of a hole and of another part",
         "MULTIPOLYGON(((0 0,50 0,50 50,0 50,0 0),(10 10,20 10,20 20,15 20,15 40,14.95 40,14.95 20,10 20,10 10)),"
         "((100 0,150 0,150 50,130 50,130 130,129.95 130,129.95 50,100 50,100 0)))", (("G5", "20 m", (15, 40)), ("G5", "80 m", (130, 130)))),
    Case("a bend of many short sides", "POLYGON((0 0,50 0,50 50,30.1 50,30.06 50.05,30 50.08,29.94 50.05,29.9 50,0 50,0 0))", ()),
    Case("a corner cut off", "POLYGON((0 0,50 0,50 50,30 50,30 50.13,29.965 50.13,29.999 50,0 50,0 0))", ()),
    Case("a wide finger", "POLYGON((0 0,50 0,50 50,30 50,30 130,29.8 130,29.8 50,0 50,0 0))", ()),
    Case("sliver of a millimetre", "POLYGON((0 0,100 0,100 0.001,0 0.001,0 0))", (("G5", "0,001 m", None), ("G6", "0,1 m²", None), ("G7", "0,1 m²", None))),
    Case("sliver of a millimetre beside a part", f"MULTIPOLYGON(({SQ}),((100 0,100 100,100.001 100,100.001 0,100 0)))", (("G5", "0,1 m²", None),)),
    Case("speck", f"MULTIPOLYGON(({SQ}),((100 0,100.4 0,100.4 0.5,100 0.5,100 0)))", (("G5", "0,2 m²", None),)),
    Case("tiny hole", f"POLYGON({SQ},(10 10,10.5 10,10.5 10.5,10 10.5,10 10))", (("G5", "0,25 m²", None),)),
    Case("needle part", f"MULTIPOLYGON(({SQ}),((100 0,140 0,140 0.1,100 0.1,100 0)))", (("G5", "0,1 m", None),)),
    Case("parts far apart", f"MULTIPOLYGON(({SQ}),((9000 0,9040 0,9040 40,9000 40,9000 0)))", (("G5", "8.950 m", (9020, 20)),)),
    Case("tiny square", "POLYGON((0 0,5 0,5 5,0 5,0 0))", (("G6", "25 m²", (2.5, 2.5)),)),
    Case("heights", "POLYGON Z((0 0 1,50 0 1,50 50 1,0 50 1,0 0 1))", (("G5", "De polygoon heeft hoogtes (Z)", (0, 0)),)),
    Case("measures", "POLYGON M((0 0 1,50 0 1,50 50 1,0 50 1,0 0 1))", (("G5", "De polygoon heeft meetwaarden (M)", (0, 0)),)),
)  # fmt: skip
