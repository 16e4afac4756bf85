import { exactNumber } from '../../exact-number.ts'

/** The answer of another system: its text, and as JSON, if it is. Numbers that cannot be held become text. */
export function readAnswer(body: Buffer): { raw: string; mapped: string | undefined } {
  const raw = body.toString('utf8')
  try {
    return { raw, mapped: JSON.stringify(JSON.parse(raw, exactly as never)) }
  } catch {
    return { raw, mapped: undefined }
  }
}

const exactly = (_key: string, value: unknown, { source }: { source?: string }): unknown =>
  typeof value === 'number' ? exactNumber(source!) : value
