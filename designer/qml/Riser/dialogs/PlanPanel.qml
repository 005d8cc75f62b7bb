// SPDX-License-Identifier: GPL-3.0-or-later
// Planning: choose steps, watch, read what it would change and why, then apply or drop it.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Popup {
    id: panel
    property var steps: [
        { key: "outlets", name: qsTr("Outlets by the point table"), on: true },
        { key: "spaces", name: qsTr("Telecom rooms"), on: true },
        { key: "pathways", name: qsTr("Trays along the corridors"), on: true },
        { key: "cables", name: qsTr("Cables by the shortest route"), on: true }
    ]
    property var chosen: ["outlets", "spaces", "pathways", "cables"]
    function apply() {
        if (DesignSession.applyPlan())
            close()
    }
    modal: false
    focus: true
    closePolicy: Popup.CloseOnEscape
    width: 400
    x: parent.width - width - 16
    y: 56
    padding: 14
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    contentItem: Column {
        spacing: 8
        Caption {
            text: qsTr("Planning steps")
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
        }
        Shortcut {
            sequences: ["Return", "Enter"]
            enabled: panel.opened && DesignSession.hasGhost && !DesignSession.ghostStale
            onActivated: panel.apply()
        }
        Repeater {
            model: panel.steps
            Item {
                required property var modelData
                width: parent.width
                height: 24
                Toggle {
                    anchors.verticalCenter: parent.verticalCenter
                    text: parent.modelData.name
                    checked: panel.chosen.includes(parent.modelData.key)
                    onClicked: panel.chosen = checked ? panel.chosen.concat([parent.modelData.key])
                                                      : panel.chosen.filter(k => k !== parent.modelData.key)
                }
                Caption { x: 40; height: parent.height; text: parent.modelData.name }
            }
        }
        Row {
            spacing: 8
            FlatButton {
                text: DesignSession.planning ? qsTr("Stop") : DesignSession.ghostStale ? qsTr("Plan again") : qsTr("Plan")
                primary: !DesignSession.hasGhost || DesignSession.ghostStale
                enabled: panel.chosen.length > 0
                onClicked: DesignSession.planning ? DesignSession.stopPlan() : DesignSession.plan(panel.chosen)
            }
            FlatButton {
                visible: DesignSession.hasGhost
                text: qsTr("Apply")
                key: "Enter"
                primary: !DesignSession.ghostStale
                enabled: !DesignSession.ghostStale
                onClicked: panel.apply()
            }
            FlatButton {
                visible: DesignSession.hasGhost
                text: qsTr("Drop")
                onClicked: DesignSession.dropPlan()
            }
        }
        ProgressBar {
            visible: DesignSession.planning
            width: parent.width
            value: DesignSession.planShare
        }
        Caption {
            visible: DesignSession.ghostStale
            width: parent.width
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.warning
            text: qsTr("The design has changed since this plan was made. Plan again.")
        }
        ListView {
            visible: DesignSession.planReports.length > 0
            width: parent.width
            height: Math.min(contentHeight, 380)
            clip: true
            spacing: 8
            model: DesignSession.planReports
            ScrollBar.vertical: ScrollBar {}
            delegate: Column {
                required property var modelData
                width: ListView.view.width - 12
                spacing: 2
                Caption {
                    text: modelData.title + "   +" + modelData.added + "  ~" + modelData.changed + "  −" + modelData.removed
                    font.weight: Font.DemiBold
                }
                Caption {
                    width: parent.width
                    text: modelData.totals.join("  ·  ")
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    color: Theme.second
                    font.pixelSize: Theme.small
                }
                Repeater {
                    model: modelData.reasons.slice(0, 6)
                    Caption {
                        required property string modelData
                        width: parent.width
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        text: "· " + modelData
                        color: Theme.third
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
}
