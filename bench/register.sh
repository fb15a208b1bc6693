#!/usr/bin/env bash
# How building a register grows with its rows: bench/register.sh [FOLDER [FEW MANY]]
# FOLDER should be in memory (tmpfs), as many small files tell more of a disk than of the program.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-/dev/shm/framewright-register} few=${2:-30000} many=${3:-300000}
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DFRAMEWRIGHT_BENCH=ON >/dev/null
ninja -C build --quiet framewright register_rows
program=$PWD/build/src/framewright
mkdir -p "$folder"

measured() {  # COMMAND…: seconds and MiB at the peak
  local figures
  figures=$( (command time -f '%e %M' "$@" >/dev/null) 2>&1 | tail -n 1)
  awk '{ printf "%s %d", $1, $2 / 1024 }' <<<"$figures"
}

printf '%9s %12s %10s %10s %12s %10s %8s\n' contracts 'build, s' 'peak, MiB' files 'MiB written' 'copy, s' 'again, s'
for rows in "$few" "$many"; do
  site=$folder/$rows
  rm -rf "$site" "$site.copy"
  build/bench/register_rows "$site" "$rows"
  read -r seconds peak < <(measured "$program" build --site "$site" --date 2026-11-25; echo)
  read -r again _ < <(measured "$program" build --site "$site" --date 2026-11-25; echo)
  read -r copy _ < <(measured cp -r "$site/public" "$site.copy"; echo)
  files=$(find "$site/public" -type f | wc -l)
  bytes=$(du -sm --apparent-size "$site/public" | cut -f1)
  printf '%9s %12s %10s %10s %12s %10s %8s\n' "$rows" "$seconds" "$peak" "$files" "$bytes" "$copy" "$again"
  [[ $rows == "$few" ]] && first=$seconds
  rm -rf "$site.copy" "$site"
done
awk -v a="$seconds" -v b="$first" 'BEGIN { printf "Time for the many over time for the few: %.1f\n", a / b }'
