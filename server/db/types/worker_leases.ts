export type WorkerLeasesId = string;

export interface WorkerLeasesRow {
  id: WorkerLeasesId;
  workers: string[];
  renewed_at: Date;
}