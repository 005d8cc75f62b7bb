// SPDX-License-Identifier: GPL-3.0-or-later
// The name of the design, the views, the search, what the check says, and what is done most.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: bar
    property string view: "plan"
    signal viewAsked(string view)
    signal searchAsked()
    signal menuAsked(Item at)
    signal planAsked()
    signal exportAsked()
    signal findingsAsked()
    height: 44
    color: Theme.surface
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.border
    }
    Shortcut { sequence: "F10"; onActivated: bar.menuAsked(menu) }
    FlatButton {
        id: menu
        x: 8
        anchors.verticalCenter: parent.verticalCenter
        quiet: true
        text: "☰"
        tip: qsTr("Menu")
        key: "F10"
        onClicked: bar.menuAsked(menu)
    }
    Caption {
        id: brand
        anchors.left: menu.right
        anchors.leftMargin: 4
        height: parent.height
        text: "Riser"
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
    }
    Caption {
        id: name
        anchors.left: brand.right
        anchors.leftMargin: 12
        width: Math.min(implicitWidth, Math.max(80, bar.width * 0.16))
        height: parent.height
        color: Theme.second
        text: !DesignSession.isOpen ? "" : (DesignSession.fileName !== "" ? DesignSession.fileName : qsTr("not saved yet"))
              + (DesignSession.saved ? "" : " •") + (DesignSession.readOnly ? "  " + qsTr("(read only)") : "")
    }
    Rectangle {
        id: views
        anchors.left: name.right
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        width: tabs.width + 2
        height: 28
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.border
        Row {
            id: tabs
            x: 1
            y: 1
            Repeater {
                model: [
                    { key: "plan", name: qsTr("Plan") },
                    { key: "system", name: qsTr("System") },
                    { key: "topology", name: qsTr("Topology") },
                    { key: "matrix", name: qsTr("Matrix") },
                    { key: "racks", name: qsTr("Racks") },
                    { key: "tables", name: qsTr("Tables") }
                ]
                AbstractButton {
                    id: tab
                    required property var modelData
                    required property int index
                    width: label.implicitWidth + 26
                    height: 26
                    checked: bar.view === modelData.key
                    focusPolicy: Qt.TabFocus
                    Accessible.name: modelData.name
                    onClicked: bar.viewAsked(modelData.key)
                    contentItem: Caption {
                        id: label
                        text: tab.modelData.name
                        horizontalAlignment: Text.AlignHCenter
                        color: tab.checked ? Theme.accent : Theme.second
                        font.weight: tab.checked ? Font.DemiBold : Font.Normal
                    }
                    background: Rectangle {
                        color: tab.checked ? Theme.soft : tab.hovered ? Theme.hover : "transparent"
                        radius: Theme.radius - 1
                        border.width: tab.visualFocus ? 2 : 0
                        border.color: Theme.accent
                    }
                }
            }
        }
    }
    AbstractButton {
        id: search
        focusPolicy: Qt.TabFocus
        Accessible.name: qsTr("Search or command")
        onClicked: bar.searchAsked()
        anchors.right: pill.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        width: Math.max(140, Math.min(320, bar.width - views.x - views.width - 430))
        height: 28
        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.width: search.visualFocus ? 2 : 1
            border.color: search.visualFocus || search.hovered ? Theme.accent : Theme.border
        }
        Caption {
            x: 10
            width: parent.width - 70
            height: parent.height
            text: qsTr("Search or command")
            color: Theme.third
        }
        Caption {
            anchors.right: parent.right
            anchors.rightMargin: 10
            height: parent.height
            text: "Ctrl K"
            color: Theme.third
            font.pixelSize: Theme.small
        }
        HoverHandler { cursorShape: Qt.PointingHandCursor }
    }
    // Never green while a rule has not been checked.
    AbstractButton {
        id: pill
        focusPolicy: Qt.TabFocus
        Accessible.name: qsTr("Next finding: %1 errors, %2 warnings, %3").arg(DesignSession.errors).arg(DesignSession.warnings).arg(verdict.text)
        onClicked: bar.findingsAsked()
        visible: DesignSession.isOpen
        anchors.right: plan.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        width: marks.width + 22
        height: 26
        background: Rectangle {
            radius: 13
            color: Theme.raised
            border.width: pill.visualFocus ? 2 : 1
            border.color: pill.visualFocus ? Theme.accent : Theme.border
        }
        Row {
            id: marks
            x: 11
            height: parent.height
            spacing: 6
            SeverityMark {
                anchors.verticalCenter: parent.verticalCenter
                visible: DesignSession.errors > 0
                severity: "error"
            }
            Caption {
                height: parent.height
                visible: DesignSession.errors > 0
                text: DesignSession.errors
                color: Theme.error
            }
            SeverityMark {
                anchors.verticalCenter: parent.verticalCenter
                visible: DesignSession.warnings > 0
                severity: "warning"
            }
            Caption {
                height: parent.height
                visible: DesignSession.warnings > 0
                text: DesignSession.warnings
                color: Theme.warning
            }
            Caption {
                id: verdict
                height: parent.height
                font.pixelSize: Theme.small
                readonly property bool clean: DesignSession.errors + DesignSession.warnings + DesignSession.unchecked === 0
                color: clean && DesignSession.checkCurrent && DesignSession.hasPoints ? Theme.good : Theme.second
                text: !DesignSession.checkCurrent ? qsTr("checking…")
                      : !clean ? qsTr("not checked %1").arg(DesignSession.unchecked)
                      : DesignSession.hasPoints ? qsTr("all checked") : qsTr("nothing to check yet")
            }
        }
    }
    FlatButton {
        id: plan
        anchors.right: out.left
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("Plan…")
        tip: qsTr("Let Riser plan outlets, spaces, trays and cables")
        key: "Ctrl+Shift+P"
        enabled: DesignSession.isOpen
        onClicked: bar.planAsked()
    }
    FlatButton {
        id: out
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        primary: true
        text: qsTr("Export")
        tip: qsTr("Write the documents")
        key: "Ctrl+E"
        enabled: DesignSession.isOpen
        onClicked: bar.exportAsked()
    }
}
