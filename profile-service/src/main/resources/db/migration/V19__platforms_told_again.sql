-- Platforms were told of before events said how many there are (platformCount): each is told once more, at the start.
select set_config('affinity.scope', 'system', true);

delete from platform_told;

select set_config('affinity.scope', '', true);
