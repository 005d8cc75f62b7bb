// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a panel: its title, and to the right whatever is put into it.
import QtQuick
import Riser

Item {
    id: head
    property string text: ""
    default property alias actions: row.data
    implicitHeight: 30
    Caption {
        anchors.left: parent.left
        anchors.leftMargin: 12
        anchors.right: row.left
        anchors.verticalCenter: parent.verticalCenter
        text: head.text
        font.pixelSize: Theme.small
        font.weight: Font.DemiBold
        color: Theme.second
    }
    Row {
        id: row
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
    }
}
