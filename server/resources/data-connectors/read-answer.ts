/** The answer of another system: its text, and as JSON, if it is. Integers that a number cannot hold become text. */
export function readAnswer(body: Buffer): { raw: string; mapped: string | undefined } {
  const raw = body.toString('utf8')
  try {
    return { raw, mapped: JSON.stringify(JSON.parse(raw, exactly as never)) }
  } catch {
    return { raw, mapped: undefined }
  }
}

const exactly = (_key: string, value: unknown, { source }: { source?: string }): unknown =>
  typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value
