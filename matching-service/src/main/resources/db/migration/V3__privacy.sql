-- Creators who were erased stay as an empty row until the copy is built anew.
alter table candidate alter column state drop not null;

-- What each match decided about each creator that it names, for the creator's own eyes: the match itself, which names
-- others too, stays out of their sight.
create table selection_decision (
    match_id        uuid    not null references match_run (match_id),
    creator_id      uuid    not null,
    organisation_id uuid    not null,
    campaign_id     uuid,
    model_version   text    not null,
    eligible_count  int     not null,
    completed_at    timestamptz not null,
    rank            int,
    proposed        boolean not null,
    place           jsonb   not null,
    primary key (match_id, creator_id)
);
create index selection_decision_creator on selection_decision (creator_id, match_id desc);

alter table selection_decision enable row level security;
alter table selection_decision force row level security;
create policy creator_reads on selection_decision for select
    using (affinity_is_creator(creator_id) or affinity_sees_all());
create policy matching_adds on selection_decision for insert
    with check (affinity_sees_organisation(organisation_id));
create policy service_erases on selection_decision for delete
    using (affinity_scope() = 'system');

select set_config('affinity.scope', 'system', true);
insert into selection_decision (match_id, creator_id, organisation_id, campaign_id, model_version, eligible_count,
                                completed_at, rank, proposed, place)
select r.match_id, (p.place ->> 'creatorId')::uuid, r.organisation_id, r.campaign_id, r.model_version,
       r.eligible_count, r.completed_at,
       min((p.place ->> 'rank')::int) filter (where p.list = 'ranking'), bool_or(p.list = 'panel'),
       (array_agg(p.place))[1] - 'rank'
  from match_run r
  cross join lateral (
      select 'ranking' as list, place from jsonb_array_elements(r.document::jsonb -> 'ranking') place
      union all
      select 'panel', place from jsonb_array_elements(r.document::jsonb -> 'panel') place) p
 where p.place ->> 'creatorId' is not null
 group by r.match_id, p.place ->> 'creatorId';
