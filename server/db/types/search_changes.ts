export type SearchChangesWorkspaceId = number;

export type SearchChangesModel = string;

export type SearchChangesSeq = number;

export interface SearchChangesRow {
  workspace_id: SearchChangesWorkspaceId;

  model: SearchChangesModel;

  seq: SearchChangesSeq;

  id: string;
}

export interface SearchChangesInitializer {
  workspace_id: SearchChangesWorkspaceId;

  model: SearchChangesModel;

  id: string;
}

export interface SearchChangesMutator {
  workspace_id?: SearchChangesWorkspaceId;

  model?: SearchChangesModel;

  id?: string;
}