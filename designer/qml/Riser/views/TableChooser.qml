// SPDX-License-Identifier: GPL-3.0-or-later
// Every table there is, by group, found by words; how many rows each has.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: chooser
    readonly property var table: DesignSession.table
    property var found: []
    signal chosen()
    width: 340
    padding: 8
    focus: true
    onOpened: {
        input.clear()
        input.forceActiveFocus()
        refresh()
    }
    function refresh() {
        found = table.gridsFor(input.text)
        list.currentIndex = input.text === "" ? found.findIndex((entry) => entry.current) : 0
        list.positionViewAtIndex(list.currentIndex, ListView.Center)
    }
    function choose(index) {
        if (index < 0 || index >= found.length)
            return
        const key = found[index].key
        close()
        table.grid = key
        chosen()
    }
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    contentItem: Item {
        BoxedField {
            id: input
            objectName: "tableSearch"
            width: parent.width
            placeholderText: qsTr("Rooms, VLAN, ports…")
            Accessible.name: qsTr("Find a table")
            onTextEdited: chooser.refresh()
            Keys.onDownPressed: list.currentIndex = Math.min(list.currentIndex + 1, list.count - 1)
            Keys.onUpPressed: list.currentIndex = Math.max(list.currentIndex - 1, 0)
            Keys.onReturnPressed: chooser.choose(list.currentIndex)
            Keys.onEnterPressed: chooser.choose(list.currentIndex)
        }
        ListView {
            id: list
            anchors.top: input.bottom
            anchors.topMargin: 6
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            model: chooser.found
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Tables")
            delegate: Item {
                id: line
                required property var modelData
                required property int index
                readonly property bool first: index === 0 || chooser.found[index - 1]?.group !== modelData.group
                width: ListView.view.width
                height: first ? 52 : 26
                Caption {
                    visible: line.first
                    x: 8
                    height: 26
                    text: line.modelData.group
                    font.pixelSize: Theme.tiny
                    font.weight: Font.DemiBold
                    color: Theme.third
                }
                AbstractButton {
                    id: button
                    anchors.bottom: parent.bottom
                    width: parent.width
                    height: 26
                    hoverEnabled: true
                    Accessible.name: line.modelData.name
                    onClicked: chooser.choose(line.index)
                    background: Rectangle {
                        radius: Theme.radius
                        color: line.ListView.isCurrentItem ? Theme.soft : button.hovered ? Theme.hover : "transparent"
                    }
                    contentItem: Item {
                        Caption {
                            x: 8
                            width: parent.width - 80
                            height: parent.height
                            text: line.modelData.name
                            color: line.modelData.rows === 0 ? Theme.third : line.modelData.current ? Theme.accent : Theme.text
                        }
                        Caption {
                            anchors.right: parent.right
                            anchors.rightMargin: 14
                            height: parent.height
                            text: line.modelData.rows < 0 ? "" : line.modelData.rows
                            font.pixelSize: Theme.small
                            color: Theme.third
                        }
                    }
                }
            }
        }
        Caption {
            anchors.centerIn: list
            visible: list.count === 0
            text: qsTr("No table is called so.")
            color: Theme.third
        }
    }
}
