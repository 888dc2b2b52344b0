#pragma once

#include <filesystem>
#include <glm/glm.hpp>
#include <tl/expected.hpp>
#include <vector>

#include "core/diagnostics.h"
#include "loads/muscles/muscle_model.h"

namespace stridelab::view {

/// What a point of a muscle path is fixed to; right leg.
enum class PathSegment : int { pelvis, thigh, shank, foot, toes, patella };
inline constexpr int n_path_segments = 6;

/// A place that a path goes through, or a round surface that it slides over.
struct PathPoint {
  PathSegment on = PathSegment::pelvis;
  glm::vec3 at_m{0.0F};   ///< in the frame of the source; of a cylinder along z its axis
  float radius_m = 0.0F;  ///< of the cylinder; 0: a fixed point
  bool behind = false;    ///< passes the cylinder at its back (-x)
};

/// Joint centres of a published model in the frames of its segments, right leg, metres.
struct SourceFrames {
  float height_m = 0.0F;
  glm::vec3 hip_in_pelvis{0.0F}, knee_in_thigh{0.0F}, knee_in_shank{0.0F}, ankle_in_shank{0.0F}, ankle_in_foot{0.0F},
      toe_joint_in_foot{0.0F};
};

struct MusclePath {
  int unit = 0;                              ///< of the 40 of the muscle model, whose activation colours it
  std::size_t frames = 0;                    ///< index into MuscleAtlas::frames
  float belly_from = 0.0F, belly_to = 1.0F;  ///< shares of the length, the rest is tendon
  std::vector<PathPoint> points;             ///< from origin to insertion; fixed at both ends
};

/// How thick muscles are drawn.
struct ThicknessRule {
  float tension_n_m2, drawn_share, smallest_m, largest_m, tendon_m;
};

/// The drawn muscles of a leg, as models/muscles/paths.toml has them.
struct MuscleAtlas {
  std::vector<SourceFrames> frames;
  std::vector<MusclePath> paths;
  ThicknessRule thickness;
};

/// Reads the muscle paths.
/// errors  every unknown key, unknown name, missing or out-of-range number in one pass
tl::expected<MuscleAtlas, Diagnostics> read_muscle_atlas(const std::filesystem::path& file, const MuscleModel& model);

/// The same from the installation (core/model_path.h).
tl::expected<MuscleAtlas, Diagnostics> read_muscle_atlas(const MuscleModel& model);

}  // namespace stridelab::view
