// SPDX-License-Identifier: GPL-3.0-or-later
// The tools, each with its key.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: bar
    property string tool: "select"
    property var tools: []
    // Closer together where the window is low, so that every tool stays in it.
    readonly property real pitch: Math.max(22, Math.min(36, (height - 16) / Math.max(1, tools.length)))
    signal chosen(string tool)
    width: 42
    color: Theme.surface
    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.border
    }
    Column {
        y: 8
        x: 6
        spacing: bar.pitch > 30 ? 4 : 0
        Repeater {
            model: bar.tools
            AbstractButton {
                id: button
                required property var modelData
                width: 30
                height: bar.pitch - parent.spacing
                checked: bar.tool === modelData.key
                focusPolicy: Qt.TabFocus
                hoverEnabled: true
                Accessible.name: modelData.name
                onClicked: bar.chosen(modelData.key)
                contentItem: Item {
                    ToolGlyph {
                        anchors.centerIn: parent
                        anchors.verticalCenterOffset: -2
                        tool: button.modelData.key
                        color: button.checked ? Theme.accent : Theme.second
                    }
                    Caption {
                        anchors.right: parent.right
                        anchors.bottom: parent.bottom
                        anchors.rightMargin: 2
                        text: button.modelData.shortcut
                        font.pixelSize: 8
                        color: Theme.third
                    }
                }
                background: Rectangle {
                    radius: Theme.radius
                    color: button.checked ? Theme.soft : button.hovered ? Theme.hover : "transparent"
                    border.width: button.visualFocus ? 2 : 0
                    border.color: Theme.accent
                }
                ToolTip.visible: hovered
                ToolTip.delay: 400
                ToolTip.text: modelData.name + "  " + modelData.shortcut
            }
        }
    }
}
