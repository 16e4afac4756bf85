/** Errors of PostgreSQL for rows that break a rule of their table. */
import { DatabaseError } from 'pg'

/** True if another row has the value of a unique index. The statement is undone, and a transaction without a savepoint has failed. */
export const isUniqueViolation = (error: unknown): boolean => error instanceof DatabaseError && error.code === '23505'
