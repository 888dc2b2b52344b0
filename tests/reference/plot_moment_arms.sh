#!/usr/bin/env bash
# Draws moment arms over a running stride (lines: this model, scaled by one ratio per joint; points: a scaled runner,
# models/reference/denton_2023_moment_arms.csv) as a PNG.
#   tests/reference/plot_moment_arms.sh build/bin/test_reference moment_arms.png
# Needs gnuplot-nox.
set -euo pipefail
program=$1
picture=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

STRIDELAB_MOMENT_ARMS=$folder/arms "$program" --gtest_filter='Joints/MomentArms.*' > "$folder/log" || cat "$folder/log" >&2

gnuplot <<PLOT
set terminal pngcairo noenhanced size 1500,1000 font "DejaVu Sans,10"
set output "$picture"
set multiplot layout 2,2 title "Moment arms while running: this model (lines), a scaled runner (points)"
set ylabel "mm, positive drives the coordinate up"
set key outside right
set grid
set offsets graph 0.03, graph 0.03, graph 0.03, graph 0.03
array title[4] = ["knee_flexion", "ankle_dorsiflexion", "hip_flexion", "hip_adduction"]
array units[4] = ["vaslat recfem bflh semiten bfsh gasmed gaslat", "soleus gasmed gaslat tibant tibpost perlong fhl", \
  "psoas recfem tfl bflh semimem glmax2 glmed1 glmin1", "glmed1 glmed2 glmed3 glmin2 tfl addmagMid addlong glmax3"]
do for [j=1:4] {
  set title title[j]
  set xlabel "angle, deg"
  rows(unit) = sprintf("< awk '\$1 == \"%s\" && \$2 == \"%s\"' $folder/arms", title[j], unit)
  plot for [i=1:words(units[j])] rows(word(units[j], i)) using 3:4 with lines lw 2 lc i title word(units[j], i), \
       for [i=1:words(units[j])] rows(word(units[j], i)) using 3:5 with points pt 7 lc i notitle
}
PLOT
