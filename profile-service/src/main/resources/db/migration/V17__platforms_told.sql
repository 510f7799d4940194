-- Which version of each platform other services were told of, so that each is told once; those that ship with the
-- service have no row of their own in platform.
create table platform_told (
    platform text primary key,
    version  bigint not null
);
alter table platform_told enable row level security;
alter table platform_told force row level security;
create policy platform_told_all on platform_told
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));
