// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic as Basic
import Riser

Basic.AbstractButton {
    id: control
    checkable: true
    implicitWidth: 30
    implicitHeight: 18
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    contentItem: Item {}
    background: Rectangle {
        y: 1
        width: 28
        height: 16
        radius: 8
        color: control.checked ? Theme.accent : Theme.border
        border.width: control.visualFocus ? 2 : 0
        border.color: Theme.text
        Rectangle {
            x: control.checked ? 14 : 2
            y: 2
            width: 12
            height: 12
            radius: 6
            color: Theme.surface
            Behavior on x { NumberAnimation { duration: Theme.quick } }
        }
    }
}
