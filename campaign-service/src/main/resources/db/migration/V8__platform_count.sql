-- How many platforms there were when each was told of; 0 where the event did not say.
alter table platform add column altogether integer not null default 0;
