-- The brief of a published campaign, to match it again when somebody asks; null when closed, and of what was published
-- before this until the read model "campaigns" is rebuilt.
alter table campaign_copy add column brief jsonb;

-- Whether a published campaign was matched again because somebody asked: nobody else is told of it, and as often as
-- wanted. False for the match at publication, and for briefs of no campaign.
alter table match_run add column asked_again boolean not null default false;
alter table match_run drop constraint match_run_campaign_id_campaign_version_key;
create unique index match_run_campaign_version on match_run (campaign_id, campaign_version) where not asked_again;
create index match_run_campaign on match_run (campaign_id, match_id desc) where campaign_id is not null;
