export type SearchSegmentsWorkspaceId = number;

export type SearchSegmentsModel = string;

export type SearchSegmentsSegment = number;

export interface SearchSegmentsRow {
  workspace_id: SearchSegmentsWorkspaceId;

  model: SearchSegmentsModel;

  segment: SearchSegmentsSegment;

  size: number;

  alive: number;

  live: Buffer;
}

export interface SearchSegmentsInitializer {
  workspace_id: SearchSegmentsWorkspaceId;

  model: SearchSegmentsModel;

  segment: SearchSegmentsSegment;

  size: number;

  alive: number;

  live: Buffer;
}

export interface SearchSegmentsMutator {
  workspace_id?: SearchSegmentsWorkspaceId;

  model?: SearchSegmentsModel;

  segment?: SearchSegmentsSegment;

  size?: number;

  alive?: number;

  live?: Buffer;
}