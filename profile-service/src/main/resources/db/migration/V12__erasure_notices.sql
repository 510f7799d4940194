-- Organisations that had received an erased creator's data: told when every service has erased (GDPR article 19), and
-- kept as proof of whom was told.
create table erasure_recipient (
    erasure_id      uuid        not null references erasure_request (id),
    organisation_id uuid        not null,
    notice_id       uuid        not null unique,
    told_at         timestamptz,
    primary key (erasure_id, organisation_id)
);
alter table erasure_recipient enable row level security;
alter table erasure_recipient force row level security;
create policy erasure_recipient_read on erasure_recipient for select
    using (exists (select 1 from erasure_request r where r.id = erasure_id));
create policy erasure_recipient_service on erasure_recipient for all
    using (affinity_scope() = 'system') with check (affinity_scope() = 'system');

-- Ways back: an operator who checked the identity of a person takes their digests off the list. The digests, in
-- hexadecimal, stay here as proof of what was released.
create table opt_out_release (
    id          uuid primary key,
    released_by text        not null,
    released_at timestamptz not null,
    reference   text        not null,
    digests     varchar[]   not null
);
alter table opt_out_release enable row level security;
alter table opt_out_release force row level security;
create policy opt_out_release_operator on opt_out_release for all
    using (affinity_scope() in ('operator', 'system')) with check (affinity_scope() in ('operator', 'system'));
create policy opt_out_delete on opt_out for delete using (affinity_scope() in ('operator', 'system'));

-- Extracts come in parts when they are large.
alter table data_export_part add column part integer not null default 1;
alter table data_export_part add column parts integer not null default 1;
alter table data_export_part drop constraint data_export_part_pkey;
alter table data_export_part add primary key (export_id, service, part);
