-- Copies of other services' campaigns and collaborations; can be dropped and built again from the topics.

create table campaign_copy (
    campaign_id     uuid primary key,
    organisation_id uuid        not null,
    version         bigint      not null,
    state           text        not null,
    name            text        not null,
    brand           text,
    currency        text,
    objectives      text        not null,
    starts_on       date,
    ends_on         date,
    closed_at       timestamptz
);
alter table campaign_copy enable row level security;
alter table campaign_copy force row level security;
create policy tenant on campaign_copy
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_all());

create table collaboration_copy (
    collaboration_id uuid primary key,
    campaign_id      uuid        not null,
    organisation_id  uuid        not null,
    creator_id       uuid        not null,
    version          bigint      not null,
    state            text        not null,
    platform         text,
    handle           text
);
create index collaboration_copy_campaign on collaboration_copy (campaign_id);
alter table collaboration_copy enable row level security;
alter table collaboration_copy force row level security;
create policy tenant on collaboration_copy
    using (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id))
    with check (affinity_sees_all());

-- Posts and their figures.

create table post (
    post_id          uuid primary key,
    version          bigint      not null,
    collaboration_id uuid        not null,
    campaign_id      uuid        not null,
    organisation_id  uuid        not null,
    creator_id       uuid        not null,
    url              text        not null,
    published_at     timestamptz not null,
    source           text        not null check (source in ('NETWORK', 'DECLARED')),
    recorded_at      timestamptz not null,
    unique (collaboration_id, url)
);
create index post_campaign on post (campaign_id, post_id);
create index post_organisation on post (organisation_id, post_id);
create index post_creator on post (creator_id, post_id);
alter table post enable row level security;
alter table post force row level security;
create policy tenant on post
    using (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id));

create table metric_reading (
    reading_id        uuid primary key,
    post_id           uuid        not null references post,
    organisation_id   uuid        not null,
    creator_id        uuid        not null,
    source            text        not null check (source in ('NETWORK', 'DECLARED')),
    observed_at       timestamptz not null,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    impressions       bigint check (impressions >= 0),
    reach             bigint check (reach >= 0),
    likes             bigint check (likes >= 0),
    comments          bigint check (comments >= 0),
    shares            bigint check (shares >= 0),
    saves             bigint check (saves >= 0),
    views             bigint check (views >= 0),
    donations         numeric(19, 4) check (donations >= 0),
    donation_currency text,
    check ((donations is null) = (donation_currency is null)),
    check (num_nonnulls(impressions, reach, likes, comments, shares, saves, views, donations) > 0)
);
create index metric_reading_post on metric_reading (post_id);
alter table metric_reading enable row level security;
alter table metric_reading force row level security;
-- Append-only: there is no policy for update and delete, so nobody may.
create policy tenant_reads on metric_reading for select
    using (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id));
create policy tenant_adds on metric_reading for insert
    with check (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id));

-- A collaboration whose result is recorded takes no more posts and figures.
create table measurement_closure (
    collaboration_id uuid primary key,
    campaign_id      uuid        not null,
    organisation_id  uuid        not null,
    creator_id       uuid        not null,
    closed_at        timestamptz not null
);
create index measurement_closure_campaign on measurement_closure (campaign_id);
alter table measurement_closure enable row level security;
alter table measurement_closure force row level security;
create policy tenant on measurement_closure
    using (affinity_sees_organisation(organisation_id) or affinity_is_creator(creator_id))
    with check (affinity_sees_all());

-- Reports and the links that show them to anybody who has one.

create table report (
    report_id       uuid primary key,
    campaign_id     uuid        not null unique,
    organisation_id uuid        not null,
    completed_at    timestamptz not null,
    document        text        not null
);
create index report_organisation on report (organisation_id, report_id);
alter table report enable row level security;
alter table report force row level security;
-- Made once by the service itself and never changed.
create policy tenant_reads on report for select using (affinity_sees_organisation(organisation_id));
create policy service_adds on report for insert with check (affinity_sees_all());

create table share_link (
    share_link_id   uuid primary key,
    report_id       uuid        not null references report,
    organisation_id uuid        not null,
    token_hash      bytea       not null unique,
    created_at      timestamptz not null,
    expires_at      timestamptz not null
);
alter table share_link enable row level security;
alter table share_link force row level security;
create policy tenant on share_link using (affinity_sees_organisation(organisation_id));

-- Webhooks.

create table webhook_endpoint (
    endpoint_id     uuid primary key,
    version         bigint      not null,
    organisation_id uuid        not null,
    url             text        not null,
    description     text,
    event_types     text[]      not null,
    secret          bytea       not null,
    state           text        not null check (state in ('ENABLED', 'DISABLED')),
    disabled_reason text,
    disabled_at     timestamptz,
    failing_since   timestamptz,
    created_at      timestamptz not null
);
create index webhook_endpoint_organisation on webhook_endpoint (organisation_id, endpoint_id);
alter table webhook_endpoint enable row level security;
alter table webhook_endpoint force row level security;
create policy tenant on webhook_endpoint using (affinity_sees_organisation(organisation_id));

create table webhook_delivery (
    delivery_id     uuid primary key,
    endpoint_id     uuid        not null references webhook_endpoint on delete cascade,
    organisation_id uuid        not null,
    event_id        uuid        not null,
    event_type      text        not null,
    body            text        not null check (octet_length(body) < 20000),
    state           text        not null check (state in ('PENDING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    attempts        int         not null default 0,
    failures        int         not null default 0,
    next_attempt_at timestamptz,
    leased_until    timestamptz,
    created_at      timestamptz not null,
    completed_at    timestamptz,
    unique (endpoint_id, event_id)
);
create index webhook_delivery_due on webhook_delivery (endpoint_id, next_attempt_at) where state = 'PENDING';
create index webhook_delivery_organisation on webhook_delivery (organisation_id, delivery_id);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy tenant on webhook_delivery using (affinity_sees_organisation(organisation_id));

create table webhook_attempt (
    delivery_id     uuid        not null references webhook_delivery on delete cascade,
    number          int         not null,
    organisation_id uuid        not null,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    outcome         text        not null check (outcome in ('STARTED', 'SUCCEEDED', 'FAILED', 'LOST')),
    status_code     int,
    error           text,
    excerpt         text,
    primary key (delivery_id, number)
);
alter table webhook_attempt enable row level security;
alter table webhook_attempt force row level security;
create policy tenant on webhook_attempt using (affinity_sees_organisation(organisation_id));
