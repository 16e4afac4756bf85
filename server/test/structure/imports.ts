/** Value imports between folders of the server; each noun of `resources` is a folder. */
import { join } from 'node:path'
import { FLOORS, floorOf } from './floors.ts'
import { isTest, type Module } from './modules.ts'
import { importsOf } from './parse.ts'

export interface Edge {
  from: string
  to: string
}

/** @returns the imports between modules of the server */
export const edgesOf = ({ file, source }: Module): Edge[] =>
  importsOf(source)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: file, to: join(file, '..', name) }))

/** Imports that run from a floor to a higher one, or to what stands on none. */
export const upward = (edges: Edge[]): string[] =>
  edges
    .filter(({ from, to }) => floorOf(to) > floorOf(from) || floorOf(to) < 0)
    .map(({ from, to }) => `${from} -> ${to}`)

const NOUNS = new Set(['resources', 'search'])

function folderOf(file: string): string {
  const [first, second, ...rest] = file.split('/') as [string, ...string[]]
  return NOUNS.has(first) && rest.length > 0 ? `${first}/${second}` : first
}

/** A heading a floor, a line a folder with files on it, and the folders that those need. Tests are left out. */
export function printImports(modules: Module[]): string {
  const floors = FLOORS.map(() => new Map<string, Set<string>>())
  for (const module of modules.filter(({ file }) => !isTest(file))) {
    const needs = floors[floorOf(module.file)]!
    const from = folderOf(module.file)
    const known = needs.get(from) ?? new Set()
    for (const { to } of edgesOf(module)) if (folderOf(to) !== from) known.add(folderOf(to))
    needs.set(from, known)
  }
  const sections = FLOORS.map(([name], floor) => {
    const folders = [...floors[floor]!].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const lines = folders.flatMap(([folder, needs]) => [folder, ...[...needs].toSorted().map((to) => `  ${to}`)])
    return folders.length > 0 ? `# ${name}\n${lines.join('\n')}\n` : ''
  })
  return sections
    .filter((section) => section !== '')
    .toReversed()
    .join('\n')
}
