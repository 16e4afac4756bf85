export type MigrationsName = string;

export interface MigrationsRow {
  name: MigrationsName;

  hash: string;

  applied_at: Date;
}

export interface MigrationsInitializer {
  name: MigrationsName;

  hash: string;

  /** Default value: now() */
  applied_at?: Date;
}

export interface MigrationsMutator {
  name?: MigrationsName;

  hash?: string;

  applied_at?: Date;
}