// SPDX-License-Identifier: GPL-3.0-or-later
// Before a design with edits that are in no file makes room for another, or the window closes.
import QtQuick
import Riser

DialogBox {
    id: dialog
    property var next: null
    signal saveAsked(var next)
    function ask(next) {
        dialog.next = next
        open()
    }
    width: 440
    title: qsTr("Save the changes first?")
    onOpened: saving.forceActiveFocus()
    Note {
        width: parent.width
        text: qsTr("%1 has changes that are in no file. What is not saved now is gone.").arg(
                  DesignSession.fileName !== "" ? DesignSession.fileName : qsTr("This design"))
    }
    buttons: [
        FlatButton { text: qsTr("Cancel"); onClicked: dialog.close() },
        FlatButton {
            text: qsTr("Do not save")
            onClicked: {
                dialog.close()
                dialog.next()
            }
        },
        FlatButton {
            id: saving
            text: qsTr("Save")
            primary: true
            Keys.onReturnPressed: clicked()
            onClicked: {
                dialog.close()
                dialog.saveAsked(dialog.next)
            }
        }
    ]
}
