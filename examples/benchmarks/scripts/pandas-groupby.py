"""Weighted share and mean per unit and item with pandas; arguments: file, number of items."""
import sys
import time

import pandas

items = [f"q{i}" for i in range(1, int(sys.argv[2]) + 1)]
start = time.perf_counter()
rows = pandas.read_csv(sys.argv[1], usecols=["unit", "weight", *items], dtype={"unit": "category"},
                       na_values=["", "#DK", "#NA", "#RF"], keep_default_na=False)
unit, weight = rows["unit"], rows["weight"]
checksum = 0.0
for item in items:
    answers = rows[item]
    sums = pandas.DataFrame({
        "valid": weight.where(answers.notna(), 0.0),
        "favourable": weight.where(answers >= 4, 0.0),
        "levels": weight * answers,
    }).groupby(unit, observed=True).sum()
    checksum += (sums["favourable"] / sums["valid"]).sum() + (sums["levels"] / sums["valid"]).sum()
print(f"seconds={time.perf_counter() - start}")
print(f"checksum={checksum!r}")
