# SPDX-License-Identifier: GPL-3.0-or-later
"""What surrounds the plan on paper: axes with bubbles, dimension chains, frame, title block, notes, north arrow."""

import math

from .building import (
    MIDDLE,
    P_AXES,
    P_NAMES,
    PODIUM_X,
    Q_AXES,
    Q_NAMES,
    SLAB_EAST,
    SLAB_NORTH,
    SLAB_SOUTH,
    X_AXES,
    X_NAMES,
    Y_AXES,
    Y_NAMES,
    east,
)

CHAINS = (2600, 3700, 4800)  # distance of the three dimension lines from the facade axis
BUBBLE, REACH = 6900, 6500
FRAME = (-24000, -27000, 94900, 57100)  # A0 landscape at 1:100
PROJECT = "云澜市行政中心"
CLIENT = "云澜市机关事务管理局（虚构）"
INSTITUTE = "云澜建筑设计研究院（虚构）"


def _bubble(d, point, text):
    height = 450 if len(text) < 3 else 320
    d.insert("AXIS", "_AXISO", point, (800, 800), attribs=[("A", text, point, height)])


def _axis(d, a, b, name, ends):
    """A grid line a-b with bubbles beyond the ends named ("a", "b")."""
    length = math.dist(a, b)
    u = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
    d.line("DOTE", a, b)
    for end, point, sign in (("a", a, -1), ("b", b, 1)):
        if end in ends:
            _bubble(d, (point[0] + u[0] * sign * 400, point[1] + u[1] * sign * 400), name)


def _chain(d, points, offset, layer="AXIS"):
    for a, b in zip(points, points[1:]):
        d.dimension(layer, a, b, offset)


def axes(d, floor):
    basement, podium = "basement" in floor.zones, "podium" in floor.zones
    only_slab = floor.zones == {"slab"}
    top, left = SLAB_NORTH + REACH, -REACH
    bottom = -4200 - REACH if basement else SLAB_SOUTH - REACH if only_slab else -REACH
    right = (67200 if basement else SLAB_EAST) + REACH
    for x, name in zip(X_AXES, X_NAMES):
        south = (
            bottom if basement or only_slab or x <= 16800 else 15500 if x > 33000 and not podium else SLAB_SOUTH - 1500
        )
        if podium and not basement and x in PODIUM_X:
            south = bottom
        if x > 40000 and not basement and not only_slab:
            south = SLAB_SOUTH - 1200
        _axis(d, (x, south), (x, top), name, "ab" if south == bottom else "b")
    if podium:
        for x, name in ((21300, "1/4"), (37500, "1/6")):
            _axis(d, (x, bottom), (x, 27000), name, "a")
    for y, name in zip(Y_AXES, Y_NAMES):
        if only_slab and y < SLAB_SOUTH:
            continue
        full = y >= SLAB_SOUTH
        stop = right if full or basement else 39000 if podium and y >= 8400 else 18300
        _axis(d, (left, y), (stop, y), name, "ab" if full or basement else "a")
    if basement:
        _axis(d, (67200, bottom), (67200, top), "1/10", "ab")
        _axis(d, (left, -4200), (right, -4200), "1/0A", "ab")
    if "east" in floor.zones:
        for p, name in zip(P_AXES, P_NAMES):
            far = 21600 + (1500 if basement else REACH)
            _axis(d, east(p, -1500), east(p, far), name, "" if basement else "b")
        for q, name in zip(Q_AXES, Q_NAMES):
            far = 16800 + (1500 if basement else REACH)
            _axis(d, east(-1500, q), east(far if q else 18300, q), name, "" if basement else "b" if q else "a")


def dimensions(d, floor):
    basement, podium = "basement" in floor.zones, "podium" in floor.zones
    only_slab = floor.zones == {"slab"}
    xs = X_AXES + ([67200] if basement else [])
    _chain(d, [(x, SLAB_NORTH) for x in xs], CHAINS[1])
    _chain(d, [(xs[0] - 120, SLAB_NORTH), (xs[-1] + 120, SLAB_NORTH)], CHAINS[2])
    _facade(d, floor, lambda p: p[1] == SLAB_NORTH, [(0, SLAB_NORTH), (xs[-1], SLAB_NORTH)], CHAINS[0])
    ys = [y for y in Y_AXES if not only_slab or y >= SLAB_SOUTH]
    ys = [-4200] + ys if basement else ys
    _chain(d, [(0, y) for y in ys], CHAINS[1])
    _chain(d, [(0, ys[0] - 120), (0, ys[-1] + 120)], CHAINS[2])
    _facade(d, floor, lambda p: p[0] == 0, [(0, ys[0]), (0, ys[-1])], CHAINS[0])
    east_x = 67200 if basement else SLAB_EAST
    upper = [y for y in ys if y >= SLAB_SOUTH] if not basement else ys
    _chain(d, [(east_x, y) for y in upper], -CHAINS[1])
    _chain(d, [(east_x, upper[0] - 120), (east_x, upper[-1] + 120)], -CHAINS[2])
    low = -4200 if basement else SLAB_SOUTH if only_slab else 0
    row = xs if basement or only_slab else [x for x in X_AXES if x <= 16800] + (PODIUM_X if podium else [])
    if basement:
        row = sorted(set(row + PODIUM_X))
    _chain(d, [(x, low) for x in row], -CHAINS[1])
    _chain(d, [(row[0] - 120, low), (row[-1] + 120, low)], -CHAINS[2])
    if "east" in floor.zones and not basement:
        _chain(d, [east(16800, q) for q in Q_AXES], CHAINS[1])
        _chain(d, [east(16800, Q_AXES[0]), east(16800, Q_AXES[-1] + 120)], CHAINS[2])
        _chain(d, [east(p, 21600) for p in P_AXES], -CHAINS[1])
        _chain(d, [east(-120, 21600), east(16920, 21600)], -CHAINS[2])
        outer = east(16800, 0), east(16800, 21600)
        on_outer = lambda p: abs(-(p[0] - outer[0][0]) * 0.96 - (p[1] - outer[0][1]) * 0.28) < 2
        _facade(d, floor, on_outer, list(outer), CHAINS[0])


def _facade(d, floor, on, ends, offset):
    """The first chain: edges of the openings of one facade between its two ends."""
    a, b = ends
    length = math.dist(a, b)
    u = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
    marks = {0.0, round(length, 1)}
    for wall in floor.plan.walls:
        if len(wall.rooms()) == 1 and on(wall.a) and on(wall.b):
            for o in wall.openings:
                for s in (o.s - o.width / 2, o.s + o.width / 2):
                    p = wall.at(s)
                    marks.add(round((p[0] - a[0]) * u[0] + (p[1] - a[1]) * u[1], 1))
    marks = sorted(marks)
    if len(marks) > 2:
        _chain(d, [(a[0] + u[0] * s, a[1] + u[1] * s) for s in marks], offset, "PUB_DIM")


def frame(d, floor, sheet_number, scale="1:100"):
    x0, y0, x1, y1 = FRAME
    t = "PUB_TITLE"
    d.box(t, x0, y0, x1, y1)
    left, bottom, right, top = x0 + 2500, y0 + 1000, x1 - 1000, y1 - 1000
    for inset in (0, 60):
        d.box(t, left + inset, bottom + inset, right - inset, top - inset)
    strip = right - 8500
    d.line(t, (strip, bottom), (strip, top))
    middle = (strip + right) / 2
    y = top
    for height, lines in (
        (7000, [("设计单位", INSTITUTE, 420)]),
        (6000, [("建设单位", CLIENT, 420)]),
        (6000, [("工程名称", PROJECT, 560)]),
        (4500, [("子项", "主楼", 500)]),
        (7500, [("图名", floor.title, 620)]),
    ):
        d.line(t, (strip, y - height), (right, y - height))
        for caption, text, size in lines:
            d.text(t, (strip + 400, y - 700), 300, caption, align="left")
            for i, part in enumerate(_wrap(text, 12)):
                d.text(t, (middle, y - height / 2 - 200 - i * size * 1.6), size, part)
        y -= height
    for role in ("审定", "审核", "项目负责人", "专业负责人", "校对", "设计", "制图"):
        d.line(t, (strip, y - 1500), (right, y - 1500))
        d.text(t, (strip + 1500, y - 750), 320, role)
        y -= 1500
    d.line(t, (strip + 3000, y), (strip + 3000, y + 10500))
    for caption, text in (
        ("设计阶段", "施工图"),
        ("图别", "建施"),
        ("图号", sheet_number),
        ("比例", scale),
        ("日期", "2025.06"),
        ("版次", "A"),
    ):
        d.line(t, (strip, y - 1600), (right, y - 1600))
        d.text(t, (strip + 1500, y - 800), 320, caption)
        d.text(t, (strip + 5700, y - 800), 400, text)
        y -= 1600
    d.line(t, (strip + 3000, y), (strip + 3000, y + 9600))
    d.text(t, (middle, y - 900), 260, "本图为虚构工程示例，不得用于施工")


def _wrap(text, size):
    cut = text.find("（")
    return [text] if len(text) <= size else [text[:cut], text[cut:]] if cut > 0 else [text[:size], text[size:]]


def title(d, floor, scale="1:100"):
    y = -20500
    d.text("DIM_SYMB", (MIDDLE, y), 1000, floor.title)
    half = len(floor.title) * 430
    d.text("DIM_SYMB", (MIDDLE + half + 1600, y - 150), 600, scale)
    d.line("DIM_SYMB", (MIDDLE - half, y - 800), (MIDDLE + half, y - 800))
    d.line("DIM_SYMB", (MIDDLE - half, y - 950), (MIDDLE + half, y - 950))
    d.insert("DIM_SYMB", "指北针", (79500, 49500))
    d.text("PUB_TEXT", (68500, -12600), 450, "说明：", align="left")
    for i, note in enumerate(floor.notes):
        d.text("PUB_TEXT", (68500, -13500 - 800 * i), 350, note, align="left")


def elevations(d, floor):
    """Storey elevation in the corridor; the wet rooms lie 20 mm lower."""

    def mark(point, value, more=()):
        d.insert("DIM_ELEV", "标高", point)
        for i, v in enumerate([value, *more]):
            text = "%%p0.000" if v == 0 else f"{v / 1000:.3f}"
            d.text(
                "DIM_ELEV",
                (point[0] + 350, point[1] + 380 + 330 * i),
                250,
                text if i == 0 else f"({text})",
                align="left",
            )

    mark((19500, 33350), floor.elevation[0], floor.elevation[1:])
    for base, sign in floor.wc:
        mark((base + sign * 4600 - 500, 26650), floor.elevation[0] - 20)
        mark((base + sign * 4600 - 500, 30350), floor.elevation[0] - 20)
    if floor.label == "1F":
        mark((29000, 2600), -450)
        mark((29000, 14000), 0)
