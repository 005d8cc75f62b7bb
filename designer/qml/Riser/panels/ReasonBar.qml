// SPDX-License-Identifier: GPL-3.0-or-later
// Why: the sentence of the finding that is lit, the sum behind it, and the floors it is on.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: bar
    readonly property var reason: DesignSession.reason
    visible: reason.lit
    height: content.implicitHeight + 16
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.warning
    Column {
        id: content
        x: 12
        y: 8
        width: parent.width - 48
        spacing: 4
        Caption {
            width: parent.width
            text: bar.reason.sentence
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: bar.reason.sum
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            font.pixelSize: Theme.small
            color: Theme.second
        }
        Flow {
            width: parent.width
            visible: bar.reason.floors.length > 1
            spacing: 4
            Repeater {
                model: bar.reason.floors
                Pill {
                    required property var modelData
                    text: modelData.label
                    checked: DesignSession.floor === modelData.id
                    onClicked: DesignSession.floor = modelData.id
                }
            }
        }
    }
    FlatButton {
        anchors.right: parent.right
        anchors.rightMargin: 6
        y: 6
        implicitHeight: 22
        quiet: true
        text: "×"
        tip: qsTr("Put the light out")
        onClicked: bar.reason.clear()
    }
}
