"""The only place with SQL: engines, tables, records in and out."""
