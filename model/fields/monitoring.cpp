// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/codec.h"

namespace riser {

std::span<const Choice> choices(MonitoringKind) {
    static constexpr Choice list[] = {{"management", {"管理可达", "Management reach"}},
                                      {"span", {"端口镜像", "SPAN"}},
                                      {"tap", {"分光", "TAP"}},
                                      {"probe", {"探针", "Probe"}},
                                      {"collector", {"采集器", "Collector"}},
                                      {"environment-sensor", {"环境传感器", "Environment sensor"}},
                                      {"access-reader", {"门禁读卡器", "Access reader"}},
                                      {"camera", {"摄像机", "Camera"}},
                                      {"access-point", {"无线接入点", "Access point"}}};
    return list;
}

std::span<const Choice> choices(CameraPurpose) {
    static constexpr Choice list[] = {{"none", {"未定", "None"}},           {"monitor", {"监视", "Monitor"}},
                                      {"detect", {"探测", "Detect"}},       {"observe", {"观察", "Observe"}},
                                      {"recognise", {"辨认", "Recognise"}}, {"identify", {"识别", "Identify"}}};
    return list;
}

const Record& record_of(const MonitoringPoint*) {
    using F = FieldsOf<MonitoringPoint>;
    static const Record record = describe<MonitoringPoint>(
        Label{"监测点", "Monitoring point"},
        {
            F::of<&MonitoringPoint::kind>("kind", {"种类", "Kind"}),
            F::of<&MonitoringPoint::label>("label", {"编号", "Label"}),
            F::of<&MonitoringPoint::floor>("floor", {"楼层", "Floor"}),
            F::of<&MonitoringPoint::room>("room", {"房间", "Room"}),
            F::of<&MonitoringPoint::place>("place", {"坐标", "Place"}),
            F::of<&MonitoringPoint::height>("height", {"高度", "Height"}).range(0, 100000),
            F::of<&MonitoringPoint::watches>("watches", {"监测对象", "Watches"}),
            F::of<&MonitoringPoint::jack>("jack", {"信息点", "Jack"}),
            F::of<&MonitoringPoint::type>("type", {"型号", "Type"}),
            F::of<&MonitoringPoint::aim>("aim", {"朝向", "Aim"}).range(-360000, 360000),
            F::of<&MonitoringPoint::tilt>("tilt", {"俯角", "Tilt"}).range(-90000, 90000),
            F::of<&MonitoringPoint::view>("view", {"视场角", "Field of view"}).range(0, 360000),
            F::of<&MonitoringPoint::pixels_across>("pixels-across", {"水平像素", "Pixels across"}).range(0, 100000),
            F::of<&MonitoringPoint::purpose>("purpose", {"目的", "Purpose"}),
            F::of<&MonitoringPoint::retention_days>("retention", {"保存天数", "Retention, days"}).range(0, 3650),
        });
    return record;
}

} // namespace riser
