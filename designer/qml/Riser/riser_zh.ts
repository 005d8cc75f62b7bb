<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="dialogs/AboutDialog.qml" line="10"/>
        <source>About Riser</source>
        <translation>关于 Riser</translation>
    </message>
    <message>
        <location filename="dialogs/AboutDialog.qml" line="27"/>
        <source>Version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <location filename="dialogs/AboutDialog.qml" line="30"/>
        <source>Designs the network of a building, and proves what can be proved of it.</source>
        <translation>设计一栋建筑的网络，并证明其中可以证明的一切。</translation>
    </message>
    <message>
        <location filename="dialogs/AboutDialog.qml" line="34"/>
        <source>Free software under the GNU General Public License, version 3 or any later one (GPL-3.0-or-later). It comes with no warranty. It stands on:</source>
        <translation>自由软件，依 GNU 通用公共许可证第 3 版或其后任一版本（GPL-3.0-or-later）发布，不附任何担保。所用组件：</translation>
    </message>
    <message>
        <location filename="dialogs/AboutDialog.qml" line="56"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>AutosaveBanner</name>
    <message>
        <location filename="panels/AutosaveBanner.qml" line="21"/>
        <source>The autosave does not work; a crash would lose your edits. %1</source>
        <translation>自动保存失败，程序异常退出会丢失修改。%1</translation>
    </message>
    <message>
        <location filename="panels/AutosaveBanner.qml" line="30"/>
        <source>Save now</source>
        <translation>现在保存</translation>
    </message>
</context>
<context>
    <name>CatalogueList</name>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="17"/>
        <source>Words, poe-budget&gt;370, price&lt;5000</source>
        <translation>词语、PoE总功率&gt;370、单价&lt;5000</translation>
    </message>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="18"/>
        <source>Find a type</source>
        <translation>查找型号</translation>
    </message>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="31"/>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="59"/>
        <source>Types</source>
        <translation>型号</translation>
    </message>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="110"/>
        <source>unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="110"/>
        <source>used %1×</source>
        <translation>用 %1 处</translation>
    </message>
    <message>
        <location filename="dialogs/CatalogueList.qml" line="120"/>
        <source>No type holds these words.</source>
        <translation>没有符合的型号。</translation>
    </message>
</context>
<context>
    <name>CataloguePanel</name>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="38"/>
        <source>Import types of devices</source>
        <translation>导入设备型号</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="40"/>
        <source>Device types (*.yaml *.yml)</source>
        <translation>设备型号 (*.yaml *.yml)</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="40"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="51"/>
        <source>Catalogue</source>
        <translation>型号库</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="56"/>
        <source>Import types…</source>
        <translation>导入型号…</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="57"/>
        <source>Types of devices from files of the NetBox device type library (YAML)</source>
        <translation>从 NetBox 设备型号库的文件（YAML）导入设备型号</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="60"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="78"/>
        <source>Choose a type to see and change it.</source>
        <translation>选择一个型号，查看并修改。</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="106"/>
        <source>Use for selected (%1)</source>
        <translation>用于选中的 %1 项</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="107"/>
        <source>Gives this type to what is selected</source>
        <translation>让选中的对象采用此型号</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="110"/>
        <source>Add a copy</source>
        <translation>复制一个</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="111"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="158"/>
        <source>Nothing uses it</source>
        <translation>没有对象使用</translation>
    </message>
    <message>
        <location filename="dialogs/CataloguePanel.qml" line="158"/>
        <source>Used by %1</source>
        <translation>使用者 %1</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <location filename="views/CellEditor.qml" line="22"/>
        <source>Value of the cell</source>
        <translation>单元格的值</translation>
    </message>
</context>
<context>
    <name>CellProblems</name>
    <message>
        <location filename="views/CellProblems.qml" line="21"/>
        <source>Nothing was changed: 200 cells or more were refused</source>
        <translation>未作任何修改：有 200 格以上被拒绝</translation>
    </message>
    <message>
        <location filename="views/CellProblems.qml" line="22"/>
        <source>Nothing was changed; refused cells: %1</source>
        <translation>未作任何修改；被拒绝的单元格：%1</translation>
    </message>
    <message>
        <location filename="views/CellProblems.qml" line="33"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="views/CellProblems.qml" line="47"/>
        <source>Refused cells</source>
        <translation>被拒绝的单元格</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <location filename="views/ColumnChooser.qml" line="33"/>
        <source>Columns</source>
        <translation>列</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <location filename="dialogs/CommandPalette.qml" line="186"/>
        <source>Nothing is called so.</source>
        <translation>没有这个名称的对象或命令。</translation>
    </message>
    <message>
        <location filename="dialogs/CommandPalette.qml" line="81"/>
        <source>Room, device, command, or a rule: outlets of … on 5F, cables length&gt;90 m</source>
        <translation>房间、设备、命令，或规则：5F 政协的插座，缆线 长度&gt;90 m</translation>
    </message>
    <message>
        <location filename="dialogs/CommandPalette.qml" line="118"/>
        <source>Select %1 by this rule</source>
        <translation>按此规则选取 %1 项</translation>
    </message>
    <message>
        <location filename="dialogs/CommandPalette.qml" line="143"/>
        <source>What was found</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>DeleteFloorDialog</name>
    <message>
        <location filename="dialogs/DeleteFloorDialog.qml" line="18"/>
        <source>Delete floor %1?</source>
        <translation>删除楼层 %1？</translation>
    </message>
    <message>
        <location filename="dialogs/DeleteFloorDialog.qml" line="22"/>
        <source>With it go: %1. Ctrl+Z brings all of it back.</source>
        <translation>一并删除：%1。Ctrl+Z 可全部恢复。</translation>
    </message>
    <message>
        <location filename="dialogs/DeleteFloorDialog.qml" line="22"/>
        <source>Nothing else goes with it.</source>
        <translation>没有其他内容随之删除。</translation>
    </message>
    <message>
        <location filename="dialogs/DeleteFloorDialog.qml" line="25"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="dialogs/DeleteFloorDialog.qml" line="27"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>ExactInput</name>
    <message>
        <location filename="controls/ExactInput.qml" line="35"/>
        <source>Exact place</source>
        <translation>精确位置</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="18"/>
        <source>Export documents</source>
        <translation>输出设计文件</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="36"/>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="44"/>
        <location filename="dialogs/ExportDialog.qml" line="200"/>
        <source>Folder to write into</source>
        <translation>输出到的文件夹</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="46"/>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="85"/>
        <source>For</source>
        <translation>读者</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="92"/>
        <source>Reader of the documents</source>
        <translation>文件的读者</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="94"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="102"/>
        <source>Language of the documents</source>
        <translation>文件的语言</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="109"/>
        <source>Secret networks to show:</source>
        <translation>可列出的涉密网络：</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="127"/>
        <source>Secret networks are left out: they become anonymous reservations.</source>
        <translation>不列出涉密网络，仅以匿名预留表示。</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="149"/>
        <source>%1 files in %2; the design has changed since</source>
        <translation>%1 个文件，位于 %2；此后设计又有改动</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="150"/>
        <source>%1 files in %2</source>
        <translation>%1 个文件，位于 %2</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="181"/>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="184"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="186"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="186"/>
        <source>Export</source>
        <translation>输出</translation>
    </message>
    <message>
        <location filename="dialogs/ExportDialog.qml" line="67"/>
        <source>Drawings as</source>
        <translation>图纸格式</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <location filename="panels/FindingLine.qml" line="65"/>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <location filename="panels/FindingLine.qml" line="118"/>
        <source>Waive…</source>
        <translation>豁免…</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <location filename="panels/FindingsPanel.qml" line="32"/>
        <location filename="panels/FindingsPanel.qml" line="120"/>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="37"/>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="38"/>
        <source>warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="39"/>
        <source>notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="62"/>
        <source>%1 waived</source>
        <translation>豁免 %1</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="63"/>
        <source>%1 rules not checked</source>
        <translation>%1 条规则未检查</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="74"/>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="79"/>
        <source>by rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="84"/>
        <source>by floor</source>
        <translation>按楼层</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="89"/>
        <source>waived</source>
        <translation>豁免</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="143"/>
        <source>Checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="144"/>
        <source>No finding holds these words.</source>
        <translation>没有含这些字的问题。</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="75"/>
        <source>Filter of the findings</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="145"/>
        <source>There is little to check yet: let Riser plan outlets, trays and cables (Ctrl+Shift+P), or draw them.</source>
        <translation>还没有多少可检查的：先让 Riser 规划信息点、桥架和缆线（Ctrl+Shift+P），或自行绘制。</translation>
    </message>
    <message>
        <location filename="panels/FindingsPanel.qml" line="146"/>
        <source>Nothing found: %1 rules passed, %2 have nothing to look at.</source>
        <translation>未发现问题：%1 条规则通过，%2 条没有可检查的对象。</translation>
    </message>
</context>
<context>
    <name>FloorDialog</name>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="41"/>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="41"/>
        <source>Copy the floor</source>
        <translation>复制楼层</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="41"/>
        <source>Add a floor</source>
        <translation>新增楼层</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="62"/>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="65"/>
        <source>above it</source>
        <translation>上方</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="66"/>
        <source>below it</source>
        <translation>下方</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="70"/>
        <location filename="dialogs/FloorDialog.qml" line="71"/>
        <source>Label</source>
        <translation>编号</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="74"/>
        <location filename="dialogs/FloorDialog.qml" line="79"/>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="78"/>
        <source>the label, when empty</source>
        <translation>空则同编号</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="84"/>
        <location filename="dialogs/FloorDialog.qml" line="85"/>
        <source>Storey height, mm</source>
        <translation>层高（mm）</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="89"/>
        <location filename="dialogs/FloorDialog.qml" line="90"/>
        <source>Elevation, mm</source>
        <translation>标高（mm）</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="96"/>
        <source>Rooms, walls, trays, telecom spaces and points come along, with labels of the new floor. Cables and devices are planned anew; classified points are never copied.</source>
        <translation>房间、墙体、桥架、电信间和信息点一并复制，编号改为新楼层。缆线和设备须重新规划；涉密点从不复制。</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="97"/>
        <source>Floors beyond it move with its height; the ground stays.</source>
        <translation>层高变化时其外侧楼层随之移动；±0.00 不动。</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="98"/>
        <source>Floors beyond it make room; the ground stays.</source>
        <translation>其外侧楼层让出位置；±0.00 不动。</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="103"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="105"/>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="105"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="dialogs/FloorDialog.qml" line="105"/>
        <source>Add</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>FloorsPanel</name>
    <message>
        <location filename="panels/FloorsPanel.qml" line="25"/>
        <location filename="panels/FloorsPanel.qml" line="77"/>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="27"/>
        <source>points</source>
        <translation>点位</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="37"/>
        <source>Add, copy, move floors</source>
        <translation>新增、复制、移动楼层</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="139"/>
        <source>Add a floor…</source>
        <translation>新增楼层…</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="140"/>
        <source>Copy this floor…</source>
        <translation>复制本层…</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="141"/>
        <source>Label, heights…</source>
        <translation>编号、标高…</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="142"/>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="143"/>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <location filename="panels/FloorsPanel.qml" line="144"/>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <location filename="dialogs/HistoryPanel.qml" line="27"/>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <location filename="dialogs/HistoryPanel.qml" line="28"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="22"/>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="37"/>
        <source>Sheet</source>
        <translation>图纸</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="54"/>
        <source>Sheets of the drawing</source>
        <translation>文件中的图纸</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="68"/>
        <source>untitled</source>
        <translation>无图名</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="95"/>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="101"/>
        <source>such as 3-10 or B1</source>
        <translation>如 3-10 或 B1</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="103"/>
        <source>Floors that the sheet is for</source>
        <translation>此图适用的楼层</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="105"/>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="109"/>
        <source>as found: %1</source>
        <translation>按识别：%1</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="112"/>
        <source>Unit of the drawing</source>
        <translation>图形单位</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="114"/>
        <source>Offices of</source>
        <translation>办公机构</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="118"/>
        <source>not said</source>
        <translation>不指定</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="121"/>
        <source>Body whose offices these are</source>
        <translation>这些办公房间所属的机构</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="186"/>
        <source>The floor as it was recognised</source>
        <translation>识别出的楼层</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="206"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="215"/>
        <source>Choose the sheet to import.</source>
        <translation>请选择要导入的图纸。</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="216"/>
        <source>There is nothing to show of this drawing.</source>
        <translation>此图没有可显示的内容。</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="224"/>
        <source>%1 points to look at, at the end of the report</source>
        <translation>有 %1 处需查看，见报告末尾</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="237"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="239"/>
        <source>Import as %1</source>
        <translation>导入为 %1</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="239"/>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="101"/>
        <source>%1, if nothing is said; or such as 3-10, B1</source>
        <translation>不填则为 %1；也可填 3-10、B1 等</translation>
    </message>
    <message>
        <location filename="dialogs/ImportDialog.qml" line="230"/>
        <source>As an underlay only</source>
        <translation>仅作底图</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <location filename="panels/Inspector.qml" line="80"/>
        <source>Click something on the plan to see and change what it is.
Drag a box for many; Ctrl+K finds anything by its label.</source>
        <translation>在平面上单击对象即可查看和修改。
框选可选多个；Ctrl+K 按标签查找任何对象。</translation>
    </message>
</context>
<context>
    <name>InspectorLine</name>
    <message>
        <location filename="panels/InspectorLine.qml" line="52"/>
        <source>Set by hand: planning leaves it alone. Double-click to let go.</source>
        <translation>人工设定：规划不会改动。双击解除。</translation>
    </message>
    <message>
        <location filename="panels/InspectorLine.qml" line="77"/>
        <location filename="panels/InspectorLine.qml" line="110"/>
        <location filename="panels/InspectorLine.qml" line="119"/>
        <source>several</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>IssueDialog</name>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="27"/>
        <source>Issue sheets</source>
        <translation>签发图纸</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="50"/>
        <source>Labels on issued sheets stay whatever is planned again; labels given up are never used again.</source>
        <translation>已签发图纸上的编号不再变动；弃用的编号不再使用。</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="59"/>
        <source>Sheets</source>
        <translation>图纸</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="78"/>
        <source>Number of the new sheet</source>
        <translation>新图纸的图号</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="84"/>
        <source>What the new sheet shows</source>
        <translation>新图纸的内容</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="87"/>
        <source>New sheet of %1</source>
        <translation>新建 %1 图纸</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="87"/>
        <source>New sheet</source>
        <translation>新建图纸</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="94"/>
        <source>Revision</source>
        <translation>修改版次</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="95"/>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="96"/>
        <source>What was revised</source>
        <translation>修改内容</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="101"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="103"/>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <location filename="dialogs/IssueDialog.qml" line="109"/>
        <source>Issue</source>
        <translation>签发</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="14"/>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="16"/>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="17"/>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="18"/>
        <source>Lenses</source>
        <translation>透镜</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="19"/>
        <source>On the plan</source>
        <translation>平面上</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="20"/>
        <source>Search or command</source>
        <translation>搜索或命令</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="21"/>
        <source>Move the plan</source>
        <translation>移动平面</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="21"/>
        <source>Space or middle button, drag</source>
        <translation>空格或中键拖动</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="22"/>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="22"/>
        <source>wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="23"/>
        <source>Zoom in, out</source>
        <translation>放大、缩小</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="24"/>
        <source>Add to the selection</source>
        <translation>加入选择</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="24"/>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="25"/>
        <source>Without snapping</source>
        <translation>暂不捕捉</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="25"/>
        <source>hold Alt</source>
        <translation>按住 Alt</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="26"/>
        <source>Exact: length and angle</source>
        <translation>精确输入：长度与角度</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="27"/>
        <source>Exact: to the right and up</source>
        <translation>精确输入：向右、向上</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="28"/>
        <source>Leave what was begun</source>
        <translation>放弃当前操作</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="85"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="30"/>
        <source>In tables</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="31"/>
        <source>Edit the cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="32"/>
        <source>Fill all selected cells</source>
        <translation>填入全部选中的单元格</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="33"/>
        <source>Clear the cells</source>
        <translation>清除单元格</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="34"/>
        <source>Select everything</source>
        <translation>全选</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="35"/>
        <source>Select a column</source>
        <translation>选中整列</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="35"/>
        <source>Ctrl+click its heading</source>
        <translation>Ctrl+单击列标题</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="36"/>
        <source>Show on the plan</source>
        <translation>在平面图上显示</translation>
    </message>
    <message>
        <location filename="dialogs/KeysDialog.qml" line="36"/>
        <source>Enter or double click</source>
        <translation>Enter 或双击</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <location filename="panels/LayersPanel.qml" line="11"/>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>Life</name>
    <message>
        <location filename="dialogs/Life.qml" line="17"/>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="18"/>
        <source>New design</source>
        <translation>新建设计</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="19"/>
        <source>New from brief…</source>
        <translation>按任务书新建…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="20"/>
        <source>Import a floor plan…</source>
        <translation>导入平面图…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="22"/>
        <location filename="dialogs/Life.qml" line="172"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="23"/>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="24"/>
        <source>Export documents…</source>
        <translation>输出设计文件…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="25"/>
        <source>Issue sheets…</source>
        <translation>签发图纸…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="29"/>
        <source>History…</source>
        <translation>历史…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="30"/>
        <source>Preferences…</source>
        <translation>偏好设置…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="31"/>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="32"/>
        <source>About Riser</source>
        <translation>关于 Riser</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="33"/>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="62"/>
        <location filename="dialogs/Life.qml" line="70"/>
        <location filename="dialogs/Life.qml" line="78"/>
        <source>This design may only be looked at: save it under another name first.</source>
        <translation>此设计只能查看，请先另存为新文件。</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="147"/>
        <location filename="dialogs/Life.qml" line="175"/>
        <source>Riser designs (*.riser)</source>
        <translation>Riser 设计 (*.riser)</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="147"/>
        <location filename="dialogs/Life.qml" line="153"/>
        <location filename="dialogs/Life.qml" line="159"/>
        <location filename="dialogs/Life.qml" line="165"/>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="153"/>
        <source>Briefs (*.xml)</source>
        <translation>任务书 (*.xml)</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="159"/>
        <source>Floor plans (*.dxf *.DXF)</source>
        <translation>平面图 (*.dxf *.DXF)</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="146"/>
        <source>Open a design</source>
        <translation>打开设计</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="152"/>
        <source>New from a brief</source>
        <translation>由任务书新建</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="158"/>
        <source>Import a floor plan</source>
        <translation>导入平面图</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="171"/>
        <source>Save the design as</source>
        <translation>设计另存为</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="28"/>
        <source>Catalogue…</source>
        <translation>型号库…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="21"/>
        <source>Place an underlay…</source>
        <translation>放置底图…</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="164"/>
        <source>Place an underlay on this floor</source>
        <translation>在本层放置底图</translation>
    </message>
    <message>
        <location filename="dialogs/Life.qml" line="165"/>
        <source>Pictures and drawings (*.png *.jpg *.jpeg *.dxf *.PNG *.JPG *.JPEG *.DXF)</source>
        <translation>图片与图纸 (*.png *.jpg *.jpeg *.dxf *.PNG *.JPG *.JPEG *.DXF)</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <location filename="Main.qml" line="48"/>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <location filename="Main.qml" line="49"/>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <location filename="Main.qml" line="68"/>
        <source>Plan…</source>
        <translation>规划…</translation>
    </message>
    <message>
        <location filename="Main.qml" line="69"/>
        <source>Fit the plan into the window</source>
        <translation>平面适合窗口</translation>
    </message>
    <message>
        <location filename="Main.qml" line="70"/>
        <source>View: plan</source>
        <translation>视图：平面</translation>
    </message>
    <message>
        <location filename="Main.qml" line="71"/>
        <source>View: system diagram</source>
        <translation>视图：系统图</translation>
    </message>
    <message>
        <location filename="Main.qml" line="74"/>
        <source>View: tables</source>
        <translation>视图：表格</translation>
    </message>
    <message>
        <location filename="Main.qml" line="78"/>
        <source>Next finding</source>
        <translation>下一条问题</translation>
    </message>
    <message>
        <location filename="Main.qml" line="79"/>
        <source>Previous finding</source>
        <translation>上一条问题</translation>
    </message>
    <message>
        <location filename="Main.qml" line="80"/>
        <source>Light or dark</source>
        <translation>浅色 / 深色</translation>
    </message>
    <message>
        <location filename="Main.qml" line="303"/>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <location filename="Main.qml" line="50"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="Main.qml" line="51"/>
        <source>Paste at the pointer</source>
        <translation>粘贴到光标处</translation>
    </message>
    <message>
        <location filename="Main.qml" line="52"/>
        <source>Paste in place</source>
        <translation>原位粘贴</translation>
    </message>
    <message>
        <location filename="Main.qml" line="53"/>
        <source>Turn left by 90°</source>
        <translation>左转 90°</translation>
    </message>
    <message>
        <location filename="Main.qml" line="54"/>
        <source>Turn right by 90°</source>
        <translation>右转 90°</translation>
    </message>
    <message>
        <location filename="Main.qml" line="55"/>
        <source>Align left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <location filename="Main.qml" line="56"/>
        <source>Align right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <location filename="Main.qml" line="57"/>
        <source>Align top</source>
        <translation>上对齐</translation>
    </message>
    <message>
        <location filename="Main.qml" line="58"/>
        <source>Align bottom</source>
        <translation>下对齐</translation>
    </message>
    <message>
        <location filename="Main.qml" line="59"/>
        <source>Align middles across</source>
        <translation>水平居中对齐</translation>
    </message>
    <message>
        <location filename="Main.qml" line="60"/>
        <source>Align middles upwards</source>
        <translation>垂直居中对齐</translation>
    </message>
    <message>
        <location filename="Main.qml" line="61"/>
        <source>Distribute across</source>
        <translation>水平均匀分布</translation>
    </message>
    <message>
        <location filename="Main.qml" line="62"/>
        <source>Distribute upwards</source>
        <translation>垂直均匀分布</translation>
    </message>
    <message>
        <location filename="Main.qml" line="73"/>
        <source>View: racks</source>
        <translation>视图：机柜</translation>
    </message>
    <message>
        <location filename="Main.qml" line="75"/>
        <source>View: who reaches whom</source>
        <translation>视图：互通矩阵</translation>
    </message>
    <message>
        <location filename="Main.qml" line="76"/>
        <source>View: bodies and zones</source>
        <translation>视图：机构与安全域</translation>
    </message>
    <message>
        <location filename="Main.qml" line="77"/>
        <source>Show in table</source>
        <translation>在表格中显示</translation>
    </message>
    <message>
        <location filename="Main.qml" line="63"/>
        <source>Select by rule…</source>
        <translation>按规则选取…</translation>
    </message>
    <message>
        <location filename="Main.qml" line="64"/>
        <source>Select the same kind on this floor</source>
        <translation>选取本层同类</translation>
    </message>
    <message>
        <location filename="Main.qml" line="65"/>
        <source>Select the same type</source>
        <translation>选取同型</translation>
    </message>
    <message>
        <location filename="Main.qml" line="66"/>
        <source>Select what is in the same room</source>
        <translation>选取同房间内的</translation>
    </message>
    <message>
        <location filename="Main.qml" line="67"/>
        <source>Select what is connected</source>
        <translation>选取相连的整条路由</translation>
    </message>
    <message>
        <location filename="Main.qml" line="264"/>
        <source>Height of the findings: up and down</source>
        <translation>问题栏高度：上下键调整</translation>
    </message>
    <message>
        <location filename="Main.qml" line="72"/>
        <source>View: topology</source>
        <translation>视图：逻辑拓扑</translation>
    </message>
</context>
<context>
    <name>MatrixView</name>
    <message>
        <location filename="views/MatrixView.qml" line="35"/>
        <source>Who reaches whom</source>
        <translation>互通矩阵</translation>
    </message>
    <message>
        <location filename="views/MatrixView.qml" line="36"/>
        <source>Bodies and zones</source>
        <translation>机构与安全域</translation>
    </message>
    <message>
        <location filename="views/MatrixView.qml" line="57"/>
        <source>Space or a click: a body uses the zone · G: its grade · ● named, ○ because no other zone of desks is its own</source>
        <translation>空格或单击：机构使用该域 · G：定级 · ● 已指定，○ 因没有别的办公域归它</translation>
    </message>
</context>
<context>
    <name>NoticeBanner</name>
    <message>
        <location filename="panels/NoticeBanner.qml" line="35"/>
        <source>… and %1 more</source>
        <translation>……另有 %1 条</translation>
    </message>
    <message>
        <location filename="panels/NoticeBanner.qml" line="47"/>
        <source>Back to what was saved</source>
        <translation>回到已保存的内容</translation>
    </message>
    <message>
        <location filename="panels/NoticeBanner.qml" line="48"/>
        <source>Undoes the recovery; Ctrl+Shift+Z brings it again</source>
        <translation>撤销恢复；Ctrl+Shift+Z 可再次恢复</translation>
    </message>
    <message>
        <location filename="panels/NoticeBanner.qml" line="54"/>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <location filename="panels/NoticeBanner.qml" line="55"/>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>PlanFloor</name>
    <message>
        <location filename="panels/PlanFloor.qml" line="10"/>
        <source>on no floor</source>
        <translation>不属楼层</translation>
    </message>
    <message>
        <location filename="panels/PlanFloor.qml" line="15"/>
        <source>Turn to %1</source>
        <translation>转到 %1</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <location filename="panels/PlanPanel.qml" line="45"/>
        <source>Planning steps</source>
        <translation>规划步骤</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="77"/>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="77"/>
        <source>Plan again</source>
        <translation>重新规划</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="77"/>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="86"/>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="94"/>
        <source>Drop</source>
        <translation>放弃</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="118"/>
        <source>The design has changed since this plan was made. Plan again.</source>
        <translation>规划之后设计已改动，请重新规划。</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="50"/>
        <source>Close planning</source>
        <translation>关闭规划</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="85"/>
        <source>Apply %1 of %2</source>
        <translation>应用前 %1 步（共 %2 步）</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="103"/>
        <source>Progress of planning</source>
        <translation>规划进度</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="125"/>
        <source>up to this step</source>
        <translation>至此步为止</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="130"/>
        <source>this step alone</source>
        <translation>仅此一步</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="148"/>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="149"/>
        <source>changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="150"/>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="182"/>
        <source>Why, and what could not be done</source>
        <translation>缘由与未能完成之处</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="183"/>
        <source>Everything stands as this plan wants it already.</source>
        <translation>现状已与此规划一致。</translation>
    </message>
    <message>
        <location filename="panels/PlanPanel.qml" line="198"/>
        <source>What a plan would add, change and remove is drawn over the plan first. Nothing changes until you apply it.</source>
        <translation>规划将新增、改动、删除的内容先叠画在平面图上；应用之前设计不变。</translation>
    </message>
</context>
<context>
    <name>PlanReason</name>
    <message>
        <location filename="panels/PlanReason.qml" line="46"/>
        <source>%1 places</source>
        <translation>%1 处</translation>
    </message>
</context>
<context>
    <name>PlanSteps</name>
    <message>
        <location filename="panels/PlanSteps.qml" line="29"/>
        <source>Look at: %1</source>
        <translation>查看：%1</translation>
    </message>
    <message>
        <location filename="panels/PlanSteps.qml" line="84"/>
        <location filename="panels/PlanSteps.qml" line="95"/>
        <source>As few telecom rooms as serve every point</source>
        <translation>电信间取能服务全部信息点的最少数量</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <location filename="views/PlanView.qml" line="21"/>
        <source>Plan of %1</source>
        <translation>%1 平面图</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="122"/>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="123"/>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="124"/>
        <location filename="views/PlanView.qml" line="184"/>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="158"/>
        <source>This design has no floor to show yet.</source>
        <translation>此设计还没有楼层。</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="158"/>
        <source>Nothing to lay out yet.</source>
        <translation>还没有可排布的内容。</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="165"/>
        <source>Import the architect&apos;s plan (Ctrl+I): Riser recognises its rooms, walls and doors.</source>
        <translation>导入建筑平面图（Ctrl+I）：Riser 会识别房间、墙和门。</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="172"/>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="173"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="174"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="21"/>
        <source>Racks of %1</source>
        <translation>%1 的机柜</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="20"/>
        <source>System diagram</source>
        <translation>系统图</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="157"/>
        <source>This floor has no rack yet.</source>
        <translation>本层还没有机柜。</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="164"/>
        <source>Place racks and devices on the plan: F2, then K and D.</source>
        <translation>在平面上布置机柜与设备：F2，再按 K、D。</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="175"/>
        <source>Show in table</source>
        <translation>在表格中显示</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="177"/>
        <source>Select</source>
        <translation>选取</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="179"/>
        <source>Same kind on this floor</source>
        <translation>本层同类</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="180"/>
        <source>Same type</source>
        <translation>同型</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="181"/>
        <source>In the same room</source>
        <translation>同房间内的</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="182"/>
        <source>What is connected</source>
        <translation>相连的整条路由</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="20"/>
        <source>Logical topology</source>
        <translation>逻辑拓扑图</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="156"/>
        <source>This design has no network, zone or device yet.</source>
        <translation>本设计还没有网络、安全域或设备。</translation>
    </message>
    <message>
        <location filename="views/PlanView.qml" line="163"/>
        <source>Start from the client&apos;s brief, which names networks and zones, or place devices on the plan: F2, then D.</source>
        <translation>从写明网络与安全域的任务书新建，或在平面上放置设备：F2，再按 D。</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="9"/>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="15"/>
        <location filename="dialogs/PreferencesDialog.qml" line="23"/>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="25"/>
        <location filename="dialogs/PreferencesDialog.qml" line="32"/>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="29"/>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="29"/>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="34"/>
        <source>Snapping</source>
        <translation>捕捉</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="36"/>
        <source>Snap to ends, middles, perpendiculars and the grid</source>
        <translation>捕捉端点、中点、垂足与网格</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="40"/>
        <location filename="dialogs/PreferencesDialog.qml" line="46"/>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="44"/>
        <source>Your name, for waivers and revisions</source>
        <translation>您的姓名，用于豁免与修订</translation>
    </message>
    <message>
        <location filename="dialogs/PreferencesDialog.qml" line="49"/>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ReachGrid</name>
    <message>
        <location filename="views/ReachGrid.qml" line="40"/>
        <location filename="views/ReachGrid.qml" line="201"/>
        <source>Who reaches whom</source>
        <translation>互通矩阵</translation>
    </message>
    <message>
        <location filename="views/ReachGrid.qml" line="103"/>
        <source>from ↓   to →</source>
        <translation>自 ↓   至 →</translation>
    </message>
    <message>
        <location filename="views/ReachGrid.qml" line="215"/>
        <source>No VLAN is on a live port yet: plan addresses and zones first (Ctrl+Shift+P).</source>
        <translation>还没有 VLAN 接入端口：请先规划地址与安全域（Ctrl+Shift+P）。</translation>
    </message>
</context>
<context>
    <name>ReachPanel</name>
    <message>
        <location filename="views/ReachPanel.qml" line="21"/>
        <source>Choose a cell: the way of a packet, or what stops it.</source>
        <translation>选一格：看报文的路径，或它止于何处。</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="47"/>
        <source>On the topology</source>
        <translation>在拓扑上看</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="53"/>
        <source>On the plan</source>
        <translation>在平面上看</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="54"/>
        <source>Light the way on the plans of its floors</source>
        <translation>在各层平面上标出路径</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="61"/>
        <source>looking for the way…</source>
        <translation>正在找路径…</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="68"/>
        <source>Pairs of VLANs (%1 more)</source>
        <translation>VLAN 对（另有 %1 对）</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="68"/>
        <location filename="views/ReachPanel.qml" line="85"/>
        <source>Pairs of VLANs</source>
        <translation>VLAN 对</translation>
    </message>
    <message>
        <location filename="views/ReachPanel.qml" line="146"/>
        <source>The way of a packet</source>
        <translation>报文的路径</translation>
    </message>
</context>
<context>
    <name>ReachSummary</name>
    <message>
        <location filename="views/ReachSummary.qml" line="16"/>
        <source>%1 not as asked</source>
        <translation>%1 处不合要求</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="17"/>
        <source>Next cell that is not as asked</source>
        <translation>下一处不合要求</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="27"/>
        <source>working it out… %1 %</source>
        <translation>正在推算… %1 %</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="28"/>
        <source>The sets of packets grew past all bounds: nothing is known</source>
        <translation>报文集合过大，未得结论</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="29"/>
        <source>All as asked</source>
        <translation>全部合乎要求</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="36"/>
        <source>reached, pairs of VLANs</source>
        <translation>可达，VLAN 对数</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="36"/>
        <source>kept apart</source>
        <translation>隔离</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="37"/>
        <source>not reached though it must</source>
        <translation>应达未达</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="37"/>
        <source>reached though it must not</source>
        <translation>违规可达</translation>
    </message>
    <message>
        <location filename="views/ReachSummary.qml" line="38"/>
        <source>as asked: ● must reach, ■ must not</source>
        <translation>合乎要求：● 必达 ■ 必隔</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <location filename="panels/ReasonBar.qml" line="58"/>
        <source>Put the light out</source>
        <translation>熄灭</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <location filename="panels/StatusBar.qml" line="40"/>
        <source>%1 selected</source>
        <translation>已选 %1</translation>
    </message>
    <message>
        <location filename="panels/StatusBar.qml" line="49"/>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <location filename="panels/StatusBar.qml" line="49"/>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <location filename="panels/StatusBar.qml" line="52"/>
        <source>checked in %1 ms</source>
        <translation>检查 %1 ms</translation>
    </message>
    <message>
        <location filename="panels/StatusBar.qml" line="52"/>
        <source>checking…</source>
        <translation>检查中…</translation>
    </message>
</context>
<context>
    <name>TableChooser</name>
    <message>
        <location filename="views/TableChooser.qml" line="43"/>
        <source>Rooms, VLAN, ports…</source>
        <translation>房间、VLAN、端口…</translation>
    </message>
    <message>
        <location filename="views/TableChooser.qml" line="44"/>
        <source>Find a table</source>
        <translation>查找表格</translation>
    </message>
    <message>
        <location filename="views/TableChooser.qml" line="63"/>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="views/TableChooser.qml" line="115"/>
        <source>No table is called so.</source>
        <translation>没有这样的表格。</translation>
    </message>
</context>
<context>
    <name>TableGrid</name>
    <message>
        <location filename="views/TableGrid.qml" line="227"/>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="228"/>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="229"/>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="230"/>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="231"/>
        <source>Let planning set it again</source>
        <translation>解除锁定，交回规划</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="232"/>
        <source>Show on the plan</source>
        <translation>在平面图上显示</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="243"/>
        <source>No row holds these words.</source>
        <translation>没有符合的行。</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="244"/>
        <source>Nothing to list yet: plan the outlets and cables first.</source>
        <translation>尚无内容：请先规划点位和线缆。</translation>
    </message>
    <message>
        <location filename="views/TableGrid.qml" line="244"/>
        <source>This design has none of these yet.</source>
        <translation>本设计中还没有这类对象。</translation>
    </message>
</context>
<context>
    <name>TableHead</name>
    <message>
        <location filename="views/TableHead.qml" line="56"/>
        <source>Click or Alt+Down sorts, Ctrl+click or Ctrl+Space selects the column</source>
        <translation>单击或 Alt+↓ 排序，Ctrl+单击或 Ctrl+空格选中整列</translation>
    </message>
    <message>
        <location filename="views/TableHead.qml" line="57"/>
        <source>Computed: cannot be edited. Click or Alt+Down sorts, Ctrl+click or Ctrl+Space selects the column</source>
        <translation>计算所得，不能修改。单击或 Alt+↓ 排序，Ctrl+单击或 Ctrl+空格选中整列</translation>
    </message>
</context>
<context>
    <name>TablesView</name>
    <message>
        <location filename="views/TablesView.qml" line="82"/>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="83"/>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="93"/>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="41"/>
        <source>Choose a table</source>
        <translation>选择表格</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="56"/>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="72"/>
        <source>%1 cells selected · type, then Ctrl+Enter fills them</source>
        <translation>已选 %1 格 · 输入后按 Ctrl+Enter 填入全部</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="73"/>
        <source>F2 edits · Enter shows it on the plan · Ctrl+C and Ctrl+V with spreadsheets</source>
        <translation>F2 编辑 · Enter 在平面图上显示 · 可与电子表格互相复制粘贴</translation>
    </message>
    <message>
        <location filename="views/TablesView.qml" line="92"/>
        <source>Filter: words, use=office, height&gt;1.2</source>
        <translation>筛选：词语、用途=办公室、高度&gt;1.2</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <location filename="panels/TopBar.qml" line="31"/>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="51"/>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="52"/>
        <source>(read only)</source>
        <translation>（只读）</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="70"/>
        <source>Plan</source>
        <translation>平面</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="71"/>
        <source>System</source>
        <translation>系统图</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="73"/>
        <source>Matrix</source>
        <translation>矩阵</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="75"/>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="107"/>
        <location filename="panels/TopBar.qml" line="124"/>
        <source>Search or command</source>
        <translation>搜索房间、点位、设备或命令</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="188"/>
        <source>checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="190"/>
        <source>all checked</source>
        <translation>全部已检查</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="189"/>
        <source>not checked %1</source>
        <translation>未检 %1</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="199"/>
        <source>Plan…</source>
        <translation>规划…</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="200"/>
        <source>Let Riser plan outlets, spaces, trays and cables</source>
        <translation>由 Riser 规划点位、用房、桥架与缆线</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="211"/>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="212"/>
        <source>Write the documents</source>
        <translation>输出设计文件</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="74"/>
        <source>Racks</source>
        <translation>机柜</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="141"/>
        <source>Next finding: %1 errors, %2 warnings, %3</source>
        <translation>下一个问题：%1 个错误，%2 个警告，%3</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="190"/>
        <source>nothing to check yet</source>
        <translation>暂无可检查</translation>
    </message>
    <message>
        <location filename="panels/TopBar.qml" line="72"/>
        <source>Topology</source>
        <translation>拓扑</translation>
    </message>
</context>
<context>
    <name>UnsavedDialog</name>
    <message>
        <location filename="dialogs/UnsavedDialog.qml" line="15"/>
        <source>Save the changes first?</source>
        <translation>先保存修改吗？</translation>
    </message>
    <message>
        <location filename="dialogs/UnsavedDialog.qml" line="19"/>
        <source>%1 has changes that are in no file. What is not saved now is gone.</source>
        <translation>%1 有未保存的修改，不保存将会丢失。</translation>
    </message>
    <message>
        <location filename="dialogs/UnsavedDialog.qml" line="20"/>
        <source>This design</source>
        <translation>此设计</translation>
    </message>
    <message>
        <location filename="dialogs/UnsavedDialog.qml" line="23"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="dialogs/UnsavedDialog.qml" line="25"/>
        <source>Do not save</source>
        <translation>不保存</translation>
    </message>
    <message>
        <location filename="dialogs/UnsavedDialog.qml" line="33"/>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>WaiveDialog</name>
    <message>
        <location filename="dialogs/WaiveDialog.qml" line="31"/>
        <source>Waive this finding</source>
        <translation>豁免此问题</translation>
    </message>
    <message>
        <location filename="dialogs/WaiveDialog.qml" line="40"/>
        <source>The waiver stands in the design with your name, the reason and today&apos;s date. Rules of law cannot be waived.</source>
        <translation>豁免连同姓名、理由和今天的日期写入设计。法律强制的规则不能豁免。</translation>
    </message>
    <message>
        <location filename="dialogs/WaiveDialog.qml" line="45"/>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <location filename="dialogs/WaiveDialog.qml" line="54"/>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <location filename="dialogs/WaiveDialog.qml" line="62"/>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <location filename="dialogs/WaiveDialog.qml" line="64"/>
        <source>Waive</source>
        <translation>豁免</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <location filename="views/Welcome.qml" line="46"/>
        <source>Designs the network of a building, and proves what can be proved of it.</source>
        <translation>设计一栋建筑的网络，并证明其中可以证明的一切。</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="51"/>
        <source>Open a design…</source>
        <translation>打开设计…</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="53"/>
        <source>a *.riser file</source>
        <translation>*.riser 文件</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="63"/>
        <source>New from a brief…</source>
        <translation>按任务书新建…</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="64"/>
        <source>bodies, head counts and the point table are there from the start</source>
        <translation>机构、人数与点位配置表从一开始就有</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="68"/>
        <source>New, empty</source>
        <translation>新建空白设计</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="70"/>
        <source>with the usual catalogue and point table; then import a floor plan</source>
        <translation>自带常用产品目录与点位表；然后导入平面图</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="57"/>
        <source>Start from a floor plan…</source>
        <translation>从平面图开始…</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="59"/>
        <source>an ASCII DXF: its rooms, walls and doors are recognised</source>
        <translation>ASCII DXF，自动识别房间、墙与门</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="75"/>
        <source>Open the example</source>
        <translation>打开示例</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="76"/>
        <source>an administrative building, planned and checked; a copy to try things on</source>
        <translation>已规划并检查的行政办公楼，副本可随意试用</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="84"/>
        <source>Opened last</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <location filename="views/Welcome.qml" line="92"/>
        <source>no longer there: %1</source>
        <translation>文件已不在：%1</translation>
    </message>
</context>
<context>
    <name>ZoneGrid</name>
    <message>
        <location filename="views/ZoneGrid.qml" line="60"/>
        <location filename="views/ZoneGrid.qml" line="244"/>
        <source>Bodies and zones</source>
        <translation>机构与安全域</translation>
    </message>
    <message>
        <location filename="views/ZoneGrid.qml" line="271"/>
        <source>Grade of %1</source>
        <translation>%1 的等级</translation>
    </message>
    <message>
        <location filename="views/ZoneGrid.qml" line="309"/>
        <source>Fewest addresses left in VLAN %1</source>
        <translation>余量最少的是 VLAN %1</translation>
    </message>
    <message>
        <location filename="views/ZoneGrid.qml" line="315"/>
        <source>This design has no zone yet: its brief names them, or the tables (F6).</source>
        <translation>还没有安全域：由任务书给出，或在表格（F6）中添加。</translation>
    </message>
</context>
</TS>
