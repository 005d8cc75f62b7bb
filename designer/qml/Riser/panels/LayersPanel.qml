// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Riser

Item {
    id: panel
    implicitHeight: head.height + list.contentHeight + 8
    Heading {
        id: head
        width: parent.width
        text: qsTr("Layers")
    }
    ListView {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        interactive: false
        model: DesignSession.layers
        delegate: Item {
            id: item
            required property string name
            required property bool shown
            required property int index
            width: ListView.view.width
            height: 24
            Toggle {
                x: 12
                anchors.verticalCenter: parent.verticalCenter
                text: item.name
                checked: item.shown
                onClicked: DesignSession.layers.toggle(item.index)
            }
            Caption {
                x: 50
                width: parent.width - x - 8
                height: parent.height
                text: item.name
                color: item.shown ? Theme.text : Theme.third
            }
        }
    }
}
