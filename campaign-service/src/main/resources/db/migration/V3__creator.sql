-- What is needed of creators to write to them in person: a copy fed by events, which can be rebuilt.
-- Only the service itself and operators change it; organisations read it to address the creators of their panels.

create table creator (
    id           uuid primary key,
    version      bigint not null,
    state        text not null,
    display_name text not null,
    language     text,
    time_zone    text,
    handles      jsonb not null
);

alter table creator enable row level security;
alter table creator force row level security;
create policy readable on creator for select
    using (affinity_scope() in ('organisation', 'operator', 'system') or affinity_is_creator(id));
create policy kept_by_the_service on creator
    using (affinity_sees_all())
    with check (affinity_sees_all());
