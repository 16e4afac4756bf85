-- not read since 0.1.0: search_rows, search_postings, search_segments, search_changes, search_indexes, search_numbers
-- Searches use PostgreSQL's own indexes. The tables, triggers and functions of the former search index go.

-- The indexes are built several times faster than in the default 64 MB.
set local maintenance_work_mem = '256MB';

drop trigger note_insert on contacts;
drop trigger note_change on contacts;
drop trigger note_author on contacts;
drop trigger note_author on admins;
drop trigger note_insert on companies;
drop trigger note_change on companies;
drop trigger note_insert on threads;
drop trigger note_change on threads;
drop trigger renew_edition on data_attributes;
drop function note_search_insert, note_search_change, note_search_author, renew_search_edition;
drop table search_numbers, search_postings, search_rows, search_segments, search_changes, search_indexes;
drop sequence search_segment_numbers;

do $$ begin
  create extension if not exists btree_gin;
  create extension if not exists pg_trgm;
exception when others then
  raise exception 'Parley needs the extensions btree_gin and pg_trgm, and this database refuses them (%): let its administrator run "create extension btree_gin; create extension pg_trgm;" here', sqlerrm;
end $$;

-- Numbers and dates among the custom attributes of the rows that lists show, for range conditions.
-- Dates are unix seconds, as in the attribute. A trigger keeps them in the statement that writes the row.
create table contact_numbers (
  workspace_id integer not null,
  attribute text collate "C" not null,
  value numeric not null,
  id text collate "C" not null,
  primary key (workspace_id, attribute, value, id)
);
create table company_numbers (like contact_numbers including indexes);

create function numbers_in(attributes jsonb) returns table (attribute text, value numeric)
  language sql immutable parallel safe rows 5 as $$
  select key, entry::numeric from jsonb_each(attributes) as given (key, entry) where jsonb_typeof(entry) = 'number'
$$;

-- `old` is null in an insert, `new` in a delete.
create function keep_contact_numbers() returns trigger language plpgsql as $$
declare
  former jsonb := case when old.listed then old.custom_attributes end;
  present jsonb := case when new.listed then new.custom_attributes end;
begin
  delete from contact_numbers n using (select * from numbers_in(former) except select * from numbers_in(present)) gone
  where n.workspace_id = old.workspace_id and n.id = old.id and n.attribute = gone.attribute and n.value = gone.value;
  insert into contact_numbers (workspace_id, attribute, value, id)
  select new.workspace_id, attribute, value, new.id from (
    select * from numbers_in(present) except select * from numbers_in(former)) added;
  return null;
end $$;

create function keep_company_numbers() returns trigger language plpgsql as $$
declare
  former jsonb := case when old.id is not null and old.deleted_at is null then old.custom_attributes end;
  present jsonb := case when new.id is not null and new.deleted_at is null then new.custom_attributes end;
begin
  delete from company_numbers n using (select * from numbers_in(former) except select * from numbers_in(present)) gone
  where n.workspace_id = old.workspace_id and n.id = old.id and n.attribute = gone.attribute and n.value = gone.value;
  insert into company_numbers (workspace_id, attribute, value, id)
  select new.workspace_id, attribute, value, new.id from (
    select * from numbers_in(present) except select * from numbers_in(former)) added;
  return null;
end $$;

create trigger keep_numbers after insert on contacts for each row
  when (new.listed and new.custom_attributes <> '{}') execute function keep_contact_numbers();
create trigger keep_numbers_changed after update on contacts for each row
  when (old.custom_attributes is distinct from new.custom_attributes or old.listed is distinct from new.listed)
  execute function keep_contact_numbers();
create trigger keep_numbers_deleted after delete on contacts for each row execute function keep_contact_numbers();

create trigger keep_numbers after insert on companies for each row
  when (new.custom_attributes <> '{}') execute function keep_company_numbers();
create trigger keep_numbers_changed after update on companies for each row
  when (old.custom_attributes is distinct from new.custom_attributes
    or (old.deleted_at is null) <> (new.deleted_at is null))
  execute function keep_company_numbers();
create trigger keep_numbers_deleted after delete on companies for each row execute function keep_company_numbers();

insert into contact_numbers (workspace_id, attribute, value, id)
  select workspace_id, attribute, value, id from contacts, numbers_in(custom_attributes) where listed order by 1, 2, 3, 4;
insert into company_numbers (workspace_id, attribute, value, id)
  select workspace_id, attribute, value, id from companies, numbers_in(custom_attributes)
  where deleted_at is null order by 1, 2, 3, 4;

-- Equality and IN: one inverted index a table, over the expressions that searches compare.
-- A search reads all rows that are pending, so few are.
create index contacts_by_value on contacts using gin (
  workspace_id, role, lower(name), avatar_url, owner_id, lower(nullif(split_part(email, '@', 2), '')), lower(phone),
  lower(formatted_phone), lower(language_override), lower(browser), lower(browser_language), lower(os),
  lower(location_country), lower(location_region), lower(location_city),
  lower(ios_app_name), lower(ios_app_version), lower(ios_device), lower(ios_os_version), lower(ios_sdk_version),
  lower(android_app_name), lower(android_app_version), lower(android_device), lower(android_sdk_version),
  tag_ids, custom_attributes jsonb_path_ops
) with (gin_pending_list_limit = 512) where listed;

create index companies_by_value on companies using gin (
  workspace_id, lower(name), tag_ids, custom_attributes jsonb_path_ops, name gin_trgm_ops
) with (gin_pending_list_limit = 512) where deleted_at is null;

create index threads_by_value on threads using gin (
  workspace_id, source_type, source_id, source_delivered_as, lower(source_subject),
  coalesce(source_contact_id, source_admin_id::text), source_author_type, source_url, contact_ids, teammate_ids, tag_ids,
  admin_assignee_id, team_assignee_id, state, priority, last_closed_by_id, (rating::bigint), lower(rating_remark),
  rating_contact_id, rating_admin_id, to_tsvector('simple', left(source_body, 100000))
) with (gin_pending_list_limit = 512) where listed;

-- PostgreSQL estimates nothing from a partial index: without these it takes each value for one in 200.
-- Of one kind alone, because each further kind would compare all combinations of columns.
create statistics contacts_by_value_estimates (mcv) on
  (lower(name)), (lower(nullif(split_part(email, '@', 2), ''))), (lower(phone)), (lower(formatted_phone)),
  (lower(language_override)), (lower(browser)), (lower(browser_language)), (lower(os)) from contacts;
create statistics contacts_by_place_estimates (mcv) on
  (lower(location_country)), (lower(location_region)), (lower(location_city)) from contacts;
create statistics contacts_by_device_estimates (mcv) on
  (lower(ios_app_name)), (lower(ios_app_version)), (lower(ios_device)), (lower(ios_os_version)),
  (lower(android_app_name)), (lower(android_app_version)), (lower(android_device)) from contacts;
create statistics companies_by_name_estimates on (lower(name)) from companies;
create statistics threads_by_value_estimates (mcv) on
  (lower(source_subject)), (coalesce(source_contact_id, source_admin_id::text)), (rating::bigint),
  (lower(rating_remark)) from threads;
create statistics threads_by_word_estimates on (to_tsvector('simple', left(source_body, 100000))) from threads;

-- Contains, begins with, ends with: trigrams.
create index contacts_by_part on contacts using gin (workspace_id, name gin_trgm_ops, email gin_trgm_ops)
  with (gin_pending_list_limit = 512) where listed;
create index threads_by_part on threads using gin (
  workspace_id, source_subject gin_trgm_ops, regexp_replace(source_body, '<[^>]*>', ' ', 'g') gin_trgm_ops
) with (gin_pending_list_limit = 512) where listed;

-- Orders.
create index contacts_by_last_seen on contacts (workspace_id, last_seen_at, id) where listed;
create index contacts_by_name on contacts (workspace_id, (left(name, 120) collate "C"), id) where listed;
create index threads_by_waiting on threads (workspace_id, waiting_since, id) where listed and waiting_since is not null;
create index threads_open on threads (workspace_id, updated_at, id) where listed and state <> 'closed';
