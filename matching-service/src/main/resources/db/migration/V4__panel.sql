-- Whom a panel was chosen from, so that other panels can be asked for later from the same creators.
alter table match_run add column panel_pool jsonb;
comment on column match_run.panel_pool is
    'The creators the panel was chosen from; null for matches of before it was kept';

-- What-if panels: never changed, like the matches they belong to.
create table match_panel (
    panel_id        uuid primary key,
    match_id        uuid        not null references match_run,
    organisation_id uuid        not null,
    request         text        not null,
    document        text        not null,
    completed_at    timestamptz not null
);
create index match_panel_match on match_panel (match_id, panel_id desc);
alter table match_panel enable row level security;
alter table match_panel force row level security;
create policy tenant on match_panel
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));
