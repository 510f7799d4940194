-- Collaborations, as far as predictions are compared with results: a copy that can be built again.
create table collaboration_copy (
    collaboration_id uuid primary key,
    version          bigint not null,
    organisation_id  uuid   not null,
    campaign_id      uuid   not null,
    creator_id       uuid   not null,
    account_id       uuid   not null,
    platform         text   not null,
    prediction       jsonb
);
create index collaboration_copy_creator on collaboration_copy (creator_id);
alter table collaboration_copy enable row level security;
alter table collaboration_copy force row level security;
create policy tenant on collaboration_copy
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));

-- What they brought, as the networks measured it: a copy that can be built again.
create table result_copy (
    collaboration_id uuid primary key,
    version          bigint      not null,
    organisation_id  uuid        not null,
    creator_id       uuid        not null,
    posts            int         not null,
    impressions      bigint,
    reach            bigint,
    engagements      bigint,
    recorded_at      timestamptz not null
);
create index result_copy_creator on result_copy (creator_id);
create index result_copy_organisation on result_copy (organisation_id, recorded_at);
alter table result_copy enable row level security;
alter table result_copy force row level security;
create policy tenant on result_copy
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));

comment on column collaboration_copy.prediction is
    'What the match that the invitation came from said of this creator and account, for one post; null when no match did';
