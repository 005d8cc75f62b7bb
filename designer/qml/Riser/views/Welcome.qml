// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: never a blank window.
import QtQuick
import Riser

Rectangle {
    id: welcome
    signal openAsked()
    signal newAsked()
    signal briefAsked()
    color: Theme.window
    MouseArea { anchors.fill: parent }
    Column {
        anchors.centerIn: parent
        spacing: 14
        Caption {
            text: "Riser"
            font.pixelSize: 30
            font.weight: Font.DemiBold
        }
        Caption {
            text: qsTr("Designs the network of a building, and proves what can be proved of it.")
            color: Theme.second
        }
        Item { width: 1; height: 8 }
        Repeater {
            model: [
                { name: qsTr("Open a design…"), key: "Ctrl+O", note: qsTr("a *.riser file"), ask: () => welcome.openAsked() },
                { name: qsTr("New from a brief…"), key: "", note: qsTr("bodies, head counts and the point table are there from the start"), ask: () => welcome.briefAsked() },
                { name: qsTr("New, empty"), key: "Ctrl+N", note: qsTr("with the usual catalogue and point table; then import a floor plan"), ask: () => welcome.newAsked() }
            ]
            Rectangle {
                required property var modelData
                width: 460
                height: 54
                radius: 6
                color: area.containsMouse ? Theme.soft : Theme.surface
                border.color: area.containsMouse ? Theme.accent : Theme.border
                Caption {
                    x: 16
                    y: 9
                    text: parent.modelData.name
                    font.weight: Font.DemiBold
                }
                Caption {
                    x: 16
                    y: 29
                    text: parent.modelData.note
                    font.pixelSize: Theme.small
                    color: Theme.third
                }
                Caption {
                    anchors.right: parent.right
                    anchors.rightMargin: 16
                    height: parent.height
                    text: parent.modelData.key
                    color: Theme.third
                }
                MouseArea {
                    id: area
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: parent.modelData.ask()
                }
                Accessible.role: Accessible.Button
                Accessible.name: modelData.name
            }
        }
    }
}
