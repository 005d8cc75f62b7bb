// SPDX-License-Identifier: GPL-3.0-or-later
// The cells that were refused, each with what is wrong and what to do; a click goes there.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: panel
    readonly property var cells: DesignSession.table.cells
    readonly property var problems: cells.problems
    signal placeAsked(int row, int column)
    objectName: "cellProblems"
    visible: problems.length > 0
    height: visible ? Math.min(problems.length, 6) * 24 + 40 : 0
    color: Theme.surface
    Rectangle { width: parent.width; height: 1; color: Theme.error }
    Caption {
        x: 12
        width: parent.width - 60
        height: 32
        text: panel.problems.length >= 200 ? qsTr("Nothing was changed: 200 cells or more were refused")
                                           : qsTr("Nothing was changed; refused cells: %1").arg(panel.problems.length)
        font.weight: Font.DemiBold
        color: Theme.error
    }
    FlatButton {
        anchors.right: parent.right
        anchors.rightMargin: 8
        y: 4
        height: 24
        quiet: true
        text: "✕"
        tip: qsTr("Close")
        key: "Esc"
        onClicked: panel.cells.forgetProblems()
    }
    ListView {
        cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
        y: 32
        width: parent.width
        height: parent.height - 36
        clip: true
        model: panel.problems
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Refused cells")
        delegate: AbstractButton {
            id: line
            required property var modelData
            width: ListView.view.width
            height: 24
            hoverEnabled: true
            text: modelData.text
            Accessible.name: text
            background: Rectangle { color: line.hovered ? Theme.hover : "transparent" }
            contentItem: Caption { leftPadding: 12; rightPadding: 12; text: line.text; font.pixelSize: Theme.small }
            ToolTip.visible: hovered && contentItem.truncated
            ToolTip.text: text
            onClicked: panel.placeAsked(modelData.row, modelData.column)
        }
    }
}
