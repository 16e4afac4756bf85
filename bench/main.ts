/**
 * Two benchmarks:
 *
 *   npm run bench                 the server's speed against its floor (ratios.ts)
 *   npm run bench -- --size 1m    searches, lists and writes in a workspace of a million contacts (size/main.ts)
 */
const isSize = process.argv.some((argument) => /^--size(=|$)/.test(argument))
await import(isSize ? './size/main.ts' : './ratios.ts')
