#!/bin/sh
# A bibliography of many sources, against pandoc's citeproc: same sources, same style file.
#
#   cargo build --release && benches/bibliography.sh [SOURCES] [STYLE…]
#
# Prints for every style the ratio of wall clock and of processor time, and the peak memory of both.
# pandoc takes minutes for 10,000 sources (the number where none is given), so each runs once.
set -eu

cd "$(dirname "$0")/.."
twosource=${TWOSOURCE:-target/release/twosource}
command -v pandoc >/dev/null || { echo "pandoc is not installed: nothing to compare with"; exit 0; }
[ -x /usr/bin/time ] || { echo "GNU time is not installed: nothing to measure with"; exit 0; }
[ -x "$twosource" ] || { echo "build first: cargo build --release"; exit 2; }
sources=${1:-10000}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- chicago-notes chicago-author-date apa
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TWOSOURCE_ACTOR=bench
unset TWOSOURCE_CASEBOOK

# Articles, reports, books, rulings and interviews by 3,001 authors over 120 years.
mkdir "$folder/case"
awk -v sources="$sources" 'BEGIN {
    split("newspaper-article report book court-ruling interview", kinds, " ")
    print "key,kind,title,creators,container,publisher,issued,language,pages"
    for (i = 0; i < sources; i++) {
        kind = kinds[i % 5 + 1]
        role = kind == "court-ruling" ? "court: Court of Appeal " i % 12 : "Family" i * 7919 % 3001 ", Ann Mary"
        container = kind == "newspaper-article" ? "The Daily Paper" : ""
        publisher = kind == "book" || kind == "report" ? "Harbour Press" : ""
        printf "key%d,%s,The title of the work that has number %d,\"%s\",%s,%s,%d-%02d-%02d,en,%s\n",
            i, kind, i, role, container, publisher, 1900 + i % 120, i % 12 + 1, i % 28 + 1,
            kind == "newspaper-article" ? i % 40 + 1 : ""
    }
}' >"$folder/case/sources.csv"
casebook=$folder/casebook.db
"$twosource" -q init "$casebook"
"$twosource" -q --casebook "$casebook" import "$folder/case"
"$twosource" -q --casebook "$casebook" export sources >"$folder/items.json" 2>/dev/null

# measured FILE COMMAND…: wall clock, processor time and peak memory (kB) of a command into FILE.
measured() {
    into=$1
    shift
    /usr/bin/time -f '%e %U %S %M' -o "$into" "$@" >"$folder/output" 2>/dev/null
}

echo "$sources sources, against $(pandoc --version | head -1)"
for style in "$@"; do
    "$twosource" -q style show "$style" >"$folder/style.csl"
    measured "$folder/ours" "$twosource" --casebook "$casebook" export bibliography --all \
        --style "$folder/style.csl"
    printed=$(wc -l <"$folder/output")
    [ "$printed" -eq "$sources" ] || { echo "  $style: $printed entries of $sources"; exit 1; }
    measured "$folder/theirs" pandoc --citeproc --csl "$folder/style.csl" -f csljson \
        "$folder/items.json" -t plain --wrap=none
    paste -d ' ' "$folder/ours" "$folder/theirs" | awk -v style="$style" '{
        printf "  %-22s %.3f of the time, %.3f of the processor time (budget 1; %.1f s against %.1f s), memory %.0f MB against %.0f MB\n",
            style, $1 / $5, ($2 + $3) / ($6 + $7), $1, $5, $4 / 1024, $8 / 1024 }'
done
