# SPDX-License-Identifier: GPL-3.0-or-later
"""Which blocks and layers does a plan use? The names and habits of Tangent (天正), drawn afresh.

Door, window and lift blocks are unit blocks (1 wide), inserted scaled, rotated and mirrored into the gap of a wall;
furniture and sanitary blocks have real sizes. Everything inside a block lies on layer 0.
"""

import math

LAYERS = {  # name: (colour, linetype)
    "WALL": (9, "CONTINUOUS"),
    "COLUMN": (9, "CONTINUOUS"),
    "PUB_HATCH": (8, "CONTINUOUS"),
    "WINDOW": (4, "CONTINUOUS"),
    "DOOR_FIRE": (30, "CONTINUOUS"),
    "WINDOW_TEXT": (7, "CONTINUOUS"),
    "DOOR_FIRE_TEXT": (7, "CONTINUOUS"),
    "STAIR": (2, "CONTINUOUS"),
    "AXIS": (3, "CONTINUOUS"),
    "AXIS_TEXT": (7, "CONTINUOUS"),
    "DOTE": (1, "DOTE"),
    "PUB_TEXT": (7, "CONTINUOUS"),
    "PUB_DIM": (3, "CONTINUOUS"),
    "SPACE": (7, "CONTINUOUS"),
    "LVTRY": (6, "CONTINUOUS"),
    "EVTR": (140, "CONTINUOUS"),
    "FURNITURE": (8, "CONTINUOUS"),
    "PUB_TITLE": (4, "CONTINUOUS"),
    "DIM_SYMB": (3, "CONTINUOUS"),
    "DIM_ELEV": (3, "CONTINUOUS"),
    "ROOF": (8, "CONTINUOUS"),
    "HANDRAIL": (2, "CONTINUOUS"),
    "GROUND": (8, "CONTINUOUS"),
    "PARKING": (2, "CONTINUOUS"),
    "DOTE_OTHER": (8, "DASH"),
    "SURFACE": (253, "CONTINUOUS"),
    "Defpoints": (7, "CONTINUOUS"),
}

SINGLE, DOUBLE, NESTED = "$DorLib2D$00000001", "$DorLib2D$00000002", "$DorLib2D$00000012"
SLIDING, SHUTTER = "$DorLib2D$00000116", "$DorLib2D$00000126"
WINDOW, GLASS = "$WINLIB2D$00000001", "$WINLIB2D$00000039"


def opening_look(kind, width):
    """(block, layer, text layer, scale across the wall: "width" or "wall")."""
    if kind in ("C", "GC", "BY"):
        return WINDOW, "WINDOW", "WINDOW_TEXT", "wall"
    if kind in ("MQ", "FC"):
        return GLASS, "WINDOW", "WINDOW_TEXT", "wall"
    if kind == "DT":
        return SLIDING, "EVTR", None, "wall"
    if kind == "JLM":
        return SHUTTER, "DOOR_FIRE", "DOOR_FIRE_TEXT", "wall"
    if kind.startswith("FM"):
        return (NESTED if width >= 1200 else SINGLE), "DOOR_FIRE", "DOOR_FIRE_TEXT", "width"
    return (DOUBLE if width >= 1200 else SINGLE), "WINDOW", "WINDOW_TEXT", "width"


def _doors(d):
    b = d.block(SINGLE)
    b.line("0", (-0.5, 0), (-0.5, 1))
    b.line("0", (-0.46, 0), (-0.46, 1))
    b.line("0", (-0.5, 1), (-0.46, 1))
    b.arc("0", (-0.5, 0), 1, 0, 90)
    b = d.block(DOUBLE)
    for s in (-1, 1):
        b.line("0", (0.5 * s, 0), (0.5 * s, 0.5))
        b.line("0", (0.47 * s, 0), (0.47 * s, 0.5))
        b.line("0", (0.5 * s, 0.5), (0.47 * s, 0.5))
    b.arc("0", (-0.5, 0), 0.5, 0, 90)
    b.arc("0", (0.5, 0), 0.5, 90, 180)
    b = d.block(NESTED)  # two leaves, the second one the first mirrored
    b.insert("0", SINGLE, (-0.25, 0), (0.5, 0.5))
    b.insert("0", SINGLE, (0.25, 0), (-0.5, 0.5))
    b = d.block(SLIDING)
    for y in (-0.5, -0.2, 0.2):
        b.line("0", (-0.5, y), (0.5, y))
    b.line("0", (0, -0.5), (0, -0.2))
    b = d.block(SHUTTER)
    for y in (-0.25, 0.25):
        for i in range(10):
            b.line("0", (-0.5 + i * 0.1, y), (-0.5 + i * 0.1 + 0.06, y))
    b.line("0", (-0.5, -0.25), (-0.5, 0.25))
    b.line("0", (0.5, -0.25), (0.5, 0.25))


def _windows(d):
    b = d.block(WINDOW)
    for y in (-0.5, -1 / 6, 1 / 6, 0.5):
        b.line("0", (-0.5, y), (0.5, y))
    b = d.block(GLASS)
    for y in (-0.5, -0.1, 0.1, 0.5):
        b.line("0", (-0.5, y), (0.5, y))
    for x in (-1 / 6, 1 / 6):
        b.line("0", (x, -0.1), (x, 0.1))


def _furniture(d):
    b = d.block("办公桌椅")
    b.box("0", -700, -350, 700, 350)
    b.box("0", -225, -850, 225, -450)
    b.arc("0", (0, -850), 225, 180, 360)
    b.box("0", -250, 60, 250, 140)
    b = d.block("班台")
    b.polyline("0", [(-1100, -450), (1100, -450), (1100, 450), (-1100, 450)], True, [0, 0, -0.12, 0])
    b.box("0", 600, -1500, 1100, -450)
    b.box("0", -300, -1050, 300, -560)
    b.arc("0", (0, -1050), 300, 180, 360)
    b = d.block("文件柜")
    b.box("0", -450, -200, 450, 200)
    b.line("0", (-450, -200), (450, 200))
    b = d.block("会议椅")
    b.box("0", -225, -200, 225, 200)
    b.arc("0", (0, -200), 225, 180, 360)
    b = d.block("三人沙发")
    b.box("0", -1050, -425, 1050, 425)
    b.box("0", -900, -425, 900, 200)
    b.line("0", (-300, -425), (-300, 200))
    b.line("0", (300, -425), (300, 200))
    b = d.block("单人沙发")
    b.box("0", -425, -425, 425, 425)
    b.box("0", -275, -425, 275, 225)
    b = d.block("茶几")
    b.box("0", -500, -300, 500, 300)
    b.ellipse("0", (0, 0), (200, 0), 0.6)
    b = d.block("单人床")
    b.box("0", -500, -1000, 500, 1000)
    b.box("0", -350, 600, 350, 900)
    b.line("0", (-500, 450), (500, 450))
    b = d.block("听众席")
    b.box("0", -275, -225, 275, 225)
    b.line("0", (-275, -140), (275, -140))
    b = d.block("机柜")
    b.box("0", -300, -600, 300, 600)
    b.line("0", (-300, 480), (300, 480))
    b.line("0", (-300, -600), (300, 480))
    b = d.block("UPS柜")
    b.box("0", -400, -450, 400, 450)
    b.line("0", (-400, -450), (400, 450))
    b.line("0", (-400, 450), (400, -450))
    b = d.block("配电柜")
    b.box("0", -400, -500, 400, 500)
    b.line("0", (-400, 350), (400, 350))
    b = d.block("变压器")
    b.box("0", -1100, -800, 1100, 800)
    b.circle("0", (-280, 0), 420)
    b.circle("0", (280, 0), 420)
    b = d.block("水泵")
    b.box("0", -600, -350, 600, 350)
    b.circle("0", (-250, 0), 250)
    b.box("0", 50, -180, 550, 180)
    b = d.block("风机")
    b.box("0", -900, -600, 900, 600)
    b.circle("0", (0, 0), 480)
    b.line("0", (-340, -340), (340, 340))
    b.line("0", (-340, 340), (340, -340))
    b = d.block("盆栽")
    b.circle("0", (0, 0), 350)
    for i in range(8):
        c, s = math.cos(i * math.pi / 4), math.sin(i * math.pi / 4)
        b.line("0", (80 * c, 80 * s), (330 * c, 330 * s))
    b = d.block("密集架")
    b.box("0", -225, -1800, 225, 1800)
    b.line("0", (0, -1800), (0, 1800))
    b = d.block("小汽车")
    b.spline(
        "0",
        [
            (-850, -2300),
            (-980, -1700),
            (-900, 0),
            (-950, 1500),
            (-700, 2350),
            (0, 2420),
            (700, 2350),
            (950, 1500),
            (900, 0),
            (980, -1700),
            (850, -2300),
        ],
    )
    b.line("0", (-850, -2300), (850, -2300))
    b.polyline("0", [(-700, 1000), (-550, 350), (550, 350), (700, 1000)], True, [0, 0, 0, 0.15])
    b.polyline("0", [(-650, -1900), (-520, -1400), (520, -1400), (650, -1900)], True)
    b = d.block("电梯轿厢")  # unit: hoistway 1 x 1
    b.box("0", -0.4, -0.22, 0.4, 0.42)
    b.line("0", (-0.4, -0.22), (0.4, 0.42))
    b.line("0", (-0.4, 0.42), (0.4, -0.22))
    b.box("0", -0.3, -0.42, 0.3, -0.32)


def _sanitary(d):
    b = d.block("$lvtry$00000205")  # water closet, its back on y = 0
    b.box("0", -230, 0, 230, 180)
    b.ellipse("0", (0, 420), (0, 250), 0.76)
    b.ellipse("0", (0, 430), (0, 170), 0.7)
    b = d.block("$lvtry$00000221")  # urinal
    b.polyline("0", [(-190, 0), (190, 0), (190, 180), (-190, 180)], True, [0, 0, 0.6, 0])
    b.circle("0", (0, 120), 35)
    b = d.block("$lvtry$00000191")  # basin
    b.ellipse("0", (0, 290), (260, 0), 0.72)
    b.circle("0", (0, 290), 25)
    b.line("0", (0, 60), (0, 200))
    b = d.block("$lvtry$00000196")  # mop sink
    b.box("0", -300, 0, 300, 500)
    b.box("0", -240, 60, 240, 440)
    b.circle("0", (0, 250), 40)
    b = d.block("卫生间洁具")  # a whole washroom core, x away from the corridor, y along it
    for x in (2400, 3150, 3900, 4650):
        b.insert("0", "$lvtry$00000221", (x, 60))
        b.line("0", (x + 375, 60), (x + 375, 460))
    for i in range(4):
        x = 3300 + 950 * i
        b.insert("0", "$lvtry$00000205", (x + 475, 3540), (1, 1), 180)
        _cubicle(b, x, 3540, -1)
    b.line("0", (3300, 3540), (3300, 2240))
    b.box("0", 1250, 2960, 2950, 3540)
    for x in (1680, 2520):
        b.insert("0", "$lvtry$00000191", (x, 3540), (1, 1), 180)
    for i in range(5):
        x = 2300 + 950 * i
        b.insert("0", "$lvtry$00000205", (x + 475, 3660))
        _cubicle(b, x, 3660, 1)
    b.line("0", (2300, 3660), (2300, 4960))
    for i in range(2):
        x = 4600 + 950 * i
        b.insert("0", "$lvtry$00000205", (x + 475, 7080), (1, 1), 180)
        _cubicle(b, x, 7080, -1)
    b.line("0", (4600, 7080), (4600, 5780))
    b.box("0", 2500, 6500, 4200, 7080)
    for x in (2930, 3770):
        b.insert("0", "$lvtry$00000191", (x, 7080), (1, 1), 180)
    b.insert("0", "$lvtry$00000196", (900, 60))
    b.insert("0", "$lvtry$00000205", (1700, 7080), (1, 1), 180)
    b.insert("0", "$lvtry$00000191", (2140, 5560), (1, 1), 90)


def _cubicle(b, x, wall, up):
    """Partition and leaf of one toilet cubicle whose toilet stands against y = wall."""
    front = wall + up * 1300
    b.line("0", (x + 950, wall), (x + 950, front))
    b.line("0", (x, front), (x + 175, front))
    b.line("0", (x + 775, front), (x + 950, front))
    b.line("0", (x + 175, front), (x + 175 + 424, front - up * 424))
    b.arc("0", (x + 175, front), 600, 315 if up > 0 else 0, 360 if up > 0 else 45)


def _annotation(d):
    b = d.block("_AXISO")
    b.circle("0", (0, 0), 0.5)
    b.attdef("0", "A", (0, 0), 0.5)
    b = d.block("_ArchTick")
    b.polyline("0", [(-0.5, -0.5), (0.5, 0.5)])
    b = d.block("指北针")
    b.circle("0", (0, 0), 1200)
    b.polyline("0", [(0, 1200), (-150, -1180), (0, -900), (150, -1180)], True)
    b.solid("0", [(0, 1200), (-150, -1180), (0, -900)])
    b.text("0", (0, 1700), 500, "北")
    b = d.block("标高")
    b.polyline("0", [(1200, 300), (-300, 300), (0, 0), (300, 300)])
    b.line("0", (-300, 0), (300, 0))


def define(drawing):
    for name, (colour, linetype) in LAYERS.items():
        drawing.declare(name, colour, linetype)
    _doors(drawing)
    _windows(drawing)
    _furniture(drawing)
    _sanitary(drawing)
    _annotation(drawing)
