#!/usr/bin/env bash
# Draws the vertical ground force of forward runs against 26 runners (mean and two SD, models/reference/) as a PNG:
# rearfoot strike of 12 deg and forefoot strike of -8 deg, mean curve over the averaged steps, nothing holding the runner.
#   tests/reference/plot_forward_force.sh build/bin/stridelab forward_force.png
# Needs gnuplot-nox. Both are low-passed at 50 Hz. The measured runners are seventeen rearfoot and nine mid- or forefoot
# strikers together (strike 5.8 deg at 2.5 m/s, 9.05 deg at 3.5 m/s on average): their impact is smeared.
set -euo pipefail
program=$1
picture=$2
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../models/reference/fukuchi_2017_stance_curves.csv
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

run() {  # speed, cadence, step width of the measured runners; strike
  "$program" run "$here/measured_runners.toml" --engine forward --duration-s 20 --quiet --out "$folder/$1_$4" \
    --set "speed_m_s=$1" --set "cadence_spm=$2" --set "step_width_m=$3" --set "foot_strike_deg=$4" > /dev/null ||
    echo "$1 m/s, $4 deg: no good running; not drawn" >&2
  # Curves are over the gait cycle from contact to contact; stance ends where the force falls through 50 N.
  [ -f "$folder/$1_$4/curves.csv" ] && awk -F, -v weight="$(awk 'BEGIN {print 69.4 * 9.81}')" '
    NR == 1 { for (i = 1; i <= NF; ++i) if ($i == "vgrf_bw") column = i; next }
    { force[n++] = $column }
    END {
      for (i = 5; i < n && force[i] * weight > 50; ++i) end = i
      end += (force[end] * weight - 50) / ((force[end] - force[end + 1]) * weight)
      for (i = 0; i <= end; ++i) print 100 * i / end "," force[i]
      print 100 "," 50 / weight
    }' "$folder/$1_$4/curves.csv" > "$folder/$1_$4.csv" || : > "$folder/$1_$4.csv"
}
for strike in 12 -8; do
  run 2.5 161.7 0.041 "$strike"
  run 3.5 171.5 0.030 "$strike"
done
for speed in 2.5 3.5; do
  grep "^vgrf_bw,$speed," "$data" > "$folder/measured_$speed.csv"
done

gnuplot <<PLOT
set terminal pngcairo noenhanced size 1200,520 font "DejaVu Sans,10"
set output "$picture"
set datafile separator ","
set multiplot layout 1,2 title "Vertical ground force: forward run (lines), 26 runners mean and 2 SD (blue), all at 50 Hz"
set xrange [0:100]
set yrange [0:3]
set xlabel "stance, % (0 and 100 = 50 N)"
set ylabel "body weights"
set grid
set key bottom center
do for [speed in "2.5 3.5"] {
  set title speed." m/s"
  measured = "$folder/measured_".speed.".csv"
  plot measured using 3:(column(4)-2*column(5)):(column(4)+2*column(5)) with filledcurves fc rgb "#bcd6ee" notitle, \
       measured using 3:4 with lines lc rgb "#2a6fb0" lw 1.5 title "measured", \
       "$folder/".speed."_12.csv" with lines lc rgb "black" lw 2 title "rearfoot, 12 deg", \
       "$folder/".speed."_-8.csv" with lines lc rgb "#c0392b" lw 2 title "forefoot, -8 deg"
}
PLOT
