-- Made-up candidates as matching-service keeps them, the parameters being the first and the last number, for measuring
-- only: the same number always gives the same creator.
with seed as (
    select n,
           abs(hashint8(n)) % 100000 / 100000.0 as a,
           abs(hashint8(n * 31 + 7)) % 100000 / 100000.0 as b,
           abs(hashint8(n * 17 + 3)) % 100000 / 100000.0 as c,
           abs(hashint8(n * 13 + 5)) % 100000 / 100000.0 as d,
           abs(hashint8(n * 37 + 11)) % 100000 / 100000.0 as e,
           abs(hashint8(n * 41 + 13)) % 100000 / 100000.0 as f,
           abs(hashint8(n * 43 + 17)) % 100000 / 100000.0 as g,
           abs(hashint8(n * 47 + 19)) % 100000 / 100000.0 as h
    from generate_series(?::bigint, ?::bigint) n
), person as (
    select *,
           ('0197' || substr(md5('creator ' || n), 1, 4) || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
           (array['FR','FR','FR','FR','US','US','GB','DE','ES','IT','BR','IN','JP','BE','CH','CA','PT','NL','SN','MA'])
               [1 + floor(b * 20)::int] as country,
           array['food','beauty','fashion','travel','gaming','fitness','music','home','parenting','photo','books',
                 'cinema','diy','animals','cars','tech','finance','gardening','knitting','chess','falconry'] as topics,
           array['sport','cooking','gardening','reading','cinema','video-games','hiking'] as habits,
           (200 * exp(e * e * 9))::bigint as followers
    from seed
), account as (
    select person.*,
           jsonb_build_object(
               'accountId', md5('account ' || n)::uuid,
               'platform', (array['INSTAGRAM','TIKTOK','YOUTUBE','INSTAGRAM'])[1 + n % 4],
               'handle', 'bench.' || to_hex(n),
               'followers', followers,
               'engagementRate', round((0.005 + 0.12 * f / (1 + log(1 + followers)))::numeric, 6),
               'averageViews', case when a < 0.5 then followers / 3 end,
               'observedAt', to_char(timestamp '2026-10-01' - (a * interval '300 days'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
               'source', (array['NETWORK','DECLARED','ESTIMATED'])[1 + floor(d * 3)::int],
               'lastPostAt', to_char(timestamp '2026-11-01' - (c * interval '90 days'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
               'credibility', case when g > 0.4 then round((0.6 + 0.4 * h)::numeric, 3) end,
               'audience', case when h < 0.3 then '[]'::jsonb else jsonb_build_array(
                   jsonb_build_object('dimension', 'COUNTRY', 'source', 'NETWORK', 'observedAt', '2026-09-01T08:00:00Z',
                       'sampleSize', followers,
                       'shares', jsonb_build_object('ZZ', round((0.1 * b)::numeric, 3),
                                                    country, round((0.5 + 0.4 * a)::numeric, 3))),
                   jsonb_build_object('dimension', 'AGE_BAND', 'source', 'NETWORK',
                       'observedAt', '2026-09-01T08:00:00Z', 'sampleSize', followers,
                       'shares', jsonb_build_object('13-17', round((0.1 * c)::numeric, 3),
                                                    '18-24', round((0.4 * d)::numeric, 3),
                                                    '25-34', round((0.4 * (1 - d))::numeric, 3),
                                                    '35-44', round((0.1 * (1 - c))::numeric, 3))),
                   jsonb_build_object('dimension', 'GENDER', 'source', 'NETWORK',
                       'observedAt', '2026-09-01T08:00:00Z', 'sampleSize', followers,
                       'shares', jsonb_build_object('FEMALE', round((0.98 * f)::numeric, 3),
                                                    'MALE', round((0.98 * (1 - f))::numeric, 3)))) end) as account
    from person
)
insert into candidate (creator_id, version, state, change_number)
select id, 1,
       jsonb_build_object(
           'creatorId', id, 'version', 1, 'active', h >= 0.01,
           'country', case when g < 0.1 then null else country end,
           'languages', case when country in ('FR', 'BE', 'SN') then '["fr"]'::jsonb
                             when country = 'CH' then '["de", "fr"]' else '["en"]' end,
           'birthYear', case when h < 0.4 then null else 1960 + (g * 45)::int end,
           'topics', jsonb_build_array(topics[1 + floor(c * c * 21)::int], topics[1 + floor(d * d * d * 21)::int]),
           'accounts', jsonb_build_array(account),
           'availability', case when f < 0.2 then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
               'engagementType', 'PAID',
               'fee', case when f < 0.6 then jsonb_build_object('amount', (20 + followers / 80)::numeric(19, 2),
                                                                 'currency', 'EUR') end,
               'terms', jsonb_build_object('from', null, 'until', null, 'maxPerMonth', 4, 'maxConcurrent', null,
                                           'minNoticeDays', null))) end,
           'completedCollaborations', case when f < 0.7 then 0 else (h * 12)::int end,
           'ageClearance', jsonb_build_object('ageKnown', h >= 0.4, 'periods',
               '[{"from": "2020-01-01", "until": null}]'::jsonb),
           'paidPause', null,
           'rateCard', '[]'::jsonb,
           'responsiveness', case when e < 0.6 then null else jsonb_build_object(
               'invitations', 4, 'answers', 3, 'answerRate', 0.7, 'answerRateLow', 0.36, 'answerRateHigh', 0.95,
               'acceptanceRate', 0.625, 'medianHoursToAnswer', 26.5, 'openInvitations', 0,
               'invitationsLast30Days', 1, 'observedAt', '2026-10-22T18:30:00Z') end,
           'about', jsonb_build_object(
               'bio', topics[1 + floor(g * 21)::int] || ' & ' || topics[1 + floor(h * 21)::int] || ', '
                   || (array['recettes de saison','honest reviews','tous les jours','just for fun','made with love',
                             'à Lyon','à Paris','in London','crème brûlée','vegan','slow life','collabs en DM'])
                      [1 + floor(e * 12)::int],
               'languageLevels', '{}'::jsonb,
               'niches', jsonb_build_array(jsonb_build_object('categoryId', (array['210','552','150','653'])
                             [1 + floor(a * 4)::int], 'source', 'TOPIC', 'topic', null)),
               'brands', case when b < 0.7 then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
                   'relation', (array['WORKED_WITH','LOVES','WISHES'])[1 + floor(a * 3)::int],
                   'name', 'Brand ' || (d * 500)::int, 'key', 'brand ' || (d * 500)::int, 'sector', null,
                   'source', 'DECLARED')) end,
               'causes', '[]'::jsonb,
               'answers', jsonb_build_object('interests', jsonb_build_array(habits[1 + floor(f * 7)::int]))),
           'linkedTo', null),
       nextval('candidate_change_number')
from account
