import type { WorkspacesId } from './workspaces.ts';

export type SearchIndexesModel = string;

export interface SearchIndexesRow {
  workspace_id: WorkspacesId;

  model: SearchIndexesModel;

  ready: boolean;
}

export interface SearchIndexesInitializer {
  workspace_id: WorkspacesId;

  model: SearchIndexesModel;

  /** Default value: false */
  ready?: boolean;
}

export interface SearchIndexesMutator {
  workspace_id?: WorkspacesId;

  model?: SearchIndexesModel;

  ready?: boolean;
}