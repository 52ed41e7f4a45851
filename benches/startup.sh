#!/bin/sh
# Start-up of commands on a small casebook, and one record of a big one, against the sqlite3 shell.
#
#   cargo build --release && benches/startup.sh [BIG_CASEBOOK]
#
# Prints for every command the median of the ratios of paired samples, and its budget. A sample is ten
# runs started by this shell itself, so that no other program's start is part of the figure. Without
# BIG_CASEBOOK only the small casebook is measured; `cargo bench --bench levels` leaves one below
# target/tmp/bench (levels-100000.db, or levels-1000000.db with TWOSOURCE_BENCH_CLAIMS=1000000).
set -eu

cd "$(dirname "$0")/.."
twosource=${TWOSOURCE:-target/release/twosource}
runs=${RUNS:-21}
command -v sqlite3 >/dev/null || { echo "sqlite3 is not installed: nothing to compare with"; exit 0; }
[ -x "$twosource" ] || { echo "build first: cargo build --release"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TWOSOURCE_ACTOR=bench
unset TWOSOURCE_CASEBOOK

now() { date +%s%N; }

# ten COMMAND: runs shell text ten times; a status of 1 is no failure, `check` has findings.
ten() {
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        eval "$1" >/dev/null 2>&1 || true
    done
}

# compare NAME BUDGET COMMAND OTHER: runs both in turn; commands are shell text.
compare() {
    status=0
    sh -c "$3" >/dev/null 2>"$folder/error" || status=$?
    # 1: `check` has findings.
    if [ "$status" -gt 1 ]; then
        echo "  $1: not measured ($(head -1 "$folder/error"))"
        return
    fi
    sh -c "$4" >/dev/null
    : >"$folder/ratios"
    for _ in $(seq "$runs"); do
        a=$(now); ten "$3"
        b=$(now); ten "$4"
        c=$(now)
        echo "$((b - a)) $((c - b))" >>"$folder/ratios"
    done
    awk '{ printf "%.3f %.2f %.2f\n", $1 / $2, $1 / 1e7, $2 / 1e7 }' "$folder/ratios" | sort -n |
        awk -v name="$1" -v budget="$2" '{ line[NR] = $0 } END {
            split(line[int((NR + 1) / 2)], median, " ")
            printf "  %-28s %5.2f  (budget %s; %s ms against %s ms)\n",
                name, median[1], budget, median[2], median[3] }'
}

small=$folder/small.db
"$twosource" -q init "$small"
"$twosource" -q --casebook "$small" import fixtures/menamm-2019
one="sqlite3 $small 'select 1'"
echo "start-up on a small casebook, against: select 1"
# `select 1` opens no file: what it costs sqlite3 itself to read one row of the casebook.
compare "sqlite3: count the claims" "none" "sqlite3 $small 'select count(*) from claim'" "$one"
for command in "stats" "claim show aqi-formation" "claim list" "source list" "check"; do
    compare "$command" 1.5 "$twosource --casebook $small $command --format json" "$one"
done

big=${1:-}
[ -n "$big" ] || exit 0
cp "$big" "$folder/big.db"
big=$folder/big.db
echo "one record of $1, against the same with sqlite3"
compare "claim show c5000" 2 "$twosource --casebook $big claim show c5000" \
    "sqlite3 $big \"select * from claim where key = 'c5000'\""
insert="insert into claim (key, statement, nature, priority, version)
    values (hex(randomblob(16)), 'It rained.', 'fact', 'normal', 1)"
compare "claim add" 2 "$twosource --casebook $big claim add 'It rained.'" \
    "sqlite3 $big \"pragma synchronous = full; $insert\""
