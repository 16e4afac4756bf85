-- Which edition of a search index there is: each fold makes a new one. No two have the same number,
-- of whatever list, so that what a process knows of one is never taken for another's.
alter table search_indexes add column version integer not null default nextval('search_segment_numbers');

-- Indexes are made anew: texts are ordered by more of their beginning, and many values of a field
-- always come with the substrings that they share.
delete from search_indexes;
delete from search_changes;
truncate search_segments, search_rows, search_postings, search_numbers;

-- Conversations are found by what their author is called, which changes without them.
create function note_search_author() returns trigger language plpgsql as $$
begin
  if exists (select from search_indexes where workspace_id = new.workspace_id and model = 'conversation') then
    if tg_argv[0] = 'contact' then
      insert into search_changes (workspace_id, model, id)
        select workspace_id, 'conversation', id from threads
        where workspace_id = new.workspace_id and source_contact_id = new.id and kind = 'conversation';
    else
      insert into search_changes (workspace_id, model, id)
        select workspace_id, 'conversation', id from threads
        where workspace_id = new.workspace_id and source_contact_id is null and source_admin_id = new.id
          and kind = 'conversation';
    end if;
  end if;
  return null;
end $$;

create trigger note_author after update of name, email on contacts for each row
  when (old.name is distinct from new.name or old.email is distinct from new.email)
  execute function note_search_author('contact');
create trigger note_author after update of name, email on admins for each row
  when (old.name is distinct from new.name or old.email is distinct from new.email)
  execute function note_search_author('admin');
