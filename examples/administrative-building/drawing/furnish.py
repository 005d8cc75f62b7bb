# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands in the rooms: desks, tables, racks, stairs, lifts, sanitary ware, cars.

Each function draws one kind of room in the room's own frame: a along its corridor wall, b away from it.
"""

import math

F = "FURNITURE"


def put(d, frame, block, a, b, turn=0.0, layer=F, scale=(1.0, 1.0), **array):
    """A block at (a, b) of the frame, turned in it; an array (of symmetric blocks) is turned round, never mirrored."""
    mirrored = frame.mirrored()
    rotation = frame.angle() + (-turn if mirrored else turn)
    if mirrored and array:
        d.insert(layer, block, frame.at(a, b), (1, 1), rotation + 180, **{**array, "column_gap": -array["column_gap"]})
        return
    d.insert(layer, block, frame.at(a, b), (scale[0], -scale[1] if mirrored else scale[1]), rotation, **array)


def outline(d, frame, points, layer=F, closed=True):
    d.polyline(layer, [frame.at(a, b) for a, b in points], closed)


def box(d, frame, a0, b0, a1, b1, layer=F):
    outline(d, frame, [(a0, b0), (a1, b0), (a1, b1), (a0, b1)], layer)


def office(d, f):
    columns = max(1, int((f.w - 200) // 3300))
    rows = [f.d - 1600] if f.w < 4000 or f.d < 6000 else [f.d - 1500, f.d - 3100]
    for c in range(columns):
        middle = f.w * (c + 0.5) / columns
        for b in rows:
            put(d, f, "办公桌椅", middle - 350, b, -90)
            put(d, f, "办公桌椅", middle + 350, b, 90)
    for b in (1500, 2400):
        if b < f.d - 4000:
            put(d, f, "文件柜", f.w - 310, b, 90)


def leader(d, f):
    put(d, f, "班台", f.w * 0.55, f.d - 2300, 180)
    for i in range(2):
        put(d, f, "文件柜", 310, f.d - 1500 - 900 * i, 90)
    put(d, f, "三人沙发", 560, 2900, 90)
    put(d, f, "茶几", 1600, 2900, 90)
    put(d, f, "单人沙发", f.w - 560, 1600, -90)


def meeting(d, f):
    length, width = min(f.w, f.d) * 0.3, max(f.w, f.d) - 3200
    along_b = f.d >= f.w
    half = (length / 2, width / 2) if along_b else (width / 2, length / 2)
    a, b = f.w / 2, f.d / 2
    if along_b:
        d.polyline(
            F,
            [
                f.at(a + x, b + y)
                for x, y in ((-half[0], -half[1]), (half[0], -half[1]), (half[0], half[1]), (-half[0], half[1]))
            ],
            True,
            [0.2, 0, 0.2, 0] if not f.mirrored() else [-0.2, 0, -0.2, 0],
        )
    else:
        box(d, f, a - half[0], b - half[1], a + half[0], b + half[1])
    n = max(2, int(width // 750))
    for i in range(n):
        s = -width / 2 + width * (i + 0.5) / n
        for side in (-1, 1):
            if along_b:
                put(d, f, "会议椅", a + side * (half[0] + 330), b + s, 90 * side)
            else:
                put(d, f, "会议椅", a + s, b + side * (half[1] + 330), 0 if side < 0 else 180)


def committee(d, f):
    """A standing committee's chamber: a rostrum and rows of seats, one array each."""
    box(d, f, f.w / 2 - 3600, f.d - 2500, f.w / 2 + 3600, f.d - 1900)
    for i in range(9):
        put(d, f, "会议椅", f.w / 2 - 3200 + 800 * i, f.d - 1500, 180)
    for block in (-1, 1):
        a = f.w / 2 + (900 if block > 0 else -900 - 6 * 620)
        put(d, f, "听众席", a + 300, 1700, 0, columns=6, rows=3, column_gap=620, row_gap=1000)


def press(d, f):
    box(d, f, f.w / 2 - 1800, f.d - 2100, f.w / 2 + 1800, f.d - 1500)
    columns = int((f.w - 3000) // 620)
    put(d, f, "听众席", (f.w - (columns - 1) * 620) / 2, 1400, 0, columns=columns, rows=3, column_gap=620, row_gap=1000)


def lounge(d, f):
    for a in (f.w * 0.25, f.w * 0.75):
        put(d, f, "三人沙发", a, f.d - 600)
        put(d, f, "茶几", a, f.d - 1700)
        put(d, f, "单人沙发", a - 500, f.d - 2750, 180)
        put(d, f, "单人沙发", a + 500, f.d - 2750, 180)


def duty(d, f):
    put(d, f, "单人床", 750, f.d - 1150)
    put(d, f, "单人床", f.w - 750, f.d - 1150)
    put(d, f, "办公桌椅", f.w - 480, 2400, -90)


def bed(d, f):
    put(d, f, "单人床", f.w / 2, f.d - 1200)


def washroom(d, f):
    put(d, f, "$lvtry$00000205", 600, 120, 0, "LVTRY")
    put(d, f, "$lvtry$00000191", 1400, 120, 0, "LVTRY")
    box(d, f, f.w - 1000, f.d - 1060, f.w - 120, f.d - 120, "LVTRY")


def pantry(d, f):
    box(d, f, 200, 180, 3200, 780)
    d.ellipse(F, f.at(900, 480), (220 * f.u[0], 220 * f.u[1]), 0.7)


def archive(d, f):
    n = int((f.w - 1600) // 1250)
    for i in range(n):
        put(d, f, "密集架", 1000 + 1250 * i, f.d - 2300)


def racks(d, f):
    """Two rows of cabinets that face each other over a cold aisle; row coolers at the side."""
    for b, turn in ((1600, 180), (f.d - 1900, 0)):
        if b + 600 < f.d - 400:
            for i in range(int((f.w - 4600) // 600)):
                put(d, f, "机柜", 1900 + 600 * i, b, turn)
    for i in range(3):
        put(d, f, "UPS柜", f.w - 900, 1600 + 1900 * i, 90)


def elv(d, f):
    for a in (500, 1150):
        put(d, f, "机柜", a + 200, 850)


def ups(d, f):
    for i in range(int((f.w - 1400) // 900)):
        put(d, f, "UPS柜", 1000 + 900 * i, f.d - 1400)
        put(d, f, "UPS柜", 1000 + 900 * i, f.d - 3600, 180)


def substation(d, f):
    for a in (2000, 5200):
        put(d, f, "变压器", a, f.d - 1500)
    for i in range(int((f.w - 2400) // 800)):
        put(d, f, "配电柜", 1400 + 800 * i, 2300)


def pumps(d, f):
    for i in range(int((f.w - 1000) // 1600)):
        put(d, f, "水泵", 1300 + 1600 * i, 1700, 90)
    box(d, f, 700, f.d - 3300, f.w - 700, f.d - 700)
    outline(d, f, [(700, f.d - 3300), (f.w - 700, f.d - 700)], closed=False)


def fans(d, f):
    for i in range(max(1, int((f.w - 1200) // 3200))):
        put(d, f, "风机", 1800 + 3200 * i, f.d - 1700)


def console(d, f):
    for i in range(3):
        put(d, f, "办公桌椅", f.w / 2 - 1500 + 1500 * i, f.d / 2 + 600, 0)
    box(d, f, f.w / 2 - 2600, f.d - 1200, f.w / 2 + 2600, f.d - 800)
    for i in range(4):
        put(d, f, "机柜", f.w - 700 - 600 * i, 900, 180)


def service(d, f):
    """The counters of the public service hall and its waiting seats."""
    for i in range(7):
        b = 3400 + 1850 * i
        put(d, f, "办公桌椅", 1450, b, -90)
        put(d, f, "会议椅", 2700, b, 90)
    outline(d, f, [(1950, 2200), (2250, 2200), (2250, 15600), (1950, 15600)])
    put(d, f, "听众席", 4300, 6200, 0, columns=4, rows=7, column_gap=620, row_gap=1150)
    put(d, f, "听众席", 10600, 9200, 0, columns=6, rows=5, column_gap=620, row_gap=1150)


DRAW = {
    name: globals()[name]
    for name in (
        "office",
        "leader",
        "meeting",
        "committee",
        "press",
        "lounge",
        "duty",
        "bed",
        "washroom",
        "pantry",
        "archive",
        "racks",
        "elv",
        "ups",
        "substation",
        "pumps",
        "fans",
        "console",
        "service",
    )
}


def room(d, r):
    if r.furniture and r.frame:
        DRAW[r.furniture](d, r.frame)


# ---- stairs and lifts -------------------------------------------------------------------------------------


def stair(d, f, entry_far, ground):
    """Two flights between landings; `entry_far`: people enter at the far end of b."""
    w, length = f.w, f.d
    risers = 12
    b0 = 1450 if entry_far else 1850
    b1 = b0 + risers * 280
    for i in range(risers + 1):
        b = b0 + i * 280
        for a0, a1 in ((150, w / 2 - 80), (w / 2 + 80, w - 150)):
            if ground and a0 > 1000 and i > risers / 2:
                continue
            d.line("STAIR", f.at(a0, b), f.at(a1, b))
    for margin in (0, 60):
        outline(
            d,
            f,
            [
                (w / 2 - 80 + margin, b0 - 60 + margin),
                (w / 2 + 80 - margin, b0 - 60 + margin),
                (w / 2 + 80 - margin, b1 + 60 - margin),
                (w / 2 - 80 + margin, b1 + 60 - margin),
            ],
            "HANDRAIL",
        )
    zig = b0 + 280 * (risers / 2)
    outline(
        d,
        f,
        [
            (w / 2 + 80, zig - 350),
            (w * 0.72, zig - 60),
            (w * 0.70, zig + 120),
            (w * 0.78, zig - 120),
            (w * 0.76, zig + 60),
            (w - 150, zig + 330),
        ],
        "STAIR",
        False,
    )
    start, far = (b1 + 450, b0 - 500) if entry_far else (b0 - 450, b1 + 450)
    arrow = lambda points: outline(d, f, points, "STAIR", False)
    up = w * 0.76
    arrow([(up, start), (up, zig + (600 if entry_far else -600))])
    head = zig + (600 if entry_far else -600)
    s = 1 if entry_far else -1
    arrow([(up - 60, head + 250 * s), (up, head), (up + 60, head + 250 * s)])
    d.text("STAIR", f.at(up + 220, start), 250, "上", 0)
    if not ground:
        down = w * 0.24
        arrow([(down, start), (down, far), (up, far), (up, zig + (-500 if entry_far else 500))])
        head = zig + (-500 if entry_far else 500)
        arrow([(up - 60, head - 250 * s), (up, head), (up + 60, head - 250 * s)])
        d.text("STAIR", f.at(down + 220, start), 250, "下", 0)


def lift(d, f):
    put(d, f, "电梯轿厢", f.w / 2, f.d / 2, 0, "EVTR", (f.w - 260, f.d - 260))


def washrooms(d, base, sign, slab_south=25200):
    d.insert("LVTRY", "卫生间洁具", (base, slab_south), (sign, 1))


# ---- the car park -----------------------------------------------------------------------------------------


def parking(d, plan, garage, rows, taken):
    """Bays 2400 x 5300 along aisles, left out where a column or wall stands; every third bay has a car."""
    count = 0
    obstacles = [c for c in plan.columns] + taken
    for x0, x1, y, up in rows:
        x = x0
        while x + 2400 <= x1:
            y0, y1 = (y, y + 5300) if up else (y - 5300, y)
            hit = next((max(p[0] for p in o) for o in obstacles if _overlap(o, x, y0, x + 2400, y1)), None)
            corners = [(x + 50, y0 + 50), (x + 2350, y0 + 50), (x + 2350, y1 - 50), (x + 50, y1 - 50)]
            if hit is not None:
                x = max(x + 100, hit + 50)
                continue
            if all(plan.inside(garage, c) for c in corners):
                back, front = (y0, y1) if up else (y1, y0)
                d.polyline("PARKING", [(x, front), (x, back), (x + 2400, back), (x + 2400, front)])
                if count % 3 != 1:
                    d.insert("FURNITURE", "小汽车", (x + 1200, (y0 + y1) / 2), (1, 1), 0 if not up else 180)
                count += 1
                x += 2400
            else:
                x += 100
    return count


def _overlap(shape, x0, y0, x1, y1):
    """Separating axes of a convex shape and a box."""
    box_points = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
    for poly in (shape, box_points):
        for p, q in zip(poly, poly[1:] + poly[:1]):
            n = (q[1] - p[1], p[0] - q[0])
            one = [n[0] * v[0] + n[1] * v[1] for v in shape]
            two = [n[0] * v[0] + n[1] * v[1] for v in box_points]
            if max(one) <= min(two) + 1e-6 * math.hypot(*n) or max(two) <= min(one) + 1e-6 * math.hypot(*n):
                return False
    return True
