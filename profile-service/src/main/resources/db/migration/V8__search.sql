-- Finding creators: one derived row per creator, kept in the transaction of each change, and a feed of who changed.

alter table creator add column bio text;

-- Lowercase without accents. PostgreSQL's unaccent is an extension that only a superuser may install everywhere, and
-- not immutable; normalisation is built in.
create function affinity_fold(value text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(translate(
        regexp_replace(lower(normalize(value, NFKD)), '[\u0300-\u036f]+', '', 'g'),
        'øłđıħŧ', 'oldiht'), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss');

-- The words of a text in that form, each once: runs of letters and digits, cut at 60 characters.
create function affinity_words(value text) returns text[]
    language sql immutable parallel safe
    return (select coalesce(array_agg(distinct left(word, 60)), '{}')
            from regexp_split_to_table(affinity_fold(value), '[^[:alnum:]]+') word
            where word <> '');

-- What creators are found and sorted by. terms holds every filter that is a plain "has": c:FR lives in France,
-- l:pt-br and l:pt publishes in, k:food about, e:PAID accepts, s:ACTIVE state, h:lea handle, p:TIKTOK platform,
-- f:13 an account whose followers have 13 binary digits, g:TIKTOK:13 such an account there, and w:soup a word of name,
-- bio or handle; one index answers any combination. The arrays hold what must be true of one and the same account or
-- offer. The largest account gives followers and engagement rate their place in an order.
create table creator_search (
    creator_id               uuid primary key references creator (id) on delete cascade,
    version                  bigint      not null,
    name_key                 text        not null collate "C",
    followers                bigint,
    engagement_rate          numeric(16, 10),
    completed_collaborations integer     not null,
    birth_year               integer,
    updated_at               timestamptz not null,
    platforms                text[]      not null,
    handles                  text[]      not null,
    account_followers        bigint[]    not null,
    account_rates            numeric[]   not null,
    account_observed         timestamptz[] not null,
    offers                   text[]      not null,
    offer_amounts            numeric[]   not null,
    offer_currencies         text[]      not null,
    terms                    tsvector    not null
);
alter table creator_search alter column terms set statistics 500;
create index creator_search_terms on creator_search using gin (terms) with (gin_pending_list_limit = 1024);
create index creator_search_name on creator_search (name_key, creator_id);
create index creator_search_followers on creator_search (followers, creator_id);
create index creator_search_rate on creator_search (engagement_rate, creator_id);
create index creator_search_completed on creator_search (completed_collaborations, creator_id);
create index creator_search_updated on creator_search (updated_at, creator_id);

-- Enabled, not forced: under a forced policy PostgreSQL may not use an operator such as @@ for an index scan. The
-- service, which owns the table, takes ids from it and reads the creators themselves under their forced policies, so
-- that nothing shows that the caller may not see.
alter table creator_search enable row level security;
create policy creator_search_read on creator_search for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('organisation', 'operator', 'system'));

-- The latest change of each creator. transaction is the id of the writing transaction: a reader who stays below the
-- oldest transaction still running can miss nobody, because whoever commits later has an id not below it.
create table creator_change (
    creator_id  uuid primary key,
    version     bigint      not null,
    type        text        not null,
    changed_at  timestamptz not null,
    transaction bigint      not null
);
create index creator_change_order on creator_change (transaction, creator_id);

alter table creator_change enable row level security;
alter table creator_change force row level security;
create policy creator_change_read on creator_change for select
    using (affinity_is_creator(creator_id) or affinity_scope() in ('organisation', 'operator', 'system'));
create policy creator_change_insert on creator_change for insert
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));
create policy creator_change_update on creator_change for update
    using (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'))
    with check (affinity_is_creator(creator_id) or affinity_scope() in ('operator', 'system'));

-- Writes the rows of these creators anew, from what the tables hold now. The plan is kept by the session: one that was
-- made while the tables were empty must do for full ones, so it is always by their indexes.
create function affinity_index_creators(ids uuid[]) returns void
    language sql
    set enable_seqscan = off
    begin atomic
    insert into creator_search
    select c.id, c.version, affinity_fold(c.display_name), a.followers[1], a.rates[1], c.completed_collaborations,
           c.birth_year, c.updated_at,
           coalesce(a.platforms, '{}'), coalesce(a.handles, '{}'), coalesce(a.followers, '{}'),
           coalesce(a.rates, '{}'), coalesce(a.observed, '{}'),
           coalesce(o.types, '{}'), coalesce(o.amounts, '{}'), coalesce(o.currencies, '{}'),
           array_to_tsvector(array_remove(
               array['s:' || c.status, 'c:' || c.country]
               || array(select 'k:' || topic from unnest(c.topics) topic)
               || array(select 'l:' || lower(tag) from unnest(c.languages) tag)
               || array(select 'l:' || lower(split_part(tag, '-', 1)) from unnest(c.languages) tag)
               || o.terms || a.terms
               || array(select 'w:' || word from unnest(affinity_words(concat_ws(' ', c.display_name, c.bio, a.text))) word),
               null))
    from creator c
    left join lateral (
        select array_agg(h.platform order by h.followers desc nulls last, h.position) as platforms,
               array_agg(h.handle_key order by h.followers desc nulls last, h.position) as handles,
               array_agg(h.followers order by h.followers desc nulls last, h.position) as followers,
               array_agg(h.engagement_rate order by h.followers desc nulls last, h.position) as rates,
               array_agg(h.observed_at order by h.followers desc nulls last, h.position) as observed,
               string_agg(h.handle || ' ' || regexp_replace(h.handle, '[._-]+', '', 'g'), ' ') as text,
               array_agg('p:' || h.platform) || array_agg('h:' || h.handle_key)
                   || array_agg('f:' || length(ltrim(h.followers::bit(63)::text, '0')))
                   || array_agg('g:' || h.platform || ':' || length(ltrim(h.followers::bit(63)::text, '0'))) as terms
        from account h where h.creator_id = c.id) a on true
    left join lateral (
        select array_agg(w.engagement_type) as types, array_agg(w.fee_amount) as amounts,
               array_agg(w.fee_currency) as currencies, array_agg('e:' || w.engagement_type) as terms
        from availability w where w.creator_id = c.id) o on true
    where c.id = any (ids)
    on conflict (creator_id) do update set
        version = excluded.version, name_key = excluded.name_key, followers = excluded.followers,
        engagement_rate = excluded.engagement_rate, completed_collaborations = excluded.completed_collaborations,
        birth_year = excluded.birth_year, updated_at = excluded.updated_at, platforms = excluded.platforms,
        handles = excluded.handles, account_followers = excluded.account_followers,
        account_rates = excluded.account_rates, account_observed = excluded.account_observed,
        offers = excluded.offers, offer_amounts = excluded.offer_amounts,
        offer_currencies = excluded.offer_currencies, terms = excluded.terms;

    insert into creator_change
    select c.id, c.version,
           case when c.status = 'WITHDRAWN' then 'WITHDRAWN' when c.version = 1 then 'CREATED' else 'UPDATED' end,
           c.updated_at, pg_current_xact_id()::text::bigint
    from creator c
    where c.id = any (ids)
    on conflict (creator_id) do update set
        version = excluded.version, type = excluded.type, changed_at = excluded.changed_at,
        transaction = excluded.transaction;
    end;

-- Whoever writes a creator, its rows are there at commit. A writer of many calls the function above once for all of
-- them, and there is nothing left to do here. A creator's parts need no trigger of their own: each change of a part
-- raises the creator's version.
create function affinity_creator_changed() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        insert into creator_change
        values (old.id, old.version + 1, 'ERASED', now(), pg_current_xact_id()::text::bigint)
        on conflict (creator_id) do update set
            version = excluded.version, type = excluded.type, changed_at = excluded.changed_at,
            transaction = excluded.transaction;
    elsif not exists (select from creator_search s where s.creator_id = new.id and s.version >= new.version) then
        perform affinity_index_creators(array[new.id]);
    end if;
    return null;
end
$$;
create constraint trigger creator_changed after insert or update or delete on creator
    deferrable initially deferred for each row execute function affinity_creator_changed();

-- Those who are there already.
select set_config('affinity.scope', 'system', true);
select affinity_index_creators(array(select id from creator));
select set_config('affinity.scope', '', true);

-- What a partner says of a creator, under an id of the partner's own. The creator behind it may have other sources.
create table partner_creator (
    organisation_id uuid        not null,
    external_id     text        not null collate "C",
    creator_id      uuid        not null references creator (id) on delete cascade,
    version         bigint      not null,
    record          text        not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (organisation_id, external_id)
);
create index partner_creator_creator on partner_creator (creator_id);

alter table partner_creator enable row level security;
alter table partner_creator force row level security;
create policy tenant on partner_creator
    using (affinity_scope() in ('operator', 'system') or affinity_sees_organisation(organisation_id))
    with check (affinity_scope() in ('operator', 'system') or affinity_sees_organisation(organisation_id));
