#!/bin/sh
# The registry keeps its schemas in a database of its own, under a user of its own.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$REGISTRY_DATABASE_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create user registry password :'password';
create database registry owner registry;
SQL
