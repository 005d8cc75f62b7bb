# SPDX-License-Identifier: GPL-3.0-or-later
"""Where do the two faces of every wall run, and how large is each room between them?

A plan is given as rooms whose rings run along wall centrelines (whole millimetres, outer ring counter-clockwise, holes
clockwise). Every ring edge is a wall; edges of two rooms that lie on each other are one wall. Wall faces meet where the
offset lines of neighbours around a junction cross, so faces, junctions and net room areas are exact: nothing is
recognised from lines. Columns are not deducted from areas; openings belong to no room.
"""

from dataclasses import dataclass, field
import math


@dataclass(eq=False)
class Room:
    key: str
    name: str
    use: str
    owner: str
    rings: list  # each a list of (x, y) or (x, y, (cx, cy, ccw)) for an arc leaving that vertex
    number: str = ""
    frame: object = None  # see building.Frame: where furniture and texts go
    wall: int = 0  # preferred thickness of inner walls, 0 the usual
    windows: bool = True
    furniture: str = ""
    label: tuple = None  # where the text stands
    extra_labels: list = field(default_factory=list)
    sill: str = "C"  # prefix of the window numbers
    text: float = 0  # text height, 0 by size
    doors: int = 0
    faces: list = None  # the net polygon, filled in by Plan


@dataclass(eq=False)
class Wall:
    a: tuple
    b: tuple
    arc: tuple = None  # (cx, cy, ccw) seen from a to b
    left: Room = None
    right: Room = None
    thickness: int = 200
    openings: list = field(default_factory=list)
    corners: dict = field(default_factory=dict)  # (end, side) -> point, side as seen from a to b

    def rooms(self):
        return [r for r in (self.left, self.right) if r is not None]

    def direction(self):
        length = self.length()
        return (self.b[0] - self.a[0]) / length, (self.b[1] - self.a[1]) / length

    def length(self):
        return math.dist(self.a, self.b)

    def at(self, s, t=0.0):
        """The point s along a straight wall from a, t to its left."""
        d = self.direction()
        return self.a[0] + d[0] * s - d[1] * t, self.a[1] + d[1] * s + d[0] * t


@dataclass(eq=False)
class Opening:
    wall: Wall
    s: float  # centre along the wall from a (for an arc: its angle about the centre, degrees)
    width: float
    kind: str  # block and label family, see symbols.OPENINGS
    label: str = ""
    into: Room = None  # the room a leaf swings into
    hinge_at_a: bool = True


def _angle(v):
    return math.atan2(v[1], v[0])


def _left(v):
    return -v[1], v[0]


def _leaving(wall, end):
    """Direction in which the wall leaves its end "a" or "b"."""
    if wall.arc is None:
        d = wall.direction()
        return d if end == "a" else (-d[0], -d[1])
    cx, cy, ccw = wall.arc
    p = wall.a if end == "a" else wall.b
    radial = (p[0] - cx, p[1] - cy)
    r = math.hypot(*radial)
    tangent = (-radial[1] / r, radial[0] / r)
    forward = tangent if ccw else (-tangent[0], -tangent[1])
    return forward if end == "a" else (-forward[0], -forward[1])


def _carrier(wall, end, side):
    """The offset line or circle of one face; side is +1 left, -1 right as seen leaving the end."""
    h = wall.thickness / 2 * side
    if wall.arc is None:
        d = _leaving(wall, end)
        n = _left(d)
        p = wall.a if end == "a" else wall.b
        return "line", (p[0] + n[0] * h, p[1] + n[1] * h), d
    cx, cy, ccw = wall.arc
    turning_left = ccw if end == "a" else not ccw
    r = math.dist((cx, cy), wall.a)
    return "circle", (cx, cy), r - h if turning_left else r + h


def _meet(p, q, near):
    if p[0] == "line" and q[0] == "line":
        (_, a, d), (_, b, e) = p, q
        cross = d[0] * e[1] - d[1] * e[0]
        if abs(cross) < 1e-9:
            return None
        s = ((b[0] - a[0]) * e[1] - (b[1] - a[1]) * e[0]) / cross
        return a[0] + d[0] * s, a[1] + d[1] * s
    if p[0] == "circle":
        p, q = q, p
    if p[0] == "circle":
        raise ValueError("two arcs meet: not drawn here")
    (_, a, d), (_, c, r) = p, q
    fx, fy = a[0] - c[0], a[1] - c[1]
    half = fx * d[0] + fy * d[1]
    root = math.sqrt(half * half - (fx * fx + fy * fy - r * r))
    options = [(a[0] + d[0] * s, a[1] + d[1] * s) for s in (-half - root, -half + root)]
    return min(options, key=lambda o: math.dist(o, near))


def polygon_area(points):
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(points, points[1:] + points[:1])) / 2


def contains(points, p):
    inside = False
    for a, b in zip(points, points[1:] + points[:1]):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            inside = not inside
    return inside


class Plan:
    """The walls of one floor, built from its rooms."""

    def __init__(self, rooms, columns, thickness):
        self.rooms, self.columns, self.jogs = rooms, columns, []
        self._build(thickness)
        self._corners()
        for room in rooms:
            room.faces = [self._net(room, ring) for ring in room.rings]

    def _build(self, thickness):
        vertices = {v[:2] for room in self.rooms for ring in room.rings for v in ring}
        found = {}
        self.ring_walls = {}
        for room in self.rooms:
            for number, ring in enumerate(room.rings):
                walls = []
                for v, w in zip(ring, ring[1:] + ring[:1]):
                    arc = v[2] if len(v) > 2 else None
                    chain = [v[:2], w[:2]] if arc else self._split(v[:2], w[:2], vertices)
                    for a, b in zip(chain, chain[1:]):
                        walls.append(self._claim(found, a, b, arc, room))
                self.ring_walls[room.key, number] = walls
        self.walls = list(found.values())
        for wall in self.walls:
            wall.thickness = thickness(wall)

    @staticmethod
    def _split(a, b, vertices):
        inner = []
        for v in vertices:
            if (b[0] - a[0]) * (v[1] - a[1]) == (b[1] - a[1]) * (v[0] - a[0]):
                along = (v[0] - a[0]) * (b[0] - a[0]) + (v[1] - a[1]) * (b[1] - a[1])
                if 0 < along < (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2:
                    inner.append((along, v))
        return [a] + [v for _, v in sorted(inner)] + [b]

    @staticmethod
    def _claim(found, a, b, arc, room):
        key = (min(a, b), max(a, b), arc[:2] if arc else None)
        forward = a < b
        wall = found.get(key)
        if wall is None:
            turned = (arc[0], arc[1], arc[2] if forward else not arc[2]) if arc else None
            wall = found[key] = Wall(min(a, b), max(a, b), turned)
        side = "left" if forward else "right"
        if getattr(wall, side) is not None:
            raise ValueError(f"{room.key} and {getattr(wall, side).key} both claim one side of {a}-{b}")
        setattr(wall, side, room)
        return wall, forward

    def _corners(self):
        at = {}
        for wall in self.walls:
            at.setdefault(wall.a, []).append((wall, "a"))
            at.setdefault(wall.b, []).append((wall, "b"))
        for vertex, ends in at.items():
            if len(ends) < 2:
                raise ValueError(f"a wall ends free at {vertex}")
            ends.sort(key=lambda e: _angle(_leaving(*e)))
            for this, following in zip(ends, ends[1:] + ends[:1]):
                p, q = _carrier(*this, +1), _carrier(*following, -1)
                point = _meet(p, q, vertex)
                if point is not None and math.dist(point, vertex) > 1500:
                    raise ValueError(f"the corner at {vertex} is too sharp")
                first, second = (point, point) if point else (p[1], q[1])
                if point is None and math.dist(first, second) > 0.01:
                    self.jogs.append((first, second))
                self._store(this, +1, first)
                self._store(following, -1, second)

    @staticmethod
    def _store(end, side, point):
        wall, name = end
        wall.corners[name, side if name == "a" else -side] = point

    def face(self, wall, side):
        return wall.corners["a", side], wall.corners["b", side]

    def _net(self, room, ring):
        points = []
        for wall, forward in self.ring_walls[room.key, room.rings.index(ring)]:
            p, q = self.face(wall, +1 if forward else -1)
            p, q = (p, q) if forward else (q, p)
            points.append(p)
            if wall.arc:
                points += sample_arc(wall, p, q, forward)
            points.append(q)
        clean = [p for p, before in zip(points, points[-1:] + points[:-1]) if math.dist(p, before) > 0.01]
        return clean

    def area(self, room):
        """Net area in mm2: holes count negative by their direction."""
        return sum(polygon_area(ring) for ring in room.faces)

    def inside(self, room, point):
        return contains(room.faces[0], point) and not any(contains(hole, point) for hole in room.faces[1:])

    def between(self, first, second):
        """Straight walls between two rooms (second None: outside)."""
        return [w for w in self.walls if {w.left, w.right} == {first, second}]

    def free(self, wall, clearance=60, gap=200):
        """Intervals along a straight wall that no junction, column or opening touches."""
        d = wall.direction()
        along = lambda p: (p[0] - wall.a[0]) * d[0] + (p[1] - wall.a[1]) * d[1]
        off = lambda p: (p[1] - wall.a[1]) * d[0] - (p[0] - wall.a[0]) * d[1]
        low = max(along(wall.corners["a", s]) for s in (1, -1)) + clearance
        high = min(along(wall.corners["b", s]) for s in (1, -1)) - clearance
        blocked = [(o.s - o.width / 2 - gap, o.s + o.width / 2 + gap) for o in wall.openings]
        for column in self.columns:
            offs = [off(p) for p in column]
            if max(offs) > -wall.thickness / 2 + 1 and min(offs) < wall.thickness / 2 - 1:
                ss = [along(p) for p in column]
                blocked.append((min(ss) - 30, max(ss) + 30))
        spans, start = [], low
        for b0, b1 in sorted(blocked):
            if b0 > start:
                spans.append((start, min(b0, high)))
            start = max(start, b1)
        spans.append((start, high))
        return [(s0, s1) for s0, s1 in spans if s1 - s0 > 1]

    def segments(self):
        """The face lines of all walls: straight pieces (merged where they run on) and arc pieces."""
        straight, arcs = list(self.jogs), []
        for wall in self.walls:
            for side in (1, -1):
                p, q = self.face(wall, side)
                (arcs if wall.arc else straight).extend(_cut(wall, side, p, q))
            straight += jambs(wall)
        return _merge(straight), arcs


def sample_arc(wall, p, q, forward, step=math.radians(0.5)):
    cx, cy, ccw = wall.arc
    ccw = ccw if forward else not ccw
    r = math.dist((cx, cy), p)
    start, end = _angle((p[0] - cx, p[1] - cy)), _angle((q[0] - cx, q[1] - cy))
    sweep = (end - start) % (2 * math.pi) if ccw else -((start - end) % (2 * math.pi))
    n = max(2, int(abs(sweep) / step))
    return [(cx + r * math.cos(start + sweep * i / n), cy + r * math.sin(start + sweep * i / n)) for i in range(1, n)]


def _cut(wall, side, p, q):
    if wall.arc:
        cx, cy, ccw = wall.arc
        p, q = (p, q) if ccw else (q, p)
        r = math.dist((cx, cy), p)
        start = math.degrees(_angle((p[0] - cx, p[1] - cy)))
        end = start + (math.degrees(_angle((q[0] - cx, q[1] - cy))) - start) % 360
        centre = math.dist((cx, cy), wall.a)
        pieces = []
        for o in sorted(wall.openings, key=lambda o: (o.s - start) % 360):
            half, middle = math.degrees(o.width / 2 / centre), start + (o.s - start) % 360
            pieces.append(((cx, cy), r, start, middle - half))
            start = middle + half
        return pieces + [((cx, cy), r, start, end)]
    d = wall.direction()
    along = lambda x: (x[0] - wall.a[0]) * d[0] + (x[1] - wall.a[1]) * d[1]
    pieces, start, t = [], p, wall.thickness / 2 * side
    for o in sorted(wall.openings, key=lambda o: o.s):
        if not along(p) < o.s - o.width / 2 < o.s + o.width / 2 < along(q):
            raise ValueError(f"opening {o.label} of {[r.key for r in wall.rooms()]} runs over a junction")
        pieces.append((start, wall.at(o.s - o.width / 2, t)))
        start = wall.at(o.s + o.width / 2, t)
    return pieces + [(start, q)]


def jambs(wall):
    lines = []
    for o in wall.openings:
        if wall.arc:
            cx, cy, _ = wall.arc
            r = math.dist((cx, cy), wall.a)
            for angle in (o.s - math.degrees(o.width / 2 / r), o.s + math.degrees(o.width / 2 / r)):
                c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
                lines.append(tuple((cx + c * k, cy + s * k) for k in (r - wall.thickness / 2, r + wall.thickness / 2)))
        else:
            for s in (o.s - o.width / 2, o.s + o.width / 2):
                lines.append((wall.at(s, wall.thickness / 2), wall.at(s, -wall.thickness / 2)))
    return lines


def _merge(segments):
    groups = {}
    for p, q in segments:
        length = math.dist(p, q)
        if length < 0.5:
            continue
        d = ((q[0] - p[0]) / length, (q[1] - p[1]) / length)
        if d[0] < -1e-9 or (abs(d[0]) <= 1e-9 and d[1] < 0):
            d, p, q = (-d[0], -d[1]), q, p
        key = (round(d[0], 6) + 0.0, round(d[1], 6) + 0.0, round(p[1] * d[0] - p[0] * d[1], 1) + 0.0)
        groups.setdefault(key, []).append((p[0] * d[0] + p[1] * d[1], q[0] * d[0] + q[1] * d[1], p, q))
    merged = []
    for pieces in groups.values():
        pieces.sort(key=lambda s: s[:2])
        low, high, p, q = pieces[0]
        for a, b, r, s in pieces[1:]:
            if a <= high + 0.05:
                if b > high:
                    high, q = b, s
            else:
                merged.append((p, q))
                high, p, q = b, r, s
        merged.append((p, q))
    return merged
