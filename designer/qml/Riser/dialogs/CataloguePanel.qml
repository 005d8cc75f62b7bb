// SPDX-License-Identifier: GPL-3.0-or-later
// The design's catalogue beside the plan: types by kind and words; of the chosen one its fields, who uses it, and what
// is done with it. It stays open while one works, so that types are tried on what is selected.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Riser

Popup {
    id: panel
    objectName: "cataloguePanel"
    readonly property var catalogue: DesignSession.catalogue
    property string problem: ""
    modal: false
    closePolicy: Popup.CloseOnEscape
    width: Math.min(780, parent.width - 220)
    height: Math.min(620, parent.height - 120)
    x: parent.width - width - 16
    y: 56
    padding: 0
    onOpened: {
        catalogue.setShown(true)
        list.take()
    }
    onClosed: catalogue.setShown(false)
    background: Rectangle {
        color: Theme.surface
        border.color: Theme.border
        radius: 6
    }
    function importTypes(urls) {
        if (!panel.opened)
            panel.open()
        panel.problem = panel.catalogue.importTypes(urls)
    }
    FileDialog {
        id: typesDialog
        title: qsTr("Import types of devices")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Device types (*.yaml *.yml)"), qsTr("All files (*)")]
        onAccepted: panel.importTypes(selectedFiles)
    }
    Connections {
        target: panel.catalogue
        function onChosenChanged() { panel.problem = "" }
    }
    contentItem: Item {
        Heading {
            id: head
            width: parent.width
            text: qsTr("Catalogue")
            FlatButton {
                objectName: "importTypes"
                height: 22
                enabled: DesignSession.isOpen && !DesignSession.readOnly
                text: qsTr("Import types…")
                tip: qsTr("Types of devices from files of the NetBox device type library (YAML)")
                onClicked: typesDialog.open()
            }
            FlatButton { height: 22; quiet: true; text: "✕"; tip: qsTr("Close"); key: "Esc"; onClicked: panel.close() }
        }
        CatalogueList {
            id: list
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 8
            width: parent.width - 322
        }
        Rectangle { x: list.width; anchors.top: head.bottom; anchors.bottom: parent.bottom; width: 1; color: Theme.border }
        Caption {
            visible: !side.visible
            anchors.centerIn: side
            width: side.width - 32
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            color: Theme.third
            text: qsTr("Choose a type to see and change it.")
        }
        Item {
            id: side
            visible: panel.catalogue.chosen !== ""
            anchors.top: head.bottom
            anchors.bottom: parent.bottom
            anchors.right: parent.right
            width: 320
            Column {
                id: verbs
                x: 14
                y: 6
                width: parent.width - 28
                spacing: 6
                Caption {
                    width: parent.width
                    text: panel.catalogue.chosenName
                    font.pixelSize: Theme.title
                    font.weight: Font.DemiBold
                }
                Row {
                    spacing: 6
                    FlatButton {
                        objectName: "useType"
                        height: 26
                        primary: true
                        enabled: DesignSession.selectedCount > 0
                        text: qsTr("Use for selected (%1)").arg(DesignSession.selectedCount)
                        tip: qsTr("Gives this type to what is selected")
                        onClicked: panel.problem = panel.catalogue.useForSelected()
                    }
                    FlatButton { height: 26; text: qsTr("Add a copy"); onClicked: panel.problem = panel.catalogue.duplicate() }
                    FlatButton { height: 26; text: qsTr("Delete"); onClicked: panel.problem = panel.catalogue.remove() }
                }
                Caption {
                    objectName: "catalogueProblem"
                    width: parent.width
                    visible: text !== ""
                    text: panel.problem
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    maximumLineCount: 5
                    color: Theme.error
                    font.pixelSize: Theme.small
                }
                Caption {
                    width: parent.width
                    visible: text !== ""
                    text: panel.catalogue.notes
                    wrapMode: Text.Wrap
                    elide: Text.ElideNone
                    color: Theme.second
                    font.pixelSize: Theme.small
                }
            }
            ListView {
                cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
                anchors.top: verbs.bottom
                anchors.topMargin: 8
                anchors.bottom: usedBy.top
                anchors.bottomMargin: 6
                width: parent.width
                clip: true
                model: panel.catalogue.form
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                delegate: InspectorLine {
                    width: ListView.view.width
                    form: panel.catalogue.form
                    onRefused: (why) => panel.problem = why
                    onDone: list.take()
                }
            }
            Caption {
                id: usedBy
                x: 14
                anchors.bottom: users.top
                width: parent.width - 28
                height: 24
                text: panel.catalogue.userCount === 0 ? qsTr("Nothing uses it") : qsTr("Used by %1").arg(panel.catalogue.userCount)
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                color: Theme.second
            }
            ListView {
                cacheBuffer: 0 // rows being made ahead outlive a model that is replaced (QTBUG-46487)
                id: users
                anchors.bottom: parent.bottom
                anchors.bottomMargin: 8
                width: parent.width
                height: Math.min(count * 24, 144)
                clip: true
                model: panel.catalogue.users
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                Accessible.role: Accessible.List
                Accessible.name: usedBy.text
                delegate: AbstractButton {
                    id: user
                    required property var modelData
                    width: ListView.view.width
                    height: 24
                    hoverEnabled: true
                    Accessible.name: modelData.name
                    onClicked: DesignSession.show(modelData.id)
                    background: Rectangle { color: user.hovered ? Theme.hover : "transparent" }
                    contentItem: Caption { leftPadding: 14; rightPadding: 14; text: user.modelData.name; font.pixelSize: Theme.small }
                }
            }
        }
    }
}
