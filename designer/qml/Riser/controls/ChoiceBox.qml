// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Riser

ComboBox {
    id: control
    property string placeholder: ""
    property bool boxed: false // shows its box even when nobody is near it
    property Item before: null // had the keys before the list opened, and gets them back
    implicitHeight: 26
    font.pixelSize: Theme.body
    font.family: Theme.family
    focusPolicy: Qt.TabFocus
    contentItem: Caption {
        leftPadding: 8
        rightPadding: 20
        text: control.currentIndex >= 0 ? control.displayText : control.placeholder
        color: control.currentIndex >= 0 ? Theme.text : Theme.third
    }
    indicator: Caption {
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        text: "▾"
        font.pixelSize: Theme.tiny
        color: Theme.third
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.hovered || control.down ? Theme.hover : control.boxed ? Theme.raised : "transparent"
        border.width: control.boxed || control.visualFocus || control.hovered || control.down ? 1 : 0
        border.color: control.visualFocus || control.down ? Theme.accent : Theme.border
    }
    delegate: ItemDelegate {
        id: item
        required property string modelData
        required property int index
        width: ListView.view.width
        height: 26
        highlighted: control.highlightedIndex === index
        contentItem: Caption { text: item.modelData }
        background: Rectangle { color: item.highlighted ? Theme.soft : "transparent" }
    }
    popup: Popup {
        onAboutToShow: {
            control.before = control.Window.activeFocusItem
            control.forceActiveFocus()
        }
        onClosed: {
            if (control.activeFocus && control.before && control.before !== control)
                control.before.forceActiveFocus()
            control.before = null
        }
        y: control.height + 2
        width: Math.max(control.width, 160)
        height: Math.min(contentItem.implicitHeight + 8, 320)
        padding: 4
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: control.popup.visible ? control.delegateModel : null
            currentIndex: control.highlightedIndex
            ScrollBar.vertical: ScrollBar {}
        }
        background: Rectangle {
            color: Theme.surface
            border.color: Theme.border
            radius: Theme.radius
        }
    }
}
