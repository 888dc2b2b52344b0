"""Rows through `stridelab sweep --rows -`: what any program that can start another one needs."""
import csv
import io
import subprocess


def answer(program, names, rows, outputs, more=()):
    """The outputs of each row, in order; None where a form cannot be run. rows: lists of numbers or words."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(names)
    writer.writerows([[repr(float(x)) if not isinstance(x, str) else x for x in row] for row in rows])
    words = [program, "sweep", "--rows", "-", "--metrics", ",".join(outputs), *more]
    done = subprocess.run(words, input=table.getvalue(), stdout=subprocess.PIPE, text=True, check=True)
    lines = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [int(line["index"]) for line in lines] == list(range(len(rows)))
    return [[float(line[o]) for o in outputs] if line["status"] == "ok" else None for line in lines]


def one_at_a_time(program, names, rows, outputs, more=()):
    """The same through a pipe that stays open: the next row is written when the answer to the last one was read."""
    words = [program, "sweep", "--rows", "-", "--metrics", ",".join(outputs), *more]
    process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    process.stdin.write(",".join(names) + "\n")
    process.stdin.flush()
    header = process.stdout.readline().strip().split(",")
    answers = []
    for row in rows:
        process.stdin.write(",".join(repr(float(x)) for x in row) + "\n")
        process.stdin.flush()
        answers.append(float(process.stdout.readline().strip().split(",")[header.index(outputs[0])]))
    process.stdin.close()
    assert process.wait() == 0
    return answers
