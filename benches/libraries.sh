#!/bin/sh
# Libraries of 70,000 entries: in, in again, and out, in entries a second.
#
#   cargo build --release && benches/libraries.sh [FORMAT]…
#
# The budget of an import is 20,000 entries a second, processor time included that other programs take:
# run it on a machine that has nothing else to do. The first library is generated in RIS; the others are
# what `export sources` makes of it. Prints too how many megabytes the file and the import have.
set -eu

cd "$(dirname "$0")/.."
twosource=$(realpath "${TWOSOURCE:-target/release/twosource}")
entries=${ENTRIES:-70000}
[ -x "$twosource" ] || { echo "build first: cargo build --release"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export TWOSOURCE_ACTOR=bench
unset TWOSOURCE_CASEBOOK

generate() {
    awk -v entries="$entries" 'BEGIN {
        srand(7)
        words = split("bank money river Brücke падение 報告 report court ruling treaty witness élan study of the and with جمهوری press trade harbour coast", word, " ")
        names = split("Okafor Müller Иванова 王 Silva Nguyen Haddad Rossi Kowalski Smith", name, " ")
        for (n = 1; n <= entries; n++) {
            title = word[1 + int(rand() * words)]
            for (i = 0; i < 8; i++) title = title " " word[1 + int(rand() * words)]
            abstract = ""
            for (i = 0; i < 28; i++) abstract = abstract word[1 + int(rand() * words)] " "
            year = 1950 + int(rand() * 75)
            printf "TY  - JOUR\nAU  - %s, A. %d\nAU  - %s, Jo\n", name[1 + int(rand() * names)], int(rand() * 5000), name[1 + int(rand() * names)]
            printf "PY  - %d\nDA  - %d/%02d/%02d/\nTI  - %s\n", year, year, 1 + int(rand() * 12), 1 + int(rand() * 28), title
            printf "T2  - Journal of %s\nVL  - %d\nIS  - %d\nSP  - %d\nEP  - %d\n", word[1 + int(rand() * words)], 1 + int(rand() * 90), 1 + int(rand() * 12), n, n + 12
            printf "SN  - 1234-567%d\nDO  - 10.1000/bench.%d\nUR  - https://example.org/articles/%d\n", n % 10, n, n
            printf "KW  - %s\nKW  - %s\nN2  - %s\nAN  - %d\nID  - entry%d\nER  - \n\n", word[1 + int(rand() * words)], title, abstract, n, n
        }
    }'
}

# measure NAME COMMAND…: prints entries a second.
measure() {
    name=$1; shift
    start=$(date +%s%N)
    /usr/bin/time -f %M -o "$folder/memory" "$@" >/dev/null 2>"$folder/told" || { cat "$folder/told"; exit 1; }
    end=$(date +%s%N)
    echo "$entries $((end - start)) $(cat "$folder/memory")" |
        awk -v name="$name" '{ printf "  %-28s %8.0f entries a second, %6.2f s, %5.0f MB\n", name, $1 / $2 * 1e9, $2 / 1e9, $3 / 1024 }'
}

generate >"$folder/library"
"$twosource" --casebook "$folder/first.db" init -q
for format in ${*:-ris csl-json}; do
    if [ "$format" != ris ]; then
        "$twosource" --casebook "$folder/first.db" import -q "$folder/library"
        "$twosource" --casebook "$folder/first.db" export sources -q --format "$format" --output "$folder/other" --force 2>/dev/null
        mv "$folder/other" "$folder/in"
    else
        cp "$folder/library" "$folder/in"
    fi
    echo "$format, $(($(wc -c <"$folder/in") / 1000000)) MB"
    rm -f "$folder/casebook.db"*
    "$twosource" --casebook "$folder/casebook.db" init -q
    measure "into an empty casebook" "$twosource" --casebook "$folder/casebook.db" import -q "$folder/in"
    measure "a second time" "$twosource" --casebook "$folder/casebook.db" import -q "$folder/in"
    measure "out" "$twosource" --casebook "$folder/casebook.db" export sources --format "$format" --output "$folder/out" --force
done
