/** @returns a number as JSON has it, or its text: of an integer beyond those that are exact, and of one that is too large */
export function exactNumber(source: string): number | string {
  const number = Number(source)
  return Number.isSafeInteger(number) || (Number.isFinite(number) && !Number.isInteger(number)) ? number : source
}
