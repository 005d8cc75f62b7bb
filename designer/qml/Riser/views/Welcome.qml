// SPDX-License-Identifier: GPL-3.0-or-later
// The first start: never a blank window.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: welcome
    signal asked(string what) // "open", "brief", "plan"
    signal fileAsked(url file)
    color: Theme.window
    MouseArea { anchors.fill: parent; Accessible.ignored: true } // keeps clicks from what lies below
    component Card: AbstractButton {
        id: card
        property string note: ""
        property string key: ""
        width: 460
        height: 54
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        Accessible.name: text
        Keys.onReturnPressed: clicked()
        background: Rectangle {
            radius: 6
            color: card.hovered ? Theme.soft : Theme.surface
            border.width: card.visualFocus ? 2 : 1
            border.color: card.hovered || card.visualFocus ? Theme.accent : Theme.border
        }
        contentItem: Item {
            Caption { x: 16; y: 9; width: parent.width - 100; text: card.text; font.weight: Font.DemiBold; color: card.enabled ? Theme.text : Theme.third }
            Caption { x: 16; y: 29; width: parent.width - 32; text: card.note; font.pixelSize: Theme.small; color: Theme.third }
            Caption { anchors.right: parent.right; anchors.rightMargin: 16; height: parent.height; text: card.key; color: Theme.third }
        }
    }
    Row {
        anchors.centerIn: parent
        spacing: 40
        Column {
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
            Card {
                text: qsTr("Open a design…")
                key: "Ctrl+O"
                note: qsTr("a *.riser file")
                onClicked: welcome.asked("open")
            }
            Card {
                text: qsTr("Start from a floor plan…")
                key: "Ctrl+I"
                note: qsTr("an ASCII DXF: its rooms, walls and doors are recognised")
                onClicked: welcome.asked("plan")
            }
            Card {
                text: qsTr("New from a brief…")
                note: qsTr("bodies, head counts and the point table are there from the start")
                onClicked: welcome.asked("brief")
            }
            Card {
                text: qsTr("New, empty")
                key: "Ctrl+N"
                note: qsTr("with the usual catalogue and point table; then import a floor plan")
                onClicked: DesignSession.newEmpty()
            }
            Card {
                visible: DesignSession.hasExample
                text: qsTr("Open the example")
                note: qsTr("an administrative building, planned and checked; a copy to try things on")
                onClicked: DesignSession.openExample()
            }
        }
        Column {
            visible: DesignSession.preferences.recents.length > 0
            spacing: 4
            topPadding: 92
            Heading { width: 360; text: qsTr("Opened last") }
            Repeater {
                model: DesignSession.preferences.recents
                Card {
                    required property var modelData
                    width: 360
                    height: 46
                    text: modelData.name
                    note: modelData.there ? modelData.folder : qsTr("no longer there: %1").arg(modelData.folder)
                    onClicked: modelData.there ? welcome.fileAsked(modelData.url) : DesignSession.preferences.forgetRecent(modelData.url)
                }
            }
        }
    }
}
