-- The search index: what large lists are searched and counted by (search/index/).
--
-- The rows of an indexed list stand in segments of at most 32,768, each row at a position of its
-- segment. A segment is written once; what changes later is marked as gone there (`live`) and
-- stands in a newer one. What a transaction changed is noted by it (search_changes) and is read from
-- the table itself until it is folded into a segment.

-- The lists that are indexed: those of small workspaces are not.
create table search_indexes (
  workspace_id integer not null references workspaces (id),
  model text collate "C" not null check (model in ('contact', 'company', 'conversation')),
  -- False while it is built: nothing is searched by it.
  ready boolean not null default false,
  primary key (workspace_id, model)
);

create table search_changes (
  workspace_id integer not null,
  model text collate "C" not null,
  seq bigint generated always as identity,
  id text collate "C" not null,
  primary key (workspace_id, model, seq)
);

-- No two segments have the same number, of whatever list: what was read of one may be kept in memory.
create sequence search_segment_numbers as integer;

-- live: the rows of the segment that are neither changed nor gone since.
create table search_segments (
  workspace_id integer not null,
  model text collate "C" not null,
  segment integer not null,
  size integer not null,
  alive integer not null,
  live bytea not null,
  primary key (workspace_id, model, segment)
) with (toast_tuple_target = 8160);

-- Which row stands where.
create table search_rows (
  workspace_id integer not null,
  model text collate "C" not null,
  segment integer not null,
  position integer not null,
  id text collate "C" not null,
  primary key (workspace_id, model, segment, position)
);
create unique index search_rows_by_id on search_rows (workspace_id, model, id) include (segment, position);

-- The positions that have a value (kind 0), that have this very one (1), whose text has this in it (2).
-- Of kind 3, the words of a dictionary; the positions of its other kind 2 are those of words.
create table search_postings (
  workspace_id integer not null,
  model text collate "C" not null,
  segment integer not null,
  field text collate "C" not null,
  kind smallint not null,
  key text collate "C" not null,
  -- Of kind 2: how the text goes on in every one of them.
  label text collate "C",
  count integer not null,
  rows bytea not null,
  primary key (workspace_id, model, field, kind, key, segment)
) with (toast_tuple_target = 8160);
create index search_postings_by_segment on search_postings (workspace_id, model, segment);

-- Numbers in their order, in buckets: those from `low` on, to the next bucket's. Also the hashes of
-- values that few rows have, with `#` before the field's name, and how texts begin, with `^`.
create table search_numbers (
  workspace_id integer not null,
  model text collate "C" not null,
  segment integer not null,
  field text collate "C" not null,
  low float8 not null,
  size integer not null,
  -- Null where all of them are `low`.
  numbers bytea,
  rows bytea not null,
  -- The positions of all buckets before.
  below bytea,
  primary key (workspace_id, model, field, segment, low)
) with (toast_tuple_target = 8160);
create index search_numbers_by_segment on search_numbers (workspace_id, model, segment);

-- They hold bits, which compressing makes no smaller.
alter table search_segments alter column live set storage external;
alter table search_postings alter column rows set storage external;
alter table search_numbers
  alter column numbers set storage external, alter column rows set storage external, alter column below set storage external;

create function note_search_change() returns trigger language plpgsql as $$
begin
  if exists (select from search_indexes where workspace_id = old.workspace_id and model = tg_argv[0]) then
    insert into search_changes (workspace_id, model, id) values (old.workspace_id, tg_argv[0], old.id);
  end if;
  return null;
end $$;

create function note_search_insert() returns trigger language plpgsql as $$
begin
  if exists (select from search_indexes where workspace_id = new.workspace_id and model = tg_argv[0]) then
    insert into search_changes (workspace_id, model, id) values (new.workspace_id, tg_argv[0], new.id);
  end if;
  return null;
end $$;

create trigger note_insert after insert on contacts for each row execute function note_search_insert('contact');
create trigger note_change after update or delete on contacts for each row execute function note_search_change('contact');
create trigger note_insert after insert on companies for each row execute function note_search_insert('company');
create trigger note_change after update or delete on companies for each row execute function note_search_change('company');
create trigger note_insert after insert on threads for each row
  when (new.kind = 'conversation') execute function note_search_insert('conversation');
create trigger note_change after update or delete on threads for each row
  when (old.kind = 'conversation') execute function note_search_change('conversation');

-- The order that a new index takes companies in, and that they are searched in.
create index companies_by_created on companies (workspace_id, created_at, id) where deleted_at is null;

-- What an author wrote, by whom it is found that has a name or an email.
create index threads_by_author on threads (workspace_id, source_contact_id) where source_contact_id is not null;
create index threads_by_sender on threads (workspace_id, source_admin_id) where source_contact_id is null;
