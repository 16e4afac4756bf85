/** Rows of two workspaces in which the same was done, without what differs between the two: ids, times and secrets. */
import type { TestWorkspace } from './app.ts'

/** @param lines a row each, as the text of its JSON, its table before it */
export const masked = (lines: readonly string[], { app_id }: Pick<TestWorkspace, 'app_id'>): string[] =>
  lines.map((line) => line.replaceAll(app_id, '#').replaceAll(VARIES, '#')).toSorted()

const VARIES =
  /(?<="(?:workspace_id|id|ticket_number|read_to|after_event_id)": ?)\d+|(?<="ticket_id": ")\d+|(?<=Workspace )[0-9a-f]{6}|(?<="key": "\w+:)\d+|(?<="(?:job_)?identifier": ")[a-z0-9]{16}|(?<=-)[a-z0-9]{16}(?=\.tgz")|(?<="run_at": )"[^"]+"|(?<="secret": )"[^"]+"|[0-9a-f]{8,}(?:-[0-9a-f-]+)?|\b\d{3,}\b/g

/** Items that one list holds more often than the other. */
export function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}
