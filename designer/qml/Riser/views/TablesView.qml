// SPDX-License-Identifier: GPL-3.0-or-later
// The tables: which one, its rows by words, its columns; below, the cells, and what was refused there.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: view
    readonly property var table: DesignSession.table
    signal objectAsked(string id)
    function reveal(id) {
        const row = table.reveal(id)
        if (row >= 0)
            grid.goTo(row, 0)
        return row >= 0
    }
    onVisibleChanged: {
        table.setShown(visible)
        if (visible)
            grid.take()
    }
    Component.onCompleted: table.setShown(visible)
    Connections {
        target: view.table
        function onGridChanged() { filter.text = view.table.filter }
        function onShapeChanged() { if (view.table.filter === "") filter.text = "" }
    }

    Rectangle {
        id: bar
        width: parent.width
        height: 42
        color: Theme.surface
        FlatButton {
            id: which
            objectName: "tableChooser"
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            text: view.table.gridName + "  ▾"
            font.weight: Font.DemiBold
            tip: qsTr("Choose a table")
            onClicked: chooser.visible ? chooser.close() : chooser.open()
            TableChooser {
                id: chooser
                y: parent.height + 4
                height: Math.min(520, view.height - 60)
                onChosen: grid.take()
            }
        }
        FlatButton {
            id: columns
            anchors.left: which.right
            anchors.leftMargin: 8
            anchors.verticalCenter: parent.verticalCenter
            quiet: true
            text: qsTr("Columns")
            onClicked: columnChooser.visible ? columnChooser.close() : columnChooser.open()
            ColumnChooser {
                id: columnChooser
                y: parent.height + 4
                height: Math.min(420, view.height - 60)
            }
        }
        Caption {
            anchors.left: columns.right
            anchors.leftMargin: 12
            anchors.right: count.left
            anchors.rightMargin: 12
            height: parent.height
            font.pixelSize: Theme.small
            color: Theme.third
            text: view.table.cells.count > 1 ? qsTr("%1 cells selected · type, then Ctrl+Enter fills them").arg(view.table.cells.count)
                : view.table.cells.count === 1 ? qsTr("F2 edits · Enter shows it on the plan · Ctrl+C and Ctrl+V with spreadsheets") : ""
        }
        Caption {
            id: count
            anchors.right: filter.left
            anchors.rightMargin: 12
            height: parent.height
            font.pixelSize: Theme.small
            color: Theme.third
            text: view.table.rows === view.table.allRows ? qsTr("%1 rows").arg(view.table.rows)
                                                         : qsTr("%1 of %2 rows").arg(view.table.rows).arg(view.table.allRows)
        }
        BoxedField {
            id: filter
            objectName: "tableFilter"
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 260
            placeholderText: qsTr("Filter: words, use=office, height>1.2")
            Accessible.name: qsTr("Filter rows")
            onTextChanged: pause.restart()
            onAccepted: { pause.stop(); view.table.filter = text; grid.take() }
            Keys.onEscapePressed: { text = ""; grid.take() }
            Timer { id: pause; interval: 150; onTriggered: view.table.filter = filter.text }
        }
    }
    TableGrid {
        id: grid
        anchors.top: bar.bottom
        anchors.bottom: problems.top
        width: parent.width
        onObjectAsked: (id) => view.objectAsked(id)
    }
    CellProblems {
        id: problems
        anchors.bottom: parent.bottom
        width: parent.width
        onPlaceAsked: (row, column) => { view.table.cells.press(row, column, false, false); grid.goTo(row, column); grid.take() }
    }
}
