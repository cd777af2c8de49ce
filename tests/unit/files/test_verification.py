"""A verification pack lets anybody draw again, by our command or in a shell; a pack that was changed is found out."""

import io
import os
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest

from scrutiny_app.domain.framing import FrameLine, digest, frame_file
from scrutiny_app.domain.sampling import Kind
from scrutiny_app.files.verification import NAMES, text, verification_pack
from scrutiny_app.files.verification_reading import UnusablePack, check_pack
from tests.draws import KNOWN, capped, vectors

TOOLS = ("sha256sum", "sort")


def unpack(pack):
    with zipfile.ZipFile(io.BytesIO(pack)) as package:
        return {name: package.read(name) for name in package.namelist()}


def repack(files, *, sums=True):
    """Zip files as a pack, with sums that fit them: whoever changes a pack makes its sums anew."""
    if sums:
        listed = sorted(name for name in files if name != "SHA256SUMS")
        files = files | {"SHA256SUMS": "".join(f"{digest(files[name])}  {name}\n" for name in listed).encode()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return packed.getvalue()


def check(pack):
    return check_pack(io.BytesIO(pack))


@pytest.fixture
def shell(tmp_path):
    """Run verify.sh over a pack, with nothing to hand but the tools that are named."""

    def run(pack, *, tools=(*TOOLS, "mkdir", "rm"), interpreter="sh", **variables):
        folder, programs = tmp_path / "pack", tmp_path / "bin"
        for made in (folder, programs):
            shutil.rmtree(made, ignore_errors=True)
            made.mkdir()
        for name, content in unpack(pack).items():
            (folder / name).write_bytes(content)
        for tool in tools:
            (programs / tool).symlink_to(shutil.which(tool))
        words = [shutil.which(interpreter), *(["--posix"] if interpreter == "bash" else []), "verify.sh"]
        environment = {"PATH": str(programs)} | variables
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, timeout=120)
        assert sorted(os.listdir(folder)) == sorted(NAMES)
        return done

    return run


def said(done):
    return done.returncode, done.stdout.splitlines()[-1:], done.stderr


def changed(name, old, new):
    files = unpack(KNOWN.pack())
    assert old in files[name]
    return repack(files | {name: files[name].replace(old, new, 1)})


def other_frame():
    """A pack whose frame lost a case, and whose plan, seed and sums were all made to fit it, but not its picks."""
    lines = [line for line in KNOWN.frame.splitlines(keepends=True) if b"CASE-0043" not in line]
    whole = replace(KNOWN, frame=b"".join(lines))
    return verification_pack(replace(whole.record(), drawn=KNOWN.drawn()))


def other_shares():
    """A pack that is whole, but whose places were not shared in proportion, whatever it says."""
    vector = replace(KNOWN, reserves=None)
    allocation, drawn = {"CC": 4, "CR": 6, "YC": 2}, []
    for one in vector.drawn():
        kind = Kind.PICK if one.position <= allocation[one.stratum] else Kind.RESERVE
        drawn.append(replace(one, kind=kind))
    return verification_pack(replace(vector.record(), terms=replace(vector.terms, allocation=allocation), drawn=drawn))


CHANGES = {
    "other shares": other_shares,
    "a case swapped": lambda: changed("expected.tsv", b"CASE-0043", b"CASE-0044"),
    "a pick made a reserve": lambda: changed("expected.tsv", b"pick", b"reserve"),
    "the last reserve cut": lambda: repack(
        (files := unpack(KNOWN.pack())) | {"expected.tsv": files["expected.tsv"].rpartition(b"YC")[0]}
    ),
    "a line more": lambda: repack((files := unpack(KNOWN.pack())) | {"expected.tsv": files["expected.tsv"] + b"x\n"}),
    "another frame": other_frame,
    "a case of the frame": lambda: changed("frame.tsv", b"CASE-0001\tCR", b"CASE-0001\tCC"),
    "another draw id": lambda: changed("plan.tsv", b"DRAW-2026-Q3", b"DRAW-2026-Q4"),
    "another seed": lambda: changed("seed.txt", b"83920", b"83921"),
    "other dice": lambda: changed("dice.tsv", b"83920", b"83921"),
    "dice ungrouped": lambda: changed("dice.tsv", b"83920 17465", b"8392017465"),
    "other exclusions": lambda: changed("exclusions.tsv", b"0123", b"3210"),
    "places moved": lambda: changed("allocation.tsv", b"CR\t60\t7", b"CR\t60\t8"),
    "another size": lambda: changed("plan.tsv", b"size\t12", b"size\t13"),
    "another floor": lambda: changed("plan.tsv", b"floor\t2", b"floor\t3"),
    "more reserves": lambda: changed("plan.tsv", b"reserves\t3", b"reserves\t4"),
    "sums not made anew": lambda: repack(
        (files := unpack(KNOWN.pack())) | {"dice.tsv": files["dice.tsv"] + b"x\ty\n"}, sums=False
    ),
}


def test_the_same_record_makes_the_same_bytes():
    assert KNOWN.pack() == KNOWN.pack()
    assert zipfile.ZipFile(io.BytesIO(KNOWN.pack())).namelist() == list(NAMES)


def test_the_page_holds_nothing_of_a_draw_and_asks_for_nothing():
    page = text("verify.html").decode()
    assert unpack(KNOWN.pack())["verify.html"] == page.encode()
    assert "default-src 'none'" in page
    assert not any(word in page for word in ("http:", "https:", "fetch(", "src=", "import "))


def test_the_instructions_name_the_draw_and_every_file():
    readme = unpack(KNOWN.pack())["README.txt"].decode()
    assert all(word in readme for word in (KNOWN.draw_id, KNOWN.terms.frame_digest, *NAMES) if word != "README.txt")
    assert "{" not in readme.replace("${key%% *}", "")


def test_an_untouched_pack_agrees():
    checked = check(KNOWN.pack())
    assert (checked.agrees, checked.notes) == (True, [])


def test_every_small_draw_agrees_with_the_command():
    wrong = [vector for vector in vectors(150) if check(vector.pack()).differences]
    assert wrong == []


@pytest.mark.parametrize("interpreter", ["sh", "dash", "bash"])
def test_every_small_draw_agrees_in_a_shell(shell, interpreter):
    if shutil.which(interpreter) is None:
        interpreter = "sh"
    answers = [said(shell(vector.pack(), interpreter=interpreter)) for vector in (KNOWN, *vectors(12))]
    assert answers == [(0, ["AGREES"], "")] * 13


def test_a_shell_needs_no_more_than_sha256sum_and_sort(shell):
    assert said(shell(KNOWN.pack(), tools=TOOLS)) == (0, ["AGREES"], "")


@pytest.mark.skipif(shutil.which("shasum") is None, reason="this machine has no shasum, which is another's sha256sum")
def test_shasum_does_as_well(shell):
    perl = ("env", "perl")  # it is written in Perl
    assert said(shell(KNOWN.pack(), tools=("shasum", "sort", "mkdir", "rm", *perl))) == (0, ["AGREES"], "")


def test_a_shell_without_the_tools_cannot_tell(shell):
    assert shell(KNOWN.pack(), tools=("sort",)).returncode == 2


def test_neither_locale_nor_time_zone_changes_what_a_shell_draws(shell):
    vector = next(one for one in vectors(50) if len(one.counts) > 8)
    elsewhere = {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati"}
    assert said(shell(vector.pack(), **elsewhere)) == (0, ["AGREES"], "")


def test_shares_that_tie_or_run_out_are_reckoned_alike_in_a_shell(shell):
    tight = [one for one in vectors(400) if len(one.counts) > 2 and one.size < sum(one.counts.values())][:40]
    assert [said(shell(replace(one, reserves=0).pack())) for one in tight] == [(0, ["AGREES"], "")] * 40


def test_a_cap_is_kept_alike_in_a_shell_and_by_the_command(shell):
    packs = [capped(cap) for cap in range(6, 12)]
    assert [(check(pack).differences, said(shell(pack))) for pack in packs] == [([], (0, ["AGREES"], ""))] * 6


def test_more_cases_than_one_batch_holds_agree_in_a_shell(shell):
    lines = (FrameLine(f"{number:05}", "CR" if number % 3 else "CC") for number in range(2500))
    vector = replace(KNOWN, frame=frame_file(lines), reserves=None)
    assert said(shell(vector.pack())) == (0, ["AGREES"], "")


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_pack_differs(shell, change):
    pack = CHANGES[change]()
    assert check(pack).differences
    assert said(shell(pack))[:2] == (1, ["DIFFERS"])


def test_what_differs_is_named():
    assert check(CHANGES["a case swapped"]()).differences == [
        "Line 7 of the expected cases differs: the draw gives pick 1 of CR, CASE-0043."
    ]


def test_shares_by_another_rule_are_checked_for_their_bounds_alone():
    allocation = {"CC": 8, "CR": 2, "YC": 2}
    terms = replace(KNOWN.terms, rule="neyman", allocation=allocation)
    drawn = [
        replace(one, kind=Kind.PICK if one.position <= allocation[one.stratum] else Kind.RESERVE)
        for one in replace(KNOWN, reserves=None).drawn()
        if one.position <= allocation[one.stratum] + 3
    ]
    record = replace(KNOWN.record(), terms=terms, drawn=drawn)
    assert check(verification_pack(record)).differences == []
    below = replace(record, terms=replace(terms, floor=3))
    assert check(verification_pack(below)).differences


def test_a_doctored_script_is_noted():
    checked = check(changed("verify.sh", b"DIFFERS", b"AGREES"))
    assert checked.agrees
    assert "verify.sh is not the one" in checked.notes[0]


def hostile():
    files = unpack(KNOWN.pack())
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, bytes(2**21) if name == "plan.tsv" else content)
    link, twice = zipfile.ZipInfo("plan.tsv"), io.BytesIO(KNOWN.pack())
    link.external_attr = 0o120777 << 16
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as package:
        for name, content in files.items():
            package.writestr(link if name == "plan.tsv" else name, content)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(twice, "a") as package:
        package.writestr("seed.txt", b"x")
    return {
        "nothing": b"",
        "no zip": b"PK" * 50,
        "cut short": KNOWN.pack()[:-40],
        "damaged": KNOWN.pack().replace(b"CASE-0050\tCR", b"CASE-0050\tCC"),
        "one file twice": twice.getvalue(),
        "one file too few": repack({name: files[name] for name in files if name != "dice.tsv"}),
        "a file outside": repack({f"../{name}" if name == "seed.txt" else name: files[name] for name in files}),
        "a link": linked.getvalue(),
        "a bomb": bomb.getvalue(),
        "no UTF-8": repack(files | {"plan.tsv": b"\xff"}),
        "no plan": repack(files | {"plan.tsv": b"draw_id\tA\n"}),
        "a draw id that writes to a terminal": repack(
            files | {"plan.tsv": files["plan.tsv"].replace(b"DRAW-2026", b"\x1b]0;DRAW")}
        ),
        "numbers that are words": repack(files | {"allocation.tsv": b"CR\tsix\tone\n"}),
        "a number too long": repack(files | {"allocation.tsv": b"CR\t" + b"9" * 10000 + b"\t1\n"}),
    }


HOSTILE = hostile()


@pytest.mark.parametrize("pack", list(HOSTILE.values()), ids=list(HOSTILE))
def test_what_is_no_pack_is_refused(pack):
    with pytest.raises(UnusablePack, match="Ask for"):
        check(pack)
