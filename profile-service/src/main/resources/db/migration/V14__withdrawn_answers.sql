-- Questions whose answers were withdrawn and not given again since: a list that answers them does not bring them back.
alter table creator add column withdrawn_answers varchar[] not null default '{}';
