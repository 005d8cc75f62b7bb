// SPDX-License-Identifier: GPL-3.0-or-later
// The plan, the system diagram, the topology or racks, with what floats above it: lenses, legend, scale bar, the tip under the pointer.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: view
    property alias canvas: canvas
    property alias shows: canvas.shows
    signal tableAsked()
    clip: true

    PlanCanvas {
        id: canvas
        anchors.fill: parent
        focus: true
        tool: "select"
        Accessible.role: Accessible.Canvas
        Accessible.name: shows === "system" ? qsTr("System diagram") : shows === "topology" ? qsTr("Logical topology")
            : (shows === "racks" ? qsTr("Racks of %1") : qsTr("Plan of %1")).arg(DesignSession.floorLabel)
        onContextMenu: (at, id) => menu.popup(at.x, at.y)
        onTypingAsked: (text) => exactInput.start(text)
    }
    Row {
        x: 28
        y: 26
        spacing: 6
        visible: canvas.shows === "plan" || (canvas.shows === "topology" && !canvas.isEmpty)
        Repeater {
            model: canvas.lenses
            Pill {
                required property var modelData
                text: modelData.name
                tip: "Alt+" + modelData.shortcut
                checked: canvas.lens === modelData.key
                onClicked: canvas.lens = modelData.key
            }
        }
    }
    ToolOptions {
        x: 12
        y: 44
        width: parent.width - 70
        visible: canvas.shows === "plan"
        plan: canvas
    }
    // What the colours mean.
    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: 12
        // Above the scale bar where there is no room beside it.
        anchors.bottomMargin: canvas.shows === "plan" && view.width - width - 12 < canvas.scaleBarPixels + 52 ? 44 : 12
        visible: (canvas.shows === "plan" || (canvas.shows === "topology" && !canvas.isEmpty)) && legend.count > 0
        width: legendRow.width + 20
        height: 28
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.border
        Row {
            id: legendRow
            x: 10
            height: parent.height
            spacing: 14
            Repeater {
                id: legend
                model: canvas.legend.length > 0 ? canvas.legend : DesignSession.bodies
                Row {
                    required property var modelData
                    height: parent.height
                    spacing: 6
                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 10
                        height: 10
                        radius: 2
                        color: parent.modelData.colour
                    }
                    Caption {
                        height: parent.height
                        text: parent.modelData.name
                        font.pixelSize: Theme.small
                        color: Theme.second
                    }
                }
            }
        }
    }
    ReasonBar {
        x: 28
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 50
        width: Math.min(parent.width - 80, 620)
        visible: reason.lit && (canvas.shows === "plan" || canvas.shows === "topology")
    }
    // Scale bar.
    Item {
        x: 32
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 14
        visible: canvas.shows === "plan" && !canvas.isEmpty
        width: canvas.scaleBarPixels
        height: 22
        Rectangle { width: parent.width; height: 1.5; y: 6; color: Theme.second }
        Rectangle { width: 1.5; height: 8; y: 2; color: Theme.second }
        Rectangle { width: 1.5; height: 8; y: 2; x: parent.width - 1; color: Theme.second }
        Caption {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 8
            text: canvas.scaleBarMetres >= 1 ? canvas.scaleBarMetres + " m" : Math.round(canvas.scaleBarMetres * 1000) + " mm"
            font.pixelSize: Theme.tiny
            color: Theme.second
        }
    }
    Column {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 10
        anchors.topMargin: 26
        spacing: 4
        FlatButton { width: 28; text: "+"; tip: qsTr("Zoom in"); key: "Ctrl++"; onClicked: canvas.zoomBy(1.4) }
        FlatButton { width: 28; text: "−"; tip: qsTr("Zoom out"); key: "Ctrl+-"; onClicked: canvas.zoomBy(1 / 1.4) }
        FlatButton { width: 28; text: "⤢"; tip: qsTr("Fit"); key: "Ctrl+0"; onClicked: canvas.fit() }
    }
    Rectangle {
        readonly property point at: hover.point.position
        x: Math.min(at.x + 16, view.width - width - 8)
        y: Math.min(at.y + 18, view.height - height - 8)
        visible: canvas.hoverText !== "" && hover.hovered && canvas.shows !== "system"
        width: tip.implicitWidth + 16
        height: tip.implicitHeight + 10
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.border
        Caption {
            id: tip
            x: 8
            y: 5
            text: canvas.hoverText
            font.pixelSize: Theme.small
        }
    }
    HoverHandler { id: hover }
    ExactInput {
        id: exactInput
        plan: canvas
        at: hover.point.position
    }
    Column {
        anchors.centerIn: parent
        spacing: 10
        visible: canvas.isEmpty && DesignSession.isOpen
        Caption {
            anchors.horizontalCenter: parent.horizontalCenter
            text: canvas.shows === "topology" ? qsTr("This design has no network, zone or device yet.")
                : canvas.shows === "racks" && DesignSession.floor !== "" ? qsTr("This floor has no rack yet.")
                : canvas.shows === "system" ? qsTr("Nothing to lay out yet.") : qsTr("This design has no floor to show yet.")
            color: Theme.second
        }
        Caption {
            anchors.horizontalCenter: parent.horizontalCenter
            text: canvas.shows === "topology" ? qsTr("Start from the client's brief, which names networks and zones, or place devices on the plan: F2, then D.")
                : canvas.shows === "racks" && DesignSession.floor !== "" ? qsTr("Place racks and devices on the plan: F2, then K and D.")
                : qsTr("Import the architect's plan (Ctrl+I): Riser recognises its rooms, walls and doors.")
            color: Theme.third
            font.pixelSize: Theme.small
        }
    }
    Menu {
        id: menu
        MenuItem { text: qsTr("Delete") + "\tDel"; enabled: DesignSession.selectedCount > 0; onTriggered: DesignSession.deleteSelected() }
        MenuItem { text: qsTr("Copy") + "\tCtrl+C"; enabled: canvas.shows === "plan" && DesignSession.selectedCount > 0; onTriggered: canvas.arrange("copy") }
        MenuItem { text: qsTr("Paste") + "\tCtrl+V"; enabled: canvas.shows === "plan"; onTriggered: canvas.arrange("paste") }
        MenuItem { text: qsTr("Show in table") + "\tCtrl+T"; enabled: DesignSession.selectedCount > 0; onTriggered: view.tableAsked() }
        Menu {
            title: qsTr("Select")
            enabled: DesignSession.selectedCount > 0
            MenuItem { text: qsTr("Same kind on this floor"); onTriggered: DesignSession.rules.sameKind() }
            MenuItem { text: qsTr("Same type"); onTriggered: DesignSession.rules.sameType() }
            MenuItem { text: qsTr("In the same room"); onTriggered: DesignSession.rules.sameRoom() }
            MenuItem { text: qsTr("What is connected"); onTriggered: DesignSession.rules.connected() }
        }
        MenuItem { text: qsTr("Fit") + "\tCtrl+0"; onTriggered: canvas.fit() }
    }
}
