-- What a match answered is kept compressed; those of before stay as they are.
alter table match_run alter column document drop not null;
alter table match_run add column packed_document bytea;
alter table match_run alter column packed_document set storage external;
alter table match_run add constraint match_run_answered check (document is not null or packed_document is not null);
comment on column match_run.document is
    'The answer as it was sent, of matches from before answers were packed: text, because jsonb would not keep its bytes';
comment on column match_run.packed_document is
    'The answer as it was sent: its length in four bytes, little-endian, and one block of LZ4';

-- Why a creator was selected stands in the match. A decision is written with its match, in one statement, and matches
-- are never deleted: a reference that is checked row by row would cost more than the rows.
alter table selection_decision drop column place;
alter table selection_decision drop constraint selection_decision_match_id_fkey;
-- A hundred rows a match: one index instead of two.
alter table selection_decision drop constraint selection_decision_pkey;
drop index selection_decision_creator;
alter table selection_decision add primary key (creator_id, match_id);

-- The creators a panel was chosen from, and can be chosen from later: packed like the answer, with their ids beside it.
create table match_pool (
    match_id        uuid primary key references match_run (match_id),
    organisation_id uuid   not null,
    creators        uuid[] not null,
    packed          bytea  not null
);
alter table match_pool alter column creators set storage external, alter column packed set storage external;
alter table match_pool enable row level security;
alter table match_pool force row level security;
create policy tenant on match_pool
    using (affinity_sees_organisation(organisation_id))
    with check (affinity_sees_organisation(organisation_id));
comment on column match_run.panel_pool is 'The same for matches from before pools were packed';
