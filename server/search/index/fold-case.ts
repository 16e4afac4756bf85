/**
 * Letters in one case, as PostgreSQL's `lower` and `ilike` see them: one character stands for one,
 * whatever stands around it.
 */
export function foldCase(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  let folded = ''
  for (const character of text) folded += String.fromCodePoint(character.toLowerCase().codePointAt(0)!)
  return folded
}
