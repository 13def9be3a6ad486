#!/bin/sh
# Makes the secrets that docker-compose.yml reads, each in a file of its own. Existing ones are never replaced.
set -eu
directory=${1:-secrets}
umask 077
mkdir -p "$directory"

random() { head -c 36 /dev/urandom | base64 | tr '+/' '-_' | tr -d '\n='; }
keep() { [ -s "$directory/$1" ] || printf '%s' "$2" > "$directory/$1"; }

keep superuser_password "$(random)"
keep owner_password "$(random)"
keep application_password "$(random)"
keep assay_secret "$(random)"
keep database_url "postgres://assay_owner:$(cat "$directory/owner_password")@postgres:5432/assay"
keep application_database_url "postgres://assay_application:$(cat "$directory/application_password")@postgres:5432/assay"
# The containers read them as their own users.
chmod 0444 "$directory"/*
chmod 0711 "$directory"
echo "The secrets are in $directory/. Keep a copy in a safe place: without them a backup cannot be opened to the full."
