// SPDX-License-Identifier: GPL-3.0-or-later
// Over the matrix: how many verdicts are not what was asked, whether it is of today, and what its signs mean.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: summary
    readonly property var reach: DesignSession.reach
    signal nextAsked()
    FlatButton {
        id: next
        anchors.verticalCenter: parent.verticalCenter
        visible: summary.reach.current && summary.reach.missing + summary.reach.forbidden > 0
        width: visible ? implicitWidth : 0
        text: qsTr("%1 not as asked").arg(summary.reach.missing + summary.reach.forbidden)
        tip: qsTr("Next cell that is not as asked")
        key: "N"
        onClicked: summary.nextAsked()
    }
    Caption {
        anchors.left: next.right
        anchors.leftMargin: next.visible ? 10 : 0
        height: parent.height
        font.pixelSize: Theme.small
        color: summary.reach.known && summary.reach.current && !next.visible && summary.reach.rows > 0 ? Theme.good : Theme.second
        text: !DesignSession.isOpen ? "" : !summary.reach.current ? qsTr("working it out… %1 %").arg(Math.round(summary.reach.share * 100))
            : !summary.reach.known ? qsTr("The sets of packets grew past all bounds: nothing is known")
            : summary.reach.rows === 0 ? "" : next.visible ? "" : qsTr("All as asked")
    }
    Row {
        anchors.right: parent.right
        height: parent.height
        spacing: 14
        Repeater {
            model: [{ state: "reached", name: qsTr("reached, pairs of VLANs") },
                    { state: "apart", name: qsTr("kept apart") },
                    { state: "missing", name: qsTr("not reached though it must") },
                    { state: "forbidden", name: qsTr("reached though it must not") },
                    { state: "asked", name: qsTr("as asked: ● must reach, ■ must not") }]
            Row {
                required property var modelData
                height: parent.height
                spacing: 5
                visible: modelData.state !== "asked" || summary.width > 940
                ReachMark {
                    anchors.verticalCenter: parent.verticalCenter
                    width: 18
                    height: 14
                    verdict: parent.modelData.state
                    words: parent.modelData.state === "apart" ? "–" : "n"
                    visible: parent.modelData.state !== "asked"
                }
                Caption {
                    height: parent.height
                    text: parent.modelData.name
                    font.pixelSize: Theme.tiny
                    color: parent.modelData.state === "asked" ? Theme.good : Theme.second
                }
            }
        }
    }
}
