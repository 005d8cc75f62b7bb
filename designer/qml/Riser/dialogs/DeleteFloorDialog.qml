// SPDX-License-Identifier: GPL-3.0-or-later
// Names what goes with a floor before it goes.
import QtQuick
import Riser

DialogBox {
    id: dialog
    property string floor: ""
    property string label: ""
    property string more: ""
    function ask(floor) {
        dialog.floor = floor
        label = DesignSession.floorEditor.describe(floor).label
        more = DesignSession.floorEditor.goesWith(floor)
        open()
    }
    width: 460
    title: qsTr("Delete floor %1?").arg(label)
    onOpened: cancel.forceActiveFocus()
    Note {
        width: parent.width
        text: dialog.more !== "" ? qsTr("With it go: %1. Ctrl+Z brings all of it back.").arg(dialog.more) : qsTr("Nothing else goes with it.")
    }
    buttons: [
        FlatButton { id: cancel; text: qsTr("Cancel"); onClicked: dialog.close() },
        FlatButton {
            text: qsTr("Delete")
            primary: true
            onClicked: {
                dialog.close()
                DesignSession.floorEditor.remove(dialog.floor)
            }
        }
    ]
}
