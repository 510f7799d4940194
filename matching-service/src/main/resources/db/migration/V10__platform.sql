-- The platforms there are: a copy fed by events, which can be rebuilt. Requests may name these only.
create table platform (
    name       text primary key,
    version    bigint  not null,
    altogether integer not null
);

alter table platform enable row level security;
alter table platform force row level security;
create policy readable on platform for select using (affinity_scope() <> 'none');
create policy kept_by_the_service on platform
    using (affinity_sees_all())
    with check (affinity_sees_all());

comment on column platform.altogether is
    'How many platforms there were when this one was told of; 0 where the event did not say';
