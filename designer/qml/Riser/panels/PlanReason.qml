// SPDX-License-Identifier: GPL-3.0-or-later
// A reason of a plan; each click goes to the next of its subjects.
import QtQuick
import QtQuick.Controls.Basic
import Riser

AbstractButton {
    id: line
    required property var modelData
    property int at: -1
    height: sentence.implicitHeight + (where.visible ? 16 : 0) + 10
    hoverEnabled: true
    enabled: modelData.subjects.length > 0
    focusPolicy: Qt.TabFocus
    text: modelData.sentence
    Accessible.name: text
    onClicked: {
        at = (at + 1) % modelData.subjects.length
        DesignSession.show(modelData.subjects[at].id)
    }
    background: Rectangle {
        color: line.at >= 0 ? Theme.raised : line.hovered ? Theme.hover : Theme.surface
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Caption {
            id: sentence
            x: 12
            y: 4
            width: parent.width - 24
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            font.pixelSize: Theme.small
            text: line.modelData.sentence
        }
        Caption {
            id: where
            visible: line.modelData.count > 0
            x: 12
            y: sentence.y + sentence.implicitHeight
            width: parent.width - 24
            font.pixelSize: Theme.tiny
            color: line.at >= 0 ? Theme.accent : Theme.third
            text: line.at >= 0 ? (line.at + 1) + " / " + line.modelData.count + "  " + line.modelData.subjects[line.at].name
                  : line.modelData.count > 1 ? qsTr("%1 places").arg(line.modelData.count)
                  : line.modelData.count > 0 ? line.modelData.subjects[0].name : ""
        }
    }
}
