# SPDX-License-Identifier: GPL-3.0-or-later
"""How does a drawing become an ASCII DXF file that AutoCAD, ezdxf and dxflib all read?

Only what an architect's plan needs: lines, arcs, polylines, blocks with attributes, texts, solid hatches and
dimensions with their picture blocks. Written with handles, owners and subclass markers (R2000 and later).
Coordinates are millimetres; `origin` is added to everything that lies in model space.
"""

from dataclasses import dataclass, field
import math

WIDE = "AC1021"  # from here on (R2007) text is UTF-8, before it is in the declared code page


@dataclass
class Entity:
    kind: str
    layer: str
    groups: list
    children: list = field(default_factory=list)


class Canvas:
    """A list of entities: model space or the inside of a block."""

    def __init__(self, drawing, moved):
        self.drawing, self.moved, self.entities = drawing, moved, []

    def _at(self, point):
        if self.moved:
            return point[0] + self.drawing.origin[0], point[1] + self.drawing.origin[1]
        return point

    def _xyz(self, code, point):
        x, y = self._at(point)
        return [(code, float(x)), (code + 10, float(y)), (code + 20, 0.0)]

    def add(self, kind, layer, groups, children=()):
        self.drawing.use_layer(layer)
        entity = Entity(kind, layer, groups, list(children))
        self.entities.append(entity)
        return entity

    def line(self, layer, a, b):
        self.add("LINE", layer, [(100, "AcDbLine")] + self._xyz(10, a) + self._xyz(11, b))

    def circle(self, layer, centre, radius):
        self.add("CIRCLE", layer, [(100, "AcDbCircle")] + self._xyz(10, centre) + [(40, float(radius))])

    def arc(self, layer, centre, radius, start, end):
        self.add(
            "ARC",
            layer,
            [(100, "AcDbCircle")]
            + self._xyz(10, centre)
            + [(40, float(radius)), (100, "AcDbArc"), (50, float(start) % 360), (51, float(end) % 360)],
        )

    def ellipse(self, layer, centre, major, ratio):
        self.add(
            "ELLIPSE",
            layer,
            [(100, "AcDbEllipse")]
            + self._xyz(10, centre)
            + [
                (11, float(major[0])),
                (21, float(major[1])),
                (31, 0.0),
                (210, 0.0),
                (220, 0.0),
                (230, 1.0),
                (40, float(ratio)),
                (41, 0.0),
                (42, 2 * math.pi),
            ],
        )

    def spline(self, layer, control):
        n = len(control)
        knots = [0.0] * 4 + [float(i) for i in range(1, n - 3)] + [float(n - 3)] * 4
        groups = [(100, "AcDbSpline"), (70, 8), (71, 3), (72, len(knots)), (73, n), (74, 0)]
        groups += [(40, k) for k in knots]
        for point in control:
            groups += self._xyz(10, point)
        self.add("SPLINE", layer, groups)

    def polyline(self, layer, points, closed=False, bulges=None):
        """A light polyline, or the old POLYLINE with vertices where the drawing says so."""
        bulges = bulges or [0.0] * len(points)
        if self.drawing.old_polylines:
            children = []
            for point, bulge in zip(points, bulges):
                groups = [(100, "AcDbVertex"), (100, "AcDb2dVertex")] + self._xyz(10, point)
                children.append(Entity("VERTEX", layer, groups + ([(42, bulge)] if bulge else []) + [(70, 0)]))
            self.add(
                "POLYLINE",
                layer,
                [(100, "AcDb2dPolyline"), (66, 1), (10, 0.0), (20, 0.0), (30, 0.0), (70, int(closed))],
                children,
            )
            return
        groups = [(100, "AcDbPolyline"), (90, len(points)), (70, int(closed)), (43, 0.0)]
        for point, bulge in zip(points, bulges):
            x, y = self._at(point)
            groups += [(10, float(x)), (20, float(y))] + ([(42, bulge)] if bulge else [])
        self.add("LWPOLYLINE", layer, groups)

    def box(self, layer, x0, y0, x1, y1):
        self.polyline(layer, [(x0, y0), (x1, y0), (x1, y1), (x0, y1)], closed=True)

    def solid(self, layer, points):
        groups = [
            (100, "AcDbHatch"),
            (10, 0.0),
            (20, 0.0),
            (30, 0.0),
            (210, 0.0),
            (220, 0.0),
            (230, 1.0),
            (2, "SOLID"),
            (70, 1),
            (71, 0),
            (91, 1),
            (92, 3),
            (72, 0),
            (73, 1),
            (93, len(points)),
        ]
        for point in points:
            x, y = self._at(point)
            groups += [(10, float(x)), (20, float(y))]
        self.add("HATCH", layer, groups + [(97, 0), (75, 0), (76, 1), (98, 1), (10, 0.0), (20, 0.0)])

    def _text_groups(self, point, height, text, rotation, align, style):
        horizontal = {"left": 0, "centre": 1, "right": 2}[align]
        groups = [(100, "AcDbText")] + self._xyz(10, point) + [(40, float(height)), (1, text)]
        groups += [(50, float(rotation))] if rotation else []
        groups += [(41, self.drawing.text_width), (7, style), (72, horizontal)] + self._xyz(11, point)
        return groups

    def text(self, layer, point, height, text, rotation=0.0, align="centre", style="_TCH_DIM", middle=True):
        groups = self._text_groups(point, height, text, rotation, align, style)
        if align == "left":  # the insertion point must be the real lower left corner
            groups = [g for g in groups if g[0] not in (11, 21, 31)]
        self.add("TEXT", layer, groups + [(100, "AcDbText")] + ([(73, 2)] if middle and align != "left" else []))

    def mtext(self, layer, point, height, text, width=0.0, style="_TCH_DIM"):
        self.add(
            "MTEXT",
            layer,
            [(100, "AcDbMText")]
            + self._xyz(10, point)
            + [(40, float(height)), (41, float(width)), (71, 5), (72, 1), (1, text), (7, style)],
        )

    def insert(
        self,
        layer,
        block,
        point,
        scale=(1.0, 1.0),
        rotation=0.0,
        attribs=(),
        columns=1,
        rows=1,
        column_gap=0.0,
        row_gap=0.0,
    ):
        array = columns > 1 or rows > 1
        groups = [(100, "AcDbMInsertBlock" if array else "AcDbBlockReference")]
        groups += ([(66, 1)] if attribs else []) + [(2, self.drawing.block_name(block))] + self._xyz(10, point)
        groups += [(41, float(scale[0])), (42, float(scale[1])), (43, abs(float(scale[0])))]
        groups += [(50, float(rotation) % 360)] if rotation % 360 else []
        if array:
            groups += [(70, columns), (71, rows), (44, float(column_gap)), (45, float(row_gap))]
        children = []
        for tag, text, where, height in attribs:
            g = self._text_groups(where, height, text, 0.0, "centre", "_TCH_AXIS")
            children.append(Entity("ATTRIB", layer, g + [(100, "AcDbAttribute"), (2, tag), (70, 0), (74, 2)]))
        self.add("INSERT", layer, groups, children)

    def attdef(self, layer, tag, point, height):
        groups = self._text_groups(point, height, "", 0.0, "centre", "_TCH_AXIS")
        self.add("ATTDEF", layer, groups + [(100, "AcDbAttributeDefinition"), (3, ""), (2, tag), (70, 0), (74, 2)])

    def dimension(self, layer, a, b, offset, style="_TCH_ARCH", height=250):
        """An aligned dimension of a-b, its line `offset` to the left of a->b, with its picture block."""
        length = math.dist(a, b)
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        nx, ny = -uy, ux
        p, q = (a[0] + nx * offset, a[1] + ny * offset), (b[0] + nx * offset, b[1] + ny * offset)
        rotation = math.degrees(math.atan2(uy, ux))
        if rotation > 90.01 or rotation <= -89.99:
            rotation += 180
        up = (-math.sin(math.radians(rotation)), math.cos(math.radians(rotation)))
        middle = ((p[0] + q[0]) / 2 + up[0] * height * 0.75, (p[1] + q[1]) / 2 + up[1] * height * 0.75)
        picture = self.drawing.anonymous_block()
        stub = 300 if abs(offset) > 400 else 100
        sign = 1 if offset > 0 else -1
        for end in (p, q):
            picture.line(
                layer,
                (end[0] - nx * stub * sign, end[1] - ny * stub * sign),
                (end[0] + nx * 150 * sign, end[1] + ny * 150 * sign),
            )
            picture.insert(layer, "_ArchTick", end, (125, 125), rotation)
        picture.line(layer, p, q)
        picture.text(layer, middle, height, f"{length:.0f}", rotation)
        self.add(
            "DIMENSION",
            layer,
            [(100, "AcDbDimension"), (2, picture.name)]
            + self._xyz(10, q)
            + self._xyz(11, middle)
            + [(70, 33), (71, 5), (42, length), (3, style), (100, "AcDbAlignedDimension")]
            + self._xyz(13, a)
            + self._xyz(14, b),
        )


class Block(Canvas):
    def __init__(self, drawing, name, moved=False):
        super().__init__(drawing, moved)
        self.name = name


class Drawing(Canvas):
    """One DXF file. `prefix` gives every layer and block the name a bound xref leaves; `escape` writes \\U+XXXX."""

    def __init__(self, version, codepage, insunits, prefix="", escape=False, newline="\r\n", old_polylines=False):
        super().__init__(self, True)
        self.version, self.codepage, self.insunits = version, codepage, insunits
        self.prefix, self.escape, self.newline, self.old_polylines = prefix, escape, newline, old_polylines
        self.origin, self.text_width = (0, 0), 0.8
        self.host_layers = {"0", "Defpoints"}  # layers that never carry the prefix
        self.layers, self.blocks, self.hidden = {"0": (7, "CONTINUOUS")}, {}, {}
        self.known_layers = {}
        self.extent = (0.0, 0.0, 420.0, 297.0)

    def declare(self, name, colour, linetype="CONTINUOUS", state=None):
        """A layer's look; `state` is None, "off" or "frozen"."""
        self.known_layers[name] = (colour, linetype)
        if state:
            self.hidden[name] = state

    def use_layer(self, name):
        self.layers.setdefault(name, self.known_layers.get(name, (7, "CONTINUOUS")))

    def layer_name(self, name):
        return name if name in self.host_layers else self.prefix + name

    def block_name(self, name):
        return name if name.startswith(("*", "_")) else self.prefix + name

    def block(self, name):
        block = Block(self, name)
        self.blocks[name] = block
        return block

    def anonymous_block(self):
        name = f"*D{sum(1 for b in self.blocks if b.startswith('*D')) + 1}"
        block = Block(self, name, moved=True)
        self.blocks[name] = block
        return block

    # ---- writing -------------------------------------------------------------------------------------------

    def _encode(self, text):
        if self.escape:
            text = "".join(c if ord(c) < 128 else f"\\U+{ord(c):04X}" for c in text)
        return text.encode("utf-8" if self.version >= WIDE else "gbk")

    def _put(self, code, value):
        if isinstance(value, float):
            value = f"{value:.6f}".rstrip("0")
            value = value + "0" if value.endswith(".") else value
            value = "0.0" if value == "-0.0" else value
        elif isinstance(value, int):
            value = f"{value:6d}" if 60 <= code <= 99 else str(value)
        self.out.append(self._encode(f"{code:3d}{self.newline}{value}{self.newline}"))

    def _many(self, groups):
        for code, value in groups:
            self._put(code, value)

    def _handle(self):
        self.next_handle += 1
        return f"{self.next_handle:X}"

    def _entity(self, entity, owner, paper=False):
        handle = self._handle()
        self._many([(0, entity.kind), (5, handle), (330, owner), (100, "AcDbEntity")])
        if paper:
            self._put(67, 1)
        self._many([(8, self.layer_name(entity.layer))] + entity.groups)
        for child in entity.children:
            self._many(
                [
                    (0, child.kind),
                    (5, self._handle()),
                    (330, handle),
                    (100, "AcDbEntity"),
                    (8, self.layer_name(child.layer)),
                ]
                + child.groups
            )
        if entity.children:
            self._many(
                [
                    (0, "SEQEND"),
                    (5, self._handle()),
                    (330, handle),
                    (100, "AcDbEntity"),
                    (8, self.layer_name(entity.layer)),
                ]
            )

    def _table(self, name, handle, records, extra=()):
        self._many([(0, "TABLE"), (2, name), (5, handle), (330, "0"), (100, "AcDbSymbolTable"), (70, len(records))])
        self._many(extra)
        for kind, groups in records:
            code = 105 if name == "DIMSTYLE" else 5
            own = groups.pop(0) if groups[0][0] == 5 else (5, self._handle())
            self._many([(0, name), (code, own[1]), (330, handle), (100, "AcDbSymbolTableRecord"), (100, kind)] + groups)
        self._put(0, "ENDTAB")

    def _header(self, seed):
        x0, y0, x1, y1 = self.extent
        point = lambda x, y: [(10, float(x)), (20, float(y)), (30, 0.0)]
        head = [
            ("$ACADVER", [(1, self.version)]),
            ("$DWGCODEPAGE", [(3, self.codepage)]),
            ("$INSBASE", point(0, 0)),
            ("$EXTMIN", point(x0, y0)),
            ("$EXTMAX", point(x1, y1)),
            ("$LTSCALE", [(40, 1000.0)]),
            ("$TEXTSIZE", [(40, 350.0)]),
            ("$CLAYER", [(8, "0")]),
            ("$DIMSTYLE", [(2, "_TCH_ARCH")]),
            ("$LUNITS", [(70, 2)]),
            ("$MEASUREMENT", [(70, 1)]),
            ("$PSTYLEMODE", [(290, 1)]),
            ("$HANDSEED", [(5, seed)]),
        ]
        if self.insunits is not None:
            head.append(("$INSUNITS", [(70, self.insunits)]))
        self._many([(0, "SECTION"), (2, "HEADER")])
        for name, groups in head:
            self._many([(9, name)] + groups)
        self._put(0, "ENDSEC")
        self._many([(0, "SECTION"), (2, "CLASSES"), (0, "ENDSEC")])

    def _tables(self, records):
        x0, y0, x1, y1 = self.extent
        height = (y1 - y0) * 1.05
        self._many([(0, "SECTION"), (2, "TABLES")])
        view = [
            (2, "*Active"),
            (70, 0),
            (10, 0.0),
            (20, 0.0),
            (11, 1.0),
            (21, 1.0),
            (12, (x0 + x1) / 2),
            (22, (y0 + y1) / 2),
            (13, 0.0),
            (23, 0.0),
            (14, 500.0),
            (24, 500.0),
            (15, 500.0),
            (25, 500.0),
            (16, 0.0),
            (26, 0.0),
            (36, 1.0),
            (17, 0.0),
            (27, 0.0),
            (37, 0.0),
            (40, height),
            (41, 1.6),
            (42, 50.0),
            (43, 0.0),
            (44, 0.0),
            (50, 0.0),
            (51, 0.0),
            (71, 0),
            (72, 1000),
            (73, 1),
            (74, 3),
            (75, 0),
            (76, 0),
            (77, 0),
            (78, 0),
        ]
        self._table("VPORT", "8", [("AcDbViewportTableRecord", view)])
        plain = lambda n: [(2, n), (70, 0), (3, ""), (72, 65), (73, 0), (40, 0.0)]
        dashes = lambda n, text, parts: [
            (2, n),
            (70, 0),
            (3, text),
            (72, 65),
            (73, len(parts)),
            (40, sum(map(abs, parts))),
        ] + [g for p in parts for g in ((49, p), (74, 0))]
        kind = "AcDbLinetypeTableRecord"
        self._table(
            "LTYPE",
            "2",
            [
                (kind, plain("ByBlock")),
                (kind, plain("ByLayer")),
                (kind, plain("CONTINUOUS")),
                (kind, dashes("DOTE", "____ . ____", [1.2, -0.15, 0.0, -0.15])),
                (kind, dashes("DASH", "__ __ __", [0.5, -0.25])),
            ],
        )
        layers = []
        for name, (colour, linetype) in self.layers.items():
            state = self.hidden.get(name)
            layers.append(
                (
                    "AcDbLayerTableRecord",
                    [
                        (2, self.layer_name(name)),
                        (70, int(state == "frozen")),
                        (62, -colour if state == "off" else colour),
                        (6, linetype),
                        (370, -3),
                    ],
                )
            )
        self._table("LAYER", "1", layers)
        style = lambda n, shx, big: (
            "AcDbTextStyleTableRecord",
            [(2, n), (70, 0), (40, 0.0), (41, 0.8), (50, 0.0), (71, 0), (42, 350.0), (3, shx), (4, big)],
        )
        self._table(
            "STYLE",
            "5",
            [
                style("Standard", "txt.shx", "hztxt.shx"),
                style("_TCH_DIM", "tssdeng.shx", "hztxt.shx"),
                style("_TCH_AXIS", "complex.shx", "hztxt.shx"),
                style("_TCH_WINDOW", "tssdeng.shx", "hztxt.shx"),
            ],
        )
        self._table("VIEW", "7", [])
        self._table("UCS", "6", [])
        self._table("APPID", "3", [("AcDbRegAppTableRecord", [(2, "ACAD"), (70, 0)])])
        dim = lambda n: (
            "AcDbDimStyleTableRecord",
            [
                (2, n),
                (70, 0),
                (40, 100.0),
                (41, 1.25),
                (42, 2.0),
                (43, 0.0),
                (44, 1.5),
                (140, 2.5),
                (147, 0.75),
                (77, 1),
                (271, 0),
                (278, 46),
                (173, 0),
            ],
        )
        self._table("DIMSTYLE", "4", [dim("Standard"), dim("_TCH_ARCH")], [(100, "AcDbDimStyleTable"), (71, 0)])
        blocks = []
        for name, (record, _, _, layout) in records.items():
            blocks.append(("AcDbBlockTableRecord", [(5, record), (2, self.block_name(name)), (340, layout)]))
        self._table("BLOCK_RECORD", "9", blocks)
        self._put(0, "ENDSEC")

    def _blocks(self, records):
        self._many([(0, "SECTION"), (2, "BLOCKS")])
        for name, (record, begin, end, _) in records.items():
            block, shown = self.blocks.get(name), self.block_name(name)
            has_attributes = block is not None and any(e.kind == "ATTDEF" for e in block.entities)
            flags = (1 if name.startswith("*D") else 0) | (2 if has_attributes else 0)
            paper = [(67, 1)] if name == "*Paper_Space" else []
            self._many(
                [(0, "BLOCK"), (5, begin), (330, record), (100, "AcDbEntity")]
                + paper
                + [
                    (8, "0"),
                    (100, "AcDbBlockBegin"),
                    (2, shown),
                    (70, flags),
                    (10, 0.0),
                    (20, 0.0),
                    (30, 0.0),
                    (3, shown),
                    (1, ""),
                ]
            )
            for entity in block.entities if block else ():
                self._entity(entity, record)
            self._many(
                [(0, "ENDBLK"), (5, end), (330, record), (100, "AcDbEntity")]
                + paper
                + [(8, "0"), (100, "AcDbBlockEnd")]
            )
        self._put(0, "ENDSEC")

    def _layout(self, handle, name, order, record):
        self._many(
            [
                (0, "LAYOUT"),
                (5, handle),
                (330, "D"),
                (100, "AcDbPlotSettings"),
                (1, ""),
                (2, "none_device"),
                (4, "ISO_A0_(841.00_x_1189.00_MM)"),
                (6, ""),
            ]
        )
        self._many(
            [(c, 0.0) for c in (40, 41, 42, 43)]
            + [
                (44, 841.0),
                (45, 1189.0),
                (46, 0.0),
                (47, 0.0),
                (48, 0.0),
                (49, 0.0),
                (140, 0.0),
                (141, 0.0),
                (142, 1.0),
                (143, 100.0),
                (70, 1024 if order == 0 else 0),
                (72, 1),
                (73, 1),
                (74, 1),
                (7, ""),
                (75, 0),
                (147, 1.0),
                (148, 0.0),
                (149, 0.0),
            ]
        )
        self._many(
            [(100, "AcDbLayout"), (1, name), (70, 1), (71, order), (10, 0.0), (20, 0.0), (11, 420.0), (21, 297.0)]
        )
        for code in (12, 14, 15, 13):
            self._many([(code, 0.0), (code + 10, 0.0), (code + 20, 0.0)])
            if code == 15:
                self._put(146, 0.0)
        self._many([(16, 1.0), (26, 0.0), (36, 0.0), (17, 0.0), (27, 1.0), (37, 0.0), (76, 0), (330, record)])

    def save(self, path):
        self.out, self.next_handle = [], 0x100
        records = {}
        for name, layout in (("*Model_Space", "1A"), ("*Paper_Space", "1E")):
            records[name] = (self._handle(), self._handle(), self._handle(), layout)
        for name in self.blocks:
            records[name] = (self._handle(), self._handle(), self._handle(), "0")
        for name in self.layers:
            self.use_layer(name)
        self._tables(records)
        self._blocks(records)
        self._many([(0, "SECTION"), (2, "ENTITIES")])
        for entity in self.entities:
            self._entity(entity, records["*Model_Space"][0])
        self._put(0, "ENDSEC")
        self._many(
            [
                (0, "SECTION"),
                (2, "OBJECTS"),
                (0, "DICTIONARY"),
                (5, "C"),
                (330, "0"),
                (100, "AcDbDictionary"),
                (281, 1),
                (3, "ACAD_GROUP"),
                (350, "B"),
                (3, "ACAD_LAYOUT"),
                (350, "D"),
            ]
        )
        self._many([(0, "DICTIONARY"), (5, "B"), (330, "C"), (100, "AcDbDictionary"), (281, 1)])
        self._many(
            [
                (0, "DICTIONARY"),
                (5, "D"),
                (330, "C"),
                (100, "AcDbDictionary"),
                (281, 1),
                (3, "Model"),
                (350, "1A"),
                (3, "Layout1"),
                (350, "1E"),
            ]
        )
        self._layout("1A", "Model", 0, records["*Model_Space"][0])
        self._layout("1E", "Layout1", 1, records["*Paper_Space"][0])
        self._many([(0, "ENDSEC"), (0, "EOF")])
        body, seed = self.out, f"{self.next_handle + 1:X}"
        self.out = []
        self._header(seed)
        path.write_bytes(b"".join(self.out + body))
