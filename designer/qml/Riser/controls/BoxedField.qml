// SPDX-License-Identifier: GPL-3.0-or-later
// A line to type in that shows its box even when nobody is near it: for dialogs.
import QtQuick
import Riser

Field {
    id: control
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: control.wrong ? Theme.error : control.activeFocus ? Theme.accent : Theme.border
    }
}
