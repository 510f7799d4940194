create table thing (
    id              uuid primary key,
    version         bigint not null,
    organisation_id uuid   not null,
    name            text   not null,
    count           int,
    share           double precision,
    since           date
);
alter table thing enable row level security;
alter table thing force row level security;
create policy tenant on thing using (affinity_sees_organisation(organisation_id));

create table thing_copy (
    id      uuid primary key,
    version bigint not null,
    name    text   not null
);

create table thing_name (
    name       text primary key,
    version    bigint  not null,
    altogether integer not null
);
