// SPDX-License-Identifier: GPL-3.0-or-later
// One field: its label, its value as it may be edited, and whether a person pinned it.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: line
    required property string key
    required property string label
    required property string value
    required property string shown
    required property string kind
    required property string unit
    required property var choices
    required property var keys
    required property bool mixed
    required property bool pinned
    property var form: DesignSession.inspector // whose line it is
    signal refused(string why)
    signal done()
    implicitHeight: 30

    function take(text) {
        const why = form.set(key, text)
        refused(why)
        return why === ""
    }

    Caption {
        id: name
        x: 14
        width: 104
        height: parent.height
        text: line.label
        color: Theme.second
        font.pixelSize: Theme.small
        ToolTip.visible: hover.hovered && truncated
        ToolTip.text: text
        HoverHandler { id: hover }
    }
    Rectangle {
        visible: line.pinned
        x: 5
        anchors.verticalCenter: parent.verticalCenter
        width: 5
        height: 5
        radius: 3
        color: Theme.accent
        HoverHandler { id: over }
        ToolTip.visible: over.hovered
        ToolTip.text: qsTr("Set by hand: planning leaves it alone. Double-click to let go.")
        TapHandler { onDoubleTapped: line.form.unpin(line.key) }
    }
    Loader {
        x: 120
        width: parent.width - x - 10
        anchors.verticalCenter: parent.verticalCenter
        sourceComponent: line.kind === "flag" ? flag : line.kind === "choice" || line.kind === "reference" ? choice
                       : line.kind === "fixed" ? fixed : typed
    }
    Component {
        id: typed
        Field {
            id: field
            property bool gone: false // its rows are: what comes now is not theirs
            function leave() {
                if (!gone && text !== line.value)
                    line.take(text)
            }
            Connections {
                target: line.form
                function onLeaving() { if (field.activeFocus) field.leave() }
                function onLeft() { field.gone = true }
            }
            text: line.value
            placeholderText: line.mixed ? qsTr("several") : ""
            rightPadding: line.unit !== "" ? 34 : 8
            Accessible.name: line.label
            onAccepted: if (line.take(text)) line.done()
            onActiveFocusChanged: if (!activeFocus) leave()
            Keys.onEscapePressed: { text = Qt.binding(() => line.value); line.done() }
            Caption {
                anchors.right: parent.right
                anchors.rightMargin: 8
                height: parent.height
                text: line.unit
                font.pixelSize: Theme.tiny
                color: Theme.third
            }
        }
    }
    Component {
        id: flag
        Item {
            implicitHeight: 18
            Toggle {
                x: 8
                text: line.label
                checked: line.value === "true"
                onClicked: line.take(checked ? "true" : "false")
            }
        }
    }
    Component {
        id: choice
        ChoiceBox {
            model: line.choices
            currentIndex: line.keys.indexOf(line.value)
            placeholder: line.mixed ? qsTr("several") : "—"
            Accessible.name: line.label
            onActivated: (index) => line.take(line.keys[index])
        }
    }
    Component {
        id: fixed
        Caption {
            leftPadding: 8
            text: line.mixed ? qsTr("several") : line.shown === "" ? "—" : line.shown
            color: line.mixed || line.shown === "" ? Theme.third : Theme.text
        }
    }
}
