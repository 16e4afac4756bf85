-- Addresses that lead on are looked up by their path in small letters, without host, query and last slash; and those of
-- an article or a collection also by its id, whatever words follow it.
alter table help_center_redirects add column from_path text collate "C" generated always as (
  lower(regexp_replace(from_url, '^https?://[^/?#]*|[?#].*$|/(?=$|[?#])', '', 'g'))
) stored;
alter table help_center_redirects add column from_page text collate "C" generated always as (
  substring(lower(from_url) from '^https?://[^/?#]*([^?#]*/[^/?#]+/(?:articles|collections)/[0-9]+)(?:-[^/?#]*)?/?(?:[?#].*)?$')
) stored;
create index help_center_redirects_by_path on help_center_redirects (workspace_id, help_center_id, from_path);
create index help_center_redirects_by_page on help_center_redirects (workspace_id, help_center_id, from_page)
  where from_page is not null;
