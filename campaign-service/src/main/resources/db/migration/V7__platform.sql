-- The platforms there are: a copy fed by events, which can be rebuilt. Briefs may ask for these only.
create table platform (
    name    text primary key,
    version bigint not null
);

alter table platform enable row level security;
alter table platform force row level security;
create policy readable on platform for select using (affinity_scope() <> 'none');
create policy kept_by_the_service on platform
    using (affinity_sees_all())
    with check (affinity_sees_all());
