-- Creators and what is known of them. A creator reads and writes their own rows, organisations read all,
-- operators and the service itself write all; enforced here, also for the owner of the tables.

create table creator (
    id                       uuid primary key,
    version                  bigint      not null,
    display_name             text        not null,
    status                   text        not null,
    country                  text,
    languages                varchar[]   not null,
    birth_year               integer,
    time_zone                text,
    topics                   varchar[]   not null,
    completed_collaborations integer     not null,
    self_described           boolean     not null,
    created_at               timestamptz not null,
    updated_at               timestamptz not null
);
create index creator_country on creator (country, id);
create index creator_topics on creator using gin (topics);

create table account (
    id              uuid primary key,
    creator_id      uuid        not null references creator (id) on delete cascade,
    position        integer     not null,
    platform        text        not null,
    handle          text        not null,
    handle_key      text        not null,
    followers       bigint,
    engagement_rate numeric(16, 10),
    average_views   bigint,
    observed_at     timestamptz not null,
    source          text        not null,
    constraint account_held_once unique (platform, handle_key)
);
create index account_creator on account (creator_id);
create index account_handle on account (handle_key);
create index account_size on account (platform, followers, creator_id);

-- Append-only history of each account's figures.
create table metric_snapshot (
    id              uuid primary key,
    account_id      uuid        not null,
    creator_id      uuid        not null references creator (id) on delete cascade,
    followers       bigint,
    engagement_rate numeric(16, 10),
    average_views   bigint,
    observed_at     timestamptz not null,
    source          text        not null
);
create index metric_snapshot_account on metric_snapshot (account_id, observed_at);
create index metric_snapshot_creator on metric_snapshot (creator_id);

create table availability (
    creator_id      uuid    not null references creator (id) on delete cascade,
    position        integer not null,
    engagement_type text    not null,
    fee_amount      numeric(19, 4),
    fee_currency    text,
    primary key (creator_id, position)
);

alter table creator enable row level security;
alter table creator force row level security;
create policy creator_read on creator for select
    using (affinity_is_creator(id) or affinity_scope() in ('organisation', 'operator', 'system'));
create policy creator_insert on creator for insert
    with check (affinity_is_creator(id) or affinity_scope() in ('operator', 'system'));
create policy creator_update on creator for update
    using (affinity_is_creator(id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(id) or affinity_scope() in ('operator', 'system'));
create policy creator_delete on creator for delete
    using (affinity_scope() in ('operator', 'system'));

alter table account enable row level security;
alter table account force row level security;
create policy account_read on account for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('organisation', 'operator', 'system'));
create policy account_insert on account for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy account_update on account for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy account_delete on account for delete
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

alter table metric_snapshot enable row level security;
alter table metric_snapshot force row level security;
create policy metric_snapshot_read on metric_snapshot for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('organisation', 'operator', 'system'));
create policy metric_snapshot_insert on metric_snapshot for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

alter table availability enable row level security;
alter table availability force row level security;
create policy availability_read on availability for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('organisation', 'operator', 'system'));
create policy availability_insert on availability for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy availability_update on availability for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy availability_delete on availability for delete
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
