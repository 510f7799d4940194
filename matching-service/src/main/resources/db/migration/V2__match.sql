-- Local copy of the campaigns, as far as matching needs it.
create table campaign_copy (
    campaign_id     uuid primary key,
    organisation_id uuid   not null,
    version         bigint not null,
    state           text   not null
);
alter table campaign_copy enable row level security;
alter table campaign_copy force row level security;
create policy tenant on campaign_copy
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));

-- Every match ever answered: never changed, so that it can be shown again as it was.
create table match_run (
    match_id         uuid primary key,
    organisation_id  uuid          not null,
    campaign_id      uuid,
    campaign_version bigint,
    model_version    text          not null,
    index_snapshot   bigint        not null,
    eligible_count   int           not null,
    panel_size       int           not null,
    panel_cost       numeric(19, 4) not null,
    panel_currency   text          not null,
    brief            text          not null,
    document         text          not null,
    completed_at     timestamptz   not null,
    unique (campaign_id, campaign_version)
);
create index match_run_organisation on match_run (organisation_id, match_id desc);
alter table match_run enable row level security;
alter table match_run force row level security;
create policy tenant on match_run
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));

comment on column match_run.document is 'The answer as it was sent: text, because jsonb would not keep its bytes';
