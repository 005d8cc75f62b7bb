// SPDX-License-Identifier: GPL-3.0-or-later
// What the chosen tool will draw: a strip over the plan, one box an option; nothing when the tool has none.
import QtQuick
import Riser

Item {
    id: strip
    property var plan: null
    implicitHeight: 34
    height: implicitHeight
    Rectangle {
        visible: options.count > 0
        width: Math.min(line.width + 16, strip.width)
        height: parent.height
        radius: Theme.radius
        color: Theme.surface
        border.color: Theme.border
        clip: true
        Row {
            id: line
            x: 8
            height: parent.height
            spacing: 10
            Repeater {
                id: options
                model: strip.plan ? strip.plan.toolOptions : []
                Row {
                    id: option
                    required property var modelData
                    height: parent.height
                    spacing: 4
                    Caption {
                        height: parent.height
                        text: option.modelData.name
                        color: Theme.second
                        font.pixelSize: Theme.small
                    }
                    ChoiceBox {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: option.modelData.values.length > 0
                        width: visible ? 150 : 0
                        model: option.modelData.values.map((value) => value.name)
                        currentIndex: option.modelData.current
                        Accessible.name: option.modelData.name
                        onActivated: (index) => strip.plan.choose(option.modelData.key, option.modelData.values[index].key)
                    }
                    Field {
                        anchors.verticalCenter: parent.verticalCenter
                        visible: option.modelData.values.length === 0
                        width: visible ? 90 : 0
                        text: option.modelData.value
                        Accessible.name: option.modelData.name
                        onAccepted: strip.plan.forceActiveFocus()
                        onEditingFinished: {
                            if (text !== option.modelData.value)
                                strip.plan.choose(option.modelData.key, text)
                        }
                    }
                }
            }
        }
    }
}
