-- Names of events ignore letter case, and have - for . and $. Rows from before follow, as far as ASCII goes.
-- read by 0.1.0 as before: data_events, data_event_summaries

create function pg_temp.kept_name(name text) returns text immutable language sql as
  $$ select translate(lower(name collate "C"), '.$', '--') $$;

-- Events that become one with another of the same second.
with twice as (
  delete from data_events mine using data_events other
  where mine.event_name <> pg_temp.kept_name(mine.event_name)
    and other.workspace_id = mine.workspace_id and other.contact_id = mine.contact_id
    and other.created_at = mine.created_at
    and pg_temp.kept_name(other.event_name) = pg_temp.kept_name(mine.event_name)
    and (other.event_name = pg_temp.kept_name(mine.event_name) or other.event_name > mine.event_name)
  returning mine.workspace_id, mine.contact_id, mine.event_name, mine.created_at),
fewer as (
  select workspace_id, contact_id, event_name, count(distinct created_at) as times
  from twice group by 1, 2, 3)
update data_event_summaries s set count = greatest(s.count - fewer.times, 0)
from fewer
where s.workspace_id = fewer.workspace_id and s.contact_id = fewer.contact_id and s.event_name = fewer.event_name;

update data_events set event_name = pg_temp.kept_name(event_name)
where event_name <> pg_temp.kept_name(event_name);

with old as (
  delete from data_event_summaries where event_name <> pg_temp.kept_name(event_name) returning *)
insert into data_event_summaries as kept (workspace_id, contact_id, event_name, first_at, last_at, count)
select workspace_id, contact_id, pg_temp.kept_name(event_name), min(first_at), max(last_at), sum(count)
from old group by 1, 2, 3
on conflict (workspace_id, contact_id, event_name) do update set
  first_at = least(kept.first_at, excluded.first_at),
  last_at = greatest(kept.last_at, excluded.last_at),
  count = kept.count + excluded.count;
