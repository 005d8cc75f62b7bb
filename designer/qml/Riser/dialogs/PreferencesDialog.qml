// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants of the program; every choice counts at once and is kept.
import QtQuick
import Riser

DialogBox {
    id: dialog
    width: 420
    title: qsTr("Preferences")
    Grid {
        columns: 2
        columnSpacing: 16
        rowSpacing: 10
        verticalItemAlignment: Grid.AlignVCenter
        Note { text: qsTr("Language") }
        ChoiceBox {
            boxed: true
            readonly property var keys: ["zh", "en"]
            width: 260
            model: ["中文", "English"]
            currentIndex: keys.indexOf(DesignSession.language)
            onActivated: (index) => DesignSession.language = keys[index]
            Accessible.name: qsTr("Language")
        }
        Note { text: qsTr("Theme") }
        ChoiceBox {
            boxed: true
            width: 260
            model: [qsTr("Light"), qsTr("Dark")]
            currentIndex: DesignSession.dark ? 1 : 0
            onActivated: (index) => DesignSession.dark = index === 1
            Accessible.name: qsTr("Theme")
        }
        Note { text: qsTr("Snapping") }
        Toggle {
            text: qsTr("Snap to ends, middles, perpendiculars and the grid")
            checked: DesignSession.preferences.snaps
            onClicked: DesignSession.preferences.snaps = checked
        }
        Note { text: qsTr("Author") }
        BoxedField {
            width: 260
            text: DesignSession.preferences.author
            placeholderText: qsTr("Your name, for waivers and revisions")
            onEditingFinished: DesignSession.preferences.author = text
            Accessible.name: qsTr("Author")
        }
    }
    buttons: FlatButton { text: qsTr("Close"); primary: true; onClicked: dialog.close() }
}
