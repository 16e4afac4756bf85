-- read by 0.1.0 as before: content_words
-- Words that the AI agent may answer a stranger with: snippets and pages that are available to it among them.
alter table content_words add column for_agent boolean not null default false;

-- Words of snippets and external pages were known to visitors, who may read neither. The pruning of the next night
-- tells which of them the agent knows.
update content_words c set is_open = false
from (
  select workspace_id, array_agg(distinct language) as languages from content_index
  group by workspace_id having bool_or(kind in ('content_snippet', 'external_page'))) told
where c.workspace_id = told.workspace_id and c.is_open and not coalesce((
  select true from unnest(told.languages) l (language) cross join lateral (
    select from content_index x
    where x.workspace_id = c.workspace_id and x.language = l.language and x.kind = 'article'
      and x.state = 'published' and x.audience_ids is null and x.words @@ plainto_tsquery(l.language::regconfig, c.word)
    limit 1) one
  limit 1), false);
