# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rooms are on which floor? The schedule of accommodation of the four bodies, floor by floor.

A strip is (width, name, use, furniture[, options]) along a corridor; everything that repeats is in building.py.
All names are of functions; the city, the people and every reservation are fictional.
"""

from .building import (
    Door,
    Floor,
    Frame,
    core,
    corridor,
    east,
    east_court,
    east_end,
    east_street,
    gallery,
    north,
    south,
    washrooms,
    wedges,
    west_court,
    west_end,
    west_street,
)


def offices(widths, name="办公室"):
    return [(w, name, "office", "office") for w in widths]


def leaders(*names):
    return [(4800, name, "leader_office", "leader") for name in names]


def basement():
    f = Floor("B1", "B1", "共用", "地下一层平面图", [-5100], 0)
    f.zones = {"slab", "west", "east", "podium", "basement"}
    f.exterior = 350
    dry = {"windows": False}
    f.room(
        "corridor",
        "走廊",
        "corridor",
        [
            (7200, 25200),
            (9600, 25200),
            (9600, 32400),
            (49200, 32400),
            (49200, 25200),
            (51600, 25200),
            (51600, 32400),
            (58800, 32400),
            (58800, 34800),
            (0, 34800),
            (0, 32400),
            (7200, 32400),
        ],
        windows=False,
        label=(29400, 33600),
        extra_labels=[((8400, 28800), 90)],
    )
    f.strip(
        "n",
        north,
        0,
        [
            (3600, "1#进线间", "entrance_room", "", dry),
            (8400, "消防水泵房", "pump_room", "pumps", {**dry, "at": "mid"}),
            (4800, "通信接入机房", "equipment_room", "", {**dry, "door": ("FM甲", 1200)}),
            (16200, "核心机房", "machine_room", "racks", dry),
            (4500, "UPS间", "ups_room", "ups", dry),
            (4500, "电池室", "battery_room", "", {**dry, "door": ("FM甲", 1200)}),
            (13200, "变配电室", "substation", "substation", dry),
            (3600, "2#进线间", "entrance_room", "", dry),
        ],
    )
    f.door("n4", "corridor", "FM甲", 1500, "start")
    f.door("n7", "corridor", "FM甲", 1200, "end")
    f.strip("c", south, 25800, [(7200, "网络运维值班室", "duty", "console", dry)])
    core(f, "A", "gas")
    core(f, "B", "store")
    gable = Frame((7200, 25200), (0, 1), (-1, 0), 7200, 7200)
    f.room("pumpW", "生活水泵房", "pump_room", gable.ring(), True, frame=gable, furniture="pumps", windows=False)
    f.door("pumpW", "corridor", "FM甲", 1500, "mid")
    gable = Frame((51600, 25200), (0, 1), (1, 0), 7200, 7200)
    f.room("fanE", "排风机房", "hvac_room", gable.ring(), True, frame=gable, furniture="fans", windows=False)
    f.door("fanE", "corridor", "FM甲", 1500, "mid")
    holes = [
        [(9600, 0), (16800, 0), (16800, 6600), (9600, 6600)][::-1],
        [
            east(9600, 21600),
            east(16800, 21600),
            east(16800, 14400),
            east(14000, 14400),
            east(14000, 18900),
            east(9600, 18900),
        ][::-1],
    ]
    f.room(
        "garage",
        "地下车库",
        "garage",
        [[(0, -4200), (67200, -4200), (67200, 25200), (7200, 25200), (7200, 8400), (0, 8400)]] + holes,
        windows=False,
        label=(19300, 13600),
        text=600,
    )
    f.strip(
        "w",
        west_street,
        8400,
        [
            (8400, "物资库房", "storage", "", {**dry, "at": "mid", "door": ("FM甲", 1500)}),
            (8400, "防汛器材库", "storage", "", {**dry, "at": "mid", "door": ("FM甲", 1500)}),
        ],
        to="garage",
    )
    ramp = Frame((58800, 25200), (1, 0), (0, 1), 8400, 16800)
    f.room("ramp", "汽车坡道", "ramp", ramp.ring(), frame=ramp, windows=False, text=400)
    f.door("ramp", "garage", "JLM", 6000, "mid")
    f.door("corridor", "garage", "FM甲", 1500, "mid", wall=0)
    f.door("corridor", "garage", "FM甲", 1500, "mid", wall=1)
    west_end(f, None, to="garage")
    east_end(f, None, to="garage")
    # The car park's own telecom room, far from the cores.
    far = Frame((9600, 6600), (1, 0), (0, -1), 4400, 3900)
    f.room("elvW", "3#弱电间", "elv_room", far.ring(), frame=far, furniture="elv", windows=False)
    f.door("elvW", "garage", "FM甲", 1000, "mid", out=True)
    f.notes = [
        "1. 本层层高5.1m，外墙为350厚钢筋混凝土墙，内墙200厚。",
        "2. 核心机房净高不小于3.0m，防静电活动地板高400。",
        "3. 两处进线间分设于东西两端，室外管道由总图专业设计。",
        "4. 车库为III类汽车库，机房、变配电室不与有水房间贴邻正下方。",
    ]
    return f


def first():
    f = Floor("1F", "1", "共用", "一层平面图", [0], 1)
    f.zones.add("podium")
    corridor(f, west_from=16800)
    f.room(
        "lobby",
        "大堂",
        "lobby",
        [
            (21300, 8400),
            (37500, 8400),
            (37500, 25200),
            (33000, 25200),
            (33000, 32400),
            (25800, 32400),
            (25800, 25200),
            (21300, 25200),
        ],
        label=(29400, 19500),
        text=600,
        sill="MQ",
    )
    f.door("lobby", "corridor", "M", 1800, 0.3)
    f.door("lobby", "corridor", "M", 1800, 0.7)
    for share in (0.377, 0.5, 0.623):
        f.door("lobby", "", "MLM", 1800, share, out=True, wall="south", height=2400)
    f.strip(
        "n",
        north,
        0,
        [
            (3600, "值班室", "duty", "duty"),
            (3600, "收发室", "duty", "office"),
            (9600, "信访接待室", "reception", "lounge", {"owner": "政府"}),
            (9000, "新闻发布厅", "hall", "press", {"owner": "政府"}),
            (7200, "贵宾接待室", "reception", "lounge"),
            (4500, "医务室", "office", ""),
            (4500, "文印室", "print_room", ""),
            (9600, "物业管理办公室", "office", "office"),
            (3600, "备勤室", "rest_room", "duty"),
            (3600, "备勤室", "rest_room", "duty"),
        ],
    )
    core(f, "A")
    core(f, "B", "store")
    washrooms(f, "A")
    washrooms(f, "B")
    hall = Frame((0, 0), (1, 0), (0, 1), 16800, 16800)
    f.room(
        "service",
        "政务服务大厅",
        "service_hall",
        [(0, 0), (9600, 0), (9600, 2700), (14000, 2700), (14000, 6600), (16800, 6600), (16800, 16800), (0, 16800)],
        True,
        owner="政府",
        frame=hall,
        furniture="service",
        label=(8400, 6000),
        text=500,
        sill="MQ",
    )
    f.door("service", "corridor", "FM乙", 1500, "mid")
    f.door("service", "", "MLM", 1800, 0.25, out=True, wall="south", height=2400)
    f.door("service", "", "MLM", 1800, 0.52, out=True, wall="south", height=2400)
    f.strip(
        "ws",
        west_street,
        16800,
        [
            (4200, "综合窗口后台", "office", "office", {"owner": "政府"}),
            (4200, "二十四小时自助服务区", "service_hall", "", {"owner": "政府", "door": ("M", 1000)}),
        ],
    )
    f.strip(
        "wc",
        west_court,
        16800,
        [(4200, "审批办公室", "office", "office", {"owner": "政府"}), (4200, "审批办公室", "office", "office", {"owner": "政府"})],
    )
    west_end(f, None, to="service")
    f.door("lobbyW", "", "FM乙", 1200, "mid", out=True, wall="south")
    f.strip(
        "ec",
        east_court,
        0,
        [(7200, "司机休息室", "rest_room", "lounge"), (7200, "物业办公室", "office", "office"), (7200, "员工活动室", "rest_room", "")],
    )
    f.strip(
        "es",
        east_street,
        0,
        [
            (7200, "消防控制室", "fire_control", "console", {"at": "mid"}),
            (7200, "安防监控室", "security_control", "console", {"at": "mid"}),
        ],
    )
    f.door("es1", "", "FM乙", 1200, "mid", out=True)
    east_end(f, "工具间")
    f.door("lobbyE", "", "FM乙", 1200, "mid", out=True, wall="south")
    f.door("corridor", "", "M", 1500, "mid", out=True, wall="west")
    f.door("corridor", "", "M", 1500, "mid", out=True, wall="east")
    wedges(f, ("等候休息区", "reception", "lounge"), ("垃圾收集间", "storage"))
    f.notes = [
        "1. 本层层高5.1m，除注明外，外墙240厚，内墙200厚，管井隔墙100~120厚。",
        "2. 消防控制室设直通室外的安全出口。",
        "3. 室内外高差0.450m，主入口设无障碍坡道。",
        "4. 未注明门垛均为120，门洞尺寸见门窗表。",
    ]
    return f


def second():
    f = Floor("2F", "2", "政协", "二层平面图", [5100], 2)
    corridor(f)
    gallery(f, "大堂上空", "void")
    f.strip(
        "n",
        north,
        0,
        [(7200, "政协主席办公室", "leader_office", "leader")]
        + leaders("副主席办公室", "副主席办公室")
        + [
            (4500, "秘书长办公室", "office", "office"),
            (4500, "办公室", "office", "office"),
            (7200, "委员活动室", "reception", "lounge"),
            (4500, "提案委办公室", "office", "office"),
            (4500, "提案委办公室", "office", "office"),
            (4800, "经济委办公室", "office", "office"),
            (4800, "文史委办公室", "office", "office"),
            (7200, "政协常委会议室", "meeting", "meeting"),
        ],
    )
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip("ws", west_street, 0, offices([4200] * 4) + [(8400, "协商议事室", "meeting", "meeting")])
    west_end(f, "办公室", "office")
    f.strip("wc", west_court, 8400, offices([4200] * 4))
    f.strip("ec", east_court, 0, offices([3600] * 4) + [(7200, "书画室", "rest_room", "")])
    f.strip("es", east_street, 0, [(7200, "文史资料室", "library", "archive")] + offices([3600, 3600]))
    east_end(f)
    wedges(f, ("委员阅览室", "library", "lounge"), ("茶水间", "pantry"))
    f.notes = ["1. 本层层高4.2m，大堂上空、中庭上空设防火玻璃隔断。", "2. 卫生间完成面标高低于本层楼面20mm。"]
    return f


def third():
    f = Floor("3F-4F", "3", "人大", "三至四层平面图", [9300, 13500], 3)
    corridor(f)
    gallery(f, "人大常委会会议厅", "hall")
    f.strip(
        "n",
        north,
        0,
        [(7200, "常委会主任办公室", "leader_office", "leader")]
        + leaders("副主任办公室", "副主任办公室")
        + [
            (9000, "主任会议室", "meeting", "meeting"),
            (7200, "代表联络室", "reception", "lounge"),
            (4500, "法制委办公室", "office", "office"),
            (4500, "财经委办公室", "office", "office"),
            (4800, "教科文卫委办公室", "office", "office"),
            (4800, "监察司法委办公室", "office", "office"),
            (7200, "人大办公室", "office", "office"),
        ],
    )
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip("ws", west_street, 0, offices([4200] * 4) + [(8400, "小会议室", "meeting", "meeting")])
    west_end(f, "办公室", "office")
    f.strip("wc", west_court, 8400, offices([4200, 4200]) + [(8400, "立法咨询室", "meeting", "meeting")])
    f.strip("ec", east_court, 0, offices([3600] * 2 + [7200] * 2))
    f.strip("es", east_street, 0, [(7200, "档案室", "archive", "archive")] + offices([3600, 3600]))
    east_end(f)
    wedges(f, ("代表休息室", "rest_room", "lounge"), ("茶水间", "pantry"))
    f.notes = ["1. 本图用于三层、四层；四层房间编号首位改为4。", "2. 本层层高4.2m，中庭上空设防火玻璃隔断。"]
    return f


def fifth():
    f = Floor("5F", "5", "政府", "五层平面图", [17700], 5)
    corridor(f)
    f.strip(
        "n",
        north,
        0,
        [(7200, "市长办公室", "leader_office", "leader")]
        + leaders("副市长办公室", "副市长办公室")
        + [
            (9000, "政府常务会议室", "meeting", "meeting"),
            (7200, "总值班室", "duty", "console"),
            (4500, "秘书长办公室", "office", "office"),
            (4500, "秘书处", "office", "office"),
        ]
        + leaders("副市长办公室", "副市长办公室")
        + [(7200, "会商室", "meeting", "meeting")],
    )
    f.strip("c", south, 25800, [(3600, "文电处", "office", "office"), (3600, "督查室", "office", "office")])
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip("ws", west_street, 0, offices([4200] * 4) + [(8400, "第一会议室", "meeting", "meeting")])
    west_end(f, "办公室", "office")
    f.strip("wc", west_court, 8400, offices([4200] * 4))
    f.strip("ec", east_court, 0, offices([3600] * 2 + [7200] * 2))
    f.strip("es", east_street, 0, [(7200, "视频会议室", "meeting", "meeting")] + offices([3600, 3600]))
    east_end(f, "档案室", "archive")
    wedges(f, ("接待室", "reception", "lounge"), ("茶水间", "pantry"))
    f.outlines = ["podium_roof"]
    f.notes = ["1. 本层层高3.9m。", "2. 裙房屋面为上人屋面，采光顶见详图。"]
    return f


def typical():
    f = Floor("6F-8F", "6", "政府", "六至八层平面图", [21600, 25500, 29400], 6)
    corridor(f)
    f.strip(
        "n",
        north,
        0,
        [(7200, "会议室", "meeting", "meeting"), (9600, "开敞办公室", "office", "office")]
        + offices([4500, 4500, 3600, 3600, 4500, 4500])
        + [(9600, "开敞办公室", "office", "office"), (7200, "会议室", "meeting", "meeting")],
    )
    f.strip("c", south, 25800, offices([3600, 3600]))
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip("ws", west_street, 0, offices([4200] * 6))
    west_end(f, "办公室", "office")
    f.strip("wc", west_court, 8400, offices([4200] * 4))
    f.strip("ec", east_court, 0, offices([7200, 3600, 3600, 7200]))
    f.strip("es", east_street, 0, offices([7200, 3600, 3600]))
    east_end(f)
    wedges(f, ("小会议室", "meeting", "meeting"), ("茶水间", "pantry"))
    f.notes = ["1. 本图为标准层，用于六、七、八层；七、八层房间编号首位相应改为7、8。", "2. 本层层高3.9m，括号内为七、八层标高。"]
    return f


def ninth():
    f = Floor("9F", "9", "党委", "九层平面图", [33300], 9)
    corridor(f, split=("west",))
    suite = {"suite": True}
    f.strip(
        "n",
        north,
        0,
        [
            (7200, "领导办公室", "leader_office", "", suite),
            (4800, "秘书室", "office", "office"),
            (4800, "秘书室", "office", "office"),
            (9000, "领导办公室", "leader_office", "", suite),
            (7200, "常委会议室", "meeting", "meeting"),
            (9000, "领导办公室", "leader_office", "", suite),
            (4800, "秘书室", "office", "office"),
            (4800, "秘书室", "office", "office"),
            (7200, "领导办公室", "leader_office", "", suite),
        ],
    )
    f.strip("c", south, 25800, [(7200, "接待室", "reception", "lounge")])
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip(
        "ws",
        west_street,
        0,
        [
            (8400, "机要室", "confidential_registry", "archive"),
            (8400, "保密会议室", "classified_meeting", "meeting"),
            (4200, "机要办公室", "registry_office", "office"),
            (4200, "机要值班室", "duty", "duty"),
        ],
        to="corridorW",
    )
    west_end(f, "文件销毁间", "storage")
    f.strip(
        "wc",
        west_court,
        8400,
        [
            (4200, "机要办公室", "registry_office", "office"),
            (4200, "保密办公室", "registry_office", "office"),
            (4200, "文印室", "print_room", ""),
            (4200, "档案室", "archive", ""),
        ],
        to="corridorW",
    )
    f.strip("ec", east_court, 0, offices([3600, 3600, 7200, 3600, 3600]))
    f.strip("es", east_street, 0, [(7200, "书记办公会议室", "meeting", "meeting")] + offices([3600, 3600]))
    east_end(f)
    wedges(f, ("接待室", "reception", "lounge"), ("茶水间", "pantry"))
    f.notes = ["1. 本层层高3.9m。", "2. 西翼机要区设门禁，走廊隔门为乙级防火门。"]
    return f


def tenth():
    f = Floor("10F", "10", "党委", "十层平面图", [37200], 10)
    corridor(f)
    suite = {"suite": True}
    f.strip(
        "n",
        north,
        0,
        [
            (7200, "领导办公室", "leader_office", "", suite),
            (4800, "组织部办公室", "office", "office"),
            (4800, "组织部办公室", "office", "office"),
            (9000, "部务会议室", "meeting", "meeting"),
            (7200, "干部档案室", "archive", "archive"),
            (9000, "多功能会议室", "meeting", "meeting"),
            (4800, "宣传部办公室", "office", "office"),
            (4800, "宣传部办公室", "office", "office"),
            (7200, "领导办公室", "leader_office", "", suite),
        ],
    )
    f.strip("c", south, 25800, offices([3600, 3600]))
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip(
        "ws",
        west_street,
        0,
        offices([4200, 4200], "统战部办公室") + offices([4200, 4200], "政法委办公室") + [(8400, "谈话室", "meeting", "meeting")],
    )
    west_end(f, "办公室", "office")
    f.strip("wc", west_court, 8400, offices([4200, 4200], "政研室") + offices([4200, 4200], "督查室"))
    f.strip("ec", east_court, 0, offices([7200, 7200, 3600, 3600]))
    f.strip("es", east_street, 0, [(7200, "新闻舆情室", "office", "office")] + offices([3600, 3600]))
    east_end(f)
    wedges(f, ("阅览室", "library", "lounge"), ("茶水间", "pantry"))
    f.notes = ["1. 本层层高3.9m。"]
    return f


def eleventh():
    f = Floor("11F", "11", "共用", "十一层平面图", [41100], 11)
    corridor(f, west_from=25200)
    arc = (8400, 8400)
    f.room(
        "hall",
        "议事厅",
        "hall",
        [(0, 8400), (16800, 8400), (16800, 19600, (*arc, True)), (0, 19600)],
        True,
        label=(8400, 12400),
        text=600,
    )
    f.room(
        "foyer",
        "前厅",
        "lobby",
        [(0, 19600, (*arc, False)), (16800, 19600), (16800, 25200), (0, 25200)],
        label=(8400, 23900),
        text=400,
    )
    f.door("foyer", "corridor", "FM乙", 1800, "mid")
    f.door("hall", "foyer", "FM乙", 1500, 60.0, out=True)
    f.door("hall", "foyer", "FM乙", 1500, 120.0, out=True)
    stage = Frame((5400, 0), (0, 1), (-1, 0), 8400, 5400)
    f.room("vip", "贵宾室", "reception", stage.ring(), True, frame=stage, furniture="lounge")
    f.room(
        "sound",
        "声控室",
        "equipment_room",
        [(5400, 4200), (9600, 4200), (9600, 8400), (5400, 8400)],
        True,
        frame=Frame((5400, 4200), (1, 0), (0, 1), 4200, 4200),
        windows=False,
    )
    f.room(
        "back",
        "后台",
        "storage",
        [(5400, 0), (9600, 0), (9600, 4200), (5400, 4200)],
        False,
        frame=Frame((5400, 0), (1, 0), (0, 1), 4200, 4200),
    )
    f.door("vip", "hall", "M", 1200, "mid")
    f.door("sound", "hall", "M", 1000, "mid")
    f.door("back", "vip", "M", 1000, "mid")
    west_end(f, "休息室", "rest_room", to="hall")
    f.doors = [d for d in f.doors if d.room not in ("endW", "lobbyW")]
    f.door("endW", "hall", "FM乙", 1200, "mid")
    f.door("lobbyW", "endW", "FM乙", 1200, "mid")
    f.door("lobbyW", "back", "FM乙", 1000, "mid")
    f.strip(
        "n",
        north,
        0,
        [
            (7200, "第一会议室", "meeting", "meeting"),
            (9600, "第二会议室", "meeting", "meeting"),
            (9000, "第三会议室", "meeting", "meeting"),
            (7200, "贵宾接待室", "reception", "lounge"),
            (9000, "第四会议室", "meeting", "meeting"),
            (9600, "第五会议室", "meeting", "meeting"),
            (7200, "同声传译室", "equipment_room", "", {"door": ("M", 1200)}),
        ],
    )
    f.strip("c", south, 25800, [(7200, "会议服务间", "pantry", "")])
    core(f, "A")
    core(f, "B", "copy")
    washrooms(f, "A")
    washrooms(f, "B")
    f.strip(
        "ec",
        east_court,
        0,
        [
            (10800, "多功能厅", "hall", "press"),
            (3600, "控制室", "control_room", "", {"door": ("M", 1000)}),
            (7200, "第六会议室", "meeting", "meeting"),
        ],
    )
    f.strip("es", east_street, 0, [(7200, "视频会议室", "meeting", "meeting"), (7200, "第七会议室", "meeting", "meeting")])
    east_end(f, "家具库")
    wedges(f, ("休息厅", "lobby", "lounge"), ("茶水间", "pantry"))
    f.column_cut = lambda c: 6000 < sum(p[0] for p in c) / 4 < 11000 and 8000 < sum(p[1] for p in c) / 4 < 17500
    f.notes = ["1. 本层层高5.4m，议事厅为圆弧形后墙，墙体中心线半径R=14000。", "2. 议事厅屋面为大跨度钢结构，厅内无柱。"]
    f.seats = True
    return f


def twelfth():
    f = Floor("12F", "12", "共用", "十二层平面图", [46500], 12)
    f.zones = {"slab"}
    corridor(f, wings=())
    f.strip(
        "n",
        north,
        0,
        [
            (7200, "消防水箱间", "tank_room", "", {"door": ("FM甲", 1500)}),
            (4800, "稳压泵房", "pump_room", "pumps"),
            (4800, "新风机房", "hvac_room", "fans"),
            (9000, "档案库", "archive", "archive"),
            (7200, "档案整理室", "archive", "office", {"door": ("M", 1000)}),
            (9000, "档案库", "archive", "archive"),
            (4800, "排烟机房", "hvac_room", "fans"),
            (4800, "卫星与无线机房", "equipment_room", "", {"door": ("FM甲", 1200)}),
            (7200, "空调机房", "hvac_room", "fans"),
        ],
    )
    f.strip("c", south, 25800, [(7200, "设备管理室", "office", "office")])
    core(f, "A", "store", top_lift=False)
    core(f, "B", "tools", top_lift=False)
    left = Frame((7200, 25200), (0, 1), (-1, 0), 7200, 7200)
    f.room("gableW", "备用设备间", "equipment_room", left.ring(), True, frame=left)
    f.door("gableW", "corridor", "FM甲", 1500, "mid")
    right = Frame((51600, 25200), (0, 1), (1, 0), 7200, 7200)
    f.room("gableE", "备用设备间", "equipment_room", right.ring(), True, frame=right)
    f.door("gableE", "corridor", "FM甲", 1500, "mid")
    f.door("corridor", "", "FM乙", 1500, "mid", out=True, wall="roofW")
    f.door("corridor", "", "FM乙", 1500, "mid", out=True, wall="roofE")
    f.outlines = ["wing_roofs"]
    f.notes = ["1. 本层层高4.5m，两翼为上人屋面。"]
    return f
