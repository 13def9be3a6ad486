#!/bin/sh
# Runs once, when the database server is new: the owner of Assay's database is no superuser, and the role that the
# application works as owns nothing and is held by row-level security.
set -eu
owner_password=$(cat /run/secrets/owner_password)
application_password=$(cat /run/secrets/application_password)
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --set=owner_password="$owner_password" --set=application_password="$application_password" <<'SQL'
CREATE ROLE assay_owner LOGIN CREATEROLE NOSUPERUSER PASSWORD :'owner_password';
CREATE ROLE assay_application LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'application_password';
CREATE DATABASE assay OWNER assay_owner;
SQL
