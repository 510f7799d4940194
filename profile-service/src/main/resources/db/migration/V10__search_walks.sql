-- Searches at a million creators: an order is walked along an index that says itself, with few false alarms, whether a
-- row can match, and begins where the first match can be.

-- Which of 64 marks a term has. A mark may stand for several terms: no mark, no match; a mark, perhaps one.
create function affinity_mark(term text) returns bigint
    language sql immutable parallel safe
    return 1::bigint << (hashtextextended(term, 0) & 63)::int;

create function affinity_marks(terms text[]) returns bigint
    language sql immutable parallel safe
    return (select coalesce(bit_or(affinity_mark(term)), 0) from unnest(terms) term);

-- How many binary digits a number has; 0 for nothing.
create function affinity_digits(value bigint) returns integer
    language sql immutable strict parallel safe
    return length(ltrim(value::bit(63)::text, '0'));

create function affinity_size_class(followers bigint) returns smallint
    language sql immutable strict parallel safe
    return greatest(6, least(24, affinity_digits(followers)));

-- size_class: binary digits of the followers of the largest account, between 6 and 24. other_class: the same of the
-- smaller one when two accounts are known by size, 0 when more are. sizes: one bit for the digits of each account. places
-- and subjects: marks of terms that people filter by most; country, language, state, platform (c l s p) and topic,
-- engagement, fee, rate (k e m r).
-- terms has two kinds more: m:EUR:7 a fee of 7 binary digits, r:9 an engagement rate of 9 in ten-thousandths.
alter table creator_search
    add column size_class  smallint,
    add column other_class smallint,
    add column sizes       bigint not null default 0,
    add column places      bigint not null default 0,
    add column subjects    bigint not null default 0;

drop index creator_search_name, creator_search_followers, creator_search_rate, creator_search_completed,
    creator_search_updated;
alter table creator_search
    drop constraint creator_search_pkey,
    add primary key (creator_id) include (sizes, places, subjects);

-- Writes the search rows of these creators anew, from what the tables hold now. The plan is kept by the session: one
-- that was made while the tables were empty must do for full ones, so it is always by their indexes.
create function affinity_search_creators(ids uuid[]) returns void
    language sql
    set enable_seqscan = off
    begin atomic
    insert into creator_search (creator_id, version, name_key, followers, engagement_rate, completed_collaborations,
                                birth_year, updated_at, platforms, handles, account_followers, account_rates,
                                account_observed, offers, offer_amounts, offer_currencies, terms, size_class,
                                other_class, sizes, places, subjects)
    select c.id, c.version, affinity_fold(c.display_name), a.followers[1], a.rates[1], c.completed_collaborations,
           c.birth_year, c.updated_at,
           coalesce(a.platforms, '{}'), coalesce(a.handles, '{}'), coalesce(a.followers, '{}'),
           coalesce(a.rates, '{}'), coalesce(a.observed, '{}'),
           coalesce(o.types, '{}'), coalesce(o.amounts, '{}'), coalesce(o.currencies, '{}'),
           array_to_tsvector(t.terms || case when x.text ~ '^[ -~]*$'
               then array(select 'w:' || left(word, 60)
                          from string_to_table(translate(lower(x.text),
                              $$!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~$$, repeat(' ', 32)), ' ') word
                          where word <> '')
               else array(select 'w:' || word from unnest(affinity_words(x.text)) word) end),
           affinity_size_class(a.followers[1]),
           case when a.known > 2 then 0 when a.known = 2 then affinity_size_class(a.followers[2]) end,
           coalesce(a.sizes, 0), m.places, m.subjects
    from creator c
    left join lateral (
        select array_agg(h.platform order by h.followers desc nulls last, h.position) as platforms,
               array_agg(h.handle_key order by h.followers desc nulls last, h.position) as handles,
               array_agg(h.followers order by h.followers desc nulls last, h.position) as followers,
               array_agg(h.engagement_rate order by h.followers desc nulls last, h.position) as rates,
               array_agg(h.observed_at order by h.followers desc nulls last, h.position) as observed,
               string_agg(h.handle || ' ' || translate(h.handle, '._-', ''), ' ') as text,
               count(h.followers) as known,
               bit_or(1::bigint << affinity_digits(h.followers)) as sizes,
               array_agg('p:' || h.platform) || array_agg('h:' || h.handle_key)
                   || array_agg('f:' || affinity_digits(h.followers))
                   || array_agg('g:' || h.platform || ':' || affinity_digits(h.followers))
                   || array_agg('r:' || affinity_digits(trunc(h.engagement_rate * 10000)::bigint)) as terms
        from account h where h.creator_id = c.id) a on true
    left join lateral (
        select array_agg(w.engagement_type) as types, array_agg(w.fee_amount) as amounts,
               array_agg(w.fee_currency) as currencies,
               array_agg('e:' || w.engagement_type)
                   || array_agg('m:' || w.fee_currency || ':' || affinity_digits(trunc(w.fee_amount)::bigint)) as terms
        from availability w where w.creator_id = c.id) o on true
    cross join lateral (
        select array_remove(
                   array['s:' || c.status, 'c:' || c.country]
                   || array(select 'k:' || topic from unnest(c.topics) topic)
                   || array(select 'l:' || lower(tag) from unnest(c.languages) tag)
                   || array(select 'l:' || lower(split_part(tag, '-', 1)) from unnest(c.languages) tag)
                   || o.terms || a.terms, null) as terms offset 0) t
    cross join lateral (
        select coalesce(bit_or(affinity_mark(term)) filter (where left(term, 1) in ('c', 'l', 's', 'p')), 0)
                   as places,
               coalesce(bit_or(affinity_mark(term)) filter (where left(term, 1) in ('k', 'e', 'm', 'r')), 0)
                   as subjects
        from unnest(t.terms) term offset 0) m
    -- What is printable ASCII, as most is, needs none of what affinity_words does to find the same words.
    cross join lateral (select concat_ws(' ', c.display_name, c.bio, a.text) as text offset 0) x
    where c.id = any (ids)
    on conflict (creator_id) do update set
        version = excluded.version, name_key = excluded.name_key, followers = excluded.followers,
        engagement_rate = excluded.engagement_rate, completed_collaborations = excluded.completed_collaborations,
        birth_year = excluded.birth_year, updated_at = excluded.updated_at, platforms = excluded.platforms,
        handles = excluded.handles, account_followers = excluded.account_followers,
        account_rates = excluded.account_rates, account_observed = excluded.account_observed,
        offers = excluded.offers, offer_amounts = excluded.offer_amounts,
        offer_currencies = excluded.offer_currencies, terms = excluded.terms, size_class = excluded.size_class,
        other_class = excluded.other_class, sizes = excluded.sizes, places = excluded.places,
        subjects = excluded.subjects;
    end;

create or replace function affinity_index_creators(ids uuid[]) returns void
    language sql
    set enable_seqscan = off
    begin atomic
    select affinity_search_creators(ids);

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

-- Whoever writes many says so before, and indexes them all at once; the trigger would ask for each whether that was done.
drop trigger creator_changed on creator;
create constraint trigger creator_changed after insert or update or delete on creator
    deferrable initially deferred for each row
    when (current_setting('affinity.indexing', true) is distinct from 'batch')
    execute function affinity_creator_changed();

-- Those who are there already; nobody's profile changes by it, so the feed of changes says nothing.
select set_config('affinity.scope', 'system', true);
select affinity_search_creators(array(select id from creator));
select set_config('affinity.scope', '', true);

-- One index for each order, both ways. With the marks in it a walk visits a row of the table only when it may match,
-- as long as vacuum keeps up.
create index creator_search_name on creator_search (name_key, creator_id) include (sizes, places, subjects);
create index creator_search_followers on creator_search (followers, creator_id) include (sizes, places, subjects);
create index creator_search_rate on creator_search (engagement_rate, creator_id) include (sizes, places, subjects);
create index creator_search_completed on creator_search (completed_collaborations, creator_id)
    include (sizes, places, subjects);
create index creator_search_updated on creator_search (updated_at, creator_id) include (sizes, places, subjects);
-- Small accounts have high rates: who is asked for by size is walked within it. Whose largest account is of another
-- size than the one that matches is found among those with several.
create index creator_search_class_rate on creator_search (size_class, engagement_rate, creator_id)
    include (sizes, places, subjects);
create index creator_search_other_followers on creator_search (other_class, followers, creator_id)
    include (sizes, places, subjects) where other_class is not null;
create index creator_search_other_rate on creator_search (other_class, engagement_rate, creator_id)
    include (sizes, places, subjects, size_class) where other_class is not null;
alter table creator_search set (
    autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.05);
