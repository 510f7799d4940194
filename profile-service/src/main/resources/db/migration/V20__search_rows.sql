-- A change of a creator costs PostgreSQL less. It made the expression of a generated column ready anew for each
-- statement, twice, which took a fifth of the time of the search row; the function that writes the row knows the moment
-- anyway. A function that is strict is not put into the statement that calls it.
alter table creator_search alter column latest_observed drop expression;
drop function affinity_latest;

create or replace function affinity_size_class(followers bigint) returns smallint
    language sql immutable parallel safe
    return case when followers is not null then greatest(6, least(24, affinity_digits(followers))) end;

create or replace function affinity_search_creators(ids uuid[]) returns void
    language sql
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
    begin atomic
    insert into creator_search (creator_id, version, name_key, followers, engagement_rate, completed_collaborations,
                                birth_year, updated_at, platforms, handles, account_followers, account_rates,
                                account_observed, offers, offer_amounts, offer_currencies, terms, size_class,
                                other_class, sizes, places, subjects, latest_observed)
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
           coalesce(a.sizes, 0), m.places, m.subjects, a.latest
    from creator c
    left join lateral (
        select array_agg(h.platform order by h.followers desc nulls last, h.position) as platforms,
               array_agg(h.handle_key order by h.followers desc nulls last, h.position) as handles,
               array_agg(h.followers order by h.followers desc nulls last, h.position) as followers,
               array_agg(h.engagement_rate order by h.followers desc nulls last, h.position) as rates,
               array_agg(h.observed_at order by h.followers desc nulls last, h.position) as observed,
               string_agg(h.handle || ' ' || translate(h.handle, '._-', ''), ' ') as text,
               count(h.followers) as known, max(h.observed_at) as latest,
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
        subjects = excluded.subjects, latest_observed = excluded.latest_observed;
    end;
