# SPDX-License-Identifier: GPL-3.0-or-later
"""Where exactly do doors and windows sit? Turns a floor's wishes into openings that miss junctions and columns."""

import math

from .walls import Opening

COMPASS = {"north": (0, 1), "south": (0, -1), "east": (1, 0), "west": (-1, 0), "roofW": (-0.3, -1), "roofE": (0.3, -1)}
BLIND = {"lift", "air_shaft", "water_shaft", "void", "elv_room", "power_room"}


def number(kind, width, height):
    if kind in ("DT", "MQ", "FC"):
        return {"DT": "", "MQ": "MQ1", "FC": "FC甲"}[kind]
    return f"{kind}{round(width / 100):02d}{round(height / 100):02d}"


def place_doors(floor):
    plan = floor.plan
    for wish in floor.doors:
        room, other = floor.rooms[wish.room], floor.rooms[wish.to] if wish.to else None
        walls = plan.between(room, other)
        if not walls:
            raise ValueError(f"{floor.label}: no wall between {wish.room} and {wish.to or 'outside'}")
        room.doors += 1
        if other:
            other.doors += 1
        into = other if wish.out else room
        label = number(wish.kind, wish.width, wish.height)
        if any(w.arc for w in walls) and isinstance(wish.at, float) and wish.at > 1:
            wall = next(w for w in walls if w.arc)
            wall.openings.append(Opening(wall, wish.at, wish.width, wish.kind, label, into, True))
            continue
        wall = _choose(walls, wish.wall)
        s = _position(plan, wall, room, wish)
        if s is None:
            raise ValueError(
                f"{floor.label}: no place for a {wish.width} door between {wish.room} and {wish.to or 'outside'}"
            )
        wall.openings.append(Opening(wall, s, wish.width, wish.kind, label, into, s < wall.length() / 2))


def _choose(walls, which):
    if isinstance(which, int):
        return sorted(walls, key=lambda w: (w.a, w.b))[which]
    if isinstance(which, str):
        c = COMPASS[which]
        return max(walls, key=lambda w: (w.a[0] + w.b[0]) * c[0] + (w.a[1] + w.b[1]) * c[1])
    return max(walls, key=lambda w: w.length())


def _forward(wall, room):
    """True when the wall runs the way the room's frame counts."""
    if room.frame is None:
        return True
    d = wall.direction()
    along_u = d[0] * room.frame.u[0] + d[1] * room.frame.u[1]
    along_v = d[0] * room.frame.v[0] + d[1] * room.frame.v[1]
    return (along_u if abs(along_u) > 0.5 else along_v) > 0


def _position(plan, wall, room, wish):
    length = wall.length()
    share = {"start": 0.0, "end": 1.0, "mid": 0.5}.get(wish.at, wish.at)
    wanted = length * (share if _forward(wall, room) else 1 - share)
    options = []
    for s0, s1 in plan.free(wall, clearance=0 if wish.kind == "DT" else 20 if wish.width < 800 else 60):
        low, high = s0 + wish.width / 2, s1 - wish.width / 2
        if low <= high:
            options.append(min(max(wanted, low), high))
    return round(min(options, key=lambda s: abs(s - wanted))) if options else None


def place_windows(floor):
    plan = floor.plan
    for wall in plan.walls:
        rooms = wall.rooms()
        if wall.arc:
            continue
        if len(rooms) == 1:
            _exterior(plan, wall, rooms[0])
        elif {"void"} & {r.use for r in rooms} and {"corridor", "hall"} & {r.use for r in rooms}:
            for s0, s1 in plan.free(wall, 100):
                if s1 - s0 > 900:
                    _window(wall, (s0 + s1) / 2, s1 - s0 - 100, "FC", 2700)


def _exterior(plan, wall, room):
    if not room.windows or room.use in BLIND and room.sill != "MQ":
        return
    glass = room.sill == "MQ"
    for s0, s1 in plan.free(wall, 150 if not glass else 60):
        span = s1 - s0
        if room.use in ("stair", "stair_lobby", "cleaner") or room.use == "corridor" and not glass:
            width = min(1500, math.floor((span - 200) / 300) * 300)
            if width >= 600:
                _window(wall, (s0 + s1) / 2, width, "C", 1500)
        elif room.use == "wc":
            parts = 2 if span > 4200 else 1
            for i in range(parts):
                width = min(1200, math.floor((span / parts - 300) / 300) * 300)
                if width >= 600:
                    _window(wall, s0 + span * (i + 0.5) / parts, width, "GC", 900)
        elif glass:
            parts = max(1, math.ceil(span / 6000))
            if span / parts >= 700:
                for i in range(parts):
                    _window(wall, s0 + span * (i + 0.5) / parts, math.floor((span / parts - 100) / 50) * 50, "MQ", 2700)
        else:
            parts = max(1, math.ceil(span / 4300))
            width = min(3000, math.floor((span / parts - 400) / 300) * 300)
            if width >= 600:
                for i in range(parts):
                    _window(wall, s0 + span * (i + 0.5) / parts, width, "C", 2100)


def _window(wall, s, width, kind, height):
    wall.openings.append(Opening(wall, round(s), width, kind, number(kind, width, height)))
