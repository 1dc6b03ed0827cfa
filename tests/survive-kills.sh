#!/usr/bin/env bash
# Kills MentorBot five times while a thousand texts come in, and ends with 0 only if every text was answered exactly once and in order,
# and neither database nor log holds a number or a word. Needs the .NET SDK and nothing else; takes two to three minutes.
# A run is told again by its seed: tests/survive-kills.sh --seed 42
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

exec dotnet run -c Release --project tests/MentorBot.Benchmarks -- kills "$@"
