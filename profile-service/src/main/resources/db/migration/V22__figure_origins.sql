-- A figure that the last observation does not tell is not of its source, nor of its time.
-- Rather tried again than in the way of all requests behind a long one.
set local lock_timeout = '5s';

alter table account add column origins jsonb, add column credibility_origin jsonb;

comment on column account.origins is
    'Of the figures that the last observation does not tell, by name: who told them, and when; null for none';

comment on column account.credibility_origin is
    'The least sure of what credibility rests on; null where there is none, and until it is worked out anew';
