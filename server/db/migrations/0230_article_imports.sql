-- Files that articles came from, so that the same file imported again is the same article.
create table article_imports (
  workspace_id integer not null references workspaces (id),
  -- Where the file was, from the root.
  path text collate "C" not null,
  locale text collate "C" not null,
  article_id bigint not null,
  -- The id that the article had where it came from.
  source_id text collate "C",
  -- The file and the options as they were taken in; null where the next run is to take them in again.
  digest text,
  imported_at timestamptz not null,
  primary key (workspace_id, path),
  foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade
);
create index article_imports_of_article on article_imports (workspace_id, article_id);
create index article_imports_of_source on article_imports (workspace_id, source_id);
