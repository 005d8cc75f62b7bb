// SPDX-License-Identifier: GPL-3.0-or-later
// The floors from the top down, with how many points each has.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Riser

Item {
    id: panel
    readonly property var floors: DesignSession.floorEditor
    readonly property bool can: DesignSession.floor !== "" && !DesignSession.readOnly
    property var about: ({ index: 0, count: 0 }) // the floor that the menu is of
    function ask(floor) {
        about = floors.describe(floor)
        menu.popup()
    }
    function add() { if (can) floorDialog.ask("add", DesignSession.floor, true) }
    function copy() { if (can) floorDialog.ask("copy", DesignSession.floor, true) }
    function change() { if (can) floorDialog.ask("change", DesignSession.floor, true) }
    function move(up) { if (can) floors.move(DesignSession.floor, up) }
    function remove() { if (can) deleteDialog.ask(DesignSession.floor) }
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
        FlatButton {
            quiet: true
            width: 24
            height: 22
            text: "⋯"
            tip: qsTr("Add, copy, move floors")
            enabled: DesignSession.floor !== "" && !DesignSession.readOnly
            onClicked: panel.ask(DesignSession.floor)
        }
    }
    ListView {
        cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: DesignSession.floors
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        // Up and down turn to the floor; the ring says where the keys are.
        Keys.onUpPressed: (event) => event.modifiers & Qt.AltModifier ? panel.move(true) : turn(-1)
        Keys.onDownPressed: (event) => event.modifiers & Qt.AltModifier ? panel.move(false) : turn(1)
        Keys.onReturnPressed: panel.change()
        Keys.onDeletePressed: panel.remove()
        Keys.onPressed: (event) => {
            if (event.key !== Qt.Key_Insert && event.key !== Qt.Key_Menu)
                return
            event.accepted = true
            if (event.key === Qt.Key_Menu)
                panel.ask(DesignSession.floor)
            else if (event.modifiers & Qt.ShiftModifier)
                panel.copy()
            else
                panel.add()
        }
        Keys.onShortcutOverride: (event) => event.accepted = event.key === Qt.Key_Delete
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
                acceptedButtons: Qt.LeftButton | Qt.RightButton
                onClicked: (event) => {
                    DesignSession.floor = item.floorId
                    list.forceActiveFocus()
                    if (event.button === Qt.RightButton)
                        panel.ask(item.floorId)
                }
                onDoubleClicked: panel.change()
            }
            ToolTip.visible: mouse.containsMouse
            ToolTip.delay: 700
            ToolTip.text: item.label + "  " + (item.elevation >= 0 ? "+" : "") + item.elevation.toFixed(2) + " m"
        }
    }
    Menu {
        id: menu
        width: 240
        MenuItem { text: qsTr("Add a floor…") + "\tIns"; enabled: panel.can; onTriggered: panel.add() }
        MenuItem { text: qsTr("Copy this floor…") + "\tShift+Ins"; enabled: panel.can; onTriggered: panel.copy() }
        MenuItem { text: qsTr("Label, heights…") + "\tEnter"; enabled: panel.can; onTriggered: panel.change() }
        MenuItem { text: qsTr("Move up") + "\tAlt+Up"; enabled: panel.can && panel.about.index + 1 < panel.about.count; onTriggered: panel.move(true) }
        MenuItem { text: qsTr("Move down") + "\tAlt+Down"; enabled: panel.can && panel.about.index > 0; onTriggered: panel.move(false) }
        MenuItem { text: qsTr("Delete…") + "\tDel"; enabled: panel.can; onTriggered: panel.remove() }
    }
    FloorDialog { id: floorDialog; parent: T.Overlay.overlay }
    DeleteFloorDialog { id: deleteDialog; parent: T.Overlay.overlay }
}
