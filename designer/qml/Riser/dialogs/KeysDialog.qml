// SPDX-License-Identifier: GPL-3.0-or-later
// F1: every key there is.
import QtQuick
import QtQuick.Controls.Basic
import Riser

DialogBox {
    id: dialog
    property var commands: []
    property var tools: []
    property var lenses: []
    width: Math.min(860, parent.width - 48)
    height: Math.min(640, parent.height - 48)
    title: qsTr("Keys")
    readonly property var groups: [
        { title: qsTr("Commands"), keys: commands.filter(command => command.key !== "") },
        { title: qsTr("Tools"), keys: tools.map(tool => ({ name: tool.name, key: tool.shortcut })) },
        { title: qsTr("Lenses"), keys: lenses.map(lens => ({ name: lens.name, key: "Alt+" + lens.shortcut })) },
        { title: qsTr("On the plan"), keys: [
            { name: qsTr("Search or command"), key: "Ctrl+K" },
            { name: qsTr("Move the plan"), key: qsTr("Space or middle button, drag") },
            { name: qsTr("Zoom at the pointer"), key: qsTr("wheel") },
            { name: qsTr("Zoom in, out"), key: "Ctrl++  Ctrl+-" },
            { name: qsTr("Add to the selection"), key: qsTr("Shift+click") },
            { name: qsTr("Without snapping"), key: qsTr("hold Alt") },
            { name: qsTr("Exact: length and angle"), key: "5000<90" },
            { name: qsTr("Exact: to the right and up"), key: "@3000,0" },
            { name: qsTr("Leave what was begun"), key: "Esc" }
        ] },
        { title: qsTr("In tables"), keys: [
            { name: qsTr("Edit the cell"), key: "F2" },
            { name: qsTr("Fill all selected cells"), key: "Ctrl+Enter" },
            { name: qsTr("Clear the cells"), key: "Del" },
            { name: qsTr("Select everything"), key: "Ctrl+A" },
            { name: qsTr("Select a column"), key: qsTr("Ctrl+click its heading") },
            { name: qsTr("Show on the plan"), key: qsTr("Enter or double click") }
        ] }
    ]
    Flickable {
        anchors.fill: parent
        clip: true
        contentHeight: columns.height
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        Row {
            id: columns
            width: parent.width
            spacing: 28
            Repeater {
                model: [dialog.groups.slice(0, 1), dialog.groups.slice(1)]
                Column {
                    id: column
                    required property var modelData
                    width: (columns.width - columns.spacing - 12) / 2
                    spacing: 12
                    Repeater {
                        model: column.modelData
                        Column {
                            id: group
                            required property var modelData
                            width: column.width
                            Heading { width: parent.width; text: group.modelData.title }
                            Repeater {
                                model: group.modelData.keys
                                Item {
                                    required property var modelData
                                    width: group.width
                                    height: 24
                                    Caption { x: 12; width: parent.width * 0.56; height: parent.height; text: parent.modelData.name }
                                    Caption {
                                        anchors.right: parent.right
                                        height: parent.height
                                        text: parent.modelData.key
                                        color: Theme.second
                                        font.pixelSize: Theme.small
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    buttons: FlatButton { text: qsTr("Close"); primary: true; onClicked: dialog.close() }
}
