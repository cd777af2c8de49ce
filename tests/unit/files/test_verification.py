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
from tests.draws import KNOWN, apart, capped, vectors, voided, weighed

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


def test_places_shared_by_weights_are_reckoned_alike_and_said_to_be_compared(shell):
    pack = weighed()
    assert unpack(pack)["allocation.tsv"] == b"a\t30\t5\nb\t30\t13\nc\t30\t2\n"
    checked, done = check(pack), shell(pack)
    assert (checked.differences, said(done)) == ([], (0, ["AGREES"], ""))
    assert all("by the weights in plan.tsv" in one for one in (*checked.notes, done.stdout))


MOVED = {"one place moved": {"a": 6, "b": 12, "c": 2}, "as if in proportion": {"a": 7, "b": 7, "c": 6}}


@pytest.mark.parametrize("allocation", MOVED.values(), ids=MOVED)
def test_a_place_moved_within_the_bounds_of_a_draw_by_weights_is_caught(shell, allocation):
    assert "share by its weight" in check(weighed(allocation)).differences[0]
    assert said(shell(weighed(allocation)))[:2] == (1, ["DIFFERS"])


UNWEIGHED = {
    "no weights": (b"rule\tproportional", b"rule\tweights"),
    "a rule that nobody knows": (b"rule\tproportional", b"rule\tneyman"),
}


@pytest.mark.parametrize("change", UNWEIGHED)
def test_a_pack_whose_places_cannot_be_reckoned_does_not_agree(shell, change):
    pack = changed("plan.tsv", *UNWEIGHED[change])
    assert check(pack).differences
    assert said(shell(pack))[:2] == (1, ["DIFFERS"])


def test_commitments_nonces_and_digits_of_parties_apart_are_in_the_pack_and_agree(shell):
    pack = verification_pack(apart())
    rows = [line.split("\t") for line in unpack(pack)["dice.tsv"].decode().splitlines()]
    force = next(row for row in rows if row[:2] == ["party", "Northmoor Police"])
    assert force[2:] == ["of the force", digest(b"|".join(one.encode() for one in force[4:])), *force[4:]]
    assert ["corrected", "Émile Chapelle", "ab" * 32] in rows
    assert (check(pack).differences, said(shell(pack))) == ([], (0, ["AGREES"], ""))


BENCH, FORCE = (f"party\t{name}\t".encode() for name in ("Bench of magistrates", "Northmoor Police"))
FORGED = {
    "another nonce": (b"0123456789abcdef", b"0123456789abcdee"),
    "other digits of a party": (b"\t8392017465\n", b"\t8392017466\n"),
    "another commitment": (BENCH + b"outside\t", BENCH + b"outside\t0"),
    "the force passed off as two": (BENCH + b"outside", BENCH + b"of the force"),
    "parties out of order": (BENCH, BENCH.replace(b"Bench", b"Tench")),
    "dice said to be of one room": (b"commit_reveal", b"dice"),
}


@pytest.mark.parametrize("change", FORGED)
def test_an_exchange_that_does_not_make_its_dice_differs(shell, change):
    files = unpack(verification_pack(apart()))
    old, new = FORGED[change]
    assert old in files["dice.tsv"]
    pack = repack(files | {"dice.tsv": files["dice.tsv"].replace(old, new, 1)})
    assert check(pack).differences
    assert said(shell(pack))[:2] == (1, ["DIFFERS"])


@pytest.mark.parametrize("kept", [(), (0, 2)], ids=["no party", "one party fewer"])
def test_a_party_left_out_differs(shell, kept):
    pack = verification_pack(replace(apart(), parties=[apart().parties[one] for one in kept]))
    assert check(pack).differences
    assert said(shell(pack))[:2] == (1, ["DIFFERS"])


def test_the_instructions_line_of_shell_prints_a_partys_commitment():
    files = unpack(verification_pack(apart()))
    [line] = [one for one in files["README.txt"].decode().splitlines() if "NONCE|DIGITS" in one]
    party = apart().parties[0]
    ran = subprocess.run(
        ["sh", "-c", line.replace("NONCE", party.nonce).replace("DIGITS", party.digits)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split()[0] == party.commitment


def test_a_voided_draw_agrees_and_is_called_void_wherever_it_is_read(shell):
    done = shell(voided())
    assert said(done) == (0, ["AGREES (a draw that is VOID)"], "")
    assert "VOID: this draw was voided by two people" in done.stdout
    assert (check(voided()).agrees, check(voided()).void, check(KNOWN.pack()).void) == (True, True, False)
    assert "THIS DRAW IS VOID" in unpack(voided())["README.txt"].decode()
    assert "THIS DRAW IS VOID" not in unpack(KNOWN.pack())["README.txt"].decode()


def test_a_voided_draw_that_differs_is_called_void_too(shell):
    files = unpack(voided())
    pack = repack(files | {"seed.txt": files["seed.txt"] + b"1"})
    assert said(shell(pack))[:2] == (1, ["DIFFERS (a draw that is VOID)"])


def test_a_shell_tells_of_a_file_that_is_not_of_the_pack(shell, tmp_path):
    assert "Note" not in shell(KNOWN.pack()).stdout
    for name in ("other draw.tsv", ".hidden"):
        (tmp_path / "pack" / name).write_text("x")
    ran = subprocess.run(["sh", "verify.sh"], cwd=tmp_path / "pack", capture_output=True, text=True, check=True)
    told = [line for line in ran.stdout.splitlines() if line.startswith("Note: a file here is not of the pack: ")]
    assert [line.rpartition(": ")[2] for line in told] == ["other draw.tsv", ".hidden"]


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
        "a weight of nothing": repack(files | {"plan.tsv": files["plan.tsv"] + b"weight\tCR\n"}),
        "a weight that is a word": repack(files | {"plan.tsv": files["plan.tsv"] + b"weight\tCR\tmany\n"}),
        "a party cut short": repack(files | {"dice.tsv": files["dice.tsv"] + b"party\tBench\toutside\n"}),
        "a party of neither side": repack(files | {"dice.tsv": files["dice.tsv"] + b"party\tBench\tx\t1\t2\t3\n"}),
        "a correction of nothing": repack(files | {"dice.tsv": files["dice.tsv"] + b"corrected\tBench\n"}),
        "digits that write to a terminal": repack(
            files | {"dice.tsv": files["dice.tsv"].replace(b"83920", b"\x1b]0;83920")}
        ),
        "a number too long": repack(files | {"allocation.tsv": b"CR\t" + b"9" * 10000 + b"\t1\n"}),
    }


HOSTILE = hostile()


@pytest.mark.parametrize("pack", list(HOSTILE.values()), ids=list(HOSTILE))
def test_what_is_no_pack_is_refused(pack):
    with pytest.raises(UnusablePack, match="Ask for"):
        check(pack)
