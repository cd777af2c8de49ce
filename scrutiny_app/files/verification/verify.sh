#!/bin/sh
# Draws again from this folder and says AGREES (exit 0) or DIFFERS (exit 1); exit 2 where it cannot tell.
# It needs sh, sort, and sha256sum or shasum. Where mkdir and rm are there too it is about ten times quicker.
# Run it in the folder that the pack was unpacked to:  sh verify.sh

LC_ALL=C
export LC_ALL
tab=$(printf '\t')
differs=0

differ() { printf 'Differs: %s\n' "$1"; differs=1; }
cannot() { printf 'Cannot tell: %s\n' "$1" >&2; exit 2; }

if command -v sha256sum >/dev/null 2>&1; then sha256() { sha256sum "$@"; }
elif command -v shasum >/dev/null 2>&1; then sha256() { shasum -a 256 "$@"; }
else cannot 'neither sha256sum nor shasum is here. Install one of them, or open verify.html.'
fi
command -v sort >/dev/null 2>&1 || cannot 'sort is not here. Install it, or open verify.html.'
for file in SHA256SUMS plan.tsv allocation.tsv dice.tsv seed.txt frame.tsv exclusions.tsv expected.tsv; do
  [ -r "$file" ] || cannot "$file is not in this folder. Unpack the whole zip and run verify.sh there."
done

digest_of() { digest=$(sha256 < "$1"); digest=${digest%% *}; }
is_count() { case $1 in '' | *[!0-9]* | 0?* | ?????????????????*) return 1 ;; esac; }

# 1. Nothing in the folder has changed since the pack was made.
listed=' '
while read -r sum name; do listed="$listed$name "; done < SHA256SUMS
for file in plan.tsv allocation.tsv dice.tsv seed.txt frame.tsv exclusions.tsv expected.tsv; do
  case $listed in *" $file "*) ;; *) differ "SHA256SUMS does not list $file." ;; esac
done
sha256 -c SHA256SUMS >/dev/null 2>&1 || differ 'a file is not the one that SHA256SUMS lists.'
ours=' SHA256SUMS README.txt verify.sh verify.html plan.tsv allocation.tsv dice.tsv seed.txt frame.tsv exclusions.tsv expected.tsv '
for file in * .[!.]*; do
  case $file in *[[:cntrl:]]*) shown='one whose name cannot be printed' ;; *) shown=$file ;; esac
  case $ours in *" $file "*) ;; *) [ -e "$file" ] && printf 'Note: a file here is not of the pack: %s\n' "$shown" ;; esac
done

# 2. What was settled before the dice were rolled.
draw_id='' frame_digest='' exclusions_digest='' cases='' size='' floor='' cap='' reserves='' digits='' rule=''
while IFS=$tab read -r name value; do
  case $name in
    draw_id) draw_id=$value ;; frame_digest) frame_digest=$value ;; exclusions_digest) exclusions_digest=$value ;;
    cases) cases=$value ;; size) size=$value ;; floor) floor=$value ;; cap) cap=$value ;; reserves) reserves=$value ;;
    rule) rule=$value ;;
  esac
done < plan.tsv
[ "$cap" = none ] && cap=$cases
[ "$reserves" = all ] && reserves=$cases
how='' standing=''
while IFS=$tab read -r name value; do
  case $name in digits) digits=$value ;; how) how=$value ;; standing) standing=$value ;; esac
done < dice.tsv
void=''
case $standing in VOID*)
  void=' (a draw that is VOID)'
  echo 'VOID: this draw was voided by two people, and its sample stands for nothing.' ;;
esac
for number in "$cases" "$size" "$floor" "$cap" "$reserves"; do
  is_count "$number" || { differ 'plan.tsv lacks a number, or has one that is not a number.'; echo "DIFFERS$void"; exit 1; }
done
digest_of frame.tsv
[ "$digest" = "$frame_digest" ] || differ "the frame is another: its digest is $digest."
digest_of exclusions.tsv
[ "$digest" = "$exclusions_digest" ] || differ "the exclusions are others: their digest is $digest."

# 3. The seed is the draw id, the frame's digest and the digits, in groups of five.
case $draw_id in '' | *[!A-Za-z0-9-]*) differ 'the draw id is not letters, digits and hyphens.' ;; esac
[ "${#draw_id}" -le 64 ] || differ 'the draw id is longer than 64 characters.'
case $digits in *[!0-9\ ]*) differ 'the digits are not all digits.' ;; esac
grouped='' bare='' kinds='' count=0 left=$digits
while [ -n "$left" ]; do
  rest=${left#?}; one=${left%"$rest"}; left=$rest
  [ "$one" = ' ' ] && continue
  [ "$count" -gt 0 ] && [ $((count % 5)) -eq 0 ] && grouped="$grouped "
  grouped=$grouped$one; bare=$bare$one; count=$((count + 1))
  case $kinds in *"$one"*) ;; *) kinds=$kinds$one ;; esac
done
[ "$count" -ge 20 ] || differ 'there are fewer than 20 digits.'
[ "${#kinds}" -ge 4 ] || differ 'there are fewer than 4 different digits.'
[ "$grouped" = "$digits" ] || differ 'the digits are not in groups of five with single spaces between.'
seed=''
{ IFS= read -r seed || [ -n "$seed" ]; IFS= read -r more || [ -n "$more" ]; } < seed.txt &&
  differ 'seed.txt holds more than the seed.'
[ "$seed" = "$draw_id|$frame_digest|$grouped" ] || differ 'the seed is not made from the draw id, the digest and the digits.'

# Dice of parties apart: each committed to the SHA-256 of its nonce, a bar and its digits, before any was shown.
kinds_of() {
  kinds='' left=$1
  while [ -n "$left" ]; do
    rest=${left#?}; one=${left%"$rest"}; left=$rest
    case $kinds in *"$one"*) ;; *) kinds=$kinds$one ;; esac
  done
}
parties=0 outside=0 joined=''
while IFS=$tab read -r row name whose commitment nonce rolled more; do
  [ "$row" = party ] || continue
  parties=$((parties + 1)) joined=$joined$rolled
  case $whose in outside) outside=$((outside + 1)) ;; 'of the force') ;; *) differ 'dice.tsv is not as it should be.' ;; esac
  case $name in *[[:cntrl:]]*) name='a party' ;; esac
  case $nonce in *[!0-9a-f]*) differ "the nonce of $name is not of digits and letters a to f." ;; esac
  { [ "${#nonce}" -ge 32 ] && [ "${#nonce}" -le 128 ]; } || differ "the nonce of $name is not 32 to 128 long."
  kinds_of "$nonce"; [ "${#kinds}" -ge 8 ] || differ "the nonce of $name is too regular to be random."
  kinds_of "$rolled"; [ "${#kinds}" -ge 4 ] || differ "the digits of $name are of fewer than 4 kinds."
  { [ "${#rolled}" -ge 10 ] && [ "${#rolled}" -le 50 ]; } || differ "the digits of $name are not 10 to 50."
  right=$(printf %s "$nonce|$rolled" | sha256); right=${right%% *}
  [ "$right" = "$commitment" ] || differ "$name did not commit to these digits with this nonce."
done < dice.tsv
in_rows() { while IFS=$tab read -r row name more; do [ "$row" != party ] || printf '%s\n' "$name"; done < dice.tsv; }
if [ "$how" = commit_reveal ]; then
  [ "$parties" -gt 0 ] || differ 'the dice came from parties apart, and none is listed.'
  [ "$outside" -ge 2 ] || differ 'fewer than 2 parties are from outside the force.'
  [ "$joined" = "$bare" ] || differ "the parties' digits, one after the other, are not the digits of the draw."
  in_rows | sort -c -u 2>/dev/null || differ 'the parties are not in the order of their names.'
elif [ "$parties" -gt 0 ]; then
  differ 'parties are listed, and the dice are not said to have come from parties apart.'
fi

# 4. The places, within their bounds. The certificate lists them too.
total=0 sum=0
while IFS=$tab read -r stratum members places; do
  { is_count "$members" && is_count "$places"; } || { differ 'allocation.tsv is not as it should be.'; continue; }
  case $stratum in *[[:cntrl:]]*) stratum='a stratum' ;; esac
  total=$((total + members)); sum=$((sum + places))
  least=$floor; [ "$members" -lt "$least" ] && least=$members
  [ "$places" -ge "$least" ] && [ "$places" -le "$members" ] && [ "$places" -le "$cap" ] ||
    differ "the places of $stratum are outside the floor, the cap or its cases."
done < allocation.tsv
[ "$total" -eq "$cases" ] || differ 'allocation.tsv does not add up to the cases of the frame.'
[ "$sum" -eq "$size" ] || differ 'the places do not add up to the size of the sample.'

# Shared by largest remainder in proportion to the cases, or to the weights in plan.tsv: where some strata are beyond a bound, those
# on the side that is further out are fixed at it and the rest is shared again. All in whole numbers: a share is left * weight / whole.
weigh_strata() {
  weights=' ' line=0 all=0
  while IFS=$tab read -r stratum members places; do
    line=$((line + 1)) weight=''
    [ "$rule" = proportional ] && weight=$members
    [ "$rule" = weights ] && while IFS=$tab read -r name of value; do
      [ "$name" = weight ] && [ "$of" = "$stratum" ] && weight=$value
    done < plan.tsv
    { is_count "$weight" && [ "$weight" -gt 0 ]; } || { differ 'plan.tsv does not say by what the places were shared.'; return; }
    weights="$weights$line:$weight " all=$((all + weight))
  done < allocation.tsv
  [ $((all * size / size)) -eq "$all" ] || cannot 'the weights are too large for a shell. Open verify.html.'
}
weight_of() { weight=${weights#*" $1:"}; weight=${weight%%" "*}; }
bounds_of() {
  low=$floor; [ "$1" -lt "$low" ] && low=$1
  high=$cap; [ "$1" -lt "$high" ] && high=$1
}
is_fixed() { case $fixed in *" $1:"*) at=${fixed#*" $1:"}; at=${at%%" "*} ;; *) return 1 ;; esac; }
fix_shares() {
  fixed=' '
  while :; do
    left=$size whole=0 line=0
    while IFS=$tab read -r stratum members places; do
      line=$((line + 1))
      weight_of "$line"
      if is_fixed "$line"; then left=$((left - at)); else whole=$((whole + weight)); fi
    done < allocation.tsv
    line=0 short=0 long=0 under='' over=''
    while IFS=$tab read -r stratum members places; do
      line=$((line + 1)); is_fixed "$line" && continue
      bounds_of "$members"; weight_of "$line"
      part=$((left * weight))
      if [ "$part" -lt $((low * whole)) ]; then short=$((short + low * whole - part)); under="$under$line:$low "
      elif [ "$part" -gt $((high * whole)) ]; then long=$((long + part - high * whole)); over="$over$line:$high "
      fi
    done < allocation.tsv
    [ -n "$under$over" ] || return
    [ "$short" -ge "$long" ] && before=$fixed$under || before=$fixed
    [ "$long" -ge "$short" ] && fixed=$before$over || fixed=$before
  done
}
# Of the strata that have no extra place yet, the largest remainder comes next; then the larger; then the earlier name.
next_claim() {
  line=0 best=0 best_claim=0 best_members=0
  while IFS=$tab read -r stratum members places; do
    line=$((line + 1)); is_fixed "$line" && continue
    case $extra in *" $line "*) continue ;; esac
    weight_of "$line"
    claim=$((left * weight % whole))
    if [ "$claim" -gt "$best_claim" ] || { [ "$claim" -eq "$best_claim" ] && [ "$members" -gt "$best_members" ]; }; then
      best=$line best_claim=$claim best_members=$members
    fi
  done < allocation.tsv
  extra="$extra$best "
}
check_shares() {
  fix_shares
  line=0 spare=$left extra=' '
  while IFS=$tab read -r stratum members places; do
    line=$((line + 1)); weight_of "$line"
    is_fixed "$line" || spare=$((spare - left * weight / whole))
  done < allocation.tsv
  while [ "$spare" -gt 0 ]; do next_claim; spare=$((spare - 1)); done
  line=0
  while IFS=$tab read -r stratum members places; do
    line=$((line + 1))
    weight_of "$line"
    is_fixed "$line" || at=$((left * weight / whole))
    case $extra in *" $line "*) at=$((at + 1)) ;; esac
    [ "$places" -eq "$at" ] || differ "the places of $stratum are not $at, its share by the rule."
  done < allocation.tsv
}
sort -c allocation.tsv 2>/dev/null || differ 'the strata are not sorted by their bytes.'
[ "$differs" -eq 0 ] && [ "$size" -gt 0 ] && weigh_strata
[ "$differs" -eq 0 ] && [ "$size" -gt 0 ] && check_shares
[ "$size" -gt 0 ] || differ 'the sample is of no case.'

# 5. The frame: one case a line, in byte order, none twice.
sort -c frame.tsv 2>/dev/null || differ 'the frame is not sorted by its bytes.'
count=0 before=''
while IFS= read -r line; do
  count=$((count + 1)); number=${line%%"$tab"*}; stratum=${line#*"$tab"}
  case $line in *"$tab"*) ;; *) differ "line $count of the frame has no tab." ;; esac
  case $number$stratum in *[[:cntrl:]]*) differ "line $count of the frame has a character that cannot be printed." ;; esac
  case $number in *[!\ ]*) ;; *) differ "line $count of the frame has no case number." ;; esac
  case $stratum in *[!\ ]*) ;; *) differ "line $count of the frame has no stratum." ;; esac
  [ "$number" = "$before" ] && differ "line $count of the frame repeats a case."
  before=$number
done < frame.tsv
[ "$count" -eq "$cases" ] || differ 'the frame does not hold as many cases as the plan says.'
[ "$differs" -eq 0 ] || { echo "DIFFERS$void"; exit 1; }

# 6. Every case's ticket: the SHA-256 of the key and its number. The key is the SHA-256 of the seed.
key=$(printf %s "$seed" | sha256); key=${key%% *}

one_by_one() {
  while IFS= read -r line; do
    ticket=$(printf %s "$key${line%%"$tab"*}" | sha256)
    printf '%s\t%s\t%s\n' "${line#*"$tab"}" "${ticket%% *}" "${line%%"$tab"*}"
  done < frame.tsv
}

# The same, a thousand small files at a time, so that a thousand tickets take one process and not a thousand.
hash_batch() {
  (cd "$work" && sha256 -- *) | while read -r ticket name; do
    IFS= read -r line <&4
    printf '%s\t%s\t%s\n' "${line#*"$tab"}" "$ticket" "${line%%"$tab"*}"
  done
  rm -f "$work"/*
}
by_batches() {
  place=1000
  while IFS= read -r line; do
    printf %s "$key${line%%"$tab"*}" > "$work/$place"; place=$((place + 1))
    [ "$place" -lt 2000 ] || { hash_batch; place=1000; }
  done < frame.tsv
  [ "$place" -eq 1000 ] || hash_batch
}
# They are kept in memory where the machine offers that, and else in this folder; and removed in either case.
quick=no
umask 077
if command -v mkdir >/dev/null 2>&1 && command -v rm >/dev/null 2>&1; then
  for work in /dev/shm/verify-draw.$$ ./verify-draw.$$; do
    mkdir "$work" 2>/dev/null || continue
    quick=yes
    trap 'rm -rf "$work"' EXIT
    trap 'exit 2' HUP INT TERM
    break
  done
fi
tickets() { if [ "$quick" = yes ]; then by_batches 4< frame.tsv; else one_by_one; fi; }

# 7. The lowest tickets of each stratum are drawn; the next are its reserves.
places_of() {
  members=0 places=0
  while IFS=$tab read -r name cases_of_it places_of_it; do
    [ "$name" = "$1" ] && members=$cases_of_it places=$places_of_it
  done < allocation.tsv
}
compare() {
  wrong=0 number=0 now='' position=0
  while IFS= read -r line; do
    stratum=${line%%"$tab"*}; rest=${line#*"$tab"}; ticket=${rest%%"$tab"*}; case_number=${rest#*"$tab"}
    if [ "$stratum" != "$now" ]; then
      [ -z "$now" ] || [ "$position" -eq "$members" ] || wrong=$((wrong + 1))
      now=$stratum position=0
      places_of "$stratum"
      most=$((places + reserves))
    fi
    position=$((position + 1))
    [ "$position" -le "$most" ] || continue
    kind=reserve; [ "$position" -le "$places" ] && kind=pick
    number=$((number + 1)) said=''
    IFS= read -r said <&3
    [ "$said" = "$stratum$tab$position$tab$kind$tab$case_number$tab$ticket" ] && continue
    wrong=$((wrong + 1))
    [ "$wrong" -gt 10 ] ||
      printf 'Differs: line %s of expected.tsv. The draw gives %s %s of %s: %s\n' \
        "$number" "$kind" "$position" "$stratum" "$case_number"
  done
  [ -z "$now" ] || [ "$position" -eq "$members" ] || wrong=$((wrong + 1))
  if IFS= read -r said <&3 || [ -n "$said" ]; then
    echo 'Differs: expected.tsv goes on after the draw has ended.'; wrong=$((wrong + 1))
  fi
  [ "$wrong" -eq 0 ]
}
printf 'Draw %s, frame %s, digits %s.\n' "$draw_id" "$frame_digest" "$digits"
printf '%s\n' 'Compare these with the certificate that was printed before the dice were rolled.'
[ "$rule" != weights ] || echo 'Places were shared by the weights in plan.tsv. The certificate lists them: compare them too.'
if tickets | sort | compare 3< expected.tsv; then echo "AGREES$void"; else echo "DIFFERS$void"; exit 1; fi
