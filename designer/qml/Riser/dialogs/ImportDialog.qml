// SPDX-License-Identifier: GPL-3.0-or-later
// A floor plan on its way into the design: which sheet, what unit, which floors; what it would look like and what was
// read, guessed and left out; then one step of the history.
import QtQuick
import QtQuick.Controls.Basic
import Riser

DialogBox {
    id: dialog
    readonly property var importer: DesignSession.importer
    readonly property var units: ["", "mm", "cm", "m", "in", "ft"]
    property url file
    signal underlayAsked(url file) // it is not to be recognised, only to lie under the plan
    function begin(url) {
        file = url
        importer.read(url)
        open()
    }
    width: Math.min(1080, parent.width - 48)
    height: Math.min(720, parent.height - 48)
    closePolicy: Popup.NoAutoClose
    title: qsTr("Import %1").arg(importer.fileName)
    function leave() {
        importer.drop()
        dialog.close()
    }
    onOpened: floorsField.forceActiveFocus()

    Item {
        id: wishes
        width: 388
        height: parent.height
        Column {
            id: form
            width: parent.width
            spacing: 6
            Note { text: qsTr("Sheet"); visible: sheetList.count > 0 }
            ListView {
                id: sheetList
                width: parent.width
                height: Math.min(contentHeight, 132)
                clip: true
                model: dialog.importer.sheets
                activeFocusOnTab: true
                Keys.onUpPressed: choose(-1)
                Keys.onDownPressed: choose(1)
                function choose(by) {
                    const at = dialog.importer.sheets.findIndex(sheet => sheet.number === dialog.importer.sheet)
                    dialog.importer.sheet = dialog.importer.sheets[Math.max(0, Math.min(at + by, count - 1))].number
                }
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Sheets of the drawing")
                delegate: Rectangle {
                    id: sheet
                    required property var modelData
                    readonly property bool chosen: dialog.importer.sheet === modelData.number
                    width: ListView.view.width
                    height: 42
                    radius: Theme.radius
                    color: chosen ? Theme.soft : area.containsMouse ? Theme.hover : "transparent"
                    Accessible.role: Accessible.ListItem
                    Accessible.name: modelData.title + " " + modelData.verdict
                    Caption {
                        x: 8; y: 3
                        width: parent.width - 16
                        text: sheet.modelData.number + "  " + (sheet.modelData.title !== "" ? sheet.modelData.title : qsTr("untitled"))
                        color: sheet.chosen ? Theme.accent : Theme.text
                        font.weight: sheet.chosen ? Font.DemiBold : Font.Normal
                    }
                    Caption {
                        x: 8; y: 22
                        width: parent.width - 16
                        text: sheet.modelData.verdict
                        color: sheet.modelData.isPlan ? Theme.second : Theme.warning
                        font.pixelSize: Theme.tiny
                    }
                    MouseArea {
                        id: area
                        anchors.fill: parent
                        hoverEnabled: true
                        onClicked: dialog.importer.sheet = sheet.modelData.number
                    }
                    ToolTip.visible: area.containsMouse && modelData.reasons.length > 0
                    ToolTip.delay: 500
                    ToolTip.text: modelData.reasons.join("\n")
                }
            }
            Grid {
                columns: 2
                columnSpacing: 10
                rowSpacing: 6
                verticalItemAlignment: Grid.AlignVCenter
                Note { text: qsTr("Floors") }
                BoxedField {
                    id: floorsField
                    width: form.width - 76
                    text: dialog.importer.floors
                    placeholderText: dialog.importer.labels.length > 0
                                     ? qsTr("%1, if nothing is said; or such as 3-10, B1").arg(dialog.importer.labels.join(" ")) : qsTr("such as 3-10 or B1")
                    onEditingFinished: dialog.importer.floors = text
                    Accessible.name: qsTr("Floors that the sheet is for")
                }
                Note { text: qsTr("Unit") }
                ChoiceBox {
                    boxed: true
                    width: form.width - 76
                    model: [qsTr("as found: %1").arg(dialog.importer.unitName), "mm", "cm", "m", "in", "ft"]
                    currentIndex: dialog.units.indexOf(dialog.importer.unit)
                    onActivated: (index) => dialog.importer.unit = dialog.units[index]
                    Accessible.name: qsTr("Unit of the drawing")
                }
                Note { text: qsTr("Offices of") }
                ChoiceBox {
                    boxed: true
                    width: form.width - 76
                    model: [qsTr("not said")].concat(dialog.importer.bodies.map(body => body.name))
                    currentIndex: 1 + dialog.importer.bodies.findIndex(body => body.code === dialog.importer.body)
                    onActivated: (index) => dialog.importer.body = index > 0 ? dialog.importer.bodies[index - 1].code : ""
                    Accessible.name: qsTr("Body whose offices these are")
                }
            }
            Note {
                width: parent.width
                visible: text !== ""
                text: dialog.importer.unitReason
                color: dialog.importer.unitCertain ? Theme.third : Theme.warning
                font.pixelSize: Theme.tiny
            }
            Note {
                width: parent.width
                visible: dialog.importer.problem !== "" && !dialog.importer.busy
                text: dialog.importer.problem
                color: Theme.error
                font.pixelSize: Theme.body
            }
        }
        ListView {
            anchors.top: form.bottom
            anchors.topMargin: 10
            anchors.bottom: parent.bottom
            width: parent.width
            clip: true
            spacing: 6
            model: dialog.importer.report
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollBar {}
            delegate: Column {
                id: section
                required property var modelData
                width: ListView.view.width - 12
                spacing: 1
                Note {
                    width: parent.width
                    visible: text !== ""
                    text: section.modelData.title
                    color: Theme.text
                    font.weight: Font.DemiBold
                }
                Repeater {
                    model: section.modelData.sentences
                    Note {
                        required property string modelData
                        width: section.width
                        leftPadding: 10
                        text: modelData
                    }
                }
            }
        }
    }
    Rectangle {
        anchors.left: wishes.right
        anchors.leftMargin: 16
        anchors.right: parent.right
        height: parent.height
        color: Theme.plan
        border.color: Theme.border
        radius: Theme.radius
        ImportPreview {
            id: preview
            anchors.fill: parent
            anchors.margins: 1
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The floor as it was recognised")
        }
        Column {
            anchors.centerIn: parent
            width: 260
            spacing: 8
            visible: dialog.importer.busy
            Caption {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: dialog.importer.step
                color: Theme.second
            }
            ProgressBar {
                width: parent.width
                value: dialog.importer.share
                indeterminate: dialog.importer.share <= 0
            }
            FlatButton {
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("Stop")
                onClicked: dialog.importer.stop()
            }
        }
        Note {
            anchors.centerIn: parent
            width: parent.width - 80
            horizontalAlignment: Text.AlignHCenter
            visible: preview.isEmpty && !dialog.importer.busy
            text: dialog.importer.sheet === 0 && sheetList.count > 0 ? qsTr("Choose the sheet to import.")
                                                                     : qsTr("There is nothing to show of this drawing.")
            color: Theme.third
        }
    }
    buttons: [
        Caption {
            height: 28
            visible: dialog.importer.ready && dialog.importer.doubts > 0
            text: qsTr("%1 points to look at, at the end of the report").arg(dialog.importer.doubts)
            color: Theme.warning
            font.pixelSize: Theme.small
            rightPadding: 8
        },
        FlatButton {
            text: qsTr("As an underlay only")
            enabled: !dialog.importer.busy
            onClicked: {
                dialog.leave()
                dialog.underlayAsked(dialog.file)
            }
        },
        FlatButton { text: qsTr("Cancel"); key: "Esc"; onClicked: dialog.leave() },
        FlatButton {
            text: dialog.importer.labels.length > 0 ? qsTr("Import as %1").arg(dialog.importer.labels.join(" ")) : qsTr("Import")
            primary: true
            enabled: dialog.importer.ready
            onClicked: if (dialog.importer.apply()) dialog.close()
        }
    ]
    Shortcut { sequence: "Esc"; enabled: dialog.opened; onActivated: dialog.leave() }
}
