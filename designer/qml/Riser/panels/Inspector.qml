// SPDX-License-Identifier: GPL-3.0-or-later
// What is selected: a form made from the field table, for one row or many of a kind.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Item {
    id: panel
    readonly property var form: DesignSession.inspector
    property string problem: ""
    signal done() // with typing
    Connections {
        target: DesignSession
        function onSelectionChanged() { panel.problem = "" }
    }

    Column {
        id: head
        visible: panel.form.selected > 0
        x: 14
        y: 12
        width: parent.width - 28
        spacing: 3
        Caption {
            width: parent.width
            text: panel.form.title
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
        }
        Caption {
            width: parent.width
            text: panel.form.subtitle + (panel.form.origin !== "" ? "  ·  " + panel.form.origin : "")
            font.pixelSize: Theme.small
            color: Theme.second
        }
        Caption {
            width: parent.width
            visible: panel.problem !== ""
            text: panel.problem
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.error
            font.pixelSize: Theme.small
        }
    }
    Rectangle {
        visible: head.visible
        anchors.top: head.bottom
        anchors.topMargin: 10
        x: 14
        width: parent.width - 28
        height: 1
        color: Theme.border
    }
    ListView {
        cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
        anchors.top: head.bottom
        anchors.topMargin: 14
        anchors.bottom: parent.bottom
        width: parent.width
        visible: head.visible
        clip: true
        model: panel.form
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar {}
        delegate: InspectorLine {
            width: ListView.view.width
            onRefused: (why) => panel.problem = why
            onDone: panel.done()
        }
    }
    Caption {
        visible: !head.visible
        anchors.centerIn: parent
        width: parent.width - 48
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        color: Theme.third
        text: qsTr("Click something on the plan to see and change what it is.\nDrag a box for many; Ctrl+K finds anything by its label.")
    }
}
