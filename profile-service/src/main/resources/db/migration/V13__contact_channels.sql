-- Channels that are open to commercial messages, told with the creator's events; null as long as no consent was changed.
alter table creator add column contact_channels varchar[];
