-- Imports of creator lists: the job, its file until the end of the job, and the outcome of each record.

create table creator_import (
    id                    uuid primary key,
    version               bigint      not null,
    organisation_id       uuid,
    state                 text        not null,
    file_name             text        not null,
    format                text        not null,
    mapping               text        not null,
    failure               text,
    records               bigint      not null default 0,
    accepted              bigint      not null default 0,
    updated               bigint      not null default 0,
    unchanged             bigint      not null default 0,
    duplicate_identical   bigint      not null default 0,
    duplicate_conflicting bigint      not null default 0,
    rejected              bigint      not null default 0,
    blank                 bigint      not null default 0,
    followers_sum         bigint      not null default 0,
    attempts              integer     not null default 0,
    lease_owner           uuid,
    lease_until           timestamptz,
    created_at            timestamptz not null,
    finished_at           timestamptz
);
create index creator_import_open on creator_import (created_at) where state in ('PENDING', 'RUNNING');

create table creator_import_file (
    import_id uuid  primary key references creator_import (id) on delete cascade,
    content   bytea not null
);

create table creator_import_row (
    import_id  uuid   not null references creator_import (id) on delete cascade,
    row_number bigint not null,
    line       bigint not null,
    outcome    text   not null,
    unchanged  boolean not null,
    reason     text,
    column_name text,
    cell       text,
    creator_id uuid,
    duplicate_of bigint,
    details    text,
    primary key (import_id, row_number)
);
create index creator_import_row_outcome on creator_import_row (import_id, outcome, row_number);

-- A partner sees the imports of its organisation, operators see all.
alter table creator_import enable row level security;
alter table creator_import force row level security;
create policy tenant on creator_import
    using (affinity_scope() in ('operator', 'system') or affinity_sees_organisation(organisation_id))
    with check (affinity_scope() in ('operator', 'system') or affinity_sees_organisation(organisation_id));

alter table creator_import_file enable row level security;
alter table creator_import_file force row level security;
create policy tenant on creator_import_file
    using (exists (select 1 from creator_import i where i.id = import_id))
    with check (exists (select 1 from creator_import i where i.id = import_id));

alter table creator_import_row enable row level security;
alter table creator_import_row force row level security;
create policy tenant on creator_import_row
    using (affinity_scope() in ('operator', 'system') or exists (select 1 from creator_import i where i.id = import_id))
    with check (affinity_scope() in ('operator', 'system'));
