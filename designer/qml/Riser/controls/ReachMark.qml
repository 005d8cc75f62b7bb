// SPDX-License-Identifier: GPL-3.0-or-later
// What a cell of the reach matrix says: a colour, a shape for those who see no colours, and how many pairs.
import QtQuick
import Riser

Rectangle {
    id: mark
    property string verdict: "" // "reached", "apart", "missing", "forbidden", "none"
    property string words: ""
    property string wanted: ""
    readonly property bool wrong: verdict === "missing" || verdict === "forbidden"
    radius: 2
    color: verdict === "reached" ? Theme.soft : verdict === "forbidden" ? Theme.error : "transparent"
    border.width: verdict === "missing" ? 2 : 0
    border.color: Theme.error
    // What was asked of it, kept: a corner.
    Rectangle {
        visible: mark.wanted !== "" && !mark.wrong
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 2
        width: 5
        height: 5
        radius: mark.wanted === "must" ? 2.5 : 0
        color: Theme.good
    }
    Caption {
        anchors.fill: parent
        horizontalAlignment: Text.AlignHCenter
        text: mark.words
        font.pixelSize: Theme.tiny
        font.weight: mark.wrong ? Font.DemiBold : Font.Normal
        elide: Text.ElideNone
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 8
        color: mark.verdict === "forbidden" ? Theme.surface : mark.verdict === "missing" ? Theme.error
             : mark.verdict === "reached" ? Theme.accent : Theme.third
    }
}
