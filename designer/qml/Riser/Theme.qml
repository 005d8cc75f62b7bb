// SPDX-License-Identifier: GPL-3.0-or-later
// The tokens of the look: colour roles, a grid of 4 pixels, sizes of type, radii, durations. Controls use nothing else.
pragma Singleton
import QtQuick
import Riser

QtObject {
    readonly property bool dark: DesignSession.dark
    readonly property color window: dark ? "#111418" : "#F3F4F6"
    readonly property color surface: dark ? "#191D23" : "#FFFFFF"
    readonly property color raised: dark ? "#1E232A" : "#F8F9FB"
    readonly property color border: dark ? "#2B323B" : "#DFE3E8"
    readonly property color plan: dark ? "#15191E" : "#FCFCFD"
    readonly property color text: dark ? "#E7EAEE" : "#1A1F26"
    readonly property color second: dark ? "#9DA8B4" : "#5A6672"
    readonly property color third: dark ? "#8692A0" : "#6B7682"
    readonly property color accent: dark ? "#6FA1FF" : "#2463D6"
    readonly property color accentText: dark ? "#0E1A30" : "#FFFFFF"
    readonly property color soft: dark ? "#1F2E4A" : "#E6EEFC"
    readonly property color hover: dark ? "#232A33" : "#EEF1F5"
    readonly property color error: dark ? "#FF6B6B" : "#C62828"
    readonly property color warning: dark ? "#F0B35A" : "#B26A00"
    readonly property color good: dark ? "#5AD19A" : "#1B7F4B"

    readonly property string family: "Noto Sans CJK SC"
    readonly property string mono: "DejaVu Sans Mono"
    readonly property int body: 13
    readonly property int small: 12
    readonly property int tiny: 11
    readonly property int title: 15
    readonly property int unit: 4
    readonly property int row: 26
    readonly property int radius: 5
    readonly property int quick: 90

    function severity(key) {
        return key === "error" ? error : key === "warning" ? warning : third
    }
}
