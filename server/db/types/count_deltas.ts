export interface CountDeltasRow {
  workspace_id: number;

  name: string;

  delta: number;
}

export interface CountDeltasInitializer {
  workspace_id: number;

  name: string;

  delta: number;
}

export interface CountDeltasMutator {
  workspace_id?: number;

  name?: string;

  delta?: number;
}