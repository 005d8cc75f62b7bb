// SPDX-License-Identifier: GPL-3.0-or-later
// A button with a text, a glyph or both; `primary` is filled. Its tooltip names its key.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Button {
    id: control
    property bool primary: false
    property bool quiet: false
    property string tip: ""
    property string key: ""

    implicitHeight: 28
    leftPadding: 10
    rightPadding: 10
    topPadding: 0
    bottomPadding: 0
    font.pixelSize: Theme.body
    font.family: Theme.family
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Accessible.name: tip !== "" ? tip : text

    contentItem: Text {
        text: control.text
        font: control.font
        color: !control.enabled ? Theme.third : control.primary ? Theme.accentText
               : control.checked ? Theme.accent : Theme.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        elide: Text.ElideRight
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.primary ? (control.down ? Qt.darker(Theme.accent, 1.15) : Theme.accent)
               : control.checked ? Theme.soft : control.hovered ? Theme.hover
               : control.quiet ? "transparent" : Theme.surface
        opacity: control.enabled ? 1 : 0.5
        border.width: control.visualFocus ? 2 : control.primary || control.quiet ? 0 : 1
        border.color: control.visualFocus ? Theme.accent : Theme.border
    }
    ToolTip.visible: hovered && (tip !== "" || key !== "")
    ToolTip.delay: 500
    ToolTip.text: key !== "" ? (tip !== "" ? tip : text) + "  " + key : tip
}
