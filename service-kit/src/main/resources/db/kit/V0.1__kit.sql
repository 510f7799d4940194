-- What every service's database has: who is the caller, events out, events in, saved replies.

create function affinity_scope() returns text
    language sql stable parallel safe
    return coalesce(nullif(current_setting('affinity.scope', true), ''), 'none');

create function affinity_sees_all() returns boolean
    language sql stable parallel safe
    return affinity_scope() in ('operator', 'system');

create function affinity_sees_organisation(organisation uuid) returns boolean
    language sql stable parallel safe
    return affinity_sees_all()
        or organisation::text = any (string_to_array(current_setting('affinity.organisations', true), ','));

create function affinity_is_creator(creator uuid) returns boolean
    language sql stable parallel safe
    return creator::text = nullif(current_setting('affinity.creator', true), '');

-- Column names are Debezium's defaults, so that its connector could take over from the relay.
create table outbox (
    position      bigint generated always as identity primary key,
    id            uuid        not null unique,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    sequence      bigint      not null,
    payload       bytea,
    headers       jsonb       not null default '{}',
    timestamp     timestamptz not null
);

create table inbox (
    consumer    text        not null,
    event_id    text        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_received_at on inbox (received_at);

create table dead_letter (
    id         uuid primary key,
    consumer   text        not null,
    topic      text        not null,
    partition  int         not null,
    "offset"   bigint      not null,
    key        text,
    headers    jsonb       not null,
    payload    bytea,
    cause      text        not null,
    failed_at  timestamptz not null,
    replays    int         not null default 0,
    resolved_at timestamptz,
    unique (consumer, topic, partition, "offset")
);

create table read_model_rebuild (
    consumer     text primary key,
    generation   bigint      not null,
    requested_at timestamptz not null
);

create table idempotency (
    scope      bytea       not null,
    key        text        not null,
    request    bytea       not null,
    status     int         not null,
    headers    jsonb       not null,
    body       bytea,
    created_at timestamptz not null,
    primary key (scope, key)
);
create index idempotency_created_at on idempotency (created_at);
