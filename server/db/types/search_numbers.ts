export type SearchNumbersWorkspaceId = number;

export type SearchNumbersModel = string;

export type SearchNumbersSegment = number;

export type SearchNumbersField = string;

export type SearchNumbersLow = number;

export interface SearchNumbersRow {
  workspace_id: SearchNumbersWorkspaceId;

  model: SearchNumbersModel;

  segment: SearchNumbersSegment;

  field: SearchNumbersField;

  low: SearchNumbersLow;

  size: number;

  numbers: Buffer | null;

  rows: Buffer;

  below: Buffer | null;

  texts: Buffer | null;

  first: unknown | null;
}

export interface SearchNumbersInitializer {
  workspace_id: SearchNumbersWorkspaceId;

  model: SearchNumbersModel;

  segment: SearchNumbersSegment;

  field: SearchNumbersField;

  low: SearchNumbersLow;

  size: number;

  numbers?: Buffer | null;

  rows: Buffer;

  below?: Buffer | null;

  texts?: Buffer | null;

  first?: unknown | null;
}

export interface SearchNumbersMutator {
  workspace_id?: SearchNumbersWorkspaceId;

  model?: SearchNumbersModel;

  segment?: SearchNumbersSegment;

  field?: SearchNumbersField;

  low?: SearchNumbersLow;

  size?: number;

  numbers?: Buffer | null;

  rows?: Buffer;

  below?: Buffer | null;

  texts?: Buffer | null;

  first?: unknown | null;
}