// SPDX-License-Identifier: GPL-3.0-or-later
// The cells: select by mouse and keys, type into them, copy and paste; headings sort, with Ctrl they select.
import QtQuick
import QtQuick.Controls.Basic
import Riser

FocusScope {
    id: area
    readonly property var table: DesignSession.table
    readonly property var cells: table.cells
    readonly property var ranges: cells.ranges
    property var widths: []
    property int hovered: -1
    signal objectAsked(string id)

    function take() { keys.forceActiveFocus() }
    function measure() {
        const out = []
        for (let c = 0; c < table.columnCount(); ++c)
            out.push(Math.round(table.widthOf(c) * 6.9) + 12)
        widths = out
        body.forceLayout()
    }
    function goTo(row, column) { body.reveal(row, column) }
    function follow() { goTo(cells.row, cells.column) }
    function holds(row, column) {
        return ranges.some((r) => row >= r.top && row <= r.bottom && column >= r.left && column <= r.right)
    }
    function edit(text) {
        if (cells.row < 0 || !cells.editable())
            return
        follow()
        const item = body.itemAtCell(Qt.point(cells.column, cells.row))
        if (item)
            editor.begin(item.mapToItem(area, 0, 0), item.width, text)
    }
    function show() {
        const id = table.subjectOf(cells.row)
        if (id !== "")
            Qt.callLater(area.objectAsked, id) // it leads away from this view, whose cells go while they are hidden
    }
    function copy() { TextClipboard.setText(cells.copied()) }
    function paste() { cells.paste(TextClipboard.text()) }

    Connections {
        target: area.table
        function onShapeChanged() { area.measure() }
    }
    Component.onCompleted: measure()

    Item {
        id: keys
        objectName: "tableKeys"
        focus: true
        activeFocusOnTab: true
        Accessible.role: Accessible.Table
        Accessible.name: area.table.gridName
        function typed(event) {
            return event.text.length > 0 && event.text >= " " && event.key !== Qt.Key_Delete && !(event.modifiers & (Qt.ControlModifier | Qt.AltModifier))
        }
        // What these cells do with a key goes before what the window does.
        Keys.onShortcutOverride: (event) => {
            const control = event.modifiers & Qt.ControlModifier
            event.accepted = typed(event) || (event.key === Qt.Key_F2 && area.cells.row >= 0) || event.key === Qt.Key_Delete
                || (control && [Qt.Key_A, Qt.Key_C, Qt.Key_V].includes(event.key) && !(event.modifiers & Qt.ShiftModifier))
        }
        Keys.onPressed: (event) => {
            const control = event.modifiers & Qt.ControlModifier, shift = (event.modifiers & Qt.ShiftModifier) !== 0
            const far = 1000000, page = Math.max(1, Math.floor(body.height / 25) - 1)
            const moves = { [Qt.Key_Up]: [control ? -far : -1, 0], [Qt.Key_Down]: [control ? far : 1, 0],
                            [Qt.Key_Left]: [0, control ? -far : -1], [Qt.Key_Right]: [0, control ? far : 1],
                            [Qt.Key_Home]: [control ? -far : 0, -far], [Qt.Key_End]: [control ? far : 0, far],
                            [Qt.Key_PageUp]: [-page, 0], [Qt.Key_PageDown]: [page, 0] }
            event.accepted = true
            if ((event.modifiers & Qt.AltModifier) && event.key === Qt.Key_Down && area.cells.column >= 0) {
                area.table.sortBy(area.cells.column)
            } else if (moves[event.key]) {
                area.cells.move(moves[event.key][0], moves[event.key][1], shift)
                if (shift && area.ranges.length > 0) {
                    const range = area.ranges[area.ranges.length - 1]
                    area.goTo(range.top === area.cells.row ? range.bottom : range.top,
                              range.left === area.cells.column ? range.right : range.left)
                } else {
                    area.follow()
                }
            } else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
                area.show()
            else if (event.key === Qt.Key_F2)
                area.edit(area.cells.typed())
            else if (event.key === Qt.Key_Delete)
                area.cells.clear()
            else if (event.key === Qt.Key_Escape)
                area.cells.forgetProblems()
            else if (control && event.key === Qt.Key_A)
                area.cells.selectAll()
            else if (control && event.key === Qt.Key_Space)
                area.cells.pressColumn(area.cells.column, shift, false)
            else if (control && event.key === Qt.Key_C)
                area.copy()
            else if (control && event.key === Qt.Key_V)
                area.paste()
            else if (typed(event))
                area.edit(event.text)
            else
                event.accepted = false
        }
    }
    TableHead {
        id: headRow
        width: parent.width
        widths: area.widths
        scrolled: body.contentX
        onDone: area.take()
    }
    CellTable {
        id: body
        anchors.top: headRow.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: area.table
        boundsBehavior: Flickable.StopAtBounds
        columnWidthProvider: (column) => area.widths[column] ?? 80
        rowHeightProvider: () => 25
        reuseItems: true
        property real lastY: 0
        onContentYChanged: {
            if (editor.taking)
                editor.y += lastY - contentY
            else
                editor.slip()
            lastY = contentY
        }
        onContentXChanged: editor.slip()
        ScrollBar.vertical: ScrollBar { id: up; policy: ScrollBar.AsNeeded }
        ScrollBar.horizontal: ScrollBar { id: across }
        delegate: Rectangle {
            id: cell
            required property string display
            required property bool number
            required property string subject // its object
            required property string accent
            required property string tone
            required property bool editable
            required property bool pinned
            required property int row
            required property int column
            readonly property bool chosen: area.holds(row, column)
            readonly property bool current: area.cells.row === row && area.cells.column === column
            implicitHeight: 25
            implicitWidth: 80
            Accessible.role: Accessible.Cell
            Accessible.name: display
            color: chosen ? Theme.soft : area.hovered === row ? Theme.hover : row % 2 ? Theme.raised : Theme.surface
            Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.border; opacity: 0.6 }
            Rectangle {
                visible: cell.accent !== ""
                width: 3
                height: parent.height
                color: cell.accent !== "" ? cell.accent : "transparent"
            }
            Rectangle {
                visible: cell.pinned
                x: 2
                anchors.verticalCenter: parent.verticalCenter
                width: 4
                height: 4
                radius: 2
                color: Theme.accent
            }
            Caption {
                anchors.fill: parent
                anchors.leftMargin: 8
                anchors.rightMargin: 8
                text: cell.display
                font.pixelSize: Theme.small
                horizontalAlignment: cell.number ? Text.AlignRight : Text.AlignLeft
                color: cell.tone === "attention" ? Theme.warning : cell.tone === "muted" || !cell.editable ? Theme.third : Theme.text
            }
            Rectangle {
                visible: cell.current
                anchors.fill: parent
                color: "transparent"
                border.width: 2
                border.color: Theme.accent
            }
        }
    }
    MouseArea {
        id: mouse
        Accessible.name: area.table.gridName
        anchors.fill: body
        anchors.rightMargin: up.size < 1 ? up.width : 0
        anchors.bottomMargin: across.size < 1 ? across.height : 0
        hoverEnabled: true
        preventStealing: true
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        function cellAt(at) {
            const inside = Qt.point(Math.max(0, Math.min(at.x, width - 1)), Math.max(0, Math.min(at.y, height - 1)))
            const found = body.cellAtPos(mapToItem(body, inside.x, inside.y), true)
            return Qt.point(found.x, found.y + (at.y > height ? 1 : at.y < 0 ? -1 : 0))
        }
        onPressed: (event) => {
            area.take()
            const at = cellAt(event)
            if (at.x < 0 || at.y < 0)
                return
            if (event.button === Qt.RightButton && area.holds(at.y, at.x))
                return
            area.cells.press(at.y, at.x, (event.modifiers & Qt.ShiftModifier) !== 0, (event.modifiers & Qt.ControlModifier) !== 0)
        }
        onPositionChanged: (event) => {
            const at = cellAt(event)
            area.hovered = at.y
            if (!(pressedButtons & Qt.LeftButton) || at.x < 0 || at.y < 0 || at.y >= body.rows)
                return
            area.cells.drag(at.y, at.x)
            area.goTo(at.y, at.x)
        }
        onExited: area.hovered = -1
        onDoubleClicked: area.show()
        onClicked: (event) => { if (event.button === Qt.RightButton) menu.popup() }
    }
    Menu {
        id: menu
        width: 240
        MenuItem { text: qsTr("Edit") + "\tF2"; enabled: area.cells.row >= 0 && area.cells.editable(); onTriggered: area.edit(area.cells.typed()) }
        MenuItem { text: qsTr("Copy") + "\tCtrl+C"; onTriggered: area.copy() }
        MenuItem { text: qsTr("Paste") + "\tCtrl+V"; onTriggered: area.paste() }
        MenuItem { text: qsTr("Clear") + "\tDel"; onTriggered: area.cells.clear() }
        MenuItem { text: qsTr("Let planning set it again"); onTriggered: area.cells.letGo() }
        MenuItem { text: qsTr("Show on the plan"); onTriggered: area.show() }
    }
    CellEditor {
        id: editor
        onDone: area.take()
        onRefused: area.follow()
        onMoved: (rows, columns) => { area.cells.move(rows, columns, false); area.follow() }
    }
    Caption {
        anchors.centerIn: body
        visible: area.table.rows === 0
        text: area.table.allRows > 0 ? qsTr("No row holds these words.")
            : area.table.isSchedule ? qsTr("Nothing to list yet: plan the outlets and cables first.") : qsTr("This design has none of these yet.")
        color: Theme.third
    }
}
