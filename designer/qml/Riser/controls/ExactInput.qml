// SPDX-License-Identifier: GPL-3.0-or-later
// An exact place, typed over the plan while a tool is drawing: it opens with the first digit beside the pointer. Enter
// takes it, Esc closes it.
import QtQuick
import Riser

Rectangle {
    id: box
    property var plan: null
    property point at: Qt.point(0, 0)
    function start(text) {
        x = Math.max(4, Math.min(at.x + 14, parent.width - width - 4))
        y = Math.max(4, Math.min(at.y + 14, parent.height - height - 4))
        field.text = text
        visible = true
        field.forceActiveFocus()
        field.cursorPosition = text.length
    }
    function close() {
        visible = false
        plan.forceActiveFocus()
    }
    visible: false
    width: 176
    height: 34
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.accent
    Field {
        id: field
        x: 4
        y: 4
        width: parent.width - 8
        placeholderText: "5000<90   @3000,0   12000,8000"
        Accessible.name: qsTr("Exact place")
        onAccepted: {
            const problem = box.plan.exact(text)
            wrong = problem !== ""
            if (wrong)
                DesignSession.say(problem, true)
            else
                box.close()
        }
        onTextEdited: wrong = false
        Keys.onEscapePressed: box.close()
        onActiveFocusChanged: {
            if (!activeFocus)
                box.visible = false
        }
    }
}
