#!/usr/bin/env bash
# Draws muscle forces over the gait cycle at 2.5 and 3.5 m/s against the peaks of 26 runners at 3.5 m/s as a PNG.
#   tests/reference/plot_muscles.sh build/bin/stridelab muscles.png
# Needs gnuplot-nox. Points: peak of the runners' mean curve and their SD by a static optimisation at 3.5 m/s, as quoted
# in muscle_curves_test.cpp; the Achilles tendon is the sum of two of its muscles and has no SD. Their stance ends at
# 31.7 % of the cycle.
set -euo pipefail
program=$1
picture=$2
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

run() {  # speed, cadence, strike, step width: the conditions of the measured runners
  "$program" run "$here/measured_runners.toml" --quiet --out "$folder/$1" --set "speed_m_s=$1" --set "cadence_spm=$2" \
    --set "foot_strike_deg=$3" --set "step_width_m=$4" > /dev/null
}
run 2.5 161.7 5.79 0.041
run 3.5 171.5 9.05 0.030

cat > "$folder/peaks" <<PEAKS
quadriceps_static_opt_force_bw 46 10.29 1.73
gastrocnemius_force_bw 54 4.20 0.86
soleus_force_bw 46 4.83 0.68
gluteus_medius_force_bw 44 3.73 0.67
achilles_force_bw 52 8.9 0
PEAKS

gnuplot <<PLOT
set terminal pngcairo noenhanced size 1200,700 font "DejaVu Sans,10"
set output "$picture"
set multiplot layout 2,3 title "Muscle forces: model at 3.5 m/s (black) and 2.5 m/s (grey); static optimisation of 26 runners at 3.5 m/s, peak and SD (blue)"
set xrange [0:100]
set yrange [0:*]
set xlabel "gait cycle, % (0 = right foot contact)"
set ylabel "BW"
set grid
set offsets 0, 0, graph 0.06, 0
unset key
stance = 0.317
do for [muscle in "quadriceps_static_opt_force_bw gastrocnemius_force_bw soleus_force_bw gluteus_medius_force_bw achilles_force_bw hamstrings_force_bw"] {
  set title muscle[:strlen(muscle)-9]
  point = sprintf("< awk '\$1 == \"%s\"' $folder/peaks; echo none 0 -9 0", muscle)
  set datafile separator ","
  rows(speed) = sprintf("< awk -F, -v name=%s 'NR == 1 {for (i = 1; i <= NF; ++i) if (\$i == name) c = i; next} {print \$2 \",\" \$c}' $folder/%s/curves.csv", muscle, speed)
  set datafile separator " ,"
  plot rows("2.5") using 1:2 with lines lc rgb "#999999" lw 1.5, \
       rows("3.5") using 1:2 with lines lc rgb "black" lw 2, \
       point using (stance*column(2)):3:4 with yerrorbars pt 7 lc rgb "#2a6fb0" lw 1.5
}
PLOT
