// SPDX-License-Identifier: GPL-3.0-or-later
// The tool and its keys, where the pointer is, what is typed exactly, and how fresh the check is.
import QtQuick
import Riser

Rectangle {
    id: bar
    property var canvas: null
    property string note: ""
    property bool noteIsError: false
    property bool drawn: true  // the view is a drawing, with tools
    property bool scaled: true // and one to scale, in metres
    height: 26
    color: Theme.surface
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.border
    }
    Caption {
        x: 12
        width: parent.width - right.width - 36
        height: parent.height
        font.pixelSize: Theme.small
        color: bar.note !== "" ? (bar.noteIsError ? Theme.error : Theme.text) : Theme.second
        text: bar.note !== "" ? bar.note : bar.canvas && bar.drawn && DesignSession.isOpen ? bar.canvas.hint : ""
    }
    Row {
        id: right
        visible: DesignSession.isOpen
        anchors.right: parent.right
        anchors.rightMargin: 12
        height: parent.height
        spacing: 18
        component Item: Caption {
            height: bar.height
            font.pixelSize: Theme.small
            color: Theme.second
        }
        Item { text: DesignSession.selectedCount > 0 ? qsTr("%1 selected").arg(DesignSession.selectedCount) : "" }
        Item { text: bar.canvas && bar.scaled ? bar.canvas.snapName : "" }
        Item { text: DesignSession.floorLabel }
        Item { visible: bar.scaled; text: bar.canvas ? "1 : " + Math.max(1, Math.round(bar.canvas.scale1to)) : "" }
        Item {
            width: 150
            visible: bar.scaled
            text: bar.canvas ? "x " + bar.canvas.pointerX.toFixed(3) + "   y " + bar.canvas.pointerY.toFixed(3) + " m" : ""
        }
        Item { text: DesignSession.saved ? qsTr("saved") : qsTr("not saved") }
        Item {
            text: DesignSession.checkCurrent
                  ? qsTr("checked in %1 ms").arg(Math.round(DesignSession.checkSeconds * 1000)) : qsTr("checking…")
        }
    }
}
