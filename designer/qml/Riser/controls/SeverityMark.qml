// SPDX-License-Identifier: GPL-3.0-or-later
// A severity is a shape and a colour: a disc, a triangle, a small square.
import QtQuick
import QtQuick.Shapes
import Riser

Item {
    id: mark
    property string severity: "error"
    implicitWidth: 10
    implicitHeight: 10
    Rectangle {
        visible: mark.severity !== "warning"
        anchors.centerIn: parent
        width: mark.severity === "error" ? 10 : 7
        height: width
        radius: mark.severity === "error" ? 5 : 1
        color: Theme.severity(mark.severity)
    }
    Shape {
        visible: mark.severity === "warning"
        anchors.fill: parent
        ShapePath {
            fillColor: Theme.warning
            strokeWidth: -1
            startX: 5
            startY: 0.5
            PathLine { x: 10; y: 9.5 }
            PathLine { x: 0; y: 9.5 }
            PathLine { x: 5; y: 0.5 }
        }
    }
}
