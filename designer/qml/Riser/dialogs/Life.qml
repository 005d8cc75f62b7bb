// SPDX-License-Identifier: GPL-3.0-or-later
// The life of a document in the window: new, open, import, save, export, close; and the dialogs about the program.
import QtQuick
import QtQuick.Dialogs
import Riser

Item {
    id: life
    property var allCommands: []
    property var canvas: null
    property bool leaving: false
    signal leave()
    signal ruleAsked(string rule)
    signal planningAsked(string steps) // to run at once, with commas between

    readonly property var fileCommands: [
        { name: qsTr("Open…"), key: "Ctrl+O", run: () => life.guard(() => openDialog.open()) },
        { name: qsTr("New design"), key: "Ctrl+N", run: () => life.guard(() => DesignSession.newEmpty()) },
        { name: qsTr("New from brief…"), key: "", run: () => life.guard(() => briefDialog.open()) },
        { name: qsTr("Import a floor plan…"), key: "Ctrl+I", run: () => planDialog.open() },
        { name: qsTr("Place an underlay…"), key: "Ctrl+U", run: () => underlayDialog.open() },
        { name: qsTr("Save"), key: "Ctrl+S", run: () => life.save() },
        { name: qsTr("Save as…"), key: "Ctrl+Shift+S", run: () => life.saveAs() },
        { name: qsTr("Export documents…"), key: "Ctrl+E", run: () => life.exportDocuments() },
        { name: qsTr("Issue sheets…"), key: "", run: () => life.issueSheets() }
    ]
    readonly property var otherCommands: [
        { name: qsTr("Catalogue…"), key: "Ctrl+B", run: () => cataloguePanel.open() },
        { name: qsTr("History…"), key: "Ctrl+H", run: () => historyPanel.open() },
        { name: qsTr("Preferences…"), key: "Ctrl+,", run: () => preferencesDialog.open() },
        { name: qsTr("Keys"), key: "F1", run: () => keysDialog.open() },
        { name: qsTr("About Riser"), key: "", run: () => aboutDialog.open() },
        { name: qsTr("Quit"), key: "Ctrl+Q", run: () => life.leave() }
    ]

    // Runs next() once nothing is lost by it.
    function guard(next) {
        if (DesignSession.atRisk)
            unsaved.ask(next)
        else
            next()
    }
    function openFile(url) { guard(() => DesignSession.open(url)) }
    function openExample() { guard(() => DesignSession.openExample()) }
    function save(next) {
        if (DesignSession.fileName === "" || DesignSession.readOnly)
            saveAs(next)
        else if (DesignSession.save() && next)
            next()
    }
    function saveAs(next) {
        if (!DesignSession.isOpen)
            return
        saveDialog.next = next ?? null
        saveDialog.selectedFile = DesignSession.suggestedFile
        saveDialog.open()
    }
    function importPlan(url) {
        if (!DesignSession.isOpen)
            DesignSession.newEmpty()
        if (DesignSession.readOnly)
            DesignSession.say(qsTr("This design may only be looked at: save it under another name first."), true)
        else
            importDialog.begin(url)
    }
    function placeUnderlay(url) {
        if (!DesignSession.isOpen)
            DesignSession.newEmpty()
        if (DesignSession.readOnly)
            DesignSession.say(qsTr("This design may only be looked at: save it under another name first."), true)
        else
            DesignSession.underlays.place(url)
    }
    function importTypes(urls) {
        if (!DesignSession.isOpen)
            DesignSession.newEmpty()
        if (DesignSession.readOnly)
            DesignSession.say(qsTr("This design may only be looked at: save it under another name first."), true)
        else
            cataloguePanel.importTypes(urls)
    }
    function issueSheets() {
        if (DesignSession.isOpen)
            issueDialog.open()
    }
    function exportDocuments() {
        if (DesignSession.isOpen)
            exportDialog.open()
    }
    // A dialog by name; `file` for those that are about one.
    function ask(what, file) {
        const dialogs = { open: openDialog, brief: briefDialog, plan: planDialog, underlay: underlayDialog, history: historyPanel, keys: keysDialog,
                          about: aboutDialog, preferences: preferencesDialog, export: exportDialog, issue: issueDialog, catalogue: cataloguePanel, unsaved: unsaved }
        if (what === "import")
            importPlan("file://" + file)
        else if (what === "under")
            placeUnderlay("file://" + file)
        else if (what === "rule")
            life.ruleAsked(file ?? "")
        else if (what === "planning")
            life.planningAsked(file ?? "")
        else
            dialogs[what].open()
    }
    function take(urls) {
        const url = urls[0].toString()
        if (/\.dxf$/i.test(url) || /\.dwg$/i.test(url))
            importPlan(urls[0])
        else if (/\.(png|jpe?g)$/i.test(url))
            placeUnderlay(urls[0])
        else if (/\.ya?ml$/i.test(url))
            importTypes(urls)
        else if (/\.xml$/i.test(url))
            guard(() => DesignSession.newFromBrief(urls[0]))
        else
            openFile(urls[0])
    }
    // The window asks before it closes; a second time it need not.
    function closing(close) {
        if (leaving || !DesignSession.atRisk)
            return
        close.accepted = false
        unsaved.ask(() => {
            DesignSession.discardChanges()
            life.leaving = true
            life.leave()
        })
    }

    UnsavedDialog { id: unsaved; onSaveAsked: (next) => life.save(next) }
    ImportDialog { id: importDialog; onUnderlayAsked: (url) => life.placeUnderlay(url) }
    ExportDialog { id: exportDialog }
    IssueDialog { id: issueDialog }
    CataloguePanel { id: cataloguePanel }
    HistoryPanel { id: historyPanel }
    PreferencesDialog { id: preferencesDialog }
    KeysDialog {
        id: keysDialog
        commands: life.allCommands
        tools: life.canvas ? life.canvas.tools : []
        lenses: life.canvas ? life.canvas.lenses : []
    }
    AboutDialog { id: aboutDialog }
    FileDialog {
        id: openDialog
        title: qsTr("Open a design")
        nameFilters: [qsTr("Riser designs (*.riser)"), qsTr("All files (*)")]
        onAccepted: DesignSession.open(selectedFile)
    }
    FileDialog {
        id: briefDialog
        title: qsTr("New from a brief")
        nameFilters: [qsTr("Briefs (*.xml)"), qsTr("All files (*)")]
        onAccepted: DesignSession.newFromBrief(selectedFile)
    }
    FileDialog {
        id: planDialog
        title: qsTr("Import a floor plan")
        nameFilters: [qsTr("Floor plans (*.dxf *.DXF)"), qsTr("All files (*)")]
        onAccepted: life.importPlan(selectedFile)
    }
    FileDialog {
        id: underlayDialog
        title: qsTr("Place an underlay on this floor")
        nameFilters: [qsTr("Pictures and drawings (*.png *.jpg *.jpeg *.dxf *.PNG *.JPG *.JPEG *.DXF)"), qsTr("All files (*)")]
        onAccepted: life.placeUnderlay(selectedFile)
    }
    FileDialog {
        id: saveDialog
        property var next: null
        title: qsTr("Save the design as")
        acceptLabel: qsTr("Save")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "riser"
        nameFilters: [qsTr("Riser designs (*.riser)")]
        onAccepted: {
            if (DesignSession.saveAs(selectedFile) && next)
                next()
        }
    }
    DropArea {
        anchors.fill: parent
        onEntered: (drag) => drag.accepted = drag.hasUrls
        onDropped: (drop) => {
            if (drop.hasUrls) {
                drop.accept(Qt.CopyAction) // or it is dragged back as refused
                life.take(drop.urls)
            }
        }
    }
}
