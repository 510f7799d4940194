-- Creators are found by creator_search alone; what they were found by before it is only written. Without an index of their
-- size, accounts whose figures change stay where they are in all indexes.
drop index account_size, account_handle, creator_country, creator_topics;
