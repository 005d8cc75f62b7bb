// SPDX-License-Identifier: GPL-3.0-or-later
// A new floor beside another, a copy of one, or what a floor is called and how high it lies.
import QtQuick
import Riser

DialogBox {
    id: dialog
    property string mode: "add" // "copy", "change"
    property string floor: ""
    property bool above: true
    readonly property var floors: DesignSession.floorEditor
    function ask(mode, floor, above) {
        dialog.mode = mode
        dialog.floor = floor
        const now = floors.describe(floor)
        dialog.above = above
        label.text = mode === "change" ? now.label : floors.nextLabel(floor, above)
        name.text = mode === "change" ? now.name : ""
        height.text = now.height
        elevation.text = now.elevation
        problem.text = ""
        open()
    }
    function place(above) {
        dialog.above = above
        label.text = floors.nextLabel(floor, above)
    }
    function accept() {
        if (mode === "change") {
            if (floors.change(floor, label.text, name.text, elevation.text, height.text))
                close()
            return
        }
        const added = floors.add(floor, above, label.text, name.text, height.text, mode === "copy")
        if (added === "")
            return
        DesignSession.floor = added
        close()
    }
    width: 420
    title: mode === "change" ? qsTr("Floor") : mode === "copy" ? qsTr("Copy the floor") : qsTr("Add a floor")
    onOpened: label.forceActiveFocus()
    Connections {
        target: dialog.floors
        enabled: dialog.opened
        function onRefused() { problem.text = DesignSession.message }
    }

    component Line: Row {
        property alias text: caption.text
        default property alias content: slot.data
        width: parent.width
        height: 30
        Caption { id: caption; width: 130; height: 26; color: Theme.second }
        Item { id: slot; width: parent.width - 130; height: 26 }
    }
    Column {
        width: parent.width
        spacing: 4
        Line {
            visible: dialog.mode !== "change"
            text: qsTr("Where")
            Row {
                spacing: 6
                Pill { text: qsTr("above it"); checked: dialog.above; onClicked: dialog.place(true) }
                Pill { text: qsTr("below it"); checked: !dialog.above; onClicked: dialog.place(false) }
            }
        }
        Line {
            text: qsTr("Label")
            BoxedField { id: label; width: parent.width; Accessible.name: qsTr("Label"); onAccepted: dialog.accept() }
        }
        Line {
            text: qsTr("Name")
            BoxedField {
                id: name
                width: parent.width
                placeholderText: dialog.mode === "change" ? "" : qsTr("the label, when empty")
                Accessible.name: qsTr("Name")
                onAccepted: dialog.accept()
            }
        }
        Line {
            text: qsTr("Storey height, mm")
            BoxedField { id: height; width: parent.width; Accessible.name: qsTr("Storey height, mm"); onAccepted: dialog.accept() }
        }
        Line {
            visible: dialog.mode === "change"
            text: qsTr("Elevation, mm")
            BoxedField { id: elevation; width: parent.width; Accessible.name: qsTr("Elevation, mm"); onAccepted: dialog.accept() }
        }
        Note {
            width: parent.width
            color: Theme.second
            text: dialog.mode === "copy"
                  ? qsTr("Rooms, walls, trays, telecom spaces and points come along, with labels of the new floor. Cables and devices are planned anew; classified points are never copied.")
                  : dialog.mode === "change" ? qsTr("Floors beyond it move with its height; the ground stays.")
                                             : qsTr("Floors beyond it make room; the ground stays.")
        }
        Note { id: problem; width: parent.width; visible: text !== ""; color: Theme.error }
    }
    buttons: [
        FlatButton { text: qsTr("Cancel"); onClicked: dialog.close() },
        FlatButton {
            text: dialog.mode === "change" ? qsTr("Change") : dialog.mode === "copy" ? qsTr("Copy") : qsTr("Add")
            primary: true
            enabled: label.text.trim() !== ""
            onClicked: dialog.accept()
        }
    ]
}
