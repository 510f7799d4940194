-- Since when a creator could have been matched: of no earlier match is said why they were not selected.
alter table candidate add column known_since timestamptz not null default now();
comment on column candidate.known_since is
    'When the creator was first stored; a copy that is built again counts from then, one of before from this migration';

create index match_run_campaigns on match_run (match_id) where campaign_id is not null;
