// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue's types: kinds to choose from, words to find them by, and each with what it is, costs and is used.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: area
    readonly property var catalogue: DesignSession.catalogue
    function take() { search.forceActiveFocus() }

    BoxedField {
        id: search
        objectName: "catalogueSearch"
        x: 14
        width: parent.width - 28
        placeholderText: qsTr("Words, poe-budget>370, price<5000")
        Accessible.name: qsTr("Find a type")
        onTextChanged: pause.restart()
        Timer { id: pause; interval: 150; onTriggered: area.catalogue.query = search.text }
        Keys.onDownPressed: { list.forceActiveFocus(); list.currentIndex = 0 }
    }
    Flow {
        id: pills
        anchors.top: search.bottom
        anchors.topMargin: 8
        x: 14
        width: parent.width - 28
        spacing: 6
        Pill {
            text: qsTr("All")
            checked: area.catalogue.kind === ""
            onClicked: area.catalogue.kind = ""
        }
        Repeater {
            model: area.catalogue.kinds
            Pill {
                required property var modelData
                text: modelData.name + "  " + modelData.types
                checked: area.catalogue.kind === modelData.key
                onClicked: area.catalogue.kind = modelData.key
            }
        }
    }
    ListView {
        id: list
        anchors.top: pills.bottom
        anchors.topMargin: 8
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: area.catalogue
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        keyNavigationEnabled: true
        currentIndex: -1
        ScrollBar.vertical: ScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Types")
        onCurrentItemChanged: if (activeFocus && currentItem) area.catalogue.chosen = currentItem.typeId
        section.property: "kind"
        section.delegate: Caption {
            required property string section
            leftPadding: 14
            height: 26
            text: section
            font.pixelSize: Theme.tiny
            font.weight: Font.DemiBold
            color: Theme.third
        }
        delegate: AbstractButton {
            id: line
            required property string typeId
            required property string code
            required property string name
            required property string facts
            required property string price
            required property int uses
            required property int index
            readonly property bool chosen: area.catalogue.chosen === typeId
            width: ListView.view.width
            height: 42
            hoverEnabled: true
            Accessible.name: code + " " + name
            onClicked: { list.currentIndex = index; area.catalogue.chosen = typeId }
            background: Rectangle { color: line.chosen ? Theme.soft : line.hovered ? Theme.hover : "transparent" }
            contentItem: Item {
                Caption {
                    x: 14
                    y: 3
                    width: parent.width - 170
                    height: 18
                    text: line.code + "  " + line.name
                    color: line.chosen ? Theme.accent : Theme.text
                }
                Caption {
                    x: 14
                    y: 21
                    width: parent.width - 28
                    height: 16
                    text: line.facts
                    font.pixelSize: Theme.tiny
                    color: Theme.second
                }
                Caption {
                    anchors.right: parent.right
                    anchors.rightMargin: 14
                    y: 3
                    height: 18
                    text: (line.price !== "" ? line.price + "   " : "") + (line.uses === 0 ? qsTr("unused") : qsTr("used %1×").arg(line.uses))
                    font.pixelSize: Theme.small
                    color: line.uses === 0 ? Theme.third : Theme.second
                }
            }
        }
    }
    Caption {
        anchors.centerIn: list
        visible: area.catalogue.types === 0
        text: qsTr("No type holds these words.")
        color: Theme.third
    }
}
