// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K: commands by name, everything that has a label (rooms, outlets, devices, trays, VLANs), and selecting by a rule,
// whose line stands above the list, with what it finds or where it is wrong.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: finder
    property var commands: [] // {name, key, run}
    readonly property var rule: DesignSession.rules
    readonly property bool ruleChosen: rule.isRule && rule.count >= 0 && list.currentIndex < 0
    readonly property var found: {
        const wanted = input.text.trim().toLowerCase()
        const out = []
        for (const command of commands)
            if (wanted === "" || command.name.toLowerCase().includes(wanted))
                out.push({ title: command.name, note: command.key, run: command.run })
        return out
    }
    modal: true
    dim: false
    width: 560
    height: 420
    x: (parent.width - width) / 2
    y: 56
    padding: 8
    onOpened: {
        input.clear()
        input.forceActiveFocus()
    }
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    function start(text) {
        open()
        input.text = text
    }
    function consider() {
        later.stop()
        rule.query = input.text
        list.currentIndex = rule.isRule && rule.count >= 0 ? -1 : 0
    }
    Timer { id: later; interval: 120; onTriggered: finder.consider() }
    function choose() {
        if (later.running)
            consider()
        if (ruleChosen) {
            finder.close()
            rule.select()
            return
        }
        if (list.currentIndex < 0 || list.currentIndex >= list.count)
            return
        const at = list.currentIndex
        finder.close()
        if (at < objects.count)
            DesignSession.show(objects.itemAt(at).rowId)
        else
            found[at - objects.count].run()
    }
    // Holds what the search found, so that one list can show objects and commands.
    Repeater {
        id: objects
        model: DesignSession.search
        Item {
            required property string rowId
            required property string title
            required property string kind
            required property string place
        }
    }
    contentItem: Item {
        Field {
            id: input
            width: parent.width
            implicitHeight: 32
            font.pixelSize: Theme.title
            placeholderText: qsTr("Room, device, command, or a rule: outlets of … on 5F, cables length>90 m")
            Accessible.name: placeholderText
            onTextChanged: {
                DesignSession.search.query = text
                list.currentIndex = 0
                later.restart()
            }
            Keys.onDownPressed: list.currentIndex = Math.min(list.currentIndex + 1, list.count - 1)
            Keys.onUpPressed: list.currentIndex = Math.max(list.currentIndex - 1, finder.rule.isRule && finder.rule.count >= 0 ? -1 : 0)
            Keys.onReturnPressed: finder.choose()
            Keys.onEnterPressed: finder.choose()
        }
        AbstractButton {
            id: ruleLine
            anchors.top: input.bottom
            anchors.topMargin: 6
            width: parent.width
            height: visible ? Math.max(30, said.implicitHeight + 12) : 0
            visible: finder.rule.isRule
            enabled: finder.rule.count >= 0
            text: said.text
            Accessible.name: text
            onClicked: {
                list.currentIndex = -1
                finder.choose()
            }
            background: Rectangle { radius: Theme.radius; color: finder.ruleChosen ? Theme.soft : Theme.surface }
            contentItem: Item {
                Caption {
                    id: said
                    x: 4
                    width: parent.width - 90
                    anchors.verticalCenter: parent.verticalCenter
                    wrapMode: Text.Wrap
                    elide: Text.ElideRight
                    maximumLineCount: 4
                    color: finder.rule.count < 0 ? Theme.warning : Theme.text
                    text: finder.rule.count < 0 ? finder.rule.problem : qsTr("Select %1 by this rule").arg(finder.rule.count)
                }
                Caption {
                    anchors.right: parent.right
                    anchors.rightMargin: 6
                    height: parent.height
                    visible: finder.rule.count >= 0
                    text: "Enter"
                    font.pixelSize: Theme.small
                    color: Theme.third
                }
            }
        }
        ListView {
            cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
            id: list
            anchors.top: ruleLine.visible ? ruleLine.bottom : input.bottom
            anchors.topMargin: 6
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            activeFocusOnTab: true
            Keys.onReturnPressed: finder.choose()
            Keys.onEnterPressed: finder.choose()
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What was found")
            model: objects.count + finder.found.length
            currentIndex: 0
            highlightMoveDuration: 0
            ScrollBar.vertical: ScrollBar {}
            delegate: Rectangle {
                id: line
                required property int index
                readonly property bool isObject: index < objects.count
                readonly property var object: isObject ? objects.itemAt(index) : null
                readonly property var command: isObject ? null : finder.found[index - objects.count]
                width: ListView.view.width
                height: 30
                radius: Theme.radius
                color: ListView.isCurrentItem ? Theme.soft : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: isObject ? (object ? object.title + " " + object.kind : "") : command ? command.title : ""
                Caption {
                    x: 10
                    width: parent.width * 0.62
                    height: parent.height
                    text: line.isObject ? (line.object ? line.object.title : "") : line.command ? line.command.title : ""
                }
                Caption {
                    anchors.right: parent.right
                    anchors.rightMargin: 10
                    height: parent.height
                    color: Theme.third
                    font.pixelSize: Theme.small
                    text: line.isObject ? (line.object ? line.object.kind + (line.object.place !== "" ? "  ·  " + line.object.place : "") : "")
                                        : line.command ? line.command.note : ""
                }
                MouseArea {
                    anchors.fill: parent
                    hoverEnabled: true
                    onEntered: list.currentIndex = line.index
                    onClicked: finder.choose()
                }
            }
        }
        Caption {
            anchors.centerIn: list
            visible: list.count === 0 && !finder.rule.isRule
            text: qsTr("Nothing is called so.")
            color: Theme.third
        }
    }
}
