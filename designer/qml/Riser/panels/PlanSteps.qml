// SPDX-License-Identifier: GPL-3.0-or-later
// The planning steps: which to run, and, of a ghost, what each did; a click looks at the ghost up to that step.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Column {
    id: steps
    property var chosen: []
    property bool ready: false
    signal choose(var keys)
    readonly property var known: DesignSession.ghost.known
    function resultAt(key) {
        return ready ? DesignSession.ghost.steps.findIndex(step => step.key === key) : -1
    }
    Repeater {
        model: steps.known
        AbstractButton {
            id: line
            required property var modelData
            readonly property int at: steps.resultAt(modelData.key)
            readonly property var result: at >= 0 ? DesignSession.ghost.steps[at] : null
            readonly property bool shown: at >= 0 && (at === DesignSession.ghost.stage || (at < DesignSession.ghost.stage && !DesignSession.ghost.alone))
            width: steps.width
            height: figures.visible ? 30 + figures.implicitHeight : 28
            hoverEnabled: true
            focusPolicy: at >= 0 ? Qt.TabFocus : Qt.NoFocus
            text: modelData.name
            Accessible.name: qsTr("Look at: %1").arg(modelData.name)
            onClicked: if (at >= 0) DesignSession.ghost.stage = at
            background: Rectangle {
                color: line.at >= 0 && line.at === DesignSession.ghost.stage ? Theme.soft : line.hovered && line.at >= 0 ? Theme.hover : Theme.surface
                border.width: line.visualFocus ? 2 : 0
                border.color: Theme.accent
                Rectangle { visible: line.shown; width: 3; height: parent.height; color: Theme.accent }
            }
            contentItem: Item {
                Toggle {
                    x: 12
                    y: 5
                    text: line.modelData.name
                    checked: steps.chosen.includes(line.modelData.key)
                    enabled: !DesignSession.planning
                    onClicked: steps.choose(checked ? steps.chosen.concat([line.modelData.key])
                                                    : steps.chosen.filter(key => key !== line.modelData.key))
                }
                Caption {
                    x: 50
                    height: 28
                    width: parent.width - x - 12 - (counts.visible ? counts.width + 8 : 0)
                    text: line.modelData.name
                }
                Caption {
                    id: counts
                    visible: line.result !== null
                    anchors.right: parent.right
                    anchors.rightMargin: 12
                    height: 28
                    font.pixelSize: Theme.small
                    color: Theme.second
                    text: line.result ? "+" + line.result.added + "  ~" + line.result.changed + "  −" + line.result.removed : ""
                }
                Caption {
                    id: figures
                    visible: line.result !== null && line.at === DesignSession.ghost.stage
                    x: 50
                    y: 25
                    width: parent.width - x - 12
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    font.pixelSize: Theme.tiny
                    color: Theme.third
                    text: line.result ? line.result.objectives.concat([line.result.totals.join(" · ")]).join("\n") : ""
                }
            }
        }
    }
    Item {
        width: steps.width
        height: 30
        Toggle {
            x: 12
            y: 6
            text: qsTr("As few telecom rooms as serve every point")
            checked: DesignSession.fewestRooms
            enabled: !DesignSession.planning && steps.chosen.includes("spaces")
            onClicked: DesignSession.fewestRooms = checked
        }
        Caption {
            x: 50
            height: 30
            width: parent.width - x - 12
            color: steps.chosen.includes("spaces") ? Theme.second : Theme.third
            font.pixelSize: Theme.small
            text: qsTr("As few telecom rooms as serve every point")
        }
    }
}
