// SPDX-License-Identifier: GPL-3.0-or-later
// The documents: which, for whom, in what language, where; then where they lie.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Riser

DialogBox {
    id: dialog
    readonly property var exporter: DesignSession.exporter
    property var groups: []
    property var planes: []
    property var formats: []
    property string language: "zh"
    property string profile: "contractor"
    property url folder
    width: 560
    title: qsTr("Export documents")
    onAboutToShow: {
        if (groups.length === 0)
            groups = exporter.groups.filter(group => !group.onRequest).map(group => group.key)
        if (formats.length === 0)
            formats = [exporter.formats[0].key]
        language = DesignSession.language
        if (!exporter.profiles.some(reader => reader.key === profile))
            profile = "contractor"
        if (folder.toString() === "" || !exporter.busy && exporter.folder.toString() === "")
            folder = exporter.suggestedFolder
    }
    function pathOf(url) { return decodeURIComponent(url.toString().replace(/^file:\/\//, "")) }
    function urlOf(path) { return "file://" + path.split("/").map(encodeURIComponent).join("/") }

    Column {
        width: parent.width
        spacing: 10
        Note { text: qsTr("Folder") }
        Row {
            spacing: 8
            BoxedField {
                id: path
                width: dialog.availableWidth - browse.width - 8
                text: dialog.pathOf(dialog.folder)
                onEditingFinished: dialog.folder = dialog.urlOf(text)
                Accessible.name: qsTr("Folder to write into")
            }
            FlatButton { id: browse; text: qsTr("Choose…"); onClicked: folderDialog.open() }
        }
        Flow {
            width: parent.width
            spacing: 6
            Repeater {
                model: dialog.exporter.groups
                Pill {
                    required property var modelData
                    text: modelData.name
                    checkable: true
                    checked: dialog.groups.includes(modelData.key)
                    onClicked: dialog.groups = checked ? dialog.groups.concat([modelData.key])
                                                       : dialog.groups.filter(key => key !== modelData.key)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: 6
            visible: dialog.groups.includes("drawings")
            Note { height: 22; verticalAlignment: Text.AlignVCenter; text: qsTr("Drawings as") }
            Repeater {
                model: dialog.exporter.formats
                Pill {
                    required property var modelData
                    text: modelData.name
                    checkable: true
                    checked: dialog.formats.includes(modelData.key)
                    onClicked: dialog.formats = checked ? dialog.formats.concat([modelData.key])
                                                        : dialog.formats.filter(key => key !== modelData.key)
                }
            }
        }
        Grid {
            columns: 2
            columnSpacing: 12
            rowSpacing: 6
            verticalItemAlignment: Grid.AlignVCenter
            Note { text: qsTr("For") }
            ChoiceBox {
                boxed: true
                width: 320
                model: dialog.exporter.profiles.map(reader => reader.name)
                currentIndex: dialog.exporter.profiles.findIndex(reader => reader.key === dialog.profile)
                onActivated: (index) => dialog.profile = dialog.exporter.profiles[index].key
                Accessible.name: qsTr("Reader of the documents")
            }
            Note { text: qsTr("Language") }
            ChoiceBox {
                boxed: true
                width: 320
                readonly property var keys: ["zh", "en"]
                model: ["中文", "English"]
                currentIndex: keys.indexOf(dialog.language)
                onActivated: (index) => dialog.language = keys[index]
                Accessible.name: qsTr("Language of the documents")
            }
        }
        Flow {
            width: parent.width
            spacing: 6
            visible: dialog.profile === "reviewer" && secret.count > 0
            Note { height: 22; text: qsTr("Secret networks to show:") }
            Repeater {
                id: secret
                model: dialog.exporter.secretPlanes
                Pill {
                    required property var modelData
                    text: modelData.name
                    checkable: true
                    checked: dialog.planes.includes(modelData.key)
                    onClicked: dialog.planes = checked ? dialog.planes.concat([modelData.key])
                                                       : dialog.planes.filter(key => key !== modelData.key)
                }
            }
        }
        Note {
            width: parent.width
            visible: dialog.profile !== "reviewer"
            color: Theme.third
            text: qsTr("Secret networks are left out: they become anonymous reservations.")
        }
        Column {
            width: parent.width
            spacing: 4
            visible: dialog.exporter.busy
            Note { width: parent.width; text: dialog.exporter.step }
            ProgressBar { width: parent.width; value: dialog.exporter.share }
        }
        Note {
            width: parent.width
            visible: text !== "" && !dialog.exporter.busy
            text: dialog.exporter.problem
            color: Theme.error
        }
        Column {
            width: parent.width
            spacing: 4
            visible: dialog.exporter.files.length > 0
            Note {
                width: parent.width
                color: dialog.exporter.stale ? Theme.warning : Theme.good
                text: (dialog.exporter.stale ? qsTr("%1 files in %2; the design has changed since")
                                             : qsTr("%1 files in %2")).arg(dialog.exporter.files.length).arg(dialog.pathOf(dialog.exporter.folder))
            }
            ListView {
                width: parent.width
                height: Math.min(contentHeight, 180)
                clip: true
                model: dialog.exporter.files
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollBar {}
                delegate: AbstractButton {
                    id: file
                    required property var modelData
                    width: ListView.view.width
                    height: 22
                    hoverEnabled: true
                    focusPolicy: Qt.TabFocus
                    Accessible.name: modelData.name
                    onClicked: Qt.openUrlExternally(modelData.url)
                    background: Rectangle { color: file.hovered || file.visualFocus ? Theme.hover : "transparent"; radius: Theme.radius }
                    contentItem: Item {
                        Caption { width: parent.width * 0.4; height: parent.height; text: file.modelData.title; font.pixelSize: Theme.small }
                        Caption { x: parent.width * 0.41; width: parent.width * 0.42; height: parent.height; text: file.modelData.name; color: Theme.second; font.pixelSize: Theme.small }
                        Caption { anchors.right: parent.right; anchors.rightMargin: 12; height: parent.height; text: file.modelData.kib + " KiB"; color: Theme.third; font.pixelSize: Theme.small }
                    }
                }
            }
        }
    }
    buttons: [
        FlatButton {
            visible: dialog.exporter.files.length > 0
            text: qsTr("Open the folder")
            onClicked: Qt.openUrlExternally(dialog.exporter.folder)
        },
        FlatButton { text: qsTr("Close"); onClicked: dialog.close() },
        FlatButton {
            text: dialog.exporter.busy ? qsTr("Stop") : qsTr("Export")
            primary: true
            enabled: dialog.exporter.busy || dialog.groups.length > 0 && (dialog.formats.length > 0 || !dialog.groups.includes("drawings")) && path.text.trim() !== ""
            onClicked: {
                if (dialog.exporter.busy)
                    dialog.exporter.stop()
                else
                    dialog.exporter.start(dialog.urlOf(path.text), dialog.groups, dialog.language, dialog.profile,
                                          dialog.profile === "reviewer" ? dialog.planes : [], dialog.formats)
            }
        }
    ]
    FolderDialog {
        id: folderDialog
        title: qsTr("Folder to write into")
        currentFolder: dialog.folder
        onAccepted: dialog.folder = selectedFolder
    }
}
