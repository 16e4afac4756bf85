import type { WorkspacesId } from './workspaces.ts';
import type { ArticlesId } from './articles.ts';
import type { InternalArticlesId } from './internal_articles.ts';
import type { ContentSnippetsId } from './content_snippets.ts';
import type { ExternalPagesId } from './external_pages.ts';

export type ContentIndexKind = string;

export type ContentIndexItemId = number;

export type ContentIndexLocale = string;

export type ContentIndexState = string;

export interface ContentIndexRow {
  workspace_id: WorkspacesId;
  kind: ContentIndexKind;
  item_id: ContentIndexItemId;
  locale: ContentIndexLocale;
  state: ContentIndexState;
  audience_ids: number[] | null;
  folder_id: number | null;
  language: string;
  title: string;
  body: string;
  folded_title: string;
  folded_body: string;
  words: unknown;
  updated_at: Date;
  content_id: number;
  ai_agent: boolean;
  copilot: boolean;
  sales_agent: boolean;
  created_by_id: number | null;
  updated_by_id: number | null;
  created_at: Date;
  title_words: unknown;
  article_id: ArticlesId | null;
  internal_article_id: InternalArticlesId | null;
  content_snippet_id: ContentSnippetsId | null;
  external_page_id: ExternalPagesId | null;
}