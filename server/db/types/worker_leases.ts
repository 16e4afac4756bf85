export type WorkerLeasesId = string;

export interface WorkerLeasesRow {
  id: WorkerLeasesId;

  workers: string[];

  renewed_at: Date;
}

export interface WorkerLeasesInitializer {
  id: WorkerLeasesId;

  workers: string[];

  renewed_at: Date;
}

export interface WorkerLeasesMutator {
  id?: WorkerLeasesId;

  workers?: string[];

  renewed_at?: Date;
}