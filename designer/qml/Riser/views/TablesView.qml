// SPDX-License-Identifier: GPL-3.0-or-later
// The schedules: sort by a heading, filter by words, go from a row to its object and back.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: view
    readonly property var table: DesignSession.table
    signal objectAsked(string id)
    property var widths: []
    function measure() {
        const out = []
        for (let c = 0; c < grid.columns; ++c)
            out.push(Math.round(table.widthOf(c) * 6.9) + 12)
        widths = out
        grid.forceLayout()
    }
    onVisibleChanged: {
        table.setShown(visible)
        if (visible)
            measure()
    }
    Component.onCompleted: {
        table.setShown(visible)
        measure()
    }
    Connections {
        target: view.table
        function onShapeChanged() { view.measure() }
    }

    Rectangle {
        id: bar
        width: parent.width
        height: 42
        color: Theme.surface
        Row {
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6
            Repeater {
                model: view.table.schedules
                Pill {
                    required property string modelData
                    required property int index
                    text: modelData
                    checked: view.table.schedule === index
                    onClicked: view.table.schedule = index
                }
            }
        }
        Caption {
            anchors.right: filter.left
            anchors.rightMargin: 12
            height: parent.height
            font.pixelSize: Theme.small
            color: Theme.third
            text: view.table.rows === view.table.allRows ? qsTr("%1 rows").arg(view.table.rows)
                                                         : qsTr("%1 of %2 rows").arg(view.table.rows).arg(view.table.allRows)
        }
        Field {
            id: filter
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            width: 220
            placeholderText: qsTr("Filter rows")
            Accessible.name: placeholderText
            onTextChanged: view.table.filter = text
            background: Rectangle {
                radius: Theme.radius
                color: Theme.raised
                border.color: filter.activeFocus ? Theme.accent : Theme.border
            }
        }
    }
    Rectangle {
        id: headRow
        anchors.top: bar.bottom
        width: parent.width
        height: 28
        color: Theme.raised
        clip: true
        Rectangle { width: parent.width; height: 1; color: Theme.border }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.border }
        Row {
            x: -grid.contentX
            Repeater {
                model: view.widths.length
                AbstractButton {
                    id: headCell
                    required property int index
                    width: view.widths[index]
                    height: 28
                    onClicked: view.table.sortBy(index)
                    Accessible.name: view.table.heading(index)
                    contentItem: Caption {
                        leftPadding: 8
                        text: view.table.heading(headCell.index)
                              + (view.table.sortColumn === headCell.index ? (view.table.descending ? " ↓" : " ↑") : "")
                        font.pixelSize: Theme.small
                        font.weight: Font.DemiBold
                        color: Theme.second
                    }
                }
            }
        }
    }
    TableView {
        id: grid
        anchors.top: headRow.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: view.table
        boundsBehavior: Flickable.StopAtBounds
        columnWidthProvider: (column) => view.widths[column] ?? 80
        rowHeightProvider: () => 25
        reuseItems: true
        ScrollBar.vertical: ScrollBar { policy: ScrollBar.AsNeeded }
        ScrollBar.horizontal: ScrollBar {}
        delegate: Rectangle {
            id: cell
            required property string display
            required property bool number
            required property string subject
            required property string accent
            required property string tone
            required property int row
            required property int column
            implicitHeight: 25
            implicitWidth: 80
            color: view.hovered === row ? Theme.hover : row % 2 ? Theme.raised : Theme.surface
            Rectangle {
                visible: cell.accent !== ""
                width: 3
                height: parent.height
                color: cell.accent !== "" ? cell.accent : "transparent"
            }
            Caption {
                anchors.fill: parent
                anchors.leftMargin: 8
                anchors.rightMargin: 8
                text: cell.display
                font.pixelSize: Theme.small
                horizontalAlignment: cell.number ? Text.AlignRight : Text.AlignLeft
                color: cell.tone === "attention" ? Theme.warning : cell.tone === "muted" ? Theme.third : Theme.text
            }
            MouseArea {
                anchors.fill: parent
                hoverEnabled: true
                onEntered: view.hovered = cell.row
                // Later: it leads away from this view, whose cells go while they are hidden.
                onDoubleClicked: if (cell.subject !== "") Qt.callLater(view.objectAsked, cell.subject)
            }
        }
    }
    property int hovered: -1
    Caption {
        anchors.centerIn: grid
        visible: view.table.rows === 0
        text: view.table.allRows === 0 ? qsTr("Nothing to list yet: plan the outlets and cables first.") : qsTr("No row holds these words.")
        color: Theme.third
    }
}
