/** Where a description is not followed, and why. Each line is one decision. */
import type { Problem } from './contract.ts'

interface Waiver {
  /** Operations, kinds and places, as patterns. */
  operation: RegExp
  kind: RegExp
  at: RegExp
  version?: RegExp
  reason: string
}

export const WAIVED: Waiver[] = [
  {
    operation: /./,
    kind: /schema/,
    at: /email$/,
    reason: 'A contact without an email shows null; the descriptions forget that there are such contacts.',
  },
]

export const isWaived = (version: string, operation: string, _status: number, { kind, at }: Problem): boolean =>
  WAIVED.some(
    (waiver) =>
      waiver.operation.test(operation) &&
      waiver.kind.test(kind) &&
      waiver.at.test(at) &&
      (waiver.version?.test(version) ?? true),
  )
