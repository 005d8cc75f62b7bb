// SPDX-License-Identifier: GPL-3.0-or-later
// Which columns of the table are shown.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: chooser
    readonly property var table: DesignSession.table
    property var columns: []
    width: 280
    padding: 8
    focus: true
    onOpened: columns = table.allColumns()
    // A line goes while it is clicked: what comes after it is the chooser's own.
    function showColumn(key, shown) {
        const at = contentItem.contentY
        table.showColumn(key, shown)
        columns = table.allColumns()
        contentItem.contentY = at
    }
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    contentItem: ListView {
        clip: true
        model: chooser.columns
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Columns")
        delegate: Item {
            id: line
            required property var modelData
            width: ListView.view.width
            height: 26
            Caption { x: 44; width: parent.width - 50; height: parent.height; text: line.modelData.name }
            Toggle {
                anchors.verticalCenter: parent.verticalCenter
                x: 6
                text: line.modelData.name
                checked: line.modelData.shown
                onClicked: chooser.showColumn(line.modelData.key, checked)
            }
        }
    }
}
