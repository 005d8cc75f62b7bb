// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence that wraps.
import QtQuick
import Riser

Caption {
    wrapMode: Text.Wrap
    elide: Text.ElideNone
    verticalAlignment: Text.AlignTop
    color: Theme.second
    font.pixelSize: Theme.small
}
