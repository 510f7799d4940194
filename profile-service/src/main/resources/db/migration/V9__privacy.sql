-- What creators may ask of their data: erasure, export, who saw it, and that a datum be corrected.

create table erasure_request (
    id           uuid primary key,
    version      bigint      not null,
    creator_id   uuid        not null unique,
    requested_by text        not null,
    state        text        not null,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    completed_at timestamptz
);
create index erasure_request_open on erasure_request (due_at) where state <> 'COMPLETED';
alter table erasure_request enable row level security;
alter table erasure_request force row level security;
create policy erasure_request_read on erasure_request for select
    using (affinity_is_creator(creator_id) or affinity_sees_all());
create policy erasure_request_insert on erasure_request for insert
    with check (affinity_is_creator(creator_id) or affinity_sees_all());
create policy erasure_request_update on erasure_request for update
    using (affinity_scope() = 'system');

create table erasure_receipt (
    erasure_id  uuid        not null references erasure_request (id),
    service     text        not null,
    recorded_at timestamptz not null,
    content     text        not null,
    signature   text        not null,
    primary key (erasure_id, service)
);
alter table erasure_receipt enable row level security;
alter table erasure_receipt force row level security;
create policy erasure_receipt_read on erasure_receipt for select
    using (exists (select 1 from erasure_request r where r.id = erasure_id));
create policy erasure_receipt_insert on erasure_receipt for insert with check (affinity_scope() = 'system');

-- Keyed digests of the accounts of people who left: without the key they say nothing.
create table opt_out (
    digest   bytea primary key,
    added_at timestamptz not null
);
alter table opt_out enable row level security;
alter table opt_out force row level security;
create policy opt_out_read on opt_out for select using (affinity_scope() <> 'none');
create policy opt_out_insert on opt_out for insert with check (affinity_scope() = 'system');

create table data_export (
    id           uuid primary key,
    version      bigint      not null,
    creator_id   uuid        not null references creator (id) on delete cascade,
    state        text        not null,
    requested_at timestamptz not null,
    due_at       timestamptz not null,
    ready_at     timestamptz,
    expires_at   timestamptz
);
create index data_export_creator on data_export (creator_id, id desc);
create unique index data_export_one_at_a_time on data_export (creator_id) where state = 'PENDING';
alter table data_export enable row level security;
alter table data_export force row level security;
create policy data_export_read on data_export for select
    using (affinity_is_creator(creator_id) or affinity_sees_all());
create policy data_export_insert on data_export for insert with check (affinity_is_creator(creator_id));
create policy data_export_update on data_export for update using (affinity_scope() = 'system');
create policy data_export_delete on data_export for delete using (affinity_scope() = 'system');

-- The key that opens the extracts, sealed; deleted with them when the archive is made.
create table data_export_key (
    export_id   uuid primary key references data_export (id) on delete cascade,
    public_key  text not null,
    private_key text not null
);
alter table data_export_key enable row level security;
alter table data_export_key force row level security;
create policy data_export_key_insert on data_export_key for insert
    with check (exists (select 1 from data_export e where e.id = export_id));
create policy data_export_key_service on data_export_key
    using (affinity_scope() = 'system') with check (affinity_scope() = 'system');

create table data_export_part (
    export_id uuid  not null references data_export (id) on delete cascade,
    service   text  not null,
    sealed    text  not null,
    primary key (export_id, service)
);
alter table data_export_part enable row level security;
alter table data_export_part force row level security;
create policy data_export_part_service on data_export_part
    using (affinity_scope() = 'system') with check (affinity_scope() = 'system');

-- The archive, sealed; the creator alone reads it, not even operators.
create table data_export_archive (
    export_id uuid primary key references data_export (id) on delete cascade,
    content   bytea not null
);
alter table data_export_archive enable row level security;
alter table data_export_archive force row level security;
create policy data_export_archive_read on data_export_archive for select
    using (exists (select 1 from data_export e where e.id = export_id and affinity_is_creator(e.creator_id)));
create policy data_export_archive_service on data_export_archive
    using (affinity_scope() = 'system') with check (affinity_scope() = 'system');

-- Which organisation got a creator's data, counted by day.
create table disclosure (
    creator_id      uuid   not null,
    organisation_id uuid   not null,
    day             date   not null,
    kind            text   not null,
    times           bigint not null,
    primary key (creator_id, day, organisation_id, kind)
);
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy disclosure_read on disclosure for select
    using (affinity_is_creator(creator_id) or affinity_sees_all());
create policy disclosure_service on disclosure
    using (affinity_scope() = 'system') with check (affinity_scope() = 'system');

create table contest (
    id          uuid primary key,
    version     bigint      not null,
    creator_id  uuid        not null references creator (id) on delete cascade,
    field       text        not null,
    claim       text        not null,
    evidence    text,
    state       text        not null,
    reason      text,
    created_at  timestamptz not null,
    resolved_at timestamptz
);
create index contest_creator on contest (creator_id, id desc);
create index contest_open on contest (id) where state = 'OPEN';
alter table contest enable row level security;
alter table contest force row level security;
create policy contest_read on contest for select
    using (affinity_is_creator(creator_id) or affinity_sees_all());
create policy contest_insert on contest for insert with check (affinity_is_creator(creator_id));
create policy contest_update on contest for update using (affinity_sees_all());
create policy contest_delete on contest for delete using (affinity_scope() = 'system');

-- Fields whose accuracy is contested, as long as that is open.
alter table creator add column contested_fields varchar[] not null default '{}';
