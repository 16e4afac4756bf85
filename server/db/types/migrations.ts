export type MigrationsName = string;

export interface MigrationsRow {
  name: MigrationsName;
  hash: string;
  applied_at: Date;
}