/** One decision not to follow a description. */
import type { Problem } from '../contract/checker.ts'

export interface Waiver {
  /** Operations, versions and places, as patterns. */
  operation: RegExp
  version?: RegExp
  kind: Problem['kind'] | 'missing or schema'
  at: RegExp
  /** True of the values that it is for: of the value at the place, undefined if missing, and the object around it. */
  when: (value: any, holder: any) => boolean
  reason: string
}

export const isAddress = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value)
/** Values of custom attributes are single ones. */
export const isNumberOrSwitch = (value: unknown): boolean => ['number', 'boolean'].includes(typeof value)
