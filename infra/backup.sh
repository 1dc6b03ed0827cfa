#!/usr/bin/env bash
# A safe copy of a SQLite database while MentorBot runs. Needs the sqlite3 command. Keys are not copied: keep those elsewhere.
set -euo pipefail
database=${1:?usage: backup.sh DATABASE FOLDER}
folder=${2:?usage: backup.sh DATABASE FOLDER}

umask 077
mkdir -p "$folder"
copy=$folder/mentorbot-$(date -u +%Y%m%dT%H%M%SZ).db
sqlite3 "$database" ".backup '$copy'"
[ "$(sqlite3 "$copy" 'PRAGMA integrity_check')" = ok ] || { echo "The copy is damaged: $copy" >&2; exit 1; }

# A copy holds words as long as it lives, on top of the days that MentorBot keeps them: README.md in this folder does the sum.
find "$folder" -name 'mentorbot-*.db' -mtime +6 -delete
echo "$copy"
