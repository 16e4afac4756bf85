-- Lists of companies skip to a page by its number: through an index of just those that they show,
-- so that the table is not asked about each company that is skipped.
create index companies_listed on companies (workspace_id, last_request_at desc nulls last, id)
  where deleted_at is null and user_count > 0;
drop index companies_by_last_request;
