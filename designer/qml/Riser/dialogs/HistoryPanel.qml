// SPDX-License-Identifier: GPL-3.0-or-later
// Every step since the design was opened; a click goes there, and the steps after it stay until something else is done.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: panel
    modal: false
    focus: true
    closePolicy: Popup.CloseOnEscape
    width: 320
    height: Math.min(list.contentHeight + 60, parent.height - 300)
    x: parent.width - width - 16
    y: 56
    padding: 0
    onOpened: list.positionViewAtIndex(DesignSession.history.position, ListView.Contain)
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    contentItem: Item {
        Heading {
            id: head
            width: parent.width
            text: qsTr("History")
            FlatButton { height: 22; quiet: true; text: "✕"; tip: qsTr("Close"); key: "Esc"; onClicked: panel.close() }
        }
        ListView {
            cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
            id: list
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width
            clip: true
            model: DesignSession.history
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: head.text
            delegate: AbstractButton {
                id: step
                required property string name
                required property bool undone
                required property int index
                readonly property bool current: DesignSession.history.position === index
                width: ListView.view.width
                height: 26
                hoverEnabled: true
                focusPolicy: Qt.TabFocus
                Accessible.name: name
                onClicked: DesignSession.history.goTo(index)
                background: Rectangle {
                    color: step.current ? Theme.soft : step.hovered || step.visualFocus ? Theme.hover : "transparent"
                }
                contentItem: Item {
                    Caption {
                        x: 12
                        width: 30
                        height: parent.height
                        text: step.index
                        color: Theme.third
                        font.pixelSize: Theme.tiny
                    }
                    Caption {
                        x: 44
                        width: parent.width - 56
                        height: parent.height
                        text: step.name
                        color: step.current ? Theme.accent : step.undone ? Theme.third : Theme.text
                        font.weight: step.current ? Font.DemiBold : Font.Normal
                        font.italic: step.undone
                    }
                }
            }
        }
    }
}
