// SPDX-License-Identifier: GPL-3.0-or-later
// One of several: a lens, a filter.
import QtQuick
import QtQuick.Controls.Basic
import Riser

AbstractButton {
    id: control
    property string tip: ""
    implicitHeight: 22
    implicitWidth: label.implicitWidth + 22
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: text
    contentItem: Text {
        id: label
        text: control.text
        font.pixelSize: Theme.small
        font.family: Theme.family
        font.weight: control.checked ? Font.DemiBold : Font.Normal
        color: control.checked ? Theme.accent : Theme.second
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
    }
    background: Rectangle {
        radius: 11
        color: control.checked ? Theme.soft : control.hovered ? Theme.hover : Theme.surface
        border.width: control.visualFocus ? 2 : 1
        border.color: control.checked || control.visualFocus ? Theme.accent : Theme.border
    }
    ToolTip.visible: hovered && tip !== ""
    ToolTip.delay: 500
    ToolTip.text: tip
}
