#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the floor plans of the example: plans/*.dxf, with rooms.csv and floors.csv from the same room model.

Deterministic, Python 3 standard library only. The results are committed; nobody needs this program to build or run
Riser. It shows where the drawings come from, and draws them again after a change:

    python3 examples/administrative-building/draw_plans.py [OUTPUT_FOLDER]
"""

from collections import Counter, deque
import csv
import math
from pathlib import Path
import sys

from drawing import floors, furnish, sheet, symbols
from drawing.building import MIDDLE, SLAB_SOUTH, columns, east
from drawing.dxf import Drawing
from drawing.openings import place_doors, place_windows
from drawing.walls import contains

ORIGIN = (412600, 287350)  # where axes 1 and A cross in every drawing
SECOND_SHEET = 130000  # the second sheet of a drawing lies this far east
STOREYS = [
    ("B1", -5100, 5100),
    ("1F", 0, 5100),
    ("2F", 5100, 4200),
    ("3F", 9300, 4200),
    ("4F", 13500, 4200),
    ("5F", 17700, 3900),
    ("6F", 21600, 3900),
    ("7F", 25500, 3900),
    ("8F", 29400, 3900),
    ("9F", 33300, 3900),
    ("10F", 37200, 3900),
    ("11F", 41100, 5400),
    ("12F", 46500, 4500),
]
FILES = [  # (file, floors on its sheets, floors each sheet is for, how it is written, how its texts are)
    (
        "B1.dxf",
        [floors.basement],
        [["B1"]],
        dict(version="AC1015", codepage="ANSI_936", insunits=4, old_polylines=True),
        {"areas": True},
    ),
    ("1F.dxf", [floors.first], [["1F"]], dict(version="AC1021", codepage="ANSI_936", insunits=4), {}),
    ("2F.dxf", [floors.second], [["2F"]], dict(version="AC1018", codepage="ANSI_936", insunits=None), {}),
    (
        "3F-4F.dxf",
        [floors.third],
        [["3F", "4F"]],
        dict(version="AC1027", codepage="ANSI_936", insunits=4),
        {"areas": True, "mtext": "font"},
    ),
    (
        "5F.dxf",
        [floors.fifth],
        [["5F"]],
        dict(version="AC1032", codepage="ANSI_936", insunits=4, prefix="建施-05$0$"),
        {"old_walls": True},
    ),
    (
        "6F-8F.dxf",
        [floors.typical],
        [["6F", "7F", "8F"]],
        dict(version="AC1021", codepage="ANSI_936", insunits=4, newline="\n"),
        {},
    ),
    ("9F.dxf", [floors.ninth], [["9F"]], dict(version="AC1015", codepage="ANSI_1252", insunits=4, escape=True), {}),
    ("10F.dxf", [floors.tenth], [["10F"]], dict(version="AC1015", codepage="ANSI_936", insunits=4), {"mtext": "both"}),
    (
        "11F-12F.dxf",
        [floors.eleventh, floors.twelfth],
        [["11F"], ["12F"]],
        dict(version="AC1024", codepage="ANSI_936", insunits=4),
        {"mtext": "styled"},
    ),
]

USES = {  # what the drawing program calls a use -> what a design calls it, where they differ
    "hall": "council-hall",
    "registry_office": "registry",
    "confidential_registry": "registry",
    "print_room": "printing",
    "stair_lobby": "lobby",
    "wc": "toilet",
    "cleaner": "toilet",
    "elv_room": "telecom-room",
    "power_room": "electrical-room",
    "substation": "electrical-room",
    "machine_room": "core-machine-room",
    "battery_room": "ups-room",
    "fire_control": "control-room",
    "security_control": "control-room",
    "hvac_room": "plant",
    "lift_machine_room": "plant",
    "tank_room": "pump-room",
    "water_shaft": "pipe-shaft",
    "garage": "parking",
    "ramp": "outdoor",
    "pantry": "kitchen",
    "rest_room": "living",
    "void": "atrium",
}

BODIES = {"党委": "party", "人大": "congress", "政府": "government", "政协": "cppcc", "共用": "shared"}  # codes in brief.xml


def draw_floor(d, floor, number, texts):
    plan = floor.plan
    straight, arcs = plan.segments()
    for a, b in straight:
        d.line("WALL", a, b)
    for centre, radius, start, end in arcs:
        d.arc("WALL", centre, radius, start, end)
    for column in plan.columns:
        d.polyline("COLUMN", column, closed=True)
        d.solid("PUB_HATCH", column)
    hatch_concrete(d, plan)
    for wall in plan.walls:
        for opening in wall.openings:
            draw_opening(d, wall, opening)
    for frame, far in floor.stairs:
        furnish.stair(d, frame, far, floor.label in ("B1",))
    for frame in floor.lifts:
        furnish.lift(d, frame)
    for base, sign in floor.wc:
        furnish.washrooms(d, base, sign)
    for room in plan.rooms:
        furnish.room(d, room)
        label(d, room, plan, texts)
    extras(d, floor)
    sheet.axes(d, floor)
    sheet.dimensions(d, floor)
    sheet.elevations(d, floor)
    sheet.frame(d, floor, number)
    sheet.title(d, floor)
    if texts.get("old_walls"):  # a forgotten proposal on a layer that is switched off
        for x in (18900, 23700, 35400):
            d.line("0-改前墙", (x, 34900), (x, 41880))
            d.line("0-改前墙", (x + 200, 34900), (x + 200, 41880))


def hatch_concrete(d, plan):
    """Solid reinforced concrete: the 300 walls between their openings, and the junctions of two such walls."""
    junctions = {}
    for wall in plan.walls:
        for end, vertex in (("a", wall.a), ("b", wall.b)):
            points, count = junctions.setdefault(vertex, (set(), []))
            points.update((wall.corners[end, 1], wall.corners[end, -1]))
            count.append(wall.thickness == 300)
        if wall.thickness != 300:
            continue
        start = [wall.corners["a", 1], wall.corners["a", -1]]
        for o in sorted(wall.openings, key=lambda o: o.s):
            d.solid("PUB_HATCH", start + [wall.at(o.s - o.width / 2, -150), wall.at(o.s - o.width / 2, 150)])
            start = [wall.at(o.s + o.width / 2, 150), wall.at(o.s + o.width / 2, -150)]
        d.solid("PUB_HATCH", start + [wall.corners["b", -1], wall.corners["b", 1]])
    for vertex, (points, count) in junctions.items():
        if sum(count) > 1:
            d.solid("PUB_HATCH", sorted(points, key=lambda p: math.atan2(p[1] - vertex[1], p[0] - vertex[0])))


def draw_opening(d, wall, o):
    block, layer, text_layer, across = symbols.opening_look(o.kind, o.width)
    if wall.arc:
        cx, cy, ccw = wall.arc
        r, angle = math.dist((cx, cy), wall.a), math.radians(o.s)
        centre = (cx + r * math.cos(angle), cy + r * math.sin(angle))
        rotation = o.s + 90 if ccw else o.s - 90
    else:
        centre, u = wall.at(o.s), wall.direction()
        rotation = math.degrees(math.atan2(u[1], u[0]))
    normal = (-math.sin(math.radians(rotation)), math.cos(math.radians(rotation)))
    side = 1 if o.into is wall.left else -1
    if across == "wall":
        d.insert(layer, block, centre, (o.width, wall.thickness * (side if o.kind == "DT" else 1)), rotation)
    else:
        sx = o.width if o.hinge_at_a else -o.width
        if side < 0:  # turned round instead of mirrored, as one does by hand
            d.insert(layer, block, centre, (-sx, o.width), rotation + 180)
        else:
            d.insert(layer, block, centre, (sx, o.width), rotation)
    if text_layer and o.label:
        if across == "wall" and len(wall.rooms()) == 1 and o.kind != "JLM":
            side, away = (1 if wall.left is None else -1), wall.thickness / 2 + 280
        else:
            side, away = -side, wall.thickness / 2 + 200
        turned = rotation % 360
        turned = turned + 180 if 90.01 < turned <= 270.01 else turned
        d.text(
            text_layer,
            (centre[0] + normal[0] * side * away, centre[1] + normal[1] * side * away),
            220 if o.width > 800 else 160,
            o.label,
            turned % 360,
            style="_TCH_WINDOW",
        )


def label_point(room):
    if room.label:
        return room.label
    f = room.frame
    share = {
        "office": 0.30,
        "leader": 0.27,
        "meeting": 0.5,
        "committee": 0.58,
        "press": 0.55,
        "archive": 0.22,
        "duty": 0.42,
        "bed": 0.3,
        "console": 0.31,
        "ups": 0.27,
        "elv": 0.62,
        "lounge": 0.38,
        "fans": 0.35,
        "racks": 0.47,
        "substation": 0.52,
        "pumps": 0.42,
    }
    return f.at(f.w / 2, f.d * share.get(room.furniture, 0.5))


def label(d, room, plan, texts):
    x, y = label_point(room)
    narrow = 0.0
    width = max(p[0] for p in room.faces[0]) - min(p[0] for p in room.faces[0])
    height = max(p[1] for p in room.faces[0]) - min(p[1] for p in room.faces[0])
    size = room.text or (400 if plan.area(room) > 60e6 else 350 if plan.area(room) > 14e6 else 250)
    room_for = lambda span: span / (len(room.name) * 0.85 + 0.3)
    if room.frame and room.use not in ("corridor",):
        width, height = min(width, room.frame.w + 400), min(height, max(room.frame.w, room.frame.d))
        if size > room_for(width) and height > width * 1.3:
            narrow = 90.0
        size = max(150, min(size, room_for(height if narrow else width)))
    size = int(size // 10 * 10)
    kind = texts.get("mtext")
    lines = [room.number] if room.number else []
    if texts.get("areas") and plan.area(room) > 8e6 and room.use != "corridor":
        lines.append(f"{plan.area(room) / 1e6:.2f}m²" if d.version >= "AC1021" else f"{plan.area(room) / 1e6:.2f}m2")
    drop = size * 0.8 if lines else 0
    if kind == "both" and room.number:
        d.mtext("SPACE", (x, y), size, f"{{\\f宋体|b0|i0|c134|p2;{room.name}}}\\P{room.number}")
        return
    if kind and not narrow:
        styled = {
            "font": f"{{\\fSimSun|b0|i0|c134|p2;{room.name}}}",
            "styled": f"\\A1;\\pxqc;{{\\W0.8;\\H1.0x;\\C7;{room.name}}}",
            "both": f"{{\\f宋体|b0|i0|c134|p2;{room.name}}}",
        }[kind]
        d.mtext("SPACE", (x, y + drop), size, styled)
    else:
        d.text("SPACE", (x, y + drop), size, room.name, narrow)
    for i, line in enumerate(lines):
        d.text("SPACE", (x, y + drop - size * (1.45 + 1.25 * i)), int(size * 0.8), line)
    for point, angle in room.extra_labels:
        turned = angle % 360
        d.text("SPACE", point, size, room.name, turned + 180 if 90.01 < turned <= 270 else turned)


def extras(d, floor):
    plan = floor.plan
    if floor.label == "B1":
        rows = [
            (700, 9200, -4000, True),
            (17200, 57000, -4000, True),
            (24000, 59000, 7200, True),
            (10300, 58400, 25000, False),
        ]
        islands = [plan.rooms[[r.key for r in plan.rooms].index("garage")].faces[i] for i in (1, 2)]
        doors = [
            [(6600, 21500), (10200, 21500), (10200, 25200), (6600, 25200)],
            [(48600, 21500), (52200, 21500), (52200, 25200), (48600, 25200)],
        ]
        furnish.parking(d, plan, floor.rooms["garage"], rows, islands + doors)
        for y in (3900, 4100):
            d.line("PARKING", (61500, 26000 + y), (64500, 26000 + y))
        d.polyline("GROUND", [(63000, 28000), (63000, 39500), (62600, 38500)])
        d.text("PUB_TEXT", (64500, 36800), 350, "i=15%")
    if floor.label == "1F":
        for i in range(4):
            d.box("GROUND", 24300 - 350 * i, 4700 - 350 * i, 34500 + 350 * i, 8280) if i == 0 else d.polyline(
                "GROUND",
                [
                    (24300 - 350 * i, 8280),
                    (24300 - 350 * i, 4700 - 350 * i),
                    (34500 + 350 * i, 4700 - 350 * i),
                    (34500 + 350 * i, 8280),
                ],
            )
        d.box("GROUND", 35550, 5300, 44000, 6800)
        d.text("PUB_TEXT", (40200, 6050), 300, "无障碍坡道 1:12")
        d.arc("DOTE_OTHER", (MIDDLE, 14200), 12000, 228, 312)
        d.text("PUB_TEXT", (33500, 3400), 300, "雨篷投影线")
        for i in range(3):
            d.polyline(
                "GROUND",
                [
                    (900 - 300 * i, -120),
                    (900 - 300 * i, -1500 - 300 * i),
                    (6600 + 300 * i, -1500 - 300 * i),
                    (6600 + 300 * i, -120),
                ],
            )
        for x, y in ((22600, 9700), (36200, 9700), (22600, 23600), (36200, 23600)):
            d.insert("FURNITURE", "盆栽", (x, y))
        d.box("FURNITURE", 27400, 22000, 31400, 22700)
        d.text("PUB_TEXT", (29400, 22350), 260, "导询台")
    if "podium_roof" in floor.outlines:
        for inset in (0, 200):
            d.polyline(
                "ROOF",
                [
                    (21300 - 120 + inset, 25080),
                    (21180 + inset, 8280 + inset),
                    (37620 - inset, 8280 + inset),
                    (37620 - inset, 25080),
                ],
            )
        d.box("ROOF", 25800, 16800, 33000, 22800)
        for i in range(1, 6):
            d.line("ROOF", (25800 + 1200 * i, 16800), (25800 + 1200 * i, 22800))
        for i in range(1, 5):
            d.line("ROOF", (25800, 16800 + 1200 * i), (33000, 16800 + 1200 * i))
        d.text("PUB_TEXT", (29400, 12600), 400, "裙房屋面")
        d.text("PUB_TEXT", (29400, 23700), 300, "采光顶")
        d.polyline("ROOF", [(27000, 10800), (24000, 10800), (24500, 10950)])
        d.text("PUB_TEXT", (25600, 11150), 250, "2%")
    if "wing_roofs" in floor.outlines:
        for inset in (0, 240):
            k = 120 - inset
            d.polyline("ROOF", [(-k, 25080), (-k, -k), (16800 + k, -k), (16800 + k, 25080)])
            d.polyline(
                "ROOF",
                [
                    (40635 - k, 25080),
                    east(-k, 21600 + k),
                    east(16800 + k, 21600 + k),
                    east(16800 + k, 0),
                    (58800 + k, 22800),
                    (58800 + k, 25080),
                ],
            )
        d.text("PUB_TEXT", (8400, 12600), 450, "屋面")
        d.text("PUB_TEXT", east(8400, 10800), 450, "屋面")
    if floor.seats:  # the council hall: arcs of seats about the rostrum
        for ring in range(6):
            r = 6000 + 1150 * ring
            n = int(r * math.radians(74) / 640)
            for i in range(n):
                angle = 53 + 74 * (i + 0.5) / n
                if abs(angle - 90) < math.degrees(750 / r):
                    continue
                c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
                d.insert("FURNITURE", "听众席", (8400 + r * c, 8400 + r * s), (1, 1), angle - 90)
        d.box("FURNITURE", 4800, 8700, 12000, 10800)
        d.box("FURNITURE", 6000, 10000, 10800, 10500)
        for i in range(7):
            d.insert("FURNITURE", "会议椅", (6300 + 700 * i, 9600), (1, 1), 0)


# ---- the truth ---------------------------------------------------------------------------------------------


def inner_point(floor, room):
    """A point well inside the room: the label if it keeps clear of walls, else the best of a grid."""

    def clearance(p):
        if not floor.plan.inside(room, p) or any(contains(c, p) for c in floor.plan.columns):
            return -1.0
        return min(segment_distance(p, a, b) for ring in room.faces for a, b in zip(ring, ring[1:] + ring[:1]))

    x, y = label_point(room)
    if clearance((x, y)) > 250:
        return x, y
    ring = room.faces[0]
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    grid = [
        (min(xs) + (max(xs) - min(xs)) * i / 24, min(ys) + (max(ys) - min(ys)) * j / 24)
        for i in range(1, 24)
        for j in range(1, 24)
    ]
    return max(grid, key=clearance)


def segment_distance(p, a, b):
    length2 = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    t = (
        max(0.0, min(1.0, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length2))
        if length2
        else 0.0
    )
    return math.dist(p, (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])))


def check(floor):
    """A plan a person could build: every room has a door where it needs one, everything is reachable, nothing overlaps."""
    plan = floor.plan
    links = {room.key: set() for room in plan.rooms}
    for wish in floor.doors:
        if wish.to:
            links[wish.room].add(wish.to)
            links[wish.to].add(wish.room)
    start = "corridor"
    seen, queue = {start}, deque([start])
    while queue:
        for following in links[queue.popleft()]:
            if following not in seen:
                seen.add(following)
                queue.append(following)
    shut = [r.key for r in plan.rooms if r.key not in seen and r.use not in ("air_shaft", "void")]
    if shut:
        raise ValueError(f"{floor.label}: nobody can reach {shut}")
    for room in plan.rooms:
        if plan.area(room) < 0.4e6:
            raise ValueError(f"{floor.label}: {room.key} has {plan.area(room) / 1e6:.2f} m2")
    for column in columns(floor.level, floor.zones):
        for wall in plan.walls:
            for o in wall.openings if not wall.arc else ():
                middle = [wall.at(o.s + k * o.width / 2) for k in (-0.9, 0, 0.9)]
                if column in plan.columns and any(contains(column, p) for p in middle):
                    raise ValueError(f"{floor.label}: {o.label} of {[r.key for r in wall.rooms()]} stands in a column")


def main():
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
    (out / "plans").mkdir(parents=True, exist_ok=True)
    rooms, storeys, total = [], {}, Counter()
    for number, (name, makers, for_floors, written, texts) in enumerate(FILES, 1):
        d = Drawing(**written)
        symbols.define(d)
        d.host_layers |= {"PUB_TITLE", "DIM_SYMB"}
        d.declare("0-改前墙", 8, state="off")
        for index, make in enumerate(makers):
            floor = make()
            floor.build()
            place_doors(floor)
            place_windows(floor)
            check(floor)
            d.origin = (ORIGIN[0] + SECOND_SHEET * index, ORIGIN[1])
            sheet_number = f"建施-{number + index:02d}"
            draw_floor(d, floor, sheet_number, texts)
            applies = for_floors[index]
            label_text = applies[0] if len(applies) == 1 else f"{applies[0]}-{applies[-1]}"
            for room in floor.plan.rooms:
                x, y = inner_point(floor, room)
                rooms.append(
                    [
                        f"plans/{name}",
                        index + 1,
                        label_text,
                        room.number,
                        room.name,
                        USES.get(room.use, room.use.replace("_", "-")),
                        f"{floor.plan.area(room) / 1e6:.2f}",
                        f"{x + d.origin[0]:.0f}",
                        f"{y + d.origin[1]:.0f}",
                        room.owner,
                    ]
                )
                total[name] += 1
            for storey in applies:
                storeys[storey] = [
                    f"plans/{name}",
                    index + 1,
                    sheet_number,
                    label_text,
                    BODIES[floor.owner],
                    d.origin[0],
                    d.origin[1],
                ]
        x0, y0, x1, y1 = sheet.FRAME
        d.extent = (ORIGIN[0] + x0, ORIGIN[1] + y0, d.origin[0] + x1, ORIGIN[1] + y1)
        d.save(out / "plans" / name)
    with open(out / "rooms.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(
            ["file", "sheet", "floor", "number", "name", "use", "area_m2", "inner_x", "inner_y", "owner_body"]
        )
        table.writerows(rooms)
    with open(out / "floors.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(
            [
                "floor",
                "elevation_mm",
                "storey_height_mm",
                "file",
                "sheet",
                "sheet_number",
                "applies_to",
                "body",
                "origin_x",
                "origin_y",
            ]
        )
        for storey, elevation, height in STOREYS:
            table.writerow([storey, elevation, height] + storeys[storey])
    for name, count in total.items():
        print(f"{name:12} {count:4} rooms {(out / 'plans' / name).stat().st_size / 1e6:6.2f} MB")
    print(
        f"{'':12} {sum(total.values()):4} rooms {sum((out / 'plans' / n).stat().st_size for n in total) / 1e6:6.2f} MB"
    )


if __name__ == "__main__":
    main()
