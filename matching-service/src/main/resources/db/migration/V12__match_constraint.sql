-- What the panel of a match had to keep to besides budget and places, of matches that asked for anything: what-if panels
-- keep to it too. The creators whom it names stand beside it, so that an erasure finds them.
create table match_constraint (
    match_id        uuid primary key references match_run (match_id),
    organisation_id uuid   not null,
    creators        uuid[] not null,
    options         jsonb  not null
);
create index match_constraint_creator on match_constraint using gin (creators);
alter table match_constraint enable row level security;
alter table match_constraint force row level security;
create policy tenant on match_constraint
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));
