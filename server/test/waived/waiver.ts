/** One decision not to follow a description. */
import type { Problem } from '../contract/checker.ts'

export interface Waiver {
  /** Operations, versions and places, as patterns. */
  operation: RegExp
  version?: RegExp
  kind: Problem['kind'] | 'missing or schema'
  at: RegExp
  /**
   * Tells whether the waiver is for this value.
   * @param value the one at the place; undefined where it is missing
   * @param holder the object or list around it
   */
  when: (value: any, holder: any) => boolean
  reason: string
}

export const isAddress = (value: unknown): boolean => typeof value === 'string' && URL.canParse(value)
/** Values of custom attributes are single ones. */
export const isNumberOrSwitch = (value: unknown): boolean => ['number', 'boolean'].includes(typeof value)
