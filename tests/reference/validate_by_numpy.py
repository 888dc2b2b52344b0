#!/usr/bin/python3
"""Recomputes figures of `stridelab validate --json` with numpy and says where they differ.

usage   validate_by_numpy.py STRIDELAB MODELS_FOLDER
exit    0 all alike, 1 a figure differs, 2 the program or a file failed

Nothing of the program's arithmetic is used: the filter is its exact frequency response on the Fourier series of the
stride, samples between the grid come from the same series, references are read from the CSV files here, and changes
come from `stridelab compare`. Alike means to three digits of the larger number: the JSON has seven, the program
interpolates by cubics (1e-5 of a signal limited to 10 Hz), and people read three.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

THREE_DIGITS = 5e-4
CURVES = ["ground_force_vertical_2.5", "knee_moment_3.5", "hip_flexion_swing_4.5"]
EFFECTS = ["quick_steps_kneecap_force", "downhill_knee_flexion", "lean_kneecap_pressure"]
differences = []


def check(name, theirs, ours, scale=0.0):
    """Notes a difference. scale: of numbers near zero, whose digits are those of what they were subtracted from."""
    alike = abs(theirs - ours) <= THREE_DIGITS * max(abs(theirs), abs(ours), scale)
    print(f"{'ok  ' if alike else 'DIFF'} {name}: {theirs:.6g}, by numpy {ours:.6g}")
    if not alike:
        differences.append(name)


def zero_lag_series(samples, period_s, cutoff_hz):
    """Fourier series of a periodic signal after both passes of a 2nd-order Butterworth (bilinear transform).

    The single pass has its cut-off where the two together have -3 dB: (sqrt(2) - 1)^(1/4) of its own (Robertson &
    Dowling 2003). Forward and backward, phases cancel and the gain is that of one pass squared.
    """
    n = len(samples)
    rate_hz = n / period_s
    frequency_hz = numpy.fft.rfftfreq(n, 1.0 / rate_hz)
    single = numpy.tan(numpy.pi * cutoff_hz / rate_hz) / (numpy.sqrt(2.0) - 1.0) ** 0.25
    with numpy.errstate(over="ignore"):
        gain = 1.0 / (1.0 + (numpy.tan(numpy.pi * frequency_hz / rate_hz) / single) ** 4)
    return numpy.fft.rfft(samples) * gain / n


def at_cycle_percent(series, percent):
    """The series at percents of the period."""
    k = numpy.arange(len(series))
    weight = numpy.where(k == 0, 1.0, 2.0)
    waves = numpy.exp(2j * numpy.pi * numpy.outer(numpy.asarray(percent) / 100.0, k))
    return (waves * (weight * series)).real.sum(axis=1)


def reference(folder, curve, column):
    """percent, mean, sd of the file's curve at the curve's speed."""
    path = folder / "reference" / curve["reference"]["file"]
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    if "curve" in rows[0]:
        rows = [r for r in rows if r["curve"] == column and float(r["speed_m_s"]) == curve["speed_m_s"]]
        return tuple(numpy.array([float(r[c]) for r in rows]) for c in ("percent", "mean", "sd"))
    return tuple(numpy.array([float(r[c]) for r in rows]) for c in ("percent", column, column + "_sd"))


def places(curve, file_percent, model_toe_off, reference_toe_off):
    """Shown percents, and those of the model's cycle and of the reference file: as sim/validation/curve_agreement.cpp has them."""
    if curve["over"] == "swing":
        first = max(model_toe_off, reference_toe_off) + 2.0
        shown = file_percent[(file_percent >= first) & (file_percent <= 98.0)]
        return shown, shown, shown
    if curve["reference"]["percent_of"] == "cycle":
        shown = numpy.arange(4.0, 96.5, 2.0)
        return shown, shown * model_toe_off / 100.0, shown * reference_toe_off / 100.0
    shown = file_percent[(file_percent >= 4.0) & (file_percent <= 96.0)]
    return shown, shown * model_toe_off / 100.0, shown


def check_curve(document, folder, key):
    curve = next(c for c in document["curves"] if c["key"] == key)
    speed = next(s for s in document["conditions"]["speeds"] if s["speed_m_s"] == curve["speed_m_s"])
    stride = next(s for s in document["strides"] if s["engine"] == "stride" and s["speed_m_s"] == curve["speed_m_s"])
    theirs = curve["stride"]
    file_percent, file_mean, file_sd = reference(folder, curve, column_of(folder, key))
    shown, model_at, file_at = places(curve, file_percent, stride["toe_off_percent"],
                                      speed["reference_toe_off_percent"])
    series = zero_lag_series(numpy.array(stride["unfiltered"][curve["signal"]]), stride["period_s"],
                             document["conditions"]["cutoff_hz"])
    model = at_cycle_percent(series, model_at)
    mean, sd = numpy.interp(file_at, file_percent, file_mean), numpy.interp(file_at, file_percent, file_sd)
    if len(shown) != len(theirs["percent"]):
        differences.append(key + " samples")
        return
    scale = float(numpy.abs(mean).max())
    check(key + " worst sample", float(numpy.abs(numpy.array(theirs["model"]) - model).max()), 0.0, scale)
    check(key + " share inside 1 SD, %", theirs["share_inside_percent"],
          100.0 * float(numpy.mean(numpy.abs(model - mean) <= sd)))
    check(key + " rms", theirs["rms"], float(numpy.sqrt(numpy.mean((model - mean) ** 2))), scale)
    sign = 1.0 if curve["peak_is"] == "largest" else -1.0
    for name, values in (("peak", model), ("reference_peak", mean)):
        check(f"{key} {name}", theirs[name]["value"], float(sign * (sign * values).max()), scale)
        check(f"{key} {name} at, %", theirs[name]["percent"], float(shown[int(numpy.argmax(sign * values))]))


def column_of(folder, key):
    """The catalogue's column of a curve: the table is the key without its speed."""
    table = key.rsplit("_", 1)[0]
    inside = False
    for line in open(folder / "reference" / "validation_curves.toml", encoding="utf-8"):
        inside = line.strip() == f"[{table}]" if line.startswith("[") else inside
        if inside and line.startswith("column"):
            return line.split('"')[1]
    raise KeyError(table)


def run_json(command):
    # 1 is a figure that left its stored expectation: no matter here.
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout)


def check_effect(program, document, key, folder):
    effect = next(e for e in document["effects"] if e["key"] == key)
    question = pathlib.Path(folder) / "question.toml"
    question.write_text('question = "What changes?"\n', encoding="utf-8")
    command = [program, "compare", str(question), str(question), "--json", "-"]
    for side in ("a", "b"):
        for setting in effect[side]:
            command += [f"--set-{side}", setting]
    found = run_json(command)["metrics"][effect["metric"]]
    ours = found["change_percent"] if effect["kind"] == "percent" else found["b"] - found["a"]
    check(key, effect["stride"]["value"], ours)
    check(key + " inside its band", float(effect["stride"]["inside_band"]),
          float(effect["band"][0] <= ours <= effect["band"][1]))


def check_regression(document):
    rows = [e for e in document["effects"]
            if e["evidence"] == "predicted" and not e["null"] and e["kind"] == "percent"
            and e["published_value"] is not None and e["stride"]["value"] is not None]
    x = numpy.array([e["published_value"] for e in rows])
    y = numpy.array([e["stride"]["value"] for e in rows])
    group = next(g for g in document["groups"] if g["name"] == "predicted, percents" and g["engine"] == "stride")
    check("regression rows", float(group["numbers"]), float(len(rows)))
    slope, intercept = numpy.polyfit(x, y, 1)
    r = numpy.corrcoef(x, y)[0, 1]
    check("slope", group["slope"], float(slope))
    check("intercept", group["intercept"], float(intercept), float(numpy.abs(y).mean()))
    check("reduced axis", group["reduced_axis"], float(numpy.sign(r) * y.std() / x.std()))
    covariance = float(numpy.mean((x - x.mean()) * (y - y.mean())))
    check("concordance", group["concordance"],
          2.0 * covariance / float(x.var() + y.var() + (x.mean() - y.mean()) ** 2))
    check("median ratio", group["median_ratio"], float(numpy.median(y / x)))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    document = run_json([program, "validate", "--json", "-"])
    for key in CURVES:
        check_curve(document, folder, key)
    with tempfile.TemporaryDirectory() as place:
        for key in EFFECTS:
            check_effect(program, document, key, place)
    check_regression(document)
    print(f"{len(differences)} of the figures differ" if differences else "all figures are alike to three digits")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
