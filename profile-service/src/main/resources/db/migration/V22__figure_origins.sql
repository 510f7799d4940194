-- A figure that the last observation does not tell is not of its source, nor of its time.
select set_config('affinity.scope', 'system', true);

alter table account add column origins jsonb, add column credibility_origin jsonb;

comment on column account.origins is
    'Of the figures that the last observation does not tell, by name: who told them, and when; null for none';

comment on column account.credibility_origin is
    'The least sure of what credibility rests on; null where there is none, and until it is worked out anew';

update account
   set origins = earlier.origins
  from (
        select told.account_id,
               jsonb_object_agg(
                   told.figure, jsonb_build_object('source', told.source, 'observedAt', told.observed_at)) as origins
          from (
                select distinct on (s.account_id, f.figure)
                       s.account_id, f.figure, s.source, s.observed_at
                  from metric_snapshot s
                  cross join lateral (values
                      ('followers', s.followers is not null),
                      ('engagementRate', s.engagement_rate is not null),
                      ('averageViews', s.average_views is not null),
                      ('following', s.following is not null),
                      ('posts', s.posts is not null),
                      ('lastPostAt', s.last_post_at is not null),
                      ('postFigures', s.post_figures is not null)) as f(figure, is_told)
                 where f.is_told
                 order by s.account_id, f.figure,
                       array_position(array['NETWORK', 'DECLARED', 'ESTIMATED'], s.source::text),
                       s.observed_at desc, s.id desc
               ) told
          join account a on a.id = told.account_id
         where (told.source::text, told.observed_at) is distinct from (a.source::text, a.observed_at)
           and case told.figure
                   when 'followers' then a.followers is not null
                   when 'engagementRate' then a.engagement_rate is not null
                   when 'averageViews' then a.average_views is not null
                   when 'following' then a.following is not null
                   when 'posts' then a.posts is not null
                   when 'lastPostAt' then a.last_post_at is not null
                   else a.post_figures is not null
               end
         group by told.account_id
       ) earlier
 where earlier.account_id = account.id;

select set_config('affinity.scope', '', true);
