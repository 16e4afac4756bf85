/**
 * Tests in a real browser: `npm run browser`, not part of `npm test`. Chromium is found at its usual places, or where
 * PARLEY_CHROMIUM says. `npm run browser -- attacks` runs one file.
 */
const FILES = ['visits', 'keyboard', 'scripts-off', 'attacks', 'vitals']

const asked = process.argv.slice(2)
for (const name of FILES) if (asked.length === 0 || asked.includes(name)) await import(`./${name}.ts`)
