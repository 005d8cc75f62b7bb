// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of the tools, as outlines on a grid of 18.
import QtQuick
import QtQuick.Shapes
import Riser

Shape {
    id: glyph
    property string tool: ""
    property color color: Theme.second
    readonly property var outlines: ({
        select: "M4,2 L4,15 L7.5,11.5 L10,16.5 L12,15.5 L9.6,10.8 L14,10.8 Z",
        room: "M3,4 H15 V14 H3 Z",
        wall: "M2,7 H16 M2,11 H16 M6,7 V11 M12,7 V11",
        door: "M4,15 V3 M4,15 H14 M4,3 A12,12 0 0 1 14,15",
        pathway: "M2,6 H16 M2,12 H16 M5,6 V12 M9,6 V12 M13,6 V12",
        outlet: "M9,3 L15,14 H3 Z",
        rack: "M4,2 H14 V16 H4 Z M4,6 H14 M4,10 H14",
        device: "M2,6 H16 V12 H2 Z M5,9 H6 M8,9 H9 M11,9 H12",
        camera: "M2,5 H11 V13 H2 Z M11,8 L16,5 V13 L11,10",
        ap: "M9,14 V9 M5,8 A5,5 0 0 1 13,8 M3,5 A9,9 0 0 1 15,5",
        fire: "M3,3 H15 V15 H3 Z M6,3 V15 M12,3 V15",
        restricted: "M9,2 A7,7 0 1 0 9.01,2 M4.5,4.5 L13.5,13.5",
        annotation: "M3,4 H15 M9,4 V15",
        array: "M2,6 H7 V12 H2 Z M8.5,6 H11.5 V12 H8.5 M13,6 H16 V12 H13",
        measure: "M3,13 L13,3 L16,6 L6,16 Z M6,10 L8,12 M9,7 L11,9",
        calibrate: "M3,3 V8 M15,3 V8 M3,5.5 H15 M5.5,3.5 L3,5.5 L5.5,7.5 M12.5,3.5 L15,5.5 L12.5,7.5 M3,11 H15 V15 H3 Z"
    })
    width: 18
    height: 18
    layer.enabled: true
    layer.samples: 4
    ShapePath {
        strokeColor: glyph.color
        strokeWidth: 1.4
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin
        PathSvg { path: glyph.outlines[glyph.tool] ?? "M4,4 H14 V14 H4 Z" }
    }
}
