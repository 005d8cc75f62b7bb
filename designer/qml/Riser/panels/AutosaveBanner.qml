// SPDX-License-Identifier: GPL-3.0-or-later
// That edits are in memory only because the autosave fails, and why; as long as it is so.
import QtQuick
import Riser

Rectangle {
    id: banner
    signal saveAsked()
    visible: DesignSession.autosaveFailure !== ""
    height: visible ? Math.max(36, lines.implicitHeight + 16) : 0
    color: Theme.surface
    border.color: Theme.error
    radius: Theme.radius
    Accessible.role: Accessible.AlertMessage
    Accessible.name: lines.text
    Note {
        id: lines
        anchors.verticalCenter: parent.verticalCenter
        x: 12
        width: parent.width - save.width - 36
        text: qsTr("The autosave does not work; a crash would lose your edits. %1").arg(DesignSession.autosaveFailure)
        color: Theme.error
    }
    FlatButton {
        id: save
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        height: 24
        text: qsTr("Save now")
        onClicked: banner.saveAsked()
    }
}
