-- What attributes are is remembered with the edition of an index: where one is changed, another edition begins.
create function renew_search_edition() returns trigger language plpgsql as $$
begin
  update search_indexes set version = nextval('search_segment_numbers')
  where workspace_id = old.workspace_id and model = old.model;
  return null;
end $$;
create trigger renew_edition after update of data_type, archived or delete on data_attributes for each row
  execute function renew_search_edition();
