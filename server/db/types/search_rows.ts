export type SearchRowsWorkspaceId = number;

export type SearchRowsModel = string;

export type SearchRowsSegment = number;

export type SearchRowsPosition = number;

export interface SearchRowsRow {
  workspace_id: SearchRowsWorkspaceId;

  model: SearchRowsModel;

  segment: SearchRowsSegment;

  position: SearchRowsPosition;

  id: string;
}

export interface SearchRowsInitializer {
  workspace_id: SearchRowsWorkspaceId;

  model: SearchRowsModel;

  segment: SearchRowsSegment;

  position: SearchRowsPosition;

  id: string;
}

export interface SearchRowsMutator {
  workspace_id?: SearchRowsWorkspaceId;

  model?: SearchRowsModel;

  segment?: SearchRowsSegment;

  position?: SearchRowsPosition;

  id?: string;
}