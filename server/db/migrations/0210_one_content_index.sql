-- not read since 0.1.0: articles, internal_articles, content_index
-- read by 0.1.0 as before: bulk_jobs, bulk_tasks
-- The index over all kinds of content: articles, internal articles, content snippets and external pages. Everything
-- that decides who finds a text is a column of it, but for tags, which are joined.

alter table articles add column folder_id bigint;
alter table articles add foreign key (workspace_id, folder_id) references folders (workspace_id, id);
create index articles_by_folder on articles (workspace_id, folder_id);

create index article_contents_by_id on article_contents (workspace_id, id);

alter table internal_articles add column created_by_id bigint;
alter table internal_articles add column updated_by_id bigint;
alter table content_snippets add column created_by_id bigint;
alter table content_snippets add column updated_by_id bigint;
alter table external_pages add column created_by_id bigint;
alter table external_pages add column updated_by_id bigint;

-- The index has the words of internal articles.
drop index internal_articles_words;
alter table internal_articles drop column body_text;

alter table content_index add column content_id bigint not null default 0;
-- Assistants that may answer with it.
alter table content_index add column ai_agent boolean not null default false;
alter table content_index add column copilot boolean not null default false;
alter table content_index add column sales_agent boolean not null default false;
alter table content_index add column created_by_id bigint;
alter table content_index add column updated_by_id bigint;
alter table content_index add column created_at timestamptz not null default now();
-- Words of the title alone: they are few, and compared before those of the body.
alter table content_index add column title_words tsvector not null default '';
-- Ranking reads these of many rows: they stay in the row, and bodies leave it first.
alter table content_index alter column words set storage main;
-- The item by its kind, so that its rows are deleted with it.
alter table content_index add column article_id bigint
  generated always as (case when kind = 'article' then item_id end) stored;
alter table content_index add column internal_article_id bigint
  generated always as (case when kind = 'internal_article' then item_id end) stored;
alter table content_index add column content_snippet_id bigint
  generated always as (case when kind = 'content_snippet' then item_id end) stored;
alter table content_index add column external_page_id bigint
  generated always as (case when kind = 'external_page' then item_id end) stored;
alter table content_index add foreign key (workspace_id, article_id) references articles (workspace_id, id) on delete cascade;
alter table content_index add foreign key (workspace_id, internal_article_id)
  references internal_articles (workspace_id, id) on delete cascade;
alter table content_index add foreign key (workspace_id, content_snippet_id)
  references content_snippets (workspace_id, id) on delete cascade;
alter table content_index add foreign key (workspace_id, external_page_id)
  references external_pages (workspace_id, id) on delete cascade;
create index content_index_by_article on content_index (workspace_id, article_id) where article_id is not null;
create index content_index_by_internal_article on content_index (workspace_id, internal_article_id)
  where internal_article_id is not null;
create index content_index_by_content_snippet on content_index (workspace_id, content_snippet_id)
  where content_snippet_id is not null;
create index content_index_by_external_page on content_index (workspace_id, external_page_id)
  where external_page_id is not null;

drop index content_index_words;
-- Parts of words are looked for among the words, of which there are fewer.
drop index content_index_parts;
create index content_index_words on content_index using gin (workspace_id, language, words);
create index content_index_title_words on content_index using gin (workspace_id, language, title_words);
create index content_index_by_language on content_index (workspace_id, language);
create index content_index_updated on content_index (workspace_id, updated_at desc, item_id desc);

-- Words that stand in content: a misspelt word is replaced by the nearest ones, and these are searched for. Words of
-- content that is not for everybody are known to admins alone.
create table content_words (
  workspace_id integer not null references workspaces (id),
  word text collate "C" not null,
  is_open boolean not null,
  primary key (workspace_id, word)
);
create index content_words_parts on content_words using gin (workspace_id, word gin_trgm_ops);

-- The tags of all content.
create view content_tags as
  select workspace_id, 'article'::text collate "C" as kind, article_id as item_id, tag_id from article_tags
  union all
  select workspace_id, 'internal_article'::text collate "C", internal_article_id, tag_id from internal_article_tags
  union all
  select workspace_id, 'content_snippet'::text collate "C", content_snippet_id, tag_id from content_snippet_tags
  union all
  select workspace_id, 'external_page'::text collate "C", external_page_id, tag_id from external_page_tags;

alter table bulk_jobs drop constraint bulk_jobs_resource_check,
  add constraint bulk_jobs_resource_check check (resource in ('contacts', 'companies', 'content'));
alter table bulk_tasks drop constraint bulk_tasks_action_check,
  add constraint bulk_tasks_action_check check (action in ('create', 'update', 'delete', 'publish', 'unpublish',
    'set_availability', 'set_audience', 'update_tags'));
