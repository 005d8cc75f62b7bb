// SPDX-License-Identifier: GPL-3.0-or-later
// What the check found, grouped; a click goes there. Never empty-handed: rules that were not checked stand at the end.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: panel
    readonly property var model: DesignSession.findings
    property alias current: list.currentIndex
    signal waiveAsked(string finding)

    function step(direction) {
        const at = model.next(list.currentIndex, direction)
        if (at < 0)
            return
        list.currentIndex = at
        list.positionViewAtIndex(at, ListView.Contain)
        DesignSession.showFinding(at)
    }

    Item {
        id: head
        width: parent.width
        height: 34
        Row {
            x: 12
            height: parent.height
            spacing: 14
            Caption {
                height: parent.height
                text: qsTr("Findings")
                font.weight: Font.DemiBold
            }
            Repeater {
                model: [
                    { key: "error", count: DesignSession.errors, name: qsTr("errors") },
                    { key: "warning", count: DesignSession.warnings, name: qsTr("warnings") },
                    { key: "information", count: DesignSession.informations, name: qsTr("notes") }
                ]
                Row {
                    required property var modelData
                    height: head.height
                    spacing: 6
                    visible: modelData.count > 0
                    SeverityMark {
                        anchors.verticalCenter: parent.verticalCenter
                        severity: parent.modelData.key
                    }
                    Caption {
                        height: parent.height
                        text: parent.modelData.count + " " + parent.modelData.name
                        color: Theme.severity(parent.modelData.key)
                        font.pixelSize: Theme.small
                    }
                }
            }
            Caption {
                height: parent.height
                font.pixelSize: Theme.small
                color: Theme.second
                text: qsTr("%1 waived").arg(DesignSession.waived) + "  ·  "
                      + qsTr("%1 rules not checked").arg(DesignSession.unchecked)
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6
            Field {
                width: 160
                implicitHeight: 24
                placeholderText: qsTr("Filter")
                Accessible.name: qsTr("Filter of the findings")
                onTextChanged: panel.model.filter = text
            }
            Pill {
                text: qsTr("by rule")
                checked: !panel.model.byFloor
                onClicked: panel.model.byFloor = false
            }
            Pill {
                text: qsTr("by floor")
                checked: panel.model.byFloor
                onClicked: panel.model.byFloor = true
            }
            Pill {
                text: qsTr("waived")
                checked: panel.model.withWaived
                onClicked: panel.model.withWaived = !panel.model.withWaived
            }
            Caption {
                height: 22
                leftPadding: 6
                text: "F8 / Shift+F8"
                font.pixelSize: Theme.tiny
                color: Theme.third
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.border
        }
    }
    ListView {
        cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
        id: list
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: panel.model
        currentIndex: -1
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Findings")
        ScrollBar.vertical: ScrollBar {}
        Keys.onReturnPressed: DesignSession.showFinding(currentIndex)
        Keys.onUpPressed: panel.step(-1)
        Keys.onDownPressed: panel.step(1)
        delegate: FindingLine {
            width: ListView.view.width
            current: ListView.isCurrentItem
            onChosen: {
                list.currentIndex = index
                list.forceActiveFocus()
                if (kind === "group")
                    panel.model.toggle(index)
                else if (kind === "finding")
                    DesignSession.showFinding(index)
            }
            onWaiveAsked: panel.waiveAsked(panel.model.nameOf(index))
        }
    }
    Caption {
        anchors.centerIn: list
        visible: list.count === 0
        color: Theme.third
        text: !DesignSession.checkCurrent ? qsTr("Checking…")
              : panel.model.filter !== "" ? qsTr("No finding holds these words.")
              : !DesignSession.hasPoints ? qsTr("There is little to check yet: let Riser plan outlets, trays and cables (Ctrl+Shift+P), or draw them.")
              : qsTr("Nothing found: %1 rules passed, %2 have nothing to look at.").arg(DesignSession.passed).arg(DesignSession.idle)
    }
}
