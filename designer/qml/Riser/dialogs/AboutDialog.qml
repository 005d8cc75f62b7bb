// SPDX-License-Identifier: GPL-3.0-or-later
// What this is, whose work stands in it, and under which licences.
import QtQuick
import QtQuick.Controls.Basic
import Riser

DialogBox {
    id: dialog
    width: 480
    title: qsTr("About Riser")
    // As Debian 12 packages them.
    readonly property var parts: [
        ["Qt 6", "LGPL-3.0-only"],
        ["CGAL", "GPL-3.0-or-later, LGPL-3.0-or-later"],
        ["Boost", "BSL-1.0"],
        ["dxflib", "GPL-2.0-or-later"],
        ["Eigen", "MPL-2.0"],
        ["oneTBB", "Apache-2.0"],
        ["pugixml", "MIT"],
        ["nlohmann/json", "MIT"],
        ["libxlsxwriter", "BSD-2-Clause"],
        ["Noto Sans CJK", "OFL-1.1"]
    ]
    Column {
        width: parent.width
        spacing: 8
        Caption { text: qsTr("Version %1").arg(Qt.application.version) }
        Note {
            width: parent.width
            text: qsTr("Designs the network of a building, and proves what can be proved of it.")
        }
        Note {
            width: parent.width
            text: qsTr("Free software under the GNU General Public License, version 3 or any later one (GPL-3.0-or-later). It comes with no warranty. It stands on:")
        }
        Column {
            width: parent.width
            Repeater {
                model: dialog.parts
                Item {
                    required property var modelData
                    width: parent.width
                    height: 21
                    Caption { x: 8; height: parent.height; text: parent.modelData[0]; font.pixelSize: Theme.small }
                    Caption {
                        anchors.right: parent.right
                        height: parent.height
                        text: parent.modelData[1]
                        color: Theme.second
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
    }
    buttons: FlatButton { text: qsTr("Close"); primary: true; onClicked: dialog.close() }
}
