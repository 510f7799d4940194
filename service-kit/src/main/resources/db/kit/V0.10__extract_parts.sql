-- In how many parts an extract left, until it is taken back. No row-level security: a number and the id of an export.
create table extract_parts (
    export_id uuid primary key,
    parts     integer not null
);
