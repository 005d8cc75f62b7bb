// SPDX-License-Identifier: GPL-3.0-or-later
// A dialog in the middle of the window: its title above whatever is put into it, its buttons below.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: box
    property string title: ""
    default property alias content: body.data
    property alias buttons: row.data
    modal: true
    padding: 16
    anchors.centerIn: parent
    closePolicy: Popup.CloseOnEscape
    focus: true
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    contentItem: Item {
        implicitWidth: box.availableWidth
        implicitHeight: head.height + body.implicitHeight + row.height + 24
        Accessible.role: Accessible.Dialog
        Accessible.name: box.title
        Caption {
            id: head
            width: parent.width
            text: box.title
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
        }
        Item {
            id: body
            anchors.top: head.bottom
            anchors.topMargin: 12
            anchors.bottom: row.top
            anchors.bottomMargin: 12
            width: parent.width
            implicitHeight: childrenRect.height
        }
        Row {
            id: row
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: 8
        }
    }
}
