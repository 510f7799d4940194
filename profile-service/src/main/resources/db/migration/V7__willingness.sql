-- What creators want: terms, prices, brands, niches, causes; and what is measured of how they answer and what they bring.

alter table availability
    add column available_from  date,
    add column available_until date,
    add column max_per_month   integer,
    add column max_concurrent  integer,
    add column min_notice_days integer;

-- Columns, not tables: the event of a creator is written from one row, 500 creators at a time.
alter table creator
    add column paid_pause_from  date,
    add column paid_pause_until date,
    add column language_levels  jsonb     not null default '{}',
    add column rate_card        jsonb     not null default '[]',
    add column niches           varchar[] not null default '{}',
    add column causes           varchar[] not null default '{}',
    add column responsiveness   jsonb;
create index creator_niches on creator using gin (niches);
create index creator_causes on creator using gin (causes);

-- Ties to brands. Whom a creator refuses is between them and the platform: organisations do not see it.
create table creator_brand (
    creator_id uuid    not null references creator (id) on delete cascade,
    position   integer not null,
    relation   text    not null,
    brand_key  text    not null,
    name       text    not null,
    sector     text,
    worked_on  date,
    what       text,
    proof_url  text,
    result     text,
    source     text    not null,
    primary key (creator_id, relation, brand_key)
);
create index creator_brand_name on creator_brand (brand_key, relation);

alter table creator_brand enable row level security;
alter table creator_brand force row level security;
create policy creator_brand_read on creator_brand for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system')
        or (affinity_scope() = 'organisation' and relation <> 'REFUSES'));
create policy creator_brand_insert on creator_brand for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy creator_brand_update on creator_brand for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy creator_brand_delete on creator_brand for delete
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- Addresses and numbers, sealed by the service; no organisation reads them.
create table contact_channel (
    creator_id uuid primary key references creator (id) on delete cascade,
    sealed     bytea not null
);

alter table contact_channel enable row level security;
alter table contact_channel force row level security;
create policy contact_channel_all on contact_channel
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- Events that a creator organised or took part in.
create table appearance (
    creator_id uuid    not null references creator (id) on delete cascade,
    position   integer not null,
    name       text    not null,
    role       text    not null,
    held_on    date    not null,
    place      text,
    country    text,
    url        text,
    primary key (creator_id, position)
);

alter table appearance enable row level security;
alter table appearance force row level security;
create policy appearance_read on appearance for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('organisation', 'operator', 'system'));
create policy appearance_insert on appearance for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy appearance_update on appearance for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy appearance_delete on appearance for delete
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- What each completed collaboration brought; null until its result is read again, for results of before.
alter table completed_collaboration
    add column version         bigint not null default 0,
    add column campaign_id     uuid,
    add column organisation_id uuid,
    add column brand           text,
    add column platform        text,
    add column posts           integer,
    add column window_from     date,
    add column figures         jsonb;
create index completed_collaboration_recorded on completed_collaboration (creator_id, recorded_at desc, collaboration_id);

-- Invitations as campaigns tell of them; no foreign key, since they may be heard of before the creator is known.
create table invitation (
    collaboration_id uuid primary key,
    creator_id       uuid        not null,
    organisation_id  uuid        not null,
    version          bigint      not null,
    state            text        not null,
    invited_at       timestamptz not null,
    responded_at     timestamptz
);
create index invitation_creator on invitation (creator_id, invited_at);

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_read on invitation for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy invitation_write on invitation
    using (affinity_scope() = 'system')
    with check (affinity_scope() = 'system');

-- When the figures of a creator change by the mere passing of time, and how many invitations were ever known.
create table responsiveness_refresh (
    creator_id uuid primary key,
    due_at     timestamptz not null,
    known      integer     not null
);
create index responsiveness_refresh_due on responsiveness_refresh (due_at);

alter table responsiveness_refresh enable row level security;
alter table responsiveness_refresh force row level security;
create policy responsiveness_refresh_all on responsiveness_refresh
    using (affinity_scope() = 'system')
    with check (affinity_scope() = 'system');
