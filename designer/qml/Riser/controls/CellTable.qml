// SPDX-License-Identifier: GPL-3.0-or-later
// A TableView that may be asked to show a cell at any time: before it has laid out anything Qt 6.4 crashes when asked.
import QtQuick

TableView {
    function reveal(row, column) {
        if (leftColumn >= 0 && topRow >= 0)
            positionViewAtCell(Qt.point(column, row), TableView.Contain)
    }
}
