#include "report/energy_rows.h"

#include <array>
#include <string_view>

#include "core/text.h"

namespace stridelab {

std::string energy_rows(const EnergyAudit& audit, const ConsoleStyle& style) {
  struct Row {
    std::string_view label;
    double work_j;
  };
  constexpr int label_width = 34, number_width = 8;
  const std::array rows{Row{"hips, forward and back", audit.hip_flexion_j},
                        Row{"hips, sideways and turning", audit.hip_other_j},
                        Row{"knees", audit.knee_j},
                        Row{"ankles", audit.ankle_j},
                        Row{"feet below the ankle", audit.subtalar_j},
                        Row{"toe joints", audit.toe_joint_j},
                        Row{"trunk", audit.trunk_j},
                        Row{"arms", audit.arms_j},
                        Row{"ground on the soles", audit.ground_j},
                        Row{"what nobody supplies", audit.residual_j},
                        Row{"gain: height climbed", audit.climb_j},
                        Row{"not accounted for", audit.imbalance_j()}};
  std::string text = style.bold("Work over one stride, both legs") + "\n";
  for (const Row& row : rows)
    text += "  " + pad_right(std::string(row.label), label_width - 1) + pad_left(fixed(row.work_j, 1), number_width) +
            " J\n";
  return text;
}

}  // namespace stridelab
