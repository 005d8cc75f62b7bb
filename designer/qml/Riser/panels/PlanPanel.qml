// SPDX-License-Identifier: GPL-3.0-or-later
// Planning, docked beside the plan: choose steps and watch; then the ghost stands over the plan, step by step, with its
// figures, floors and reasons, until Enter applies it up to the step that is looked at, or Esc drops it.
import QtQuick
import QtQuick.Controls.Basic
import Riser

FocusScope {
    id: panel
    readonly property var ghost: DesignSession.ghost
    readonly property bool ready: DesignSession.hasGhost && !DesignSession.planning
    property var chosen: panel.ghost.known.map(step => step.key)
    property bool listening: false // to Enter and Esc
    signal closeAsked()
    signal applied()
    function run() {
        DesignSession.plan(panel.chosen)
    }
    function apply() {
        if (DesignSession.applyPlan())
            panel.applied()
    }
    function leave() {
        if (DesignSession.planning)
            DesignSession.stopPlan()
        else if (DesignSession.hasGhost)
            DesignSession.dropPlan()
        else
            panel.closeAsked()
    }
    Shortcut {
        sequences: ["Return", "Enter"]
        enabled: panel.visible && panel.listening && panel.ready && !DesignSession.ghostStale
        onActivated: panel.apply()
    }
    Shortcut {
        sequence: "Esc"
        enabled: panel.visible && panel.listening
        onActivated: panel.leave()
    }

    Heading {
        id: head
        width: parent.width
        text: qsTr("Planning steps")
        FlatButton {
            implicitHeight: 22
            quiet: true
            text: "×"
            tip: qsTr("Close planning")
            key: panel.ready || DesignSession.planning ? "" : "Esc"
            onClicked: {
                DesignSession.stopPlan()
                DesignSession.dropPlan()
                panel.closeAsked()
            }
        }
    }
    PlanSteps {
        id: steps
        anchors.top: head.bottom
        width: parent.width
        chosen: panel.chosen
        ready: panel.ready
        onChoose: (keys) => panel.chosen = keys
    }
    Column {
        id: state
        anchors.top: steps.bottom
        anchors.topMargin: 8
        x: 12
        width: parent.width - 24
        spacing: 6
        Row {
            spacing: 6
            FlatButton {
                text: DesignSession.planning ? qsTr("Stop") : DesignSession.hasGhost ? qsTr("Plan again") : qsTr("Plan")
                key: DesignSession.planning ? "Esc" : ""
                primary: !DesignSession.planning && (!DesignSession.hasGhost || DesignSession.ghostStale)
                enabled: panel.chosen.length > 0
                onClicked: DesignSession.planning ? DesignSession.stopPlan() : panel.run()
            }
            FlatButton {
                visible: panel.ready
                text: panel.ghost.stage + 1 < panel.ghost.steps.length ? qsTr("Apply %1 of %2").arg(panel.ghost.stage + 1).arg(panel.ghost.steps.length)
                                                                       : qsTr("Apply")
                key: "Enter"
                primary: !DesignSession.ghostStale
                enabled: !DesignSession.ghostStale
                onClicked: panel.apply()
            }
            FlatButton {
                visible: panel.ready
                text: qsTr("Drop")
                key: "Esc"
                onClicked: DesignSession.dropPlan()
            }
        }
        ProgressBar {
            visible: DesignSession.planning
            width: parent.width
            value: DesignSession.planShare
            Accessible.name: qsTr("Progress of planning")
        }
        Caption {
            visible: DesignSession.planning
            width: parent.width
            text: panel.ghost.step
            font.pixelSize: Theme.small
            color: Theme.second
        }
        Caption {
            visible: DesignSession.ghostStale
            width: parent.width
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.warning
            text: qsTr("The design has changed since this plan was made. Plan again.")
        }
        Flow {
            visible: panel.ready
            width: parent.width
            spacing: 4
            Pill {
                text: qsTr("up to this step")
                checked: !panel.ghost.alone
                onClicked: panel.ghost.alone = false
            }
            Pill {
                text: qsTr("this step alone")
                checked: panel.ghost.alone
                onClicked: panel.ghost.alone = true
            }
        }
        Caption {
            visible: panel.ready && text !== ""
            width: parent.width
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            text: panel.ghost.cost
        }
        Flow {
            visible: panel.ready
            width: parent.width
            spacing: 12
            Repeater {
                model: [
                    { ink: Theme.accent, name: qsTr("added") },
                    { ink: Theme.warning, name: qsTr("changed") },
                    { ink: Theme.error, name: qsTr("removed") }
                ]
                Row {
                    required property var modelData
                    spacing: 5
                    Rectangle { y: 5; width: 10; height: 10; radius: 2; color: parent.modelData.ink }
                    Caption { text: parent.modelData.name; font.pixelSize: Theme.small; color: Theme.second }
                }
            }
        }
    }
    ListView {
        cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
        id: list
        anchors.top: state.bottom
        anchors.topMargin: 8
        anchors.bottom: parent.bottom
        width: parent.width
        visible: panel.ready
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        model: panel.ghost.reasons
        header: Column {
            width: ListView.view.width
            onHeightChanged: list.positionViewAtBeginning()
            Repeater {
                model: panel.ghost.floors
                PlanFloor { width: parent.width }
            }
            Heading {
                width: parent.width
                text: panel.ghost.reasons.length > 0 ? qsTr("Why, and what could not be done")
                      : panel.ghost.floors.length > 0 ? "" : qsTr("Everything stands as this plan wants it already.")
            }
        }
        delegate: PlanReason { width: ListView.view.width }
    }
    Caption {
        visible: !panel.ready && !DesignSession.planning
        anchors.top: state.bottom
        anchors.topMargin: 16
        x: 12
        width: parent.width - 24
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        color: Theme.third
        font.pixelSize: Theme.small
        text: qsTr("What a plan would add, change and remove is drawn over the plan first. Nothing changes until you apply it.")
    }
}
