import type { WorkspacesId } from './workspaces.ts';

export type SearchIndexesModel = string;

export interface SearchIndexesRow {
  workspace_id: WorkspacesId;

  model: SearchIndexesModel;

  ready: boolean;

  version: number;
}

export interface SearchIndexesInitializer {
  workspace_id: WorkspacesId;

  model: SearchIndexesModel;

  /** Default value: false */
  ready?: boolean;

  /** Default value: nextval('search_segment_numbers'::regclass) */
  version?: number;
}

export interface SearchIndexesMutator {
  workspace_id?: WorkspacesId;

  model?: SearchIndexesModel;

  ready?: boolean;

  version?: number;
}