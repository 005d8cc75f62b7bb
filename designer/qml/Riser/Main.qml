// SPDX-License-Identifier: GPL-3.0-or-later
// The window: who stands where, and which key does what.
import QtQuick
import QtQuick.Controls.Basic
import Riser

ApplicationWindow {
    id: window
    property string view: "plan"
    readonly property var views: ["plan", "system", "topology", "matrix", "racks", "tables"]
    readonly property bool onFloor: view === "plan" || view === "racks"
    property int findingsHeight: 212
    property bool planning: false // its panel stands where the inspector does
    property alias canvas: plan.canvas
    property alias life: life
    property alias matrix: matrix
    width: 1440
    height: 900
    minimumWidth: 1100
    minimumHeight: 700
    visible: true
    color: Theme.window
    title: (DesignSession.title !== "" ? DesignSession.title + " — " : "") + "Riser"
    font.family: Theme.family
    font.pixelSize: Theme.body
    // For what Qt draws itself: menus, tips, scroll bars.
    palette {
        window: Theme.surface
        windowText: Theme.text
        base: Theme.surface
        text: Theme.text
        button: Theme.raised
        buttonText: Theme.text
        light: Theme.hover
        midlight: Theme.soft
        mid: Theme.third
        dark: Theme.border
        highlight: Theme.accent
        highlightedText: Theme.accentText
        toolTipBase: Theme.surface
        toolTipText: Theme.text
        placeholderText: Theme.third
        disabled { windowText: Theme.third; text: Theme.third; buttonText: Theme.third }
    }
    onClosing: (close) => life.closing(close)

    readonly property var commands: life.fileCommands.concat([
        { name: qsTr("Undo"), key: "Ctrl+Z", run: () => DesignSession.undo() },
        { name: qsTr("Redo"), key: "Ctrl+Shift+Z", run: () => DesignSession.redo() },
        { name: qsTr("Copy"), key: "Ctrl+C", run: () => window.arrange("copy") },
        { name: qsTr("Paste at the pointer"), key: "Ctrl+V", run: () => window.arrange("paste") },
        { name: qsTr("Paste in place"), key: "Ctrl+Shift+V", run: () => window.arrange("paste-in-place") },
        { name: qsTr("Turn left by 90°"), key: "Ctrl+R", run: () => window.arrange("turn:90") },
        { name: qsTr("Turn right by 90°"), key: "Ctrl+Shift+R", run: () => window.arrange("turn:-90") },
        { name: qsTr("Align left"), key: "", run: () => window.arrange("align:left") },
        { name: qsTr("Align right"), key: "", run: () => window.arrange("align:right") },
        { name: qsTr("Align top"), key: "", run: () => window.arrange("align:top") },
        { name: qsTr("Align bottom"), key: "", run: () => window.arrange("align:bottom") },
        { name: qsTr("Align middles across"), key: "", run: () => window.arrange("align:middle-x") },
        { name: qsTr("Align middles upwards"), key: "", run: () => window.arrange("align:middle-y") },
        { name: qsTr("Distribute across"), key: "", run: () => window.arrange("distribute:x") },
        { name: qsTr("Distribute upwards"), key: "", run: () => window.arrange("distribute:y") },
        { name: qsTr("Select by rule…"), key: "Ctrl+F", run: () => finder.open() },
        { name: qsTr("Select the same kind on this floor"), key: "", run: () => DesignSession.rules.sameKind() },
        { name: qsTr("Select the same type"), key: "", run: () => DesignSession.rules.sameType() },
        { name: qsTr("Select what is in the same room"), key: "", run: () => DesignSession.rules.sameRoom() },
        { name: qsTr("Select what is connected"), key: "", run: () => DesignSession.rules.connected() },
        { name: qsTr("Plan…"), key: "Ctrl+Shift+P", run: () => window.openPlanning() },
        { name: qsTr("Fit the plan into the window"), key: "Ctrl+0", run: () => canvas.fit() },
        { name: qsTr("View: plan"), key: "F2", run: () => window.view = "plan" },
        { name: qsTr("View: system diagram"), key: "F3", run: () => window.view = "system" },
        { name: qsTr("View: topology"), key: "F4", run: () => window.view = "topology" },
        { name: qsTr("View: racks"), key: "F5", run: () => window.view = "racks" },
        { name: qsTr("View: tables"), key: "F6", run: () => window.view = "tables" },
        { key: "F7", run: () => window.showMatrix("reach"), name: qsTr("View: who reaches whom") },
        { key: "Shift+F7", run: () => window.showMatrix("zones"), name: qsTr("View: bodies and zones") },
        { name: qsTr("Show in table"), key: "Ctrl+T", run: () => window.showInTable() },
        { name: qsTr("Next finding"), key: "F8", run: () => findings.step(1) },
        { name: qsTr("Previous finding"), key: "Shift+F8", run: () => findings.step(-1) },
        { name: qsTr("Light or dark"), key: "Ctrl+D", run: () => DesignSession.dark = !DesignSession.dark },
        { name: "中文 / English", key: "Ctrl+L", run: () => DesignSession.language = DesignSession.language === "zh" ? "en" : "zh" }
    ], life.otherCommands)
    function showMatrix(page) {
        window.view = "matrix"
        matrix.page = page
    }
    function showInTable() {
        const id = DesignSession.selected
        if (id === "")
            return
        window.view = "tables"
        tables.reveal(id)
    }
    function arrange(verb) {
        if (window.view === "plan")
            canvas.arrange(verb)
    }
    function openPlanning(steps) {
        if (!DesignSession.isOpen)
            return
        window.planning = true
        if (window.view !== "system")
            window.view = "plan"
        canvas.forceActiveFocus()
        if (steps)
            DesignSession.plan(steps.split(","))
    }
    function exact(text) {
        const problem = canvas.exact(text)
        if (problem !== "")
            DesignSession.say(problem, true)
    }

    Repeater {
        model: window.commands
        Item {
            required property var modelData
            Shortcut {
                sequence: modelData.key
                enabled: modelData.key !== ""
                onActivated: modelData.run()
            }
        }
    }
    Repeater {
        model: canvas.lenses
        Item {
            required property var modelData
            Shortcut { sequence: "Alt+" + modelData.shortcut; onActivated: canvas.lens = modelData.key }
        }
    }
    Repeater {
        model: canvas.tools
        Item {
            required property var modelData
            Shortcut { sequence: modelData.shortcut; onActivated: canvas.tool = modelData.key }
        }
    }
    Shortcut { sequence: "Ctrl+K"; onActivated: finder.open() }
    Shortcut { sequence: "Ctrl+Y"; onActivated: DesignSession.redo() }
    Shortcut { sequence: "Del"; enabled: window.view === "plan" || window.view === "racks"; onActivated: DesignSession.deleteSelected() }
    Shortcut { sequence: "Ctrl++"; onActivated: canvas.zoomBy(1.4) }
    Shortcut { sequence: "Ctrl+="; onActivated: canvas.zoomBy(1.4) }
    Shortcut { sequence: "Ctrl+-"; onActivated: canvas.zoomBy(1 / 1.4) }

    TopBar {
        id: top
        width: parent.width
        view: window.view
        onViewAsked: (view) => window.view = view
        onSearchAsked: finder.open()
        onPlanAsked: window.openPlanning()
        onExportAsked: life.exportDocuments()
        onMenuAsked: (at) => mainMenu.popup(at, 0, at.height + 4)
        onFindingsAsked: findings.step(1)
    }
    ToolBar {
        id: tools
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        visible: window.view === "plan"
        tool: canvas.tool
        tools: canvas.tools
        onChosen: (tool) => { canvas.tool = tool; canvas.forceActiveFocus() }
    }
    Rectangle {
        id: left
        anchors.left: tools.visible ? tools.right : parent.left
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: 196
        visible: window.onFloor
        color: Theme.surface
        FloorsPanel {
            anchors.top: parent.top
            anchors.bottom: layers.visible ? layers.top : parent.bottom
            width: parent.width
        }
        LayersPanel {
            id: layers
            visible: window.view === "plan"
            anchors.bottom: parent.bottom
            width: parent.width
            height: implicitHeight
            Rectangle { width: parent.width; height: 1; color: Theme.border }
        }
        Rectangle { anchors.right: parent.right; width: 1; height: parent.height; color: Theme.border }
    }
    Item {
        id: middle
        anchors.left: left.visible ? left.right : parent.left
        anchors.right: right.visible ? right.left : parent.right
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        PlanView {
            id: plan
            anchors.fill: parent
            visible: window.view !== "tables" && window.view !== "matrix"
            shows: window.view === "tables" || window.view === "matrix" ? "plan" : window.view
            onTableAsked: window.showInTable()
        }
        Column {
            x: 28
            y: 64
            z: 1
            width: parent.width - 92
            spacing: 6
            AutosaveBanner { width: parent.width; onSaveAsked: life.save() }
            NoticeBanner { width: parent.width; onHistoryAsked: life.ask("history") }
        }
        TablesView {
            id: tables
            anchors.fill: parent
            visible: window.view === "tables"
            onVisibleChanged: if (!visible) canvas.forceActiveFocus()
            onObjectAsked: (id) => { window.view = "plan"; DesignSession.show(id) }
        }
        MatrixView {
            id: matrix
            anchors.fill: parent
            visible: window.view === "matrix"
            onVisibleChanged: if (!visible) canvas.forceActiveFocus()
            onTopologyAsked: window.view = "topology"
            onPlanAsked: window.view = "plan"
        }
    }
    Rectangle {
        id: right
        anchors.right: parent.right
        anchors.top: top.bottom
        anchors.bottom: bottom.top
        width: window.planning ? 330 : 292
        visible: window.onFloor || window.view === "topology" || window.planning || (window.view === "matrix" && matrix.page === "zones")
        color: Theme.surface
        PlanPanel {
            anchors.fill: parent
            anchors.leftMargin: 1
            visible: window.planning
            listening: window.activeFocusItem === window.canvas && window.canvas.tool === "select"
            onCloseAsked: window.planning = false
            onApplied: window.planning = false
        }
        Inspector { anchors.fill: parent; visible: !window.planning; onDone: canvas.forceActiveFocus() }
        Rectangle { width: 1; height: parent.height; color: Theme.border }
    }
    Rectangle {
        id: bottom
        anchors.bottom: status.top
        width: parent.width
        height: window.findingsHeight
        color: Theme.surface
        FindingsPanel {
            id: findings
            anchors.fill: parent
            onWaiveAsked: (finding) => waiveDialog.ask(finding)
        }
        Rectangle { width: parent.width; height: 1; color: Theme.border }
        MouseArea {
            y: -3
            width: parent.width
            height: 6
            activeFocusOnTab: true
            Accessible.role: Accessible.Splitter
            Accessible.name: qsTr("Height of the findings: up and down")
            Keys.onUpPressed: window.findingsHeight = Math.min(window.findingsHeight + 24, window.height - 320)
            Keys.onDownPressed: window.findingsHeight = Math.max(window.findingsHeight - 24, 64)
            Rectangle { anchors.fill: parent; visible: parent.activeFocus; color: Theme.accent }
            cursorShape: Qt.SizeVerCursor
            onPositionChanged: (mouse) => {
                const wanted = window.findingsHeight - mouse.y
                window.findingsHeight = Math.max(64, Math.min(wanted, window.height - 320))
            }
        }
    }
    StatusBar {
        id: status
        anchors.bottom: parent.bottom
        width: parent.width
        canvas: window.canvas
        drawn: window.view !== "tables" && window.view !== "matrix"
        scaled: window.view === "plan"
        note: noteTimer.running || DesignSession.messageIsError ? DesignSession.message : ""
        noteIsError: DesignSession.messageIsError
    }
    Timer { id: noteTimer; interval: 9000 }
    Connections {
        target: DesignSession
        function onMessageChanged() { noteTimer.restart() }
    }

    Welcome {
        anchors.top: top.bottom
        anchors.bottom: status.top
        width: parent.width
        visible: !DesignSession.isOpen
        onAsked: (what) => life.ask(what)
        onFileAsked: (url) => life.openFile(url)
    }
    Menu {
        id: mainMenu
        width: 280
        Menu {
            title: qsTr("Open recent")
            enabled: DesignSession.preferences.recents.length > 0
            width: 360
            Repeater {
                model: DesignSession.preferences.recents
                MenuItem {
                    required property var modelData
                    text: modelData.name + "   " + modelData.folder
                    enabled: modelData.there
                    onTriggered: life.openFile(modelData.url)
                }
            }
        }
        Repeater {
            model: window.commands
            MenuItem {
                required property var modelData
                text: modelData.name
                onTriggered: modelData.run()
                Caption {
                    anchors.right: parent.right
                    anchors.rightMargin: 12
                    height: parent.height
                    text: parent.modelData.key
                    color: Theme.third
                    font.pixelSize: Theme.small
                }
            }
        }
    }
    CommandPalette { id: finder; commands: window.commands }
    WaiveDialog { id: waiveDialog }
    Life {
        id: life
        anchors.fill: parent
        allCommands: window.commands
        canvas: window.canvas
        onLeave: window.close()
        onRuleAsked: (rule) => finder.start(rule)
        onPlanningAsked: (steps) => window.openPlanning(steps)
    }
}
