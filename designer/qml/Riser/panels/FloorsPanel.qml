// SPDX-License-Identifier: GPL-3.0-or-later
// The floors from the top down, with how many points each has.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: panel
    Heading {
        id: head
        width: parent.width
        text: qsTr("Floors")
        Caption {
            text: qsTr("points")
            font.pixelSize: Theme.tiny
            color: Theme.third
            rightPadding: 4
        }
    }
    ListView {
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: DesignSession.floors
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        // Up and down turn to the floor; the ring says where the keys are.
        Keys.onUpPressed: turn(-1)
        Keys.onDownPressed: turn(1)
        function turn(by) {
            currentIndex = Math.max(0, Math.min(currentIndex + by, count - 1))
            if (currentItem)
                DesignSession.floor = currentItem.floorId
        }
        Rectangle { anchors.fill: parent; visible: list.activeFocus; color: "transparent"; border.color: Theme.accent }
        ScrollBar.vertical: ScrollBar { policy: ScrollBar.AsNeeded }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Floors")
        delegate: Rectangle {
            id: item
            required property string floorId
            required property string label
            required property string name
            required property int points
            required property double elevation
            required property int index
            readonly property bool current: floorId === DesignSession.floor
            onCurrentChanged: if (current) list.currentIndex = index
            Component.onCompleted: if (current) list.currentIndex = index
            width: ListView.view.width
            height: 24
            color: current ? Theme.soft : mouse.containsMouse ? Theme.hover : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: label + " " + name
            Caption {
                x: 12
                width: 44
                height: parent.height
                text: item.label
                font.weight: item.current ? Font.DemiBold : Font.Normal
                color: item.current ? Theme.accent : Theme.text
            }
            Caption {
                x: 60
                width: parent.width - x - 52
                height: parent.height
                text: item.name !== item.label ? item.name : ""
                font.pixelSize: Theme.small
                color: Theme.third
            }
            Caption {
                anchors.right: parent.right
                anchors.rightMargin: 12
                height: parent.height
                text: item.points > 0 ? item.points.toLocaleString(Qt.locale("C"), 'f', 0) : "—"
                font.pixelSize: Theme.small
                color: Theme.third
            }
            MouseArea {
                id: mouse
                anchors.fill: parent
                hoverEnabled: true
                onClicked: DesignSession.floor = item.floorId
            }
            ToolTip.visible: mouse.containsMouse
            ToolTip.delay: 700
            ToolTip.text: item.label + "  " + (item.elevation >= 0 ? "+" : "") + item.elevation.toFixed(2) + " m"
        }
    }
}
