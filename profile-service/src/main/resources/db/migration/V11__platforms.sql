-- Platforms that operators added, or changed: those that ship with the service are in platforms.json. Names of
-- accounts' platforms are checked by the service, not here: an import writes thousands of them a second.
create table platform (
    name           text primary key,
    version        bigint      not null,
    title          text        not null,
    handle_kind    text        not null,
    also_allowed   text        not null,
    longest_handle integer     not null,
    addresses      varchar[]   not null,
    aliases        varchar[]   not null,
    metrics        varchar[]   not null,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
alter table platform enable row level security;
alter table platform force row level security;
create policy platform_read on platform for select using (affinity_scope() <> 'none');
create policy platform_write on platform for all
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));
