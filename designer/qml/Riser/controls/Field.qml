// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type in. Enter or leaving takes it, Esc gives it back.
import QtQuick
import QtQuick.Controls.Basic
import Riser

TextField {
    id: control
    property bool wrong: false
    implicitHeight: 26
    leftPadding: 8
    rightPadding: 8
    topPadding: 0
    bottomPadding: 0
    font.pixelSize: Theme.body
    font.family: Theme.family
    color: Theme.text
    placeholderTextColor: Theme.third
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    selectByMouse: true
    verticalAlignment: Text.AlignVCenter
    background: Rectangle {
        radius: Theme.radius
        color: control.activeFocus ? Theme.surface : control.hovered ? Theme.hover : "transparent"
        border.width: control.activeFocus || control.wrong ? 1 : control.hovered ? 1 : 0
        border.color: control.wrong ? Theme.error : control.activeFocus ? Theme.accent : Theme.border
    }
}
