// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: dialog
    property string finding: ""
    function ask(finding) {
        dialog.finding = finding
        reason.clear()
        open()
    }
    modal: true
    width: 420
    padding: 16
    anchors.centerIn: parent
    onOpened: reason.forceActiveFocus()
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    function accept() {
        if (DesignSession.waive(dialog.finding, reason.text, who.text))
            dialog.close()
    }
    contentItem: Column {
        spacing: 10
        Caption {
            text: qsTr("Waive this finding")
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
        }
        Caption {
            width: parent.width
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.second
            text: qsTr("The waiver stands in the design with your name, the reason and today's date. Rules of law cannot be waived.")
        }
        Field {
            id: reason
            width: parent.width
            placeholderText: qsTr("Reason")
            Accessible.name: placeholderText
            onAccepted: who.forceActiveFocus()
            background: Rectangle { radius: Theme.radius; color: Theme.raised; border.color: reason.activeFocus ? Theme.accent : Theme.border }
        }
        Field {
            id: who
            width: parent.width
            text: DesignSession.preferences.author
            placeholderText: qsTr("Your name")
            Accessible.name: placeholderText
            onAccepted: dialog.accept()
            background: Rectangle { radius: Theme.radius; color: Theme.raised; border.color: who.activeFocus ? Theme.accent : Theme.border }
        }
        Row {
            anchors.right: parent.right
            spacing: 8
            FlatButton { text: qsTr("Cancel"); onClicked: dialog.close() }
            FlatButton {
                text: qsTr("Waive")
                primary: true
                enabled: reason.text.trim() !== "" && who.text.trim() !== ""
                onClicked: dialog.accept()
            }
        }
    }
}
