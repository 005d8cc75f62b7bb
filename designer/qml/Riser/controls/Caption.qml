// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Riser

Text {
    font.family: Theme.family
    font.pixelSize: Theme.body
    color: Theme.text
    elide: Text.ElideRight
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
}
