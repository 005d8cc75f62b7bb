// SPDX-License-Identifier: GPL-3.0-or-later
// The tools that draw areas: rooms, fire compartments, restricted areas.
#pragma once

#include "designer/tools/outline_tool.h"
#include "model/building.h"

namespace riser {

class RoomTool : public OutlineTool {
  public:
    Text hint() const override { return how({"房间", "Room"}); }

  protected:
    Result<AnyId> add(Edit& edit, const CanvasView& view, Polygon outline) override;
    Text step() const override { return {"画房间", "Draw a room"}; }
    bool takes_rooms() const override { return false; }
    std::vector<ToolOption> more_options(const Design& design) const override;
    void chosen(std::string_view key, std::string_view value) override;

  private:
    RoomUse use_ = RoomUse::office;
    std::optional<BodyId> body_;
};

class FireTool : public OutlineTool {
  public:
    Text hint() const override { return how({"防火分区", "Fire compartment"}); }

  protected:
    Result<AnyId> add(Edit& edit, const CanvasView& view, Polygon outline) override;
    Text step() const override { return {"画防火分区", "Draw a fire compartment"}; }
};

class RestrictedTool : public OutlineTool {
  public:
    Text hint() const override { return how({"限制区", "Restricted area"}); }

  protected:
    Result<AnyId> add(Edit& edit, const CanvasView& view, Polygon outline) override;
    Text step() const override { return {"画限制区", "Draw a restricted area"}; }
    std::vector<ToolOption> more_options(const Design& design) const override;
    void chosen(std::string_view key, std::string_view value) override;

  private:
    std::string forbids_ = "all";
};

} // namespace riser
