-- Whom a match names outside ranking and panel: creators who had to be in the panel and cannot be. An erasure finds them.
create table match_mention (
    match_id        uuid not null references match_run (match_id),
    creator_id      uuid not null,
    organisation_id uuid not null,
    primary key (match_id, creator_id)
);
create index match_mention_creator on match_mention (creator_id);

alter table match_mention enable row level security;
alter table match_mention force row level security;
create policy matching_adds on match_mention for insert
    with check (affinity_sees_organisation(organisation_id));
create policy service_reads on match_mention for select
    using (affinity_scope() = 'system');
create policy service_erases on match_mention for delete
    using (affinity_scope() = 'system');

select set_config('affinity.scope', 'system', true);
insert into match_mention (match_id, creator_id, organisation_id)
select distinct r.match_id, c.creator_id, r.organisation_id
  from match_run r
  cross join lateral jsonb_array_elements(r.document::jsonb #> '{panelPlan,infeasibilities}') infeasibility
  join candidate c on strpos(infeasibility ->> 'detail', c.creator_id::text) > 0;
