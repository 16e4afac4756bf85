export type SearchPostingsWorkspaceId = number;

export type SearchPostingsModel = string;

export type SearchPostingsSegment = number;

export type SearchPostingsField = string;

export type SearchPostingsKind = number;

export type SearchPostingsKey = string;

export interface SearchPostingsRow {
  workspace_id: SearchPostingsWorkspaceId;

  model: SearchPostingsModel;

  segment: SearchPostingsSegment;

  field: SearchPostingsField;

  kind: SearchPostingsKind;

  key: SearchPostingsKey;

  label: string | null;

  count: number;

  rows: Buffer;
}

export interface SearchPostingsInitializer {
  workspace_id: SearchPostingsWorkspaceId;

  model: SearchPostingsModel;

  segment: SearchPostingsSegment;

  field: SearchPostingsField;

  kind: SearchPostingsKind;

  key: SearchPostingsKey;

  label?: string | null;

  count: number;

  rows: Buffer;
}

export interface SearchPostingsMutator {
  workspace_id?: SearchPostingsWorkspaceId;

  model?: SearchPostingsModel;

  segment?: SearchPostingsSegment;

  field?: SearchPostingsField;

  kind?: SearchPostingsKind;

  key?: SearchPostingsKey;

  label?: string | null;

  count?: number;

  rows?: Buffer;
}