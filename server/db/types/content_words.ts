import type { WorkspacesId } from './workspaces.ts';

export type ContentWordsWord = string;

export interface ContentWordsRow {
  workspace_id: WorkspacesId;
  word: ContentWordsWord;
  is_open: boolean;
  for_agent: boolean;
  languages: string[] | null;
}