<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandPalette</name>
    <message>
        <source>Room, outlet, device, VLAN or command</source>
        <translation>房间、点位、设备、VLAN 或命令</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>没有这个名称的对象或命令。</translation>
    </message>
</context>
<context>
    <name>ExactInput</name>
    <message>
        <source>Exact place</source>
        <translation>精确位置</translation>
    </message>
</context>
<context>
    <name>FindingLine</name>
    <message>
        <source>not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Waive…</source>
        <translation>豁免…</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>%1 waived</source>
        <translation>豁免 %1</translation>
    </message>
    <message>
        <source>%1 rules not checked</source>
        <translation>%1 条规则未检查</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>by rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>by floor</source>
        <translation>按楼层</translation>
    </message>
    <message>
        <source>waived</source>
        <translation>豁免</translation>
    </message>
    <message>
        <source>Nothing found, and every rule was checked.</source>
        <translation>没有问题，且所有规则都已检查。</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>检查中…</translation>
    </message>
</context>
<context>
    <name>FloorsPanel</name>
    <message>
        <source>Floors</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点位</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Click something on the plan to see and change what it is.
Drag a box for many; Ctrl+K finds anything by its label.</source>
        <translation>在平面上单击对象即可查看和修改。
框选可选多个；Ctrl+K 按标签查找任何对象。</translation>
    </message>
</context>
<context>
    <name>InspectorLine</name>
    <message>
        <source>Set by hand: planning leaves it alone. Double-click to let go.</source>
        <translation>人工设定：规划不会改动。双击解除。</translation>
    </message>
    <message>
        <source>several</source>
        <translation>多个值</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>New design</source>
        <translation>新建设计</translation>
    </message>
    <message>
        <source>New from brief…</source>
        <translation>按任务书新建…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>规划…</translation>
    </message>
    <message>
        <source>Fit the plan into the window</source>
        <translation>平面适合窗口</translation>
    </message>
    <message>
        <source>View: plan</source>
        <translation>视图：平面</translation>
    </message>
    <message>
        <source>View: system diagram</source>
        <translation>视图：系统图</translation>
    </message>
    <message>
        <source>View: tables</source>
        <translation>视图：表格</translation>
    </message>
    <message>
        <source>Next finding</source>
        <translation>下一条问题</translation>
    </message>
    <message>
        <source>Previous finding</source>
        <translation>上一条问题</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>浅色 / 深色</translation>
    </message>
    <message>
        <source>Riser designs (*.riser)</source>
        <translation>Riser 设计 (*.riser)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Briefs (*.xml)</source>
        <translation>任务书 (*.xml)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste at the pointer</source>
        <translation>粘贴到光标处</translation>
    </message>
    <message>
        <source>Paste in place</source>
        <translation>原位粘贴</translation>
    </message>
    <message>
        <source>Turn left by 90°</source>
        <translation>左转 90°</translation>
    </message>
    <message>
        <source>Turn right by 90°</source>
        <translation>右转 90°</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>左对齐</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>右对齐</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>上对齐</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>下对齐</translation>
    </message>
    <message>
        <source>Align middles across</source>
        <translation>水平居中对齐</translation>
    </message>
    <message>
        <source>Align middles upwards</source>
        <translation>垂直居中对齐</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>水平均匀分布</translation>
    </message>
    <message>
        <source>Distribute upwards</source>
        <translation>垂直均匀分布</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Outlets by the point table</source>
        <translation>点位（按点位配置表）</translation>
    </message>
    <message>
        <source>Telecom rooms</source>
        <translation>电信间</translation>
    </message>
    <message>
        <source>Trays along the corridors</source>
        <translation>桥架（沿走廊）</translation>
    </message>
    <message>
        <source>Cables by the shortest route</source>
        <translation>缆线（最短路由）</translation>
    </message>
    <message>
        <source>Planning steps</source>
        <translation>规划步骤</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Plan again</source>
        <translation>重新规划</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>The design has changed since this plan was made. Plan again.</source>
        <translation>规划之后设计已改动，请重新规划。</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Plan of %1</source>
        <translation>%1 平面图</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>This design has no floor to show yet.</source>
        <translation>此设计还没有楼层。</translation>
    </message>
    <message>
        <source>Nothing to lay out yet.</source>
        <translation>还没有可排布的内容。</translation>
    </message>
    <message>
        <source>Import the architect&apos;s plan (Ctrl+I): Riser recognises its rooms, walls and doors.</source>
        <translation>导入建筑平面图（Ctrl+I）：Riser 会识别房间、墙和门。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation>检查 %1 ms</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>检查中…</translation>
    </message>
</context>
<context>
    <name>TablesView</name>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>Filter rows</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Nothing to list yet: plan the outlets and cables first.</source>
        <translation>还没有内容：请先规划点位与缆线。</translation>
    </message>
    <message>
        <source>No row holds these words.</source>
        <translation>没有含这些字的行。</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>尚未保存</translation>
    </message>
    <message>
        <source>(read only)</source>
        <translation>（只读）</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统图</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索房间、点位、设备或命令</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>all checked</source>
        <translation>全部已检查</translation>
    </message>
    <message>
        <source>not checked %1</source>
        <translation>未检 %1</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>规划…</translation>
    </message>
    <message>
        <source>Let Riser plan outlets, spaces, trays and cables</source>
        <translation>由 Riser 规划点位、用房、桥架与缆线</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the documents</source>
        <translation>输出设计文件</translation>
    </message>
</context>
<context>
    <name>WaiveDialog</name>
    <message>
        <source>Waive this finding</source>
        <translation>豁免此问题</translation>
    </message>
    <message>
        <source>The waiver stands in the design with your name, the reason and today&apos;s date. Rules of law cannot be waived.</source>
        <translation>豁免连同姓名、理由和今天的日期写入设计。法律强制的规则不能豁免。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waive</source>
        <translation>豁免</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Designs the network of a building, and proves what can be proved of it.</source>
        <translation>设计一栋建筑的网络，并证明其中可以证明的一切。</translation>
    </message>
    <message>
        <source>Open a design…</source>
        <translation>打开设计…</translation>
    </message>
    <message>
        <source>a *.riser file</source>
        <translation>*.riser 文件</translation>
    </message>
    <message>
        <source>New from a brief…</source>
        <translation>按任务书新建…</translation>
    </message>
    <message>
        <source>bodies, head counts and the point table are there from the start</source>
        <translation>机构、人数与点位配置表从一开始就有</translation>
    </message>
    <message>
        <source>New, empty</source>
        <translation>新建空白设计</translation>
    </message>
    <message>
        <source>with the usual catalogue and point table; then import a floor plan</source>
        <translation>自带常用产品目录与点位表；然后导入平面图</translation>
    </message>
</context>
</TS>
