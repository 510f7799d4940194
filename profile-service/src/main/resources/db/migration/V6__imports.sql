-- Imports of any size: files in pieces, accounts met so far, progress, dry runs, and the cells of rejected records.

-- Migrations run without a caller; the rows that they move belong to somebody.
select set_config('affinity.scope', 'system', true);

-- A file of hundreds of megabytes is never one value: neither the driver nor the server could pass it on in pieces.
create table creator_import_chunk (
    import_id uuid    not null references creator_import (id) on delete cascade,
    position  integer not null,
    content   bytea   not null,
    primary key (import_id, position)
);
alter table creator_import_chunk alter column content set storage external;

alter table creator_import_chunk enable row level security;
alter table creator_import_chunk force row level security;
create policy tenant on creator_import_chunk
    using (affinity_scope() in ('operator', 'system')
        or exists (select 1 from creator_import i where i.id = import_id))
    with check (affinity_scope() in ('operator', 'system')
        or exists (select 1 from creator_import i where i.id = import_id));

insert into creator_import_chunk (import_id, position, content)
select import_id, 0, content from creator_import_file;
drop table creator_import_file;

alter table creator_import
    add column dry_run         boolean not null default false,
    add column observed_at     timestamptz,
    add column sheet           text,
    add column header          text,
    add column file_size       bigint  not null default 0,
    add column records_total   bigint,
    add column rejections      text    not null default '{}',
    add column notes           text    not null default '{}',
    add column claimed_at      timestamptz,
    add column claimed_records bigint  not null default 0,
    add column progress_at     timestamptz;

-- The cells of a rejected record, as a JSON array, for the file of rejects.
alter table creator_import_row add column cells text;

-- Most records of most lists are taken over; an index for the others stays small.
drop index creator_import_row_outcome;
create index creator_import_row_left on creator_import_row (import_id, outcome, row_number)
    where outcome in ('DUPLICATE', 'REJECTED', 'BLANK');

-- The first record of each account of a running import, and those that say something else of it; emptied at its end.
-- Both identities are the first 128 bits of a SHA-256. No foreign keys: one check per record would be all they do.
create table creator_import_account (
    import_id  uuid   not null,
    account    uuid   not null,
    row_number bigint not null,
    content    text   not null,
    primary key (import_id, account)
);
create table creator_import_variant (
    import_id  uuid   not null,
    account    uuid   not null,
    content    uuid   not null,
    row_number bigint not null,
    primary key (import_id, account, content)
);

alter table creator_import_account enable row level security;
alter table creator_import_account force row level security;
create policy tenant on creator_import_account
    using (affinity_scope() in ('operator', 'system')
        or exists (select 1 from creator_import i where i.id = import_id))
    with check (affinity_scope() in ('operator', 'system'));

alter table creator_import_variant enable row level security;
alter table creator_import_variant force row level security;
create policy tenant on creator_import_variant
    using (affinity_scope() in ('operator', 'system')
        or exists (select 1 from creator_import i where i.id = import_id))
    with check (affinity_scope() in ('operator', 'system'));
