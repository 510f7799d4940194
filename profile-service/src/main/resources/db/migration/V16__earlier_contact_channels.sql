-- Channels of creators whose consents were changed before their events told them (V13). Who changes one raises the
-- creator's version and states or withdraws something; what sign-up, lists and operators record on the way does neither.
-- Consent for a channel opens it while one is in force; without any, post and messages on the platform may rest on
-- another basis in force that includes contact. A channel is open in the order of the service's own list.
select set_config('affinity.scope', 'system', true);

update creator c
set contact_channels = array(
        select channel.name
        from (values ('EMAIL', true, 1), ('PHONE', true, 2), ('POST', false, 3), ('PLATFORM_MESSAGE', false, 4))
                 channel(name, needs_consent, position)
        where exists (select from consent given
                      where given.creator_id = c.id and given.channel = channel.name and given.withdrawn_at is null)
           or (not channel.needs_consent
               and not exists (select from consent given
                               where given.creator_id = c.id and given.channel = channel.name)
               and exists (select from consent other
                           where other.creator_id = c.id and other.channel is null and other.withdrawn_at is null
                             and 'CONTACT' = any (other.purposes)))
        order by channel.position)
where c.contact_channels is null
  and exists (select from consent changed
              where changed.creator_id = c.id and (changed.channel is not null or changed.withdrawn_at is not null));

select set_config('affinity.scope', '', true);
