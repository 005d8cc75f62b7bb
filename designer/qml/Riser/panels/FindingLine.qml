// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: line
    required property int index
    required property string kind
    required property string rule
    required property string severity
    required property string title
    required property string message
    required property string fix
    required property string basis
    required property string subject
    required property string floor
    required property bool waived
    required property int count
    required property bool open
    property bool current: false
    signal chosen()
    signal waiveAsked()
    height: 26
    color: current && kind === "finding" ? Theme.soft : mouse.containsMouse ? Theme.hover
           : kind === "group" ? Theme.raised : "transparent"
    opacity: waived ? 0.6 : 1
    Accessible.role: Accessible.ListItem
    Accessible.name: rule + " " + (kind === "finding" ? message : title)

    MouseArea {
        id: mouse
        anchors.fill: parent
        hoverEnabled: true
        onClicked: line.chosen()
    }
    Caption {
        visible: line.kind === "group"
        x: 8
        height: parent.height
        text: line.open ? "▾" : "▸"
        color: Theme.third
        font.pixelSize: Theme.tiny
    }
    SeverityMark {
        x: 24
        anchors.verticalCenter: parent.verticalCenter
        visible: line.kind !== "unchecked"
        severity: line.severity
    }
    Caption {
        x: 44
        width: 78
        height: parent.height
        text: line.rule
        font.family: Theme.mono
        font.pixelSize: Theme.tiny
        color: Theme.second
    }
    Caption {
        visible: line.kind !== "finding"
        x: 124
        width: parent.width - x - 12
        height: parent.height
        text: line.kind === "unchecked" ? line.title + "  ·  " + qsTr("not checked") + "：" + line.message
                                        : line.title + "  (" + line.count + ")"
        font.weight: line.kind === "group" ? Font.DemiBold : Font.Normal
        color: line.kind === "unchecked" ? Theme.second : Theme.text
    }
    Caption {
        id: words
        visible: line.kind === "finding"
        x: 124
        width: Math.max(200, (parent.width - x) * 0.5)
        height: parent.height
        text: line.message
        font.strikeout: line.waived
    }
    Caption {
        visible: line.kind === "finding"
        x: words.x + words.width + 12
        width: parent.width - x - basis.width - 150
        height: parent.height
        text: line.fix
        color: Theme.accent
        font.pixelSize: Theme.small
    }
    Caption {
        id: basis
        visible: line.kind === "finding"
        anchors.right: parent.right
        anchors.rightMargin: 124
        width: Math.min(implicitWidth, 210)
        height: parent.height
        text: line.basis
        color: Theme.third
        font.pixelSize: Theme.tiny
    }
    Caption {
        visible: line.kind === "finding"
        anchors.right: parent.right
        anchors.rightMargin: 74
        width: 40
        height: parent.height
        text: line.floor
        color: Theme.third
        font.pixelSize: Theme.small
        horizontalAlignment: Text.AlignRight
    }
    FlatButton {
        visible: line.kind === "finding" && !line.waived && (mouse.containsMouse || hovered || line.current)
        anchors.right: parent.right
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        implicitHeight: 20
        quiet: true
        font.pixelSize: Theme.small
        text: qsTr("Waive…")
        onClicked: line.waiveAsked()
    }
}
