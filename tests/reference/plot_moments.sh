#!/usr/bin/env bash
# Draws hip and knee moments over the gait cycle against 26 runners (mean and two SD, models/reference/) as a PNG.
#   tests/reference/plot_moments.sh build/bin/stridelab moments.png
# Needs gnuplot-nox. The data are low-passed at 10 Hz, the model is not filtered at all.
set -euo pipefail
program=$1
picture=$2
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../models/reference
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

run() {  # speed, cadence, strike, step width: the conditions of the measured runners
  "$program" run "$here/measured_runners.toml" --quiet --out "$folder/$1" --set "speed_m_s=$1" --set "cadence_spm=$2" \
    --set "foot_strike_deg=$3" --set "step_width_m=$4" > /dev/null
}
run 2.5 161.7 5.79 0.041
run 3.5 171.5 9.05 0.030

gnuplot <<PLOT
set terminal pngcairo noenhanced size 1200,700 font "DejaVu Sans,10"
set output "$picture"
set datafile separator ","
set multiplot layout 2,3 title "Internal joint moments: model (black), 26 runners mean and 2 SD (blue)"
set xrange [0:100]
set xlabel "gait cycle, % (0 = right foot contact)"
set ylabel "Nm/kg"
set grid
unset key
do for [speed in "2.5 3.5"] {
  file = "$data/fukuchi_2017_moments_".speed.".csv"
  model = "$folder/".speed."/curves.csv"
  do for [joint in "hip_extension knee_extension hip_abduction"] {
    set title speed." m/s: ".(joint eq "hip_abduction" ? "hip abduction" : joint eq "hip_extension" ? "hip extension" : "knee extension")
    plot file using "percent":(column(joint)-2*column(joint."_sd")):(column(joint)+2*column(joint."_sd")) with filledcurves fc rgb "#bcd6ee", \
         file using "percent":joint with lines lc rgb "#2a6fb0" lw 1.5, \
         model using "percent_gait":joint."_moment_nm_kg" with lines lc rgb "black" lw 2
  }
}
PLOT
