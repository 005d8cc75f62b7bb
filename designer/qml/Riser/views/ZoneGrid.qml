// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies by zones: Space or a click lets a body use a zone by name, G opens the grades; the inspector shows the zone.
// Beside each zone stands what the check finds of it, behind it how full its addresses are.
import QtQuick
import QtQuick.Controls.Basic
import Riser

FocusScope {
    id: area
    readonly property var zones: DesignSession.zones
    readonly property int headWidth: 290
    readonly property int headHeight: 34
    property int row: 0
    property int column: 0
    property int revision: 0
    readonly property var head: revision >= 0 ? zones.rowHead(row) : ({})
    function take() {
        keys.forceActiveFocus()
        go(row, column)
    }
    function widthOf(column) { return column < zones.bodies ? 76 : column === zones.bodies ? 110 : column === zones.bodies + 2 ? 130 : 76 }
    function go(toRow, toColumn) {
        row = Math.max(0, Math.min(zones.rows - 1, toRow))
        column = Math.max(0, Math.min(zones.bodies, toColumn))
        if (zones.rows === 0)
            return
        body.reveal(row, column)
        DesignSession.show(zones.rowHead(row).id) // in the inspector
    }
    function act() {
        if (zones.rows === 0)
            return
        if (column < zones.bodies)
            zones.toggle(row, column)
        else
            openGrades()
    }
    function openGrades() {
        if (zones.rows === 0)
            return
        go(row, zones.bodies)
        grades.open()
    }
    Connections {
        target: area.zones
        function onShapeChanged() {
            ++area.revision
            if (area.row >= area.zones.rows)
                area.row = Math.max(0, area.zones.rows - 1)
        }
    }
    Rectangle { anchors.fill: parent; color: Theme.surface }
    Item {
        id: keys
        objectName: "zoneKeys"
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("Bodies and zones")
        Accessible.description: (area.head.name ?? "") + " " + (area.zones.columnHead(area.column).name ?? "")
        Keys.onShortcutOverride: (event) => event.accepted = event.key === Qt.Key_G && event.modifiers === Qt.NoModifier
        Keys.onPressed: (event) => {
            event.accepted = true
            if (event.key === Qt.Key_Up) area.go(area.row - 1, area.column)
            else if (event.key === Qt.Key_Down) area.go(area.row + 1, area.column)
            else if (event.key === Qt.Key_Left) area.go(area.row, area.column - 1)
            else if (event.key === Qt.Key_Right) area.go(area.row, area.column + 1)
            else if (event.key === Qt.Key_Home) area.go(0, 0)
            else if (event.key === Qt.Key_End) area.go(area.zones.rows - 1, area.column)
            else if (event.key === Qt.Key_Space) area.act()
            else if (event.key === Qt.Key_G) area.openGrades()
            else event.accepted = false
        }
    }
    Item {
        x: area.headWidth
        width: parent.width - x
        height: area.headHeight
        clip: true
        Row {
            x: -body.contentX
            Repeater {
                model: area.revision >= 0 ? area.zones.columnCount() : 0
                Item {
                    id: heading
                    required property int index
                    readonly property var head: area.revision >= 0 ? area.zones.columnHead(index) : ({})
                    width: area.widthOf(index)
                    height: area.headHeight
                    Accessible.role: Accessible.ColumnHeader
                    Accessible.name: head.name ?? ""
                    Rectangle {
                        anchors.bottom: parent.bottom
                        width: parent.width
                        height: 3
                        color: heading.head.colour ? heading.head.colour : "transparent"
                    }
                    Caption {
                        anchors.fill: parent
                        anchors.margins: 4
                        horizontalAlignment: Text.AlignHCenter
                        text: heading.head.name ?? ""
                        font.pixelSize: Theme.small
                        font.weight: area.column === heading.index ? Font.DemiBold : Font.Normal
                        color: area.column === heading.index ? Theme.accent : Theme.second
                    }
                }
            }
        }
    }
    Item {
        y: area.headHeight
        width: area.headWidth
        height: body.height
        clip: true
        Column {
            y: -body.contentY
            Repeater {
                model: area.revision >= 0 ? area.zones.rows : 0
                Item {
                    id: side
                    required property int index
                    readonly property var head: area.revision >= 0 ? area.zones.rowHead(index) : ({})
                    width: area.headWidth
                    height: Theme.row
                    Accessible.role: Accessible.RowHeader
                    Accessible.name: head.name ?? ""
                    Rectangle { width: parent.width; height: 1; color: side.head.plane ? Theme.third : Theme.border; opacity: side.head.plane ? 1 : 0.6 }
                    SeverityMark {
                        x: 12
                        anchors.verticalCenter: parent.verticalCenter
                        visible: (side.head.severity ?? "") !== ""
                        severity: side.head.severity ?? ""
                    }
                    Caption {
                        anchors.left: parent.left
                        anchors.leftMargin: 30
                        anchors.right: role.left
                        anchors.rightMargin: 6
                        height: parent.height
                        text: side.head.name ?? ""
                        font.pixelSize: Theme.small
                        font.weight: area.row === side.index ? Font.DemiBold : Font.Normal
                        color: area.row === side.index ? Theme.accent : Theme.text
                    }
                    Caption {
                        id: role
                        anchors.right: parent.right
                        anchors.rightMargin: 8
                        width: Math.min(implicitWidth, 110)
                        height: parent.height
                        horizontalAlignment: Text.AlignRight
                        text: side.head.plane ? side.head.plane : side.head.role ?? ""
                        font.pixelSize: Theme.tiny
                        font.weight: side.head.plane ? Font.DemiBold : Font.Normal
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
        objectName: "zoneBody"
        x: area.headWidth + 1
        y: area.headHeight
        width: parent.width - x
        height: parent.height - y - problems.height
        clip: true
        model: area.zones
        boundsBehavior: Flickable.StopAtBounds
        columnWidthProvider: (column) => area.widthOf(column)
        rowHeightProvider: () => Theme.row
        ScrollBar.vertical: ScrollBar { id: up; policy: ScrollBar.AsNeeded }
        ScrollBar.horizontal: ScrollBar { id: across; policy: ScrollBar.AsNeeded }
        delegate: Rectangle {
            id: cell
            required property string display
            required property string mark
            required property bool firstOfPlane
            required property real share
            required property bool problem
            required property int row
            required property int column
            readonly property bool ofBody: column < area.zones.bodies
            implicitWidth: area.widthOf(column)
            implicitHeight: Theme.row
            color: area.row === row || (area.column === column && ofBody) ? Theme.hover : "transparent"
            Accessible.role: Accessible.Cell
            Accessible.name: display
            Rectangle { width: parent.width; height: 1; color: cell.firstOfPlane ? Theme.third : Theme.border; opacity: cell.firstOfPlane ? 1 : 0.6 }
            Rectangle {
                visible: cell.ofBody && cell.mark !== ""
                anchors.centerIn: parent
                width: 14
                height: 14
                radius: 7
                color: cell.mark === "named" ? Theme.accent : "transparent"
                border.width: 1.5
                border.color: cell.mark === "named" ? Theme.accent : Theme.third
            }
            Rectangle {
                visible: cell.share >= 0
                x: 8
                y: parent.height - 5
                width: parent.width - 16
                height: 3
                radius: 1.5
                color: Theme.border
                Rectangle {
                    width: parent.width * Math.max(0, Math.min(1, cell.share))
                    height: parent.height
                    radius: 1.5
                    color: cell.share > 1 ? Theme.error : Theme.accent
                }
            }
            Caption {
                anchors.fill: parent
                anchors.leftMargin: 8
                anchors.rightMargin: 8
                anchors.bottomMargin: cell.share >= 0 ? 4 : 0
                visible: !cell.ofBody
                text: cell.display
                horizontalAlignment: cell.column === area.zones.bodies ? Text.AlignLeft : Text.AlignRight
                font.pixelSize: Theme.small
                color: cell.problem ? Theme.error : cell.column === area.zones.bodies ? Theme.text : Theme.second
            }
            Rectangle {
                visible: area.row === cell.row && area.column === cell.column
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
        Accessible.name: qsTr("Bodies and zones")
        onClicked: (event) => {
            area.take()
            const at = body.cellAtPos(mapToItem(body, event.x, event.y), true)
            if (at.x < 0 || at.y < 0)
                return
            area.go(at.y, at.x)
            if (at.x <= area.zones.bodies)
                area.act()
        }
        onWheel: (wheel) => wheel.accepted = false
    }
    Popup {
        id: grades
        x: body.x + area.zones.bodies * 76 - body.contentX
        y: Math.max(0, Math.min(body.y + (area.row + 1) * Theme.row - body.contentY, area.height - height - 8))
        width: 190
        padding: 4
        focus: true
        onOpened: { list.currentIndex = area.zones.grades.findIndex((one) => one.key === area.head.grade); list.forceActiveFocus() }
        onClosed: area.take()
        background: Rectangle { color: Theme.surface; border.color: Theme.border; radius: Theme.radius }
        contentItem: ListView {
            id: list
            implicitHeight: contentHeight
            activeFocusOnTab: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Grade of %1").arg(area.head.name ?? "")
            model: area.zones.grades
            function choose() { area.zones.setGrade(area.row, area.zones.grades[currentIndex].key); grades.close() }
            Keys.onReturnPressed: choose()
            Keys.onEnterPressed: choose()
            Keys.onSpacePressed: choose()
            delegate: ItemDelegate {
                id: grade
                required property var modelData
                required property int index
                width: ListView.view.width
                height: Theme.row
                highlighted: ListView.isCurrentItem
                Accessible.name: modelData.name
                onClicked: { list.currentIndex = index; list.choose() }
                contentItem: Caption { text: grade.modelData.name; font.pixelSize: Theme.small }
                background: Rectangle { color: grade.highlighted || grade.hovered ? Theme.soft : "transparent"; radius: 3 }
            }
        }
    }
    // What the check finds of the zone, and where its addresses are scarcest.
    Rectangle {
        id: problems
        anchors.bottom: parent.bottom
        width: parent.width
        height: told.text !== "" ? told.implicitHeight + 12 : 0
        color: Theme.raised
        Rectangle { width: parent.width; height: 1; color: Theme.border; visible: parent.height > 0 }
        Caption {
            id: told
            x: 12
            y: 6
            width: parent.width - 24
            wrapMode: Text.Wrap
            maximumLineCount: 3
            font.pixelSize: Theme.small
            color: area.head.severity === "error" ? Theme.error : area.head.severity === "warning" ? Theme.warning : Theme.second
            text: (area.head.problems ?? []).length > 0 ? area.head.problems.join("\n")
                : area.head.tightest ? qsTr("Fewest addresses left in VLAN %1").arg(area.head.tightest) : ""
        }
    }
    Caption {
        anchors.centerIn: body
        visible: area.zones.rows === 0 && DesignSession.isOpen
        text: qsTr("This design has no zone yet: its brief names them, or the tables (F6).")
        color: Theme.third
    }
}
