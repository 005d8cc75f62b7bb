// SPDX-License-Identifier: GPL-3.0-or-later
// Issuing sheets: from that day the labels on them are frozen. A sheet that is issued is issued again, or withdrawn,
// by a revision.
import QtQuick
import QtQuick.Controls.Basic
import Riser

DialogBox {
    id: dialog
    readonly property var sheets: DesignSession.sheets
    property var chosen: []
    readonly property string shows: sheets.contents[Math.max(0, content.currentIndex)].key
    readonly property bool again: sheets.list.some(sheet => sheet.issued && chosen.includes(sheet.id))
    readonly property bool revised: !again || (revision.text.trim() !== "" && who.text.trim() !== "")
    function toggle(id) { chosen = chosen.includes(id) ? chosen.filter(other => other !== id) : chosen.concat([id]) }
    function add() {
        if (sheets.add(number.text, shows, shows === "floor-plan" ? DesignSession.floor : ""))
            number.text = sheets.nextNumber()
    }
    function finish(verb) {
        DesignSession.preferences.author = who.text
        if (verb === "issue" ? sheets.issue(chosen, revision.text, who.text, what.text)
                             : sheets.withdraw(chosen, revision.text, who.text, what.text))
            close()
    }
    width: 520
    title: qsTr("Issue sheets")
    onOpened: {
        chosen = []
        problem.text = ""
        revision.clear()
        what.clear()
        number.text = sheets.nextNumber()
        number.forceActiveFocus()
    }
    Connections {
        target: dialog.sheets
        enabled: dialog.opened
        function onRefused() { problem.text = DesignSession.message }
        function onChanged() { problem.text = "" }
    }
    Column {
        width: parent.width
        spacing: 8
        Caption {
            width: parent.width
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.second
            text: qsTr("Labels on issued sheets stay whatever is planned again; labels given up are never used again.")
        }
        ListView {
            id: list
            width: parent.width
            height: Math.min(180, Math.max(1, count) * 26)
            clip: true
            model: dialog.sheets.list
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Sheets")
            delegate: Row {
                id: line
                required property var modelData
                height: 26
                spacing: 8
                Toggle {
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.modelData.number
                    checked: dialog.chosen.includes(line.modelData.id)
                    onClicked: dialog.toggle(line.modelData.id)
                }
                Caption { width: 80; height: parent.height; text: line.modelData.number }
                Caption { width: 210; height: parent.height; text: line.modelData.shows; color: Theme.second }
                Caption { width: 130; height: parent.height; text: line.modelData.state; color: line.modelData.issued ? Theme.accent : Theme.second }
            }
        }
        Row {
            spacing: 8
            BoxedField { id: number; width: 100; Accessible.name: qsTr("Number of the new sheet") }
            ChoiceBox {
                id: content
                width: 160
                boxed: true
                model: dialog.sheets.contents.map(each => each.name)
                Accessible.name: qsTr("What the new sheet shows")
            }
            FlatButton {
                text: dialog.shows === "floor-plan" ? qsTr("New sheet of %1").arg(DesignSession.floorLabel) : qsTr("New sheet")
                enabled: number.text.trim() !== ""
                onClicked: dialog.add()
            }
        }
        Row {
            spacing: 8
            BoxedField { id: revision; width: 100; placeholderText: qsTr("Revision"); Accessible.name: placeholderText }
            BoxedField { id: who; width: 130; text: DesignSession.preferences.author; placeholderText: qsTr("Your name"); Accessible.name: placeholderText }
            BoxedField { id: what; width: 240; placeholderText: qsTr("What was revised"); Accessible.name: placeholderText }
        }
        Note { id: problem; width: parent.width; visible: text !== ""; color: Theme.error }
    }
    buttons: [
        FlatButton { text: qsTr("Cancel"); onClicked: dialog.close() },
        FlatButton {
            text: qsTr("Withdraw")
            visible: dialog.again
            enabled: dialog.revised && dialog.sheets.list.every(sheet => sheet.issued || !dialog.chosen.includes(sheet.id))
            onClicked: dialog.finish("withdraw")
        },
        FlatButton {
            text: qsTr("Issue")
            primary: true
            enabled: dialog.chosen.length > 0 && dialog.revised
            onClicked: dialog.finish("issue")
        }
    ]
}
