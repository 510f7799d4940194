-- Who was observed since a moment, found without a look at everyone: asked for alone, no term tells it.
create function affinity_latest(moments timestamptz[]) returns timestamptz
    language sql immutable parallel safe
    return (select max(moment) from unnest(moments) moment);

alter table creator_search
    add column latest_observed timestamptz generated always as (affinity_latest(account_observed)) stored;
-- Without the id: the accounts of a list were observed at one moment, of which the index then keeps one entry.
create index creator_search_observed on creator_search (latest_observed);
