# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands on every floor at the same place: grid, columns, cores, corridors, wings.

Building frame: whole millimetres, x east, y north, origin at the crossing of axes 1 and A. A slab runs east-west
between axes D and G; a west wing hangs south of it; an east wing leans outward (its unit vectors are (0.96, 0.28) and
(0.28, -0.96), so that its grid too falls on whole millimetres). Cores A and B mirror each other about x = 29400.
"""

from dataclasses import dataclass
import math

from .walls import Plan, Room, polygon_area

X_AXES = [0, 7200, 9600, 16800, 25800, 33000, 42000, 49200, 51600, 58800]
X_NAMES = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
Y_AXES = [0, 8400, 16800, 25200, 32400, 34800, 42000]
Y_NAMES = ["A", "B", "C", "D", "E", "F", "G"]
P_AXES, P_NAMES = [0, 7200, 9600, 16800], ["11", "12", "13", "14"]
Q_AXES, Q_NAMES = [0, 7200, 14400, 21600], ["M", "L", "K", "J"]
PODIUM_X = [21300, 25800, 33000, 37500]
MIDDLE = 29400
SLAB_SOUTH, CORRIDOR_SOUTH, CORRIDOR_NORTH, SLAB_NORTH, SLAB_EAST = 25200, 32400, 34800, 42000, 58800


def east(p, q):
    """A point of the leaning east wing: p across from its court side, q along from the slab."""
    return round(42672 + 0.96 * p + 0.28 * q), round(18096 + 0.28 * p - 0.96 * q)


@dataclass
class Frame:
    """A room's own axes: u along its corridor wall, v away from it, w by d millimetres."""

    origin: tuple
    u: tuple
    v: tuple
    w: float
    d: float

    def at(self, a, b):
        return (self.origin[0] + self.u[0] * a + self.v[0] * b, self.origin[1] + self.u[1] * a + self.v[1] * b)

    def sub(self, a, b, w, d):
        return Frame(self.at(a, b), self.u, self.v, w, d)

    def ring(self):
        return [tuple(map(round, self.at(a, b))) for a, b in ((0, 0), (self.w, 0), (self.w, self.d), (0, self.d))]

    def angle(self):
        return math.degrees(math.atan2(self.u[1], self.u[0]))

    def mirrored(self):
        return self.u[0] * self.v[1] - self.u[1] * self.v[0] < 0


def north(x, w):
    return Frame((x, CORRIDOR_NORTH), (1, 0), (0, 1), w, 7200)


def south(x, w):
    return Frame((x, CORRIDOR_SOUTH), (1, 0), (0, -1), w, 7200)


def west_court(y, w):  # east strip of the west wing
    return Frame((9600, y), (0, 1), (1, 0), w, 7200)


def west_street(y, w):  # west strip of the west wing
    return Frame((7200, y), (0, 1), (-1, 0), w, 7200)


def east_court(q, w):  # west strip of the east wing
    return Frame(east(7200, q), (0.28, -0.96), (-0.96, -0.28), w, 7200)


def east_street(q, w):  # east strip of the east wing
    return Frame(east(9600, q), (0.28, -0.96), (0.96, 0.28), w, 7200)


@dataclass
class Door:
    room: str
    to: str  # key of the other room, "" outside
    kind: str
    width: int
    at: object = "start"  # "start", "end", "mid", or the share of the wall's length
    out: bool = False  # the leaf swings out of `room`
    height: int = 2100
    wall: int = None  # which of several walls, by length


class Floor:
    """Rooms and doors of one drawn floor, in the order in which they are numbered."""

    def __init__(self, label, prefix, owner, title, elevation, level):
        self.label, self.prefix, self.owner, self.title = label, prefix, owner, title
        self.elevation, self.level = elevation, level
        self.rooms, self.doors, self.count = {}, [], 0
        self.notes, self.outlines, self.zones, self.column_cut = [], [], {"slab", "west", "east"}, None
        self.lifts, self.stairs, self.wc = [], [], []
        self.plan, self.exterior, self.seats = None, 240, False

    def room(self, key, name, use, ring, numbered=False, owner=None, frame=None, door=None, **options):
        rings = [ring] if not isinstance(ring[0], list) else ring
        outer = rings[0]
        if polygon_area([v[:2] for v in outer]) < 0:
            rings[0] = outer[::-1]
        number = ""
        if numbered:
            self.count += 1
            number = f"{self.prefix}{self.count:02d}"
        room = Room(key, name, use, owner or self.owner, rings, number=number, frame=frame, **options)
        if key in self.rooms:
            raise ValueError(f"two rooms {key}")
        self.rooms[key] = room
        if door:
            self.doors.append(door)
        return room

    def strip(self, key, make, start, items, to="corridor"):
        """Rooms side by side along a corridor: (width, name, use, furniture[, options])."""
        position = start
        for i, (width, name, use, furniture, *rest) in enumerate(items):
            options = dict(rest[0]) if rest else {}
            frame = make(position, width)
            depth = options.pop("depth", None)
            at = options.pop("at", "start" if i % 2 == 0 else "end")
            door = options.pop("door", default_door(use, width))
            numbered = options.pop("numbered", True)
            target = options.pop("to", to)
            suite = options.pop("suite", False)
            name_key = f"{key}{i + 1}"
            if suite:
                self._suite(name_key, name, frame, target)
            else:
                if depth:
                    frame.d = depth
                self.room(name_key, name, use, frame.ring(), numbered, frame=frame, furniture=furniture, **options)
                if door:
                    self.doors.append(Door(name_key, target, door[0], door[1], at))
                    if width >= 8400 and use in ("meeting", "hall", "archive", "reception", "dining", "lounge"):
                        self.doors.append(Door(name_key, target, door[0], door[1], "end" if at == "start" else "start"))
            position += width
        return position

    def _suite(self, key, name, frame, target):
        """A leader's office with an inner rest room and washroom."""
        main, inner = frame.w - 2700, frame.w
        self.room(
            key,
            name,
            "leader_office",
            frame.sub(0, 0, main, frame.d).ring(),
            True,
            furniture="leader",
            frame=frame.sub(0, 0, main, frame.d),
        )
        self.room(
            key + "r",
            "休息室",
            "rest_room",
            frame.sub(main, 2700, inner - main, frame.d - 2700).ring(),
            furniture="bed",
            frame=frame.sub(main, 2700, inner - main, frame.d - 2700),
        )
        self.room(
            key + "w",
            "卫生间",
            "wc",
            frame.sub(main, 0, inner - main, 2700).ring(),
            wall=120,
            furniture="washroom",
            frame=frame.sub(main, 0, inner - main, 2700),
        )
        self.doors += [
            Door(key, target, "M", 1200, "start"),
            Door(key + "r", key, "M", 900, 0.5),
            Door(key + "w", key + "r", "M", 800, 0.25, out=False),
        ]

    def door(self, *args, **options):
        self.doors.append(Door(*args, **options))

    def build(self):
        self.plan = Plan(list(self.rooms.values()), self.columns(), lambda wall: wall_thickness(wall, self.exterior))
        return self.plan

    def columns(self):
        return [c for c in columns(self.level, self.zones) if not self.column_cut or not self.column_cut(c)]


def default_door(use, width):
    wide = {"meeting", "hall", "reception", "archive", "service_hall", "dining", "lounge"}
    if use in wide and width >= 6000:
        return "M", 1500
    return {
        "wc": ("M", 900),
        "pantry": ("M", 900),
        "storage": ("M", 900),
        "machine_room": ("FM甲", 1500),
        "ups_room": ("FM甲", 1500),
        "archive": ("FM甲", 1200),
        "substation": ("FM甲", 1800),
        "pump_room": ("FM甲", 1500),
        "hvac_room": ("FM甲", 1200),
        "entrance_room": ("FM甲", 1200),
        "fire_control": ("FM乙", 1200),
        "security_control": ("FM乙", 1200),
        "lift_machine_room": ("FM甲", 1200),
        "confidential_registry": ("FM甲", 1200),
        "classified_meeting": ("FM甲", 1200),
    }.get(use, ("M", 1000))


def wall_thickness(wall, exterior):
    rooms = wall.rooms()
    if len(rooms) == 1:
        return exterior
    if "corridor" in (rooms[0].use, rooms[1].use):
        return 200
    asked = {r.wall for r in rooms if r.wall}
    if any(a > 200 for a in asked):
        return max(asked)
    return min(asked) if asked and all(r.wall for r in rooms) else 200


# ---- columns -----------------------------------------------------------------------------------------------


def _span(position, size, lean):
    """lean -1: the face 120 outside on the low side; +1 on the high side; "<", ">": flush with a corridor there."""
    return {
        0: (position - size / 2, position + size / 2),
        -1: (position - 120, position - 120 + size),
        1: (position + 120 - size, position + 120),
        "<": (position - 100, position - 100 + size),
        ">": (position + 100 - size, position + 100),
    }[lean]


def _square(xs, ys):
    return [(xs[0], ys[0]), (xs[1], ys[0]), (xs[1], ys[1]), (xs[0], ys[1])]


def columns(level, zones):
    big, small = (800, 700) if level <= 4 else (700, 600)
    lean_x = {0: -1, 7200: ">", 9600: "<", 49200: ">", 51600: "<", 58800: 1}
    if "basement" in zones:
        lean_x.pop(58800)
    found = []
    for x in X_AXES:
        for y, lean in ((25200, -1), (32400, ">"), (34800, "<"), (42000, 1)):
            if x in (9600, 49200) and y > 33000:  # the corridor axes of the wings end at the slab's corridor
                continue
            found.append(
                _square(
                    _span(x, big, lean_x.get(x, 0)), _span(y, big, 0 if "basement" in zones and y == 25200 else lean)
                )
            )
    if "west" in zones:
        for x, lean in ((0, -1), (7200, ">"), (9600, "<"), (16800, 1)):
            for y in (0, 8400, 16800):
                free = "basement" in zones
                found.append(
                    _square(
                        _span(x, small, 0 if free and x else lean), _span(y, small, -1 if y == 0 and not free else 0)
                    )
                )
    if "east" in zones:
        for p, lean in ((0, -1), (7200, ">"), (9600, "<"), (16800, 1)):
            for q in Q_AXES:
                if (p, q) == (16800, 0):
                    continue
                local = _square(_span(p, small, lean), _span(q, small, 1 if q == 21600 else 0))
                found.append([(42672 + 0.96 * a + 0.28 * b, 18096 + 0.28 * a - 0.96 * b) for a, b in local])
    if "podium" in zones:
        for x, lean in ((21300, -1), (25800, 0), (33000, 0), (37500, 1)):
            for y in (8400, 16800):
                found.append(_square(_span(x, big, lean), _span(y, big, -1 if y == 8400 else 0)))
    if "basement" in zones:
        for x in X_AXES + [67200]:
            found.append(_square(_span(x, small, {0: -1, 67200: 1}.get(x, 0)), _span(-4200, small, -1)))
        for y in (8400, 16800, 25200, 34800, 42000):
            found.append(_square(_span(67200, small, 1), _span(y, small, 1 if y == 42000 else 0)))
    return found


# ---- the parts that every floor repeats -------------------------------------------------------------------


def core(floor, side, bottom="pantry", top_lift=True):
    """Stair, lobby, lifts, shafts, ELV room, power room, water shaft and a pantry: core A, or B mirrored."""
    n = "1" if side == "A" else "2"
    base, sign = (9600, 1) if side == "A" else (49200, -1)
    frame = lambda x, y, w, d: Frame((base + sign * x, SLAB_SOUTH + y), (sign, 0), (0, 1), w, d)

    def add(key, name, use, x, y, w, d, **options):
        f = frame(x, y, w, d)
        return floor.room(
            key + side, name, use, f.ring(), frame=f, owner="共用", windows=options.pop("windows", False), **options
        )

    add("stair", f"{n}#楼梯间", "stair", 0, 0, 2800, 7200, wall=300, label=frame(0, 0, 2800, 7200).at(1400, 520), text=260)
    floor.stairs.append((frame(0, 0, 2800, 7200), True))
    add("lobby", "合用前室", "lift_lobby", 2800, 4200, 6800, 3000)
    add("firelift", f"{n}#消防电梯", "lift", 2800, 1800, 2400, 2400, wall=300)
    if top_lift:
        add("lift", f"{n}#客梯", "lift", 5200, 1800, 4400, 2400, wall=300)
        cars = [(2800, 2400), (5200, 2200), (7400, 2200)]
    else:
        add("lift", f"{n}#电梯机房", "lift_machine_room", 5200, 1800, 4400, 2400, wall=300)
        cars = [(2800, 2400)]
    floor.lifts += [frame(x, 1800, w, 2400) for x, w in cars]
    add("pressure", "加压送风井", "air_shaft", 2800, 0, 4400, 1800)
    add("fresh", "新风井", "air_shaft", 7200, 0, 2400, 1800)
    # Three networks that must be apart, each with a cabinet of 600 x 800 mm that people walk around, and one reserved.
    add("elv", f"{n}#弱电间", "elv_room", 9600, 2600, 2900, 4600, furniture="elv")
    add("power", f"{n}#强电间", "power_room", 12500, 4200, 1300, 3000)
    add("water", "水井", "water_shaft", 13800, 4200, 900, 3000)
    corners = [
        (9600, 0),
        (16200, 0),
        (16200, 7200),
        (14700, 7200),
        (14700, 4200),
        (12500, 4200),
        (12500, 2600),
        (9600, 2600),
    ]
    name, use = {
        "pantry": ("茶水间", "pantry"),
        "copy": ("文印室", "print_room"),
        "store": ("储藏间", "storage"),
        "gas": ("气瓶间", "plant"),
        "tools": ("资料室", "library"),
        "hvac": ("空调机房", "hvac_room"),
    }[bottom]
    floor.room(
        "end" + side,
        name,
        use,
        [(base + sign * x, SLAB_SOUTH + y) for x, y in corners],
        owner="共用",
        frame=frame(9600, 0, 6600, 4200),
        label=(base + sign * 13200, SLAB_SOUTH + 2300),
        furniture="pantry" if bottom == "pantry" else "",
    )
    doors = [
        Door("stair" + side, "lobby" + side, "FM乙", 1200, 0.72),
        Door("lobby" + side, "corridor", "FM乙", 1500, 0.28),
        Door("firelift" + side, "lobby" + side, "DT", 1000, "mid"),
        Door("elv" + side, "corridor", "FM甲", 1000, "mid", out=True),
        Door("power" + side, "corridor", "FM甲", 900, "mid", out=True),
        Door("water" + side, "corridor", "FM丙", 600, "mid", out=True, height=1800),
        Door("end" + side, "corridor", "M", 900, "mid"),
    ]
    if top_lift:
        doors += [
            Door("lift" + side, "lobby" + side, "DT", 1000, 0.25),
            Door("lift" + side, "lobby" + side, "DT", 1000, 0.75),
        ]
    else:
        doors += [Door("lift" + side, "lobby" + side, "FM甲", 1000, "mid", out=True)]
    floor.doors += doors


def washrooms(floor, side):
    """Men, women, cleaner, accessible WC between the corridor and the gable."""
    base, sign = (7200, -1) if side == "A" else (51600, 1)
    at = lambda points: [(base + sign * x, SLAB_SOUTH + y) for x, y in points]
    frame = lambda x, y, w, d: Frame((base + sign * x, SLAB_SOUTH + y), (0, 1), (sign, 0), w, d)
    add = lambda key, name, use, points, label, **o: floor.room(
        key + side, name, use, at(points), owner="共用", label=at([label])[0], wall=120, sill="GC", **o
    )
    add(
        "men",
        "男卫",
        "wc",
        [(1800, 0), (7200, 0), (7200, 3600), (0, 3600), (0, 1800), (1800, 1800)],
        (3300, 1700),
        text=300,
    )
    add(
        "women",
        "女卫",
        "wc",
        [(0, 3600), (7200, 3600), (7200, 7200), (2200, 7200), (2200, 5100), (0, 5100)],
        (3300, 5450),
        text=300,
    )
    add("clean", "清洁间", "cleaner", [(0, 0), (1800, 0), (1800, 1800), (0, 1800)], (900, 1250), text=200)
    add("access", "无障碍卫生间", "wc", [(0, 5100), (2200, 5100), (2200, 7200), (0, 7200)], (1350, 6050), text=160)
    floor.wc.append((base, sign))
    face = "east" if side == "A" else "west"
    floor.doors += [
        Door("men" + side, "corridor", "M", 900, "mid"),
        Door("women" + side, "corridor", "M", 900, "mid", wall=face),
        Door("clean" + side, "corridor", "M", 700, "end", out=True),
        Door("access" + side, "corridor", "M", 1000, 0.3, out=True, wall=face),
    ]


def west_end(floor, name="茶水间", use="pantry", to=None):
    """The stair at the south end of the west wing."""
    to = to or ("corridorW" if "corridorW" in floor.rooms else "corridor")
    stair = Frame((14000, 0), (1, 0), (0, 1), 2800, 6600)
    floor.room(
        "stairW", "3#楼梯间", "stair", stair.ring(), owner="共用", frame=stair, label=stair.at(1400, stair.d - 480), text=260
    )
    floor.stairs.append((stair, False))
    lobby = Frame((9600, 0), (1, 0), (0, 1), 4400, 2700)
    floor.room("lobbyW", "前室", "stair_lobby", lobby.ring(), owner="共用", frame=lobby)
    floor.doors += [Door("stairW", "lobbyW", "FM乙", 1200, 0.42), Door("lobbyW", to, "FM乙", 1200, "mid")]
    if name:
        ring = [(9600, 2700), (14000, 2700), (14000, 6600), (16800, 6600), (16800, 8400), (9600, 8400)]
        floor.room(
            "endW",
            name,
            use,
            ring,
            use == "office",
            frame=Frame((9600, 2700), (0, 1), (1, 0), 5700, 4400),
            label=(11900, 5200),
            furniture="office" if use == "office" else "",
        )
        floor.doors.append(Door("endW", to, "M", 900, "end"))


def east_end(floor, name="储藏室", use="storage", to=None):
    """The stair at the south end of the east wing."""
    to = to or ("corridorE" if "corridorE" in floor.rooms else "corridor")
    stair = Frame(east(14000, 21600), (0.96, 0.28), (-0.28, 0.96), 2800, 7200)
    floor.room(
        "stairE", "4#楼梯间", "stair", stair.ring(), owner="共用", frame=stair, label=stair.at(1400, stair.d - 480), text=260
    )
    floor.stairs.append((stair, False))
    lobby = Frame(east(9600, 21600), (0.96, 0.28), (-0.28, 0.96), 4400, 2700)
    floor.room("lobbyE", "前室", "stair_lobby", lobby.ring(), owner="共用", frame=lobby)
    floor.doors += [Door("stairE", "lobbyE", "FM乙", 1200, 0.42), Door("lobbyE", to, "FM乙", 1200, "mid")]
    if name:
        frame = Frame(east(9600, 14400), (0.28, -0.96), (0.96, 0.28), 4500, 4400)
        floor.room(
            "endE", name, use, frame.ring(), use == "office", frame=frame, furniture="office" if use == "office" else ""
        )
        floor.doors.append(Door("endE", to, "M", 900, "start"))


def corridor(floor, west_from=0, wings=("west", "east"), split=()):
    """One corridor through slab and wings; a wing named in `split` has its own behind a door."""
    start = west_from if "west" in wings and "west" not in split else 25200
    ring = [(7200, start), (9600, start), (9600, 32400), (49200, 32400)]
    if "east" in wings and "east" not in split:
        ring += [(49200, 20000), east(7200, 0), east(7200, 21600), east(9600, 21600), east(9600, 0), (51600, 20700)]
    else:
        ring += [(49200, 25200), (51600, 25200)]
    ring += [(51600, 32400), (58800, 32400), (58800, 34800), (0, 34800), (0, 32400), (7200, 32400)]
    more = []
    if "west" in wings and "west" not in split and start < 25200:
        more.append(((8400, max(12000, west_from + 4000)), 90))
    if "east" in wings and "east" not in split:
        more.append((east(8400, 11000), math.degrees(math.atan2(-0.96, 0.28))))
    floor.room("corridor", "走廊", "corridor", ring, owner="共用", label=(29400, 33600), extra_labels=more)
    if "west" in split:
        frame = Frame((7200, west_from), (1, 0), (0, 1), 2400, 25200 - west_from)
        floor.room("corridorW", "走廊", "corridor", frame.ring(), owner="共用", frame=frame)
        floor.door("corridorW", "corridor", "FM乙", 1500, "mid")
    if "east" in split:
        ring = [
            (49200, 25200),
            (49200, 20000),
            east(7200, 0),
            east(7200, 21600),
            east(9600, 21600),
            east(9600, 0),
            (51600, 20700),
            (51600, 25200),
        ]
        floor.room("corridorE", "走廊", "corridor", ring, owner="共用", label=east(8400, 11000))
        floor.door("corridorE", "corridor", "FM乙", 1500, "mid")


def wedges(floor, left, right, to="corridor"):
    """The two odd rooms where the leaning wing meets the slab."""
    name, use = left[:2]
    floor.room(
        "wedgeL",
        name,
        use,
        [(40600, 25200), east(0, 0), (49200, 20000), (49200, 25200)],
        use in ("office", "meeting"),
        label=(45600, 22600),
        furniture=left[2] if len(left) > 2 else "",
        frame=Frame((49200, 25200), (0, -1), (-1, 0), 5200, 6800),
    )
    floor.doors.append(
        Door(
            "wedgeL", to, "M", 1500 if use in ("meeting", "reception", "library", "lobby", "rest_room") else 1000, "mid"
        )
    )
    name, use = right[:2]
    floor.room(
        "wedgeR",
        name,
        use,
        [(51600, 25200), (51600, 20700), east(16800, 0), (58800, 25200)],
        use in ("office", "meeting"),
        label=(54600, 23500),
        furniture=right[2] if len(right) > 2 else "",
        frame=Frame((51600, 20700), (0, 1), (1, 0), 4500, 7200),
    )
    floor.doors.append(Door("wedgeR", to, "M", 1000, "mid"))


def gallery(floor, hall_name, hall_use, hall_owner=None):
    """The podium between the wings: a glazed void, a gallery around it and a hall in front."""
    floor.zones.add("podium")
    floor.room(
        "void",
        "中庭上空",
        "void",
        [(25800, 16800), (33000, 16800), (33000, 22800), (25800, 22800)],
        owner="共用",
        windows=False,
        label=(29400, 19800),
    )
    floor.room(
        "gallery",
        "回廊",
        "corridor",
        [
            (21300, 16800),
            (25800, 16800),
            (25800, 22800),
            (33000, 22800),
            (33000, 16800),
            (37500, 16800),
            (37500, 25200),
            (33000, 25200),
            (33000, 32400),
            (25800, 32400),
            (25800, 25200),
            (21300, 25200),
        ],
        owner="共用",
        label=(29400, 27600),
        extra_labels=[((23400, 21000), 90), ((35300, 21000), 90)],
        sill="MQ",
    )
    front = Frame((21300, 8400), (1, 0), (0, 1), 16200, 8400)
    floor.room(
        "front",
        hall_name,
        hall_use,
        front.ring(),
        hall_use != "void",
        owner=hall_owner,
        frame=front,
        sill="MQ",
        furniture="committee" if hall_use == "hall" else "",
    )
    floor.doors += [Door("gallery", "corridor", "FM乙", 1800, "mid")]
    if hall_use != "void":
        floor.doors += [
            Door("front", "gallery", "M", 1500, "mid", wall=0),
            Door("front", "gallery", "M", 1500, "mid", wall=1),
        ]
