-- Accounts in depth: history in any order of arrival, linked creators, claims, audiences, overlaps and benchmarks.

alter table account
    add column following         bigint,
    add column posts             bigint,
    add column last_post_at      timestamptz,
    add column post_figures      jsonb,
    add column linked_from       uuid,
    add column audience          jsonb,
    add column credibility       numeric(6, 5);
create index account_linked_from on account (linked_from) where linked_from is not null;

alter table metric_snapshot
    add column following    bigint,
    add column posts        bigint,
    add column last_post_at timestamptz,
    add column post_figures jsonb,
    -- Whether unknown figures were unknown to the source too, and so end older ones.
    add column complete     boolean     not null default false,
    add column recorded_at  timestamptz not null default now(),
    add column recorded_by  uuid,
    add column corrects     uuid;

-- What was observed stays; only whose history it is follows the account when creators are linked.
create function metric_snapshot_stays() returns trigger
    language plpgsql as $$
begin
    if to_jsonb(new) - 'creator_id' is distinct from to_jsonb(old) - 'creator_id' then
        raise exception 'a metric snapshot is never changed';
    end if;
    return new;
end $$;
create trigger metric_snapshot_stays before update on metric_snapshot
    for each row execute function metric_snapshot_stays();
create policy metric_snapshot_update on metric_snapshot for update
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));

-- A creator who turned out to be another one: kept, proposed to nobody, and restored when the link is undone.
alter table creator
    add column linked_to          uuid references creator (id) on delete set null,
    add column status_before_link text;
create index creator_linked_to on creator (linked_to) where linked_to is not null;

create table creator_link (
    id          uuid primary key,
    creator_id  uuid        not null references creator (id) on delete cascade,
    absorbed_id uuid        not null references creator (id) on delete cascade,
    reason      text        not null,
    linked_at   timestamptz not null,
    unlinked_at timestamptz
);
create unique index creator_link_once on creator_link (absorbed_id) where unlinked_at is null;
create index creator_link_creator on creator_link (creator_id, id);
alter table creator_link enable row level security;
alter table creator_link force row level security;
create policy creator_link_read on creator_link for select
    using (affinity_is_creator(creator_id) or affinity_is_creator(absorbed_id)
        or affinity_scope() in ('operator', 'system'));
create policy creator_link_write on creator_link for all
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));

-- A creator says that an account kept under another creator is theirs; an operator decides.
create table account_claim (
    id          uuid primary key,
    version     bigint      not null,
    creator_id  uuid        not null references creator (id) on delete cascade,
    platform    text        not null,
    handle      text        not null,
    handle_key  text        not null,
    state       text        not null,
    proof_code  text        not null,
    note        text,
    claimed_at  timestamptz not null,
    decided_at  timestamptz
);
create index account_claim_creator on account_claim (creator_id, id);
create index account_claim_state on account_claim (state, id);
create unique index account_claim_open on account_claim (creator_id, platform, handle_key) where state = 'PENDING';
alter table account_claim enable row level security;
alter table account_claim force row level security;
create policy account_claim_read on account_claim for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy account_claim_insert on account_claim for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy account_claim_update on account_claim for update
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));

-- Audience of an account as one source tells it; seen by whoever sees the account.
create table account_audience (
    account_id    uuid        not null references account (id) on delete cascade,
    source        text        not null,
    observed_at   timestamptz not null,
    recorded_at   timestamptz not null,
    recorded_by   uuid,
    distributions jsonb       not null,
    signals       jsonb       not null,
    primary key (account_id, source)
);
alter table account_audience enable row level security;
alter table account_audience force row level security;
create policy account_audience_read on account_audience for select
    using (exists (select 1 from account a where a.id = account_id));
create policy account_audience_write on account_audience for all
    using (affinity_scope() in ('operator', 'system')
        or exists (select 1 from account a where a.id = account_id and affinity_is_creator(a.creator_id)))
    with check (affinity_scope() in ('operator', 'system')
        or exists (select 1 from account a where a.id = account_id and affinity_is_creator(a.creator_id)));

-- How many people follow both of two accounts; the smaller id stands first.
create table account_overlap (
    first_id          uuid        not null references account (id) on delete cascade,
    second_id         uuid        not null references account (id) on delete cascade,
    version           bigint      not null,
    first_followers   bigint      not null,
    second_followers  bigint      not null,
    shared_followers  bigint      not null,
    sample_size       bigint,
    source            text        not null,
    observed_at       timestamptz not null,
    recorded_by       uuid,
    primary key (first_id, second_id),
    constraint account_overlap_order check (first_id < second_id)
);
create index account_overlap_second on account_overlap (second_id);
alter table account_overlap enable row level security;
alter table account_overlap force row level security;
create policy account_overlap_read on account_overlap for select
    using (exists (select 1 from account a where a.id in (first_id, second_id)));
create policy account_overlap_write on account_overlap for all
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));

-- Engagement by platform and audience size, computed from our own accounts; no row describes fewer than 30 of them.
create table engagement_benchmark (
    platform        text        not null,
    definition      text        not null,
    tier_scheme     text        not null,
    tier            text        not null,
    accounts        integer     not null,
    mean            numeric     not null,
    lower_quartile  numeric     not null,
    median          numeric     not null,
    upper_quartile  numeric     not null,
    trimmed_mean    numeric     not null,
    trimmed_variance numeric    not null,
    computed_at     timestamptz not null,
    primary key (platform, definition, tier_scheme, tier)
);

-- How engagement falls with the number of followers: ln(rate) = intercept + slope * ln(followers), by platform.
create table engagement_fit (
    platform           text        not null primary key,
    accounts           integer     not null,
    slope              double precision,
    intercept          double precision,
    residual_deviation double precision,
    mean_log_followers double precision,
    square_sum         double precision,
    computed_at        timestamptz not null
);
alter table engagement_benchmark enable row level security;
alter table engagement_benchmark force row level security;
create policy engagement_benchmark_read on engagement_benchmark for select using (affinity_scope() <> 'none');
create policy engagement_benchmark_write on engagement_benchmark for all
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));
alter table engagement_fit enable row level security;
alter table engagement_fit force row level security;
create policy engagement_fit_read on engagement_fit for select using (affinity_scope() <> 'none');
create policy engagement_fit_write on engagement_fit for all
    using (affinity_scope() in ('operator', 'system'))
    with check (affinity_scope() in ('operator', 'system'));
