// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/geometry/room_names.h"

#include "model/design.h"

namespace riser {

namespace {

struct Words {
    RoomUse use;
    std::string_view words; // separated by |
};

constexpr Words table[] = {
    {RoomUse::office,
     "秘书|督查|政研|研究室|办事处|秘书处|综合处|人事处|财务处|业务处|处室|后勤|财务室|财务|人事|法制|法规|窗口后台|"
     "管理室|医务室|办公室|办公|工位|开敞办公|科室|office|offices|workplace|workspace|open plan|cubicles|büro|buero"},
    {RoomUse::leader_office,
     "领导办公室|主任办公室|局长室|局长办公室|书记办公室|市长办公室|县长办公室|区长办公室|主席办公室|"
     "常委办公室|主任室|领导|leader's office|director's office|executive office|president's office"},
    {RoomUse::meeting, "协商|议事室|咨询室|协商议事|会议室|会议|会议厅|洽谈室|洽谈|讨论室|会商室|会商|视频会议室|"
                       "谈话室|调解室|meeting|meeting room|"
                       "conference|conference room|huddle|boardroom|board room|besprechung|besprechungsraum"},
    {RoomUse::council_hall, "常委会会议厅|常务会议厅|新闻发布厅|新闻发布|议政厅|议事厅|常委会议厅|全委会议厅|大会堂|"
                            "礼堂|报告厅|会堂|多功能厅|主席台|council hall|council chamber|"
                            "assembly hall|auditorium|plenary hall"},
    {RoomUse::reception, "联络室|贵宾休息室|接访|代表联络|接待室|接待|接待厅|贵宾室|贵宾厅|会客室|会客|会见厅|会见室|"
                         "信访|来访|等候|等候区|休息区|休息|"
                         "reception|waiting|waiting room|visitor|visitors|vip|lounge|break room|recreation"},
    {RoomUse::service_hall, "自助服务|自助服务区|综合窗口|服务大厅|政务大厅|办事大厅|政务服务|窗口大厅|服务厅|便民|"
                            "service hall|service centre|service center|"
                            "public counter"},
    {RoomUse::duty, "值班室|值班|值守|警卫|警卫室|门卫|门卫室|传达室|岗亭|保安室|安保|司机室|司机|duty|duty room|guard|"
                    "guard room|gatehouse|porter"},
    {RoomUse::archive, "档案室|档案库|档案|卷宗|archive|archives|records|record room"},
    {RoomUse::registry, "机要办公室|保密办公室|机要办|保密办|密码室|机要室|机要|机要局|保密室|密码|文件交换|"
                        "confidential registry|registry|cipher"},
    {RoomUse::classified_meeting, "保密会议室|涉密会议室|保密会议|classified meeting|secure meeting|secure conference"},
    {RoomUse::printing,
     "文印室|文印|打印室|打印|复印室|复印|印刷|油印|printing|print room|copy|copy room|print|reprographics"},
    {RoomUse::library, "图书室|图书|阅览室|阅览|资料室|library|reading room"},
    {RoomUse::training, "培训室|培训|教室|党校|电教室|classroom|training|training room|seminar|lecture room"},
    {RoomUse::dining,
     "餐厅|食堂|包间|包厢|就餐|餐饮|咖啡|茶室|dining|dining room|canteen|cafeteria|restaurant|cafe|breakfast"},
    {RoomUse::kitchen, "会议服务间|服务间|会议服务|厨房|备餐|备餐间|操作间|配餐|茶水间|茶水|开水间|开水|饮水|面点|切配|"
                       "洗碗|粗加工|kitchen|pantry|tea room|"
                       "kitchenette|servery|küche|galley|coffee"},
    {RoomUse::corridor,
     "走廊|走道|过道|通道|内廊|外廊|连廊|回廊|货运通道|疏散通道|corridor|hallway|passage|passageway|gang|flur|"
     "circulation|hall"},
    {RoomUse::lobby,
     "门厅|大堂|大厅|过厅|门过厅|中厅|前厅|前室|门斗|休息厅|入口|玄关|序厅|展厅|lobby|foyer|entrance hall|"
     "entry|vestibule|entrance|anteroom|atrium lobby|exhibition"},
    {RoomUse::lift_lobby, "合用前室|消防前室|电梯厅|候梯厅|电梯前室|消防电梯前室|电梯间前室|lift lobby|elevator "
                          "lobby|elev lobby|elev. lobby"},
    {RoomUse::stair,
     "lt|楼梯|楼梯间|梯间|疏散楼梯|封闭楼梯|防烟楼梯|消防楼梯|扶梯|自动扶梯|stair|stairs|staircase|stairwell|"
     "stairway|escalator|treppe|treppenhaus|stair well"},
    {RoomUse::lift, "dt|ht|电梯|货梯|客梯|消防电梯|消防梯|无障碍电梯|电梯井|电梯井道|观光梯|杂物梯|餐梯|井道|电梯间|"
                    "elevator|lift|elev|"
                    "elevator shaft|lift shaft|dumbwaiter|aufzug"},
    {RoomUse::toilet,
     "卫生间|男卫|女卫|男卫生间|女卫生间|无障碍卫生间|残卫|公卫|厕所|男厕|女厕|厕|洗手间|盥洗|盥洗室|盥洗间|浴室|"
     "淋浴|淋浴间|更衣室|更衣|洗漱|卫|清洁间|保洁|保洁间|洁具|洁具间|母婴|母婴室|拖布|第三卫生间|toilet|toilets|"
     "wc|w.c.|w.c|restroom|rest room|washroom|lavatory|bath|bathroom|mstr. bath|mstr bath|shower|showers|"
     "powder|toil|toil.|mens|womens|men|women|ladies|gents|changing|locker|locker room|janitor|jan|"
     "jan.|cleaner|cleaners|bad|badezimmer"},
    {RoomUse::telecom_room,
     "弱电间|弱电室|弱电|电信间|配线间|网络间|通信间|通信室|通讯间|综合布线|楼层配线|idf|telecom|"
     "telecommunications|telecom room|comm|comms|tele/comm|tele/comm room|communications|data room|"
     "network room|telecommunication room|low voltage|elv|elv room|tr"},
    {RoomUse::elv_shaft,
     "弱电井|弱电管井|弱电竖井|智能化竖井|电信井|elv shaft|elv riser|comms riser|telecom riser|data riser|"
     "telecom shaft"},
    {RoomUse::electrical_room,
     "强电间|强电井|强电|配电间|配电室|配电|高低压|变配电室|变配电|变电所|变电室|变电站|开闭所|高压室|低压室|"
     "配电房|电井|电气|电间|开关室|electrical|electrical room|elec|elec.|elec room|switch room|"
     "switchroom|switchgear|transformer|electric|electrical closet|substation"},
    {RoomUse::core_machine_room,
     "核心机房|中心机房|信息中心机房|数据中心|信息机房|网络机房|计算机房|服务器机房|主机房|网络中心|"
     "core machine room|data centre|data center|server room|server|computer room|mdf|main "
     "equipment room|serverraum"},
    {RoomUse::equipment_room,
     "接入机房|通信接入机房|无线机房|卫星|卫星机房|声控室|声控|同声传译|传译|放映|控制机房|弱电设备间|设备间|弱电机房|"
     "电信机房|通信机房|通讯机房|汇聚机房|智能化机房|安防机房|有线电视机房|程控机房|音控室|"
     "音控|同传|灯控|av room|equipment room|telephone exchange|pbx|headend"},
    {RoomUse::ups_room, "ups|ups间|ups室|ups电源室|不间断电源|电池间|电池室|蓄电池|ups room|battery|battery room"},
    {RoomUse::entrance_room,
     "进线间|进线室|运营商机房|运营商|接入间|入口设施|entrance facility|entrance facilities|entrance "
     "room|point of entry|demarc|carrier room"},
    {RoomUse::control_room,
     "消防控制室|消控室|监控室|监控中心|监控|安防中心|安防控制室|中控室|控制室|控制中心|指挥中心|指挥室|指挥大厅|"
     "应急指挥|调度|消防安防控制室|安保监控|control room|control centre|control center|security|"
     "security room|fire control|fire command|command centre|command center|monitoring"},
    {RoomUse::plant,
     "机房|空调机房|新风机房|排烟机房|送风机房|风机房|通风机房|空调|新风|排风机房|制冷机房|冷冻机房|换热站|换热|热力|"
     "锅炉房|锅炉|发电机房|柴油发电机房|柴发|储油间|电梯机房|热交换|报警阀间|报警阀室|报警阀|气瓶间|钢瓶间|气体灭火|"
     "设备用房|"
     "设备机房|燃气表间|计量间|燃气|plant|plant room|mechanical|mechanical room|mech|mech.|boiler|boiler "
     "room|hvac|ahu|generator|chiller|air handling|furnace|technik|heizung|lift machine room|elevator "
     "machine room|water heater"},
    {RoomUse::pump_room,
     "水泵房|泵房|消防泵房|生活水泵房|水箱间|水箱|消防水池|水池|给水|中水|水处理|污水间|隔油间|pump room|pump|"
     "pumps|water tank|tank room"},
    {RoomUse::air_shaft,
     "风井|排风井|新风井|排烟井|送风井|加压井|正压送风井|加压送风井|烟道|风道|排气道|通风井|采光井|air shaft|duct|"
     "air duct|vent shaft|smoke shaft|flue|light well"},
    {RoomUse::pipe_shaft,
     "管井|水井|管道井|水管井|水暖井|暖井|水暖管井|管道间|给排水管井|空调管井|暖通管井|管弄|pipe shaft|pipe "
     "duct|plumbing shaft|riser|shaft|chase|schacht"},
    {RoomUse::parking,
     "车库|停车|停车库|地下车库|停车场|车位|自行车库|非机动车库|非机动车|garage|car garage|parking|car park|"
     "carport|bike|bikes|bicycle"},
    {RoomUse::storage, "文件销毁|销毁|垃圾收集|后台|道具|库房|仓库|储藏|储藏室|储藏间|贮藏|储物|物资|杂物|工具间|备品|"
                       "库|保管|壁柜|衣帽间|存衣|衣帽|物品|垃圾间|"
                       "垃圾房|收发室|收发|storage|store|stores|store room|storeroom|closet|clo|clo.|w.i.c.|w.i.c|wic|"
                       "wardrobe|supply|supplies|mail|mail room|mailroom|copy/storage|cupboard|lager|abstellraum|trash|"
                       "refuse|pantry closet|linen"},
    {RoomUse::balcony, "阳台|露台|平台|室外平台|天台|凹廊|balcony|terrace|deck|covered deck|loggia|balkon|terrasse"},
    {RoomUse::atrium, "中庭|天井|内院|庭院|上空|挑空|中空|atrium|void|open to below|courtyard|patio"},
    {RoomUse::living, "休息室|备勤室|备勤|书画室|司机休息|更衣休息|午休|居室|卧室|主卧|次卧|客厅|起居室|起居|书房|宿舍|"
                      "客房|套间|公寓|活动室|健身房|健身|娱乐|棋牌|乒乓球|bedroom|"
                      "master bedroom|living|living room|great room|family|family room|den|study|guest room|dormitory|"
                      "suite|gym|fitness|schlafzimmer|wohnzimmer|zimmer|utility|util|util.|laundry"},
    {RoomUse::outdoor,
     "室外|坡道|台阶|散水|雨篷|雨棚|汽车坡道|屋面|花园|绿化|水景|门廊|porch|covered porch|outdoor|outside|ramp|"
     "roof|garden|canopy"},
    {RoomUse::other,
     "生产用房|车间|商业|商铺|店铺|医务室|医务|诊室|预留|备用|用房|消毒|洗衣|workshop|shop|retail|clinic|"
     "first aid|spare|lab|laboratory|labor|werkstatt"},
};

// Lower-case ASCII, full-width forms made plain, runs of spaces made one.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0xEF && i + 2 < text.size()) {
            const auto d = static_cast<unsigned char>(text[i + 1]);
            const auto e = static_cast<unsigned char>(text[i + 2]);
            const int code = (c & 0x0F) << 12 | (d & 0x3F) << 6 | (e & 0x3F);
            if (code >= 0xFF01 && code <= 0xFF5E) {
                const char plain = static_cast<char>(code - 0xFF01 + '!');
                out += plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain - 'A' + 'a') : plain;
                i += 2;
                continue;
            }
        }
        if (c == 0xC3 && i + 1 < text.size()) { // À to Þ
            const auto d = static_cast<unsigned char>(text[++i]);
            out += static_cast<char>(c);
            out += static_cast<char>(d >= 0x80 && d <= 0x9E && d != 0x97 ? d + 0x20 : d);
        } else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if (c == ' ' || c == '\t' || c == '\n' || c == '_')
            out += out.empty() || out.back() == ' ' ? "" : " ";
        else
            out += static_cast<char>(c);
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out;
}

bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0xC3; }

// The last place where `word` stands in `name`: anywhere for other scripts, as whole words for Latin ones.
std::size_t last_place(const std::string& name, const std::string& word) {
    const auto latin_at = [&](std::size_t i) {
        const auto c = static_cast<unsigned char>(name[i]);
        return (c >= 'a' && c <= 'z') || (c >= 0xC3 && c <= 0xC9);
    };
    for (std::size_t at = name.rfind(word); at != std::string::npos; at = at == 0 ? at : name.rfind(word, at - 1)) {
        const std::size_t end = at + word.size();
        const bool open_before = at == 0 || !(is_word_char(word.front()) && latin_at(at) && latin_at(at - 1));
        const bool open_after = end == name.size() || !(latin_at(end - 1) && latin_at(end));
        if (open_before && open_after)
            return at;
        if (at == 0)
            break;
    }
    return std::string::npos;
}

} // namespace

RoomNames::RoomNames() {
    for (const Words& row : table)
        for (std::string_view rest = row.words; !rest.empty();) {
            const std::size_t bar = std::min(rest.find('|'), rest.size());
            entries_.push_back({folded(rest.substr(0, bar)), row.use, true});
            rest.remove_prefix(std::min(bar + 1, rest.size()));
        }
}

RoomNames::RoomNames(const Design& design) : RoomNames() {
    for (const RoomUseName& row : design.room_use_names)
        add(row.name, row.use);
}

void RoomNames::add(std::string_view word, RoomUse use) {
    if (std::string key = folded(word); !key.empty())
        entries_.push_back({std::move(key), use, false});
}

std::optional<RoomUse> RoomNames::use_of(std::string_view name) const {
    const std::string text = folded(name);
    const Entry* best = nullptr;
    std::size_t best_at = 0;
    for (const Entry& entry : entries_) {
        const std::size_t at = last_place(text, entry.word);
        if (at == std::string::npos)
            continue;
        const bool better = !best || entry.word.size() > best->word.size() ||
                            (entry.word.size() == best->word.size() &&
                             (entry.built_in != best->built_in ? best->built_in : at >= best_at));
        if (better) {
            best = &entry;
            best_at = at;
        }
    }
    return best ? std::optional(best->use) : std::nullopt;
}

} // namespace riser
