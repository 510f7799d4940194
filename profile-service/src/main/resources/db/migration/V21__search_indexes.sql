-- Creators are found by creator_search alone; what they were found by before it is only written. Without an index of their
-- size, accounts whose figures change stay where they are in all indexes.
-- Rather tried again than in the way of all requests behind a long one.
set local lock_timeout = '5s';
drop index account_size, account_handle, creator_country, creator_topics;
