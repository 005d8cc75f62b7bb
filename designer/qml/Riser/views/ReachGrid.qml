// SPDX-License-Identifier: GPL-3.0-or-later
// Who reaches whom: rows are the VLANs of a zone that are the same bodies', columns services and zones; arrows walk,
// Enter shows the way on the topology, N goes to what is not as asked.
import QtQuick
import QtQuick.Controls.Basic
import Riser

FocusScope {
    id: area
    readonly property var reach: DesignSession.reach
    readonly property int headWidth: 250
    readonly property int headHeight: 150
    readonly property int cellWidth: 40
    readonly property int rowHeight: 23
    property int revision: 0 // names are asked for again
    signal topologyAsked()
    function take() { keys.forceActiveFocus() }
    function follow() {
        if (reach.row >= 0)
            body.reveal(reach.row, reach.column)
    }
    function move(rows, columns) {
        if (reach.rows === 0 || reach.columns === 0)
            return
        reach.look(Math.max(0, Math.min(reach.rows - 1, Math.max(reach.row, 0) + rows)),
                   Math.max(0, Math.min(reach.columns - 1, Math.max(reach.column, 0) + columns)))
    }
    Connections {
        target: area.reach
        function onShapeChanged() { ++area.revision; body.forceLayout() }
        function onCellChanged() { area.follow() }
    }
    Rectangle { anchors.fill: parent; color: Theme.surface }
    Item {
        id: keys
        objectName: "reachKeys"
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Who reaches whom")
        Keys.onShortcutOverride: (event) => event.accepted = event.key === Qt.Key_N && event.modifiers === Qt.NoModifier
        Keys.onPressed: (event) => {
            event.accepted = true
            const far = event.modifiers & Qt.ControlModifier ? 1000000 : 1
            if (event.key === Qt.Key_Up) area.move(-far, 0)
            else if (event.key === Qt.Key_Down) area.move(far, 0)
            else if (event.key === Qt.Key_Left) area.move(0, -far)
            else if (event.key === Qt.Key_Right) area.move(0, far)
            else if (event.key === Qt.Key_Home) area.move(0, -1000000)
            else if (event.key === Qt.Key_End) area.move(0, 1000000)
            else if (event.key === Qt.Key_N) area.reach.nextWrong()
            else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter) area.topologyAsked()
            else event.accepted = false
        }
    }
    // Headings of the columns, read from below.
    Item {
        x: area.headWidth
        width: parent.width - x
        height: area.headHeight
        clip: true
        Row {
            x: -body.contentX
            Repeater {
                model: area.revision >= 0 ? area.reach.columns : 0
                Item {
                    id: heading
                    required property int index
                    readonly property var head: area.revision >= 0 ? area.reach.columnHead(index) : ({})
                    readonly property bool looked: area.reach.column === index
                    width: area.cellWidth
                    height: area.headHeight
                    Accessible.role: Accessible.ColumnHeader
                    Accessible.name: head.name ?? ""
                    Caption {
                        x: (parent.width - height) / 2 + 4
                        y: parent.height - 8
                        width: parent.height - 14
                        height: 20
                        rotation: -90
                        transformOrigin: Item.TopLeft
                        text: heading.head.name ?? ""
                        font.pixelSize: Theme.small
                        font.weight: heading.looked ? Font.DemiBold : Font.Normal
                        color: heading.looked ? Theme.accent : heading.head.kind === "service" ? Theme.text : Theme.second
                    }
                    Rectangle {
                        visible: heading.index > 0 && heading.head.kind === "zone"
                                 && area.reach.columnHead(heading.index - 1).kind === "service"
                        width: 1
                        height: parent.height
                        color: Theme.third
                    }
                }
            }
        }
    }
    Caption {
        x: 12
        y: area.headHeight - 24
        width: area.headWidth - 24
        height: 20
        text: qsTr("from ↓   to →")
        font.pixelSize: Theme.tiny
        color: Theme.third
    }
    Item {
        y: area.headHeight
        width: area.headWidth
        height: body.height
        clip: true
        Column {
            y: -body.contentY
            Repeater {
                model: area.revision >= 0 ? area.reach.rows : 0
                Item {
                    id: side
                    required property int index
                    readonly property var head: area.revision >= 0 ? area.reach.rowHead(index) : ({})
                    readonly property bool looked: area.reach.row === index
                    width: area.headWidth
                    height: area.rowHeight
                    Accessible.role: Accessible.RowHeader
                    Accessible.name: head.whole ?? ""
                    Rectangle { width: parent.width; height: 1; color: side.head.plane ? Theme.third : Theme.border; opacity: side.head.plane ? 1 : 0.6 }
                    Rectangle { width: 3; height: parent.height; color: side.head.colour ? side.head.colour : "transparent" }
                    Caption {
                        anchors.left: parent.left
                        anchors.leftMargin: 12
                        anchors.right: letters.left
                        anchors.rightMargin: 6
                        height: parent.height
                        text: side.head.zone ?? ""
                        font.pixelSize: Theme.small
                        font.weight: side.looked ? Font.DemiBold : Font.Normal
                        color: side.looked ? Theme.accent : Theme.text
                    }
                    Caption {
                        id: letters
                        anchors.right: parent.right
                        anchors.rightMargin: 8
                        width: Math.min(implicitWidth, 90)
                        height: parent.height
                        text: (side.head.bodies ? side.head.bodies + "  " : "") + (side.head.vlans ?? "")
                        font.pixelSize: Theme.tiny
                        color: Theme.third
                    }
                }
            }
        }
    }
    Rectangle { y: area.headHeight; width: parent.width; height: 1; color: Theme.border }
    Rectangle { x: area.headWidth; width: 1; height: parent.height; color: Theme.border }
    CellTable {
        id: body
        objectName: "reachBody"
        x: area.headWidth + 1
        y: area.headHeight
        width: parent.width - x
        height: parent.height - y
        clip: true
        model: area.reach
        boundsBehavior: Flickable.StopAtBounds
        columnWidthProvider: () => area.cellWidth
        rowHeightProvider: () => area.rowHeight
        ScrollBar.vertical: ScrollBar { id: up; policy: ScrollBar.AsNeeded }
        ScrollBar.horizontal: ScrollBar { id: across; policy: ScrollBar.AsNeeded }
        delegate: Rectangle {
            id: cell
            required property string display
            required property string verdict
            required property string wanted
            required property int row
            required property int column
            implicitWidth: area.cellWidth
            implicitHeight: area.rowHeight
            color: area.reach.row === row || area.reach.column === column ? Theme.hover : "transparent"
            Accessible.role: Accessible.Cell
            Accessible.name: display
            Rectangle { width: parent.width; height: 1; color: Theme.border; opacity: 0.6 }
            ReachMark {
                anchors.fill: parent
                anchors.margins: 3
                verdict: cell.verdict
                wanted: cell.wanted
                words: cell.display
            }
            Rectangle {
                visible: area.reach.row === cell.row && area.reach.column === cell.column
                anchors.fill: parent
                color: "transparent"
                border.width: 2
                border.color: Theme.accent
            }
        }
    }
    MouseArea {
        anchors.fill: body
        anchors.rightMargin: up.size < 1 ? up.width : 0
        anchors.bottomMargin: across.size < 1 ? across.height : 0
        Accessible.name: qsTr("Who reaches whom")
        function cellAt(at) { return body.cellAtPos(mapToItem(body, at.x, at.y), true) }
        onPressed: (event) => {
            area.take()
            const at = cellAt(event)
            if (at.x >= 0 && at.y >= 0)
                area.reach.look(at.y, at.x)
        }
        onDoubleClicked: area.topologyAsked()
        onWheel: (wheel) => wheel.accepted = false
    }
    Caption {
        anchors.centerIn: body
        visible: area.reach.rows === 0 && area.reach.current && DesignSession.isOpen
        text: qsTr("No VLAN is on a live port yet: plan addresses and zones first (Ctrl+Shift+P).")
        color: Theme.third
    }
}
