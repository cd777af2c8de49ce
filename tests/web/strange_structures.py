"""Invented files whose structure is strange: sheets of months, two columns for a disposal, people packed into cells."""

import csv
import io

from openpyxl import Workbook

TRACKER = [
    *("JPP No", "Niche ref", "Young person", "DOB", "Gender", "Offence", "Offence date", "Panel date"),
    *("Outcome date", "Decision", "Outcome code", "OIC", "Victim name", "Interventions", "Rationale"),
]
SUMS = "Low gravity score, first offence, admitted at once and remorse shown. It was a proportionate outcome."


def book(sheets):
    """Give a workbook of some sheets' rows."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def as_csv(rows):
    """Give rows as a CSV file."""
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def _child(number, decision, code):
    return [
        *(
            f"JPP{number:03}",
            f"2600{number:05}",
            f"Larch, Ana{'bcdefghijk'[number % 10]}",
            f"{number:02}/02/2011",
            "Girl",
        ),
        *("Theft from a shop", f"{number:02}/03/2026", f"{number + 1:02}/04/2026", f"{number + 2:02}/04/2026"),
        *(decision, code, "PC L Odell 3306", "Brightmart Stores Ltd", "Write a letter of apology", SUMS),
    ]


def tracker(*months):
    """Give a tracker with a sheet a month, the columns of each in another order; `months` are its disposals."""
    sheets = {"Summary": [["Month", "Cases"], *([name, len(disposals)] for name, disposals in months)]}
    number = 0
    for place, (name, disposals) in enumerate(months):
        turned = TRACKER[:1] + TRACKER[1 + place :] + TRACKER[1 : 1 + place]
        rows = []
        for decision, code in disposals:
            number += 1
            cells = dict(zip(TRACKER, _child(number, decision, code), strict=True))
            rows.append([cells[heading] for heading in turned])
        sheets[name] = [[f"Joint Panel, {name}"], [], turned, *rows]
    return book(sheets)


MARCH = ("Mar 26", [("YC", "2"), ("CR", "8"), ("O22", "22"), ("YCC", "2")])
APRIL = ("Apr 26", [("CR", "8"), ("YC", "2"), ("Charged", "1")])
MAY = ("May 26", [("YCC", "2"), ("CR", "8")])


def relational(month=3):
    """Give three tables of a records system; the cases are on the second, and one row a person dealt with."""
    nominals = [["Nominal", "Result ref", "Involvement", "Full name", "Date of birth", "Gender", "Address"]]
    results = [
        [
            *("Result ref", "Crime ref", "HO outcome", "How it ended", "Offence", "Offence date", "Given on"),
            *("Decided by", "Rank", "Admits", "Conditions", "Reason"),
        ]
    ]
    crimes = [["Crime ref", "Offence", "Offence date", "Reported date", "Officer in the case", "Area", "Summary"]]
    for n, (code, ended) in enumerate([("8", "Community Resolution"), ("3", "Cond Caution"), ("22", "Outcome 22")], 1):
        result, crime = f"R{month}{n:04}", f"42/{n}{month}/26"
        nominals += [
            [str(n), result, "Suspect", f"Marsh, Kim{'abc'[n - 1]}", "03/02/1990", "M", f"{n} Ash Row, Northmoor"],
            [str(n + 9), result, "Victim", f"Tarn, Joe{'abc'[n - 1]}", "04/02/1980", "F", f"{n} Elm Row, Northmoor"],
        ]
        results.append(
            [
                *(result, crime, code, ended, "Theft from a shop", f"0{n}/02/2026", f"1{n}/0{month}/2026", "Gill, Pat"),
                *("Inspector", "Yes", "Pay £20", SUMS),
            ]
        )
        crimes.append([crime, "Theft from a shop", f"0{n}/02/2026", f"0{n}/02/2026", "Ash, Lee", "North", SUMS])
    return book({"PERSONS": nominals, "RESULTS": results, "CRIMES": crimes})


PAIRS = (("3", "S"), ("3", "C"), ("2", "S"), ("2", "C"), ("8", ""), ("22", ""), ("1", ""))


def clearances(count=21, first=1):
    """Give a report in which a code and its sub-code tell the disposal only together."""
    headings = [
        *("OCC_NO", "CRIME_NO", "OFFENCE", "OFFENCE_DT", "CLR_CD", "CLR_SUB", "CLR_DT", "SUSPECT_NAME"),
        *("SUSPECT_DOB", "SUSPECT_SEX", "AREA", "SYNOPSIS"),
    ]
    rows = []
    for n in range(first, first + count):
        code, sub = PAIRS[n % len(PAIRS)]
        born = 2012 if code == "2" else 1990
        day = f"{n % 27 + 1:02}"
        rows.append(
            [
                *(f"OCC{n:05}", f"42/{n}/26", "Theft from a shop", f"{day}/02/2026", code, sub, f"{day}/03/2026"),
                *(f"MARSH, Kim{'abcdefghij'[n % 10]}", f"{day}/05/{born}", "M", "North", SUMS),
            ]
        )
    return as_csv([headings, *rows])


def packed(count=12, first=1):
    """Give a report that packs each person into one cell."""
    headings = [
        *("CRIME REPORT", "OTHER REF", "OFFENCE", "COMMITTED DATE", "DISPOSAL DATE", "DISPOSAL", "OUTCOME"),
        *("SUSPECT", "VICTIM", "OFFICER", "CIRCUMSTANCES"),
    ]
    rows = []
    for n in range(first, first + count):
        letter, day = "abcdefghijkl"[n % 12], f"{n % 27 + 1:02}"
        victim = f"TARN, Joe{letter}^{day}/04/1985^M" + (f"|FELL, Ivy{letter}^^F" if n % 4 == 0 else "")
        rows.append(
            [
                *(f"000{n:04}/26", f"TP{n:07}", "THEFT FROM A SHOP", f"2026-02-{day}", f"2026-03-{day}"),
                *("Community resolution", "8", f"MARSH, Kim{letter}^{day}/02/1990^F"),
                *(victim, "Ash, Lee", SUMS),
            ]
        )
    return as_csv([headings, *rows])


def numbered_in_two(count=8, first=1, tier="1"):
    """Give a report that numbers a case by its crime and, within that, its disposal: two people of each odd crime."""
    headings = [
        *("CRIS Ref", "Disp Seq", "Offence", "Offence date", "Disposal", "Disposal date", "Outcome code"),
        *("Suspect name", "Suspect DOB", "Tier", "Victim name", "Circumstances"),
    ]
    rows = []
    for n in range(first, first + count):
        for seq in range(1, 2 + n % 2):
            letter, day = "abcdefghijkl"[n % 12], f"{n % 27 + 1:02}"
            rows.append(
                [
                    *(f"42{n:05}/26", str(seq), "Theft from a shop", f"{day}/02/2026", "Community resolution"),
                    *(f"{day}/03/2026", "8", f"MARSH, {'Kim' if seq == 1 else 'Lee'}{letter}", f"{day}/05/1990"),
                    *(tier, "Tarn, Joe", SUMS),
                ]
            )
    return as_csv([headings, *rows])


def interventions(count=8, first=1, unlike=()):
    """Give an app's export with a line an intervention, two for each odd referral; those of some are `unlike`."""
    headings = [
        *("Referral ID", "Crime Reference", "Suspect name", "Date of birth", "Offence", "Offence date"),
        *("Disposal", "Disposal date", "Outcome code", "Victim name", "Circumstances"),
        *(
            "Intervention",
            "Intervention Type",
            "Provider",
            "Intervention Deadline",
            "Intervention Status",
            "Created At",
        ),
    ]
    tasks = [
        ("Letter of apology", "Support", "Divert CIC", "2026-07-20", "Completed"),
        ("Pay £40", "Reparation", "Northmoor Police", "2026-07-06", "Non-compliant"),
    ]
    rows = []
    for n in range(first, first + count):
        letter, day = "abcdefghijkl"[n % 12], f"{n % 27 + 1:02}"
        for line, task in enumerate(tasks[: 1 + n % 2]):
            victim = "Fell, Ivy" if line and n in unlike else "Tarn, Joe"
            rows.append(
                [
                    *(f"OOCD-44{n:02}", f"NMP-26-70{n:03}", f"Marsh, Kim{letter}", f"1990-05-{day}"),
                    *("Theft from a shop", f"2026-02-{day}", "Community resolution", f"2026-03-{day}", "8"),
                    *(victim, SUMS, *task, f"2026-03-{day}T1{line}:00:00Z"),
                ]
            )
    return as_csv([headings, *rows])
