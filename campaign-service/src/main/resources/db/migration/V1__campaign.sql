-- Campaigns with their briefs. Row-level security is forced, so that it binds the owner of the tables too:
-- a query that forgets the tenant still finds only the caller's rows.

create table campaign (
    id              uuid primary key,
    version         bigint not null,
    organisation_id uuid not null,
    name            text not null,
    state           text not null check (state in ('DRAFT', 'PUBLISHED', 'MATCHED', 'CLOSED')),
    brief           jsonb not null,
    created_at      timestamptz not null,
    published_at    timestamptz,
    closed_at       timestamptz,
    check ((state = 'DRAFT') = (published_at is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);

create index campaign_by_organisation on campaign (organisation_id, id desc);

alter table campaign enable row level security;
alter table campaign force row level security;
create policy tenant on campaign
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));
