// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be known of the design just opened (recovered, migrated, only to be looked at), until dismissed.
import QtQuick
import Riser

Rectangle {
    id: banner
    signal historyAsked()
    // More would hide what they are about; a screen reader is told all.
    readonly property int shown: DesignSession.notices.length > 4 ? 3 : 4
    visible: DesignSession.notices.length > 0
    height: visible ? Math.max(36, lines.implicitHeight + 16) : 0
    color: Theme.soft
    border.color: DesignSession.recovered ? Theme.warning : Theme.accent
    radius: Theme.radius
    Accessible.role: Accessible.AlertMessage
    Accessible.name: DesignSession.notices.join("\n")
    Column {
        id: lines
        anchors.verticalCenter: parent.verticalCenter
        x: 12
        width: parent.width - actions.width - 36
        Repeater {
            model: DesignSession.notices.slice(0, banner.shown)
            Note {
                required property string modelData
                width: lines.width
                text: modelData
                color: Theme.text
            }
        }
        Note {
            visible: DesignSession.notices.length > banner.shown
            width: lines.width
            text: qsTr("… and %1 more").arg(DesignSession.notices.length - banner.shown)
        }
    }
    Row {
        id: actions
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        spacing: 6
        FlatButton {
            visible: DesignSession.recovered && DesignSession.fileName !== ""
            height: 24
            text: qsTr("Back to what was saved")
            tip: qsTr("Undoes the recovery; Ctrl+Shift+Z brings it again")
            onClicked: {
                DesignSession.history.goTo(0)
                DesignSession.dismissNotices()
            }
        }
        FlatButton { visible: DesignSession.recovered; height: 24; text: qsTr("History"); onClicked: banner.historyAsked() }
        FlatButton { height: 24; text: qsTr("Understood"); onClicked: DesignSession.dismissNotices() }
    }
}
