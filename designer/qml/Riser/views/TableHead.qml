// SPDX-License-Identifier: GPL-3.0-or-later
// The headings over the cells: a click sorts, Ctrl and Shift select whole columns; computed columns are paler.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: head
    readonly property var table: DesignSession.table
    property var widths: []
    property real scrolled: 0
    signal done()
    height: 28
    color: Theme.raised
    clip: true
    Rectangle { width: parent.width; height: 1; color: Theme.border }
    Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.border }
    Row {
        x: -head.scrolled
        Repeater {
            model: head.widths.length
            Item {
                id: headCell
                required property int index
                readonly property string heading: head.widths.length > 0 ? head.table.heading(index) : ""
                readonly property bool editable: head.widths.length > 0 && head.table.editableColumn(index)
                width: head.widths[index]
                height: 28
                Accessible.role: Accessible.ColumnHeader
                Accessible.name: heading
                Accessible.onPressAction: head.table.sortBy(index)
                Caption {
                    anchors.fill: parent
                    leftPadding: 8
                    text: headCell.heading
                          + (head.table.sortColumn === headCell.index ? (head.table.descending ? " ↓" : " ↑") : "")
                    font.pixelSize: Theme.small
                    font.weight: Font.DemiBold
                    color: headCell.editable ? Theme.second : Theme.third
                }
                MouseArea {
                    id: headMouse
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: (mouse) => {
                        if (mouse.modifiers & (Qt.ControlModifier | Qt.ShiftModifier))
                            head.table.cells.pressColumn(headCell.index, (mouse.modifiers & Qt.ShiftModifier) !== 0,
                                                   (mouse.modifiers & Qt.ControlModifier) !== 0)
                        else
                            head.table.sortBy(headCell.index)
                        head.done()
                    }
                    Component.onDestruction: ToolTip.hide() // else the tip comes up without a window
                    ToolTip.visible: containsMouse
                    ToolTip.delay: 600
                    ToolTip.text: headCell.editable ? qsTr("Click or Alt+Down sorts, Ctrl+click or Ctrl+Space selects the column")
                                                    : qsTr("Computed: cannot be edited. Click or Alt+Down sorts, Ctrl+click or Ctrl+Space selects the column")
                }
            }
        }
    }
}
