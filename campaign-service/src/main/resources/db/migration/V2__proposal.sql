-- What matching proposed for each campaign: a copy fed by events, which can be rebuilt.

create table proposal (
    campaign_id     uuid primary key references campaign (id),
    version         bigint not null,
    organisation_id uuid not null,
    content         jsonb not null
);

alter table proposal enable row level security;
alter table proposal force row level security;
create policy tenant on proposal
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));
