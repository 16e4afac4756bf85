import type { WorkspacesId } from './workspaces.ts';

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
}