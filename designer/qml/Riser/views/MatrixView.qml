// SPDX-License-Identifier: GPL-3.0-or-later
// Two matrices of the logical network: who reaches whom, and which bodies use which zones.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: view
    property string page: "reach" // or "zones"
    readonly property var reach: DesignSession.reach
    readonly property var zones: DesignSession.zones
    signal topologyAsked()
    signal planAsked()
    function take() { page === "reach" ? reachPage.take() : zonesPage.take() }
    function tell() {
        reach.setShown(visible && page === "reach")
        zones.setShown(visible && page === "zones")
        if (visible)
            take()
    }
    onVisibleChanged: tell()
    onPageChanged: tell()
    Component.onCompleted: tell()

    Rectangle {
        id: bar
        width: parent.width
        height: 42
        color: Theme.surface
        Row {
            id: pages
            x: 12
            anchors.verticalCenter: parent.verticalCenter
            spacing: 6
            Pill { text: qsTr("Who reaches whom"); checked: view.page === "reach"; onClicked: view.page = "reach" }
            Pill { text: qsTr("Bodies and zones"); checked: view.page === "zones"; onClicked: view.page = "zones" }
        }
        ReachSummary {
            visible: view.page === "reach"
            anchors.left: pages.right
            anchors.leftMargin: 20
            anchors.right: parent.right
            anchors.rightMargin: 12
            height: parent.height
            onNextAsked: { view.reach.nextWrong(); reachPage.take() }
        }
        Caption {
            visible: view.page === "zones"
            anchors.left: pages.right
            anchors.leftMargin: 20
            anchors.right: parent.right
            anchors.rightMargin: 12
            height: parent.height
            horizontalAlignment: Text.AlignRight
            font.pixelSize: Theme.small
            color: Theme.third
            text: qsTr("Space or a click: a body uses the zone · G: its grade · ● named, ○ because no other zone of desks is its own")
        }
        Rectangle { anchors.bottom: parent.bottom; width: parent.width; height: 1; color: Theme.border }
    }
    ReachGrid {
        id: reachPage
        visible: view.page === "reach"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: reasonPanel.left
        onTopologyAsked: if (view.reach.light(-1)) view.topologyAsked()
    }
    ReachPanel {
        id: reasonPanel
        visible: view.page === "reach"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: visible ? Math.min(380, view.width * 0.34) : 0
        onTopologyAsked: (line) => { if (view.reach.light(line)) view.topologyAsked() }
        onPlanAsked: { if (view.reach.light(-1)) view.planAsked() }
    }
    ZoneGrid {
        id: zonesPage
        visible: view.page === "zones"
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
    }
}
