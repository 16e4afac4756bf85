-- What contacts did, as it is submitted: one row each, and per contact and name how often.

-- Events lie by month (UTC), so that old ones can be dropped at once and new ones have small indexes.
-- The months are tables of a schema of their own; they are made ahead by a job, and by whoever
-- writes into one that is missing (resources/data-events/months.ts).
create schema if not exists partitions;

-- No foreign key: it would lock the contacts whenever a month is made. A contact's row is never
-- deleted, and the statement that inserts an event holds it.
create table data_events (
  workspace_id integer not null,
  contact_id text collate "C" not null,
  -- Whole seconds. With the contact and the name it tells an event from every other: the same
  -- again is a duplicate.
  created_at timestamptz not null,
  event_name text collate "C" not null,
  id uuid not null,
  -- As it was sent, its keys in that order.
  metadata json not null,
  primary key (workspace_id, contact_id, created_at, event_name)
) partition by range (created_at);

-- What lies outside all months. There is no default partition: every month that is made would be
-- held against it, and against whoever writes to it.
create table partitions.data_events_early partition of data_events
  for values from (minvalue) to ('2020-01-01 00:00:00+00');
create table partitions.data_events_late partition of data_events
  for values from ('2040-01-01 00:00:00+00') to (maxvalue);

-- Kept in step by every write of an event, and kept when the events themselves are dropped.
create table data_event_summaries (
  workspace_id integer not null,
  contact_id text collate "C" not null,
  event_name text collate "C" not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  count bigint not null,
  primary key (workspace_id, contact_id, event_name),
  foreign key (workspace_id, contact_id) references contacts (workspace_id, id)
)
-- Room on the page for a row's next version, so that counting touches no index.
with (fillfactor = 80);
