// SPDX-License-Identifier: GPL-3.0-or-later
// A cell while it is typed into, with the values it may have. Enter and Tab take it and move on, Ctrl+Enter fills the
// selection, Esc leaves it as it was; what is refused stays to be mended.
import QtQuick
import QtQuick.Controls.Basic
import Riser

Field {
    id: editor
    readonly property var cells: DesignSession.table.cells
    property string before: ""
    property var offers: []
    property int chosen: -1
    signal done()
    signal moved(int rows, int columns)
    property bool taking: false // the list of refused cells may come or go, and the table move, meanwhile
    signal refused()
    objectName: "cellEditor"
    visible: false
    height: 25
    font.pixelSize: Theme.small
    Accessible.name: qsTr("Value of the cell")
    background: Rectangle {
        color: Theme.surface
        border.width: 2
        border.color: editor.wrong ? Theme.error : Theme.accent
    }
    function begin(at, wide, content) {
        before = cells.typed()
        wrong = false
        x = Math.max(0, Math.min(at.x, parent.width - Math.max(wide, 120)))
        y = at.y
        width = Math.max(wide, 120)
        text = content
        visible = true
        forceActiveFocus()
        if (content === before)
            selectAll()
        offers = cells.offers(content === before ? "" : content)
        chosen = -1
    }
    function end() {
        visible = false
        offers = []
        done()
    }
    function finish(rows, columns) {
        taking = true
        wrong = text !== before && !cells.set(text)
        if (wrong)
            refused()
        taking = false
        if (wrong)
            return
        end()
        moved(rows, columns)
    }
    function fill() {
        taking = true
        wrong = !cells.fill(text)
        if (wrong)
            refused()
        taking = false
        if (!wrong)
            end()
    }
    // Something else is done: what was typed is taken when it may be.
    function leave() {
        if (!visible)
            return
        visible = false
        offers = []
        if (text !== before)
            cells.set(text)
    }
    // Its cell moved from under it. What moved it may be the list of refused cells, which setting it now would change.
    function slip() {
        if (!visible)
            return
        visible = false
        offers = []
        const row = cells.row, column = cells.column, typed = text
        if (typed !== before)
            Qt.callLater(() => { if (cells.row === row && cells.column === column) cells.set(typed) })
    }
    function choose(step) {
        if (offers.length === 0)
            return
        chosen = (chosen + step + offers.length + (chosen < 0 && step < 0 ? 1 : 0)) % offers.length
        text = offers[chosen]
    }
    onTextEdited: { offers = cells.offers(text); chosen = -1; wrong = false }
    onActiveFocusChanged: if (!activeFocus) leave()
    Keys.onPressed: (event) => {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
        event.accepted = true
        if (enter && event.modifiers & Qt.ControlModifier)
            fill()
        else if (enter)
            finish(event.modifiers & Qt.ShiftModifier ? -1 : 1, 0)
        else if (event.key === Qt.Key_Tab)
            finish(0, 1)
        else if (event.key === Qt.Key_Backtab)
            finish(0, -1)
        else if (event.key === Qt.Key_Escape) {
            cells.forgetProblems()
            end()
        } else if (event.key === Qt.Key_Down)
            choose(1)
        else if (event.key === Qt.Key_Up)
            choose(-1)
        else
            event.accepted = false
    }
    Rectangle {
        visible: editor.offers.length > 0
        readonly property bool above: editor.y + 25 + height > editor.parent.height
        y: above ? -height - 2 : 27
        width: Math.max(editor.width, 180)
        height: Math.min(editor.offers.length, 9) * 24 + 2
        color: Theme.surface
        border.color: Theme.border
        radius: Theme.radius
        ListView {
            cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
            anchors.fill: parent
            anchors.margins: 1
            clip: true
            model: editor.offers
            currentIndex: editor.chosen
            highlightMoveDuration: 0
            ScrollBar.vertical: ScrollBar {}
            delegate: Rectangle {
                id: offer
                required property string modelData
                required property int index
                width: ListView.view.width
                height: 24
                color: index === editor.chosen ? Theme.soft : over.containsMouse ? Theme.hover : "transparent"
                Caption { x: 8; width: parent.width - 16; height: parent.height; text: offer.modelData; font.pixelSize: Theme.small }
                MouseArea {
                    id: over
                    anchors.fill: parent
                    hoverEnabled: true
                    onClicked: { editor.text = offer.modelData; editor.finish(0, 0) }
                }
            }
        }
    }
}
