// SPDX-License-Identifier: GPL-3.0-or-later
// How many rows a plan adds, changes and removes on a floor; a click turns to it.
import QtQuick
import QtQuick.Controls.Basic
import Riser

AbstractButton {
    id: line
    required property var modelData
    readonly property string place: modelData.label !== "" ? modelData.label : qsTr("on no floor")
    height: 24
    hoverEnabled: true
    enabled: modelData.id !== ""
    focusPolicy: Qt.TabFocus
    Accessible.name: qsTr("Turn to %1").arg(place)
    onClicked: DesignSession.floor = modelData.id
    background: Rectangle {
        color: line.modelData.id !== "" && line.modelData.id === DesignSession.floor ? Theme.soft : line.hovered ? Theme.hover : Theme.surface
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Caption { x: 12; height: 24; text: line.place }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: 12
            Repeater {
                model: [
                    { text: "+" + line.modelData.added, ink: Theme.accent, some: line.modelData.added > 0 },
                    { text: "~" + line.modelData.changed, ink: Theme.warning, some: line.modelData.changed > 0 },
                    { text: "−" + line.modelData.removed, ink: Theme.error, some: line.modelData.removed > 0 }
                ]
                Caption {
                    required property var modelData
                    width: 58
                    height: 24
                    horizontalAlignment: Text.AlignRight
                    font.pixelSize: Theme.small
                    text: modelData.text
                    color: modelData.some ? modelData.ink : Theme.third
                }
            }
        }
    }
}
