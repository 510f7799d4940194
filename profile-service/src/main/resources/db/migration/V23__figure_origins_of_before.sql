-- Whoever told figures before their origins were kept is in the history. Locks only the rows that it changes: accounts with
-- nothing but their last observation are not sorted, and those observed anew meanwhile are left alone.
select set_config('affinity.scope', 'system', true);

update account
   set origins = earlier.origins
  from (
        select told.account_id, told.last_source, told.last_observed_at,
               jsonb_object_agg(
                   told.figure, jsonb_build_object('source', told.source, 'observedAt', told.observed_at)) as origins
          from (
                select distinct on (a.id, f.figure)
                       a.id as account_id, a.source as last_source, a.observed_at as last_observed_at,
                       f.figure, s.source, s.observed_at
                  from account a
                  join metric_snapshot s on s.account_id = a.id
                  cross join lateral (values
                      ('followers', a.followers is not null and s.followers is not null),
                      ('engagementRate', a.engagement_rate is not null and s.engagement_rate is not null),
                      ('averageViews', a.average_views is not null and s.average_views is not null),
                      ('following', a.following is not null and s.following is not null),
                      ('posts', a.posts is not null and s.posts is not null),
                      ('lastPostAt', a.last_post_at is not null and s.last_post_at is not null),
                      ('postFigures', a.post_figures is not null and s.post_figures is not null)) as f(figure, is_told)
                 where f.is_told
                   and a.id in (
                       select several.id
                         from account several
                         join metric_snapshot other on other.account_id = several.id
                        where (other.source, other.observed_at) <> (several.source, several.observed_at))
                 order by a.id, f.figure,
                       array_position(array['NETWORK', 'DECLARED', 'ESTIMATED'], s.source),
                       s.observed_at desc, s.id desc
               ) told
         where (told.source, told.observed_at) <> (told.last_source, told.last_observed_at)
         group by told.account_id, told.last_source, told.last_observed_at
       ) earlier
 where earlier.account_id = account.id
   and (earlier.last_source, earlier.last_observed_at) = (account.source, account.observed_at);

select set_config('affinity.scope', '', true);
