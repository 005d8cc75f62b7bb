// SPDX-License-Identifier: GPL-3.0-or-later
// Why: the verdict on the cell that is looked at, its pairs of VLANs, and of one of them the way of a packet hop by
// hop, or everywhere that its packets end. Each line shows what it speaks of.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Rectangle {
    id: panel
    readonly property var reach: DesignSession.reach
    signal topologyAsked(int line)
    signal planAsked()
    color: Theme.surface
    Rectangle { width: 1; height: parent.height; color: Theme.border }
    Caption {
        anchors.centerIn: parent
        width: parent.width - 40
        visible: panel.reach.row < 0 && panel.reach.rows > 0
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: qsTr("Choose a cell: the way of a packet, or what stops it.")
        color: Theme.third
    }
    Column {
        id: top
        x: 14
        y: 12
        width: parent.width - 28
        spacing: 6
        visible: panel.reach.row >= 0
        Caption {
            width: parent.width
            text: panel.reach.title
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
        Caption {
            width: parent.width
            text: panel.reach.verdict
            wrapMode: Text.Wrap
            font.pixelSize: Theme.small
            color: Theme.second
        }
        Row {
            spacing: 6
            FlatButton {
                text: qsTr("On the topology")
                key: "Enter"
                enabled: panel.reach.pair >= 0
                onClicked: panel.topologyAsked(-1)
            }
            FlatButton {
                text: qsTr("On the plan")
                tip: qsTr("Light the way on the plans of its floors")
                enabled: panel.reach.pair >= 0
                onClicked: panel.planAsked()
            }
        }
        Caption {
            visible: panel.reach.explaining
            text: qsTr("looking for the way…")
            font.pixelSize: Theme.small
            color: Theme.third
        }
        Caption {
            visible: panel.reach.pairs.length > 1
            width: parent.width
            text: panel.reach.morePairs > 0 ? qsTr("Pairs of VLANs (%1 more)").arg(panel.reach.morePairs) : qsTr("Pairs of VLANs")
            font.pixelSize: Theme.tiny
            color: Theme.third
        }
    }
    ListView {
        id: pairs
        visible: panel.reach.row >= 0 && count > 1
        anchors.top: top.bottom
        anchors.topMargin: 4
        x: 8
        width: parent.width - 16
        height: visible ? Math.min(contentHeight, panel.height * 0.28) : 0
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Pairs of VLANs")
        model: panel.reach.pairs
        Keys.onUpPressed: panel.reach.choosePair(panel.reach.pair - 1)
        Keys.onDownPressed: panel.reach.choosePair(panel.reach.pair + 1)
        ScrollBar.vertical: ScrollBar {}
        Rectangle { anchors.fill: parent; z: -1; color: "transparent"; border.width: pairs.activeFocus ? 2 : 0; border.color: Theme.accent }
        delegate: Rectangle {
            id: pair
            required property var modelData
            required property int index
            width: ListView.view.width
            height: 22
            radius: 3
            color: panel.reach.pair === index ? Theme.soft : pairMouse.containsMouse ? Theme.hover : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.name
            Caption {
                x: 6
                width: 16
                height: parent.height
                text: pair.modelData.state === "whole" ? "●" : pair.modelData.state === "partly" ? "◐" : "–"
                font.pixelSize: Theme.tiny
                color: pair.modelData.state === "apart" ? Theme.third : Theme.accent
            }
            Caption {
                x: 24
                width: parent.width - 30
                height: parent.height
                text: pair.modelData.name
                font.pixelSize: Theme.small
            }
            MouseArea {
                id: pairMouse
                anchors.fill: parent
                hoverEnabled: true
                Accessible.name: pair.modelData.name
                onClicked: panel.reach.choosePair(pair.index)
            }
        }
    }
    Rectangle {
        anchors.top: pairs.bottom
        anchors.topMargin: 6
        visible: panel.reach.row >= 0
        x: 14
        width: parent.width - 28
        height: 1
        color: Theme.border
    }
    ListView {
        id: lines
        anchors.top: pairs.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 8
        visible: panel.reach.row >= 0
        x: 8
        width: parent.width - 16
        clip: true
        activeFocusOnTab: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("The way of a packet")
        model: panel.reach.lines
        spacing: 2
        Keys.onReturnPressed: panel.topologyAsked(currentIndex)
        Keys.onEnterPressed: panel.topologyAsked(currentIndex)
        ScrollBar.vertical: ScrollBar {}
        delegate: Rectangle {
            id: line
            required property var modelData
            required property int index
            width: ListView.view.width
            height: said.implicitHeight + 8
            radius: 3
            color: lineMouse.containsMouse || (lines.activeFocus && lines.currentIndex === index) ? Theme.hover : "transparent"
            Accessible.role: Accessible.ListItem
            Accessible.name: modelData.words
            Rectangle { // the thread from line to line
                visible: line.modelData.what === "sent" || line.modelData.what === "hop" || line.modelData.what === "arrives"
                x: 12
                y: line.modelData.what === "sent" ? parent.height / 2 : 0
                width: 1.5
                height: line.modelData.what === "sent" || line.modelData.what === "arrives" ? parent.height / 2 : parent.height + 2
                color: Theme.accent
            }
            Rectangle {
                anchors.horizontalCenter: parent.left
                anchors.horizontalCenterOffset: 12.75
                anchors.verticalCenter: parent.verticalCenter
                width: 8
                height: 8
                radius: line.modelData.what === "ends" ? 0 : 4
                visible: line.modelData.what !== "note"
                color: line.modelData.what === "ends" ? Theme.error : line.modelData.what === "hop" ? Theme.surface : Theme.accent
                border.width: 1.5
                border.color: line.modelData.what === "ends" ? Theme.error : Theme.accent
            }
            Caption {
                id: said
                x: 26
                y: 4
                width: parent.width - 32
                text: line.modelData.words
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                font.pixelSize: Theme.small
                color: line.modelData.what === "note" ? Theme.second : Theme.text
            }
            MouseArea {
                id: lineMouse
                anchors.fill: parent
                hoverEnabled: true
                Accessible.name: line.modelData.words
                onClicked: lines.currentIndex = line.index
                onDoubleClicked: panel.topologyAsked(line.index)
            }
        }
    }
}
