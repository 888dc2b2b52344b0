#pragma once

#include <vector>

#include "gait/com_path.h"
#include "gait/foot_point.h"
#include "gait/form.h"
#include "gait/muscle_capacity.h"
#include "gait/pressure_path.h"
#include "gait/residual_scales.h"
#include "gait/rows.h"
#include "gait/schedule.h"

namespace stridelab {

/// "Same command, weaker muscle": what the abductors of the same runner did at full strength, at one instant of stance.
struct AbductorCommand {
  double strength = 1.0;          ///< S = min(1, capacity / demand); 1 switches the term off
  double active_moment_nm = 0.0;  ///< of the full-strength stride
  double adduction_rad = 0.0;     ///< of the full-strength stride
};

/// The same for the muscles that bend the trunk sideways.
struct TrunkCommand {
  double strength = 1.0;   ///< 1 switches the term off
  double moment_nm = 0.0;  ///< of the full-strength stride, on the bending coordinate
  double bending_rad = 0.0;
};

/// One instant of stance of the stride whose foot lands where this form lets it: a foot placed elsewhere changes it.
struct UsualStance {
  double ahead_m;     ///< pressure point ahead of the centre of mass
  double fore_aft_n;  ///< of the ground on the runner
};

/// The moment limits that a weak runner would exceed; empty for a strong one.
using WeakGroups = std::vector<MomentLimit>;

/// Everything the residual terms of one node read. Built by the problem, one per node, never stored.
struct NodeContext {
  const Skeleton& skeleton;
  const Form& form;
  const ResidualScales& scales;
  const TreeState& tree;
  const TreeDerivatives& d;  ///< valid only while derivatives are wanted
  const CoordinateVector& q_rad;
  const ComPath::Point& com;
  double phase;  ///< 0 .. 0.5, the right foot's step
  double duty;
  double other_duty;           ///< of the other foot's step
  bool stance;                 ///< right foot on the ground; otherwise flight
  double s;                    ///< stance phase, in stance
  double weight_n, size_nm;    ///< BW, and BW x 1 m: the scale of moments
  const FootTarget& landing;   ///< of the foot that lands at the end of flight
  double landing_toe_out_rad;  ///< of that foot
  FootTarget foot;             ///< in stance
  Vec3 normative_force_n;      ///< in stance
  double load_rate_n_s;        ///< of its vertical part
  Pressure pressure_m;         ///< where the ground presses, in stance
  const PressurePoint& sole;   ///< the material point under it
  double rearfoot_roll_rad;    ///< by which the heel tips inward on a flat arch, outward on a high one
  AbductorCommand abductors;
  TrunkCommand trunk;
  const WeakGroups& weak_groups;
  const UsualStance* usual;   ///< where the foot is placed elsewhere; null otherwise
  double placement_target_m;  ///< ankle ahead of the centre of mass at contact; NaN when free
};

// Each term adds rows; reasons stand beside the definition, scales in the context.
void flight_balance(const NodeContext& c, Rows& rows);
void stance_balance(const NodeContext& c, Rows& rows);
void load_shape(const NodeContext& c, Rows& rows);
void sole_limits(const NodeContext& c, Rows& rows);
void resting_foot(const NodeContext& c, Rows& rows);
void landing_foot(const NodeContext& c, Rows& rows);
void swing_clearance(const NodeContext& c, int side, Rows& rows);
void trunk_posture(const NodeContext& c, Rows& rows);
void joint_effort(const NodeContext& c, Rows& rows);
void weak_abductors(const NodeContext& c, Rows& rows);
void weak_trunk(const NodeContext& c, Rows& rows);
void weak_groups(const NodeContext& c, Rows& rows);

/// Power of the ground on the foot and its derivative by the inputs of the node.
struct GroundPower {
  double w;
  Rows::Row row;
};
GroundPower ground_power(const NodeContext& c, bool derivatives);

/// Internal generalised force of one coordinate with the ground reaction on the right foot where it is in stance.
double joint_moment(const NodeContext& c, int coordinate);
Rows::Row joint_moment_row(const NodeContext& c, int coordinate);

/// The share of the ground reaction that loads the joint of a coordinate: the stance leg from hip to toes.
double ground_share(const NodeContext& c, int coordinate);

}  // namespace stridelab
