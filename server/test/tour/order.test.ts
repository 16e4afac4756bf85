import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOperations } from '../../operations.ts'
import { settingsTour, tour } from '../tour.ts'
import { orderSteps } from './order.ts'
import { step, type Step } from './step.ts'

const ask = (key: string, rest: Partial<Parameters<typeof step>[1]> = {}): Step =>
  step(key, { go: (client) => client.get('/'), ...rest } as Parameters<typeof step>[1])
const gives = (...names: string[]) => ({ gives: Object.fromEntries(names.map((name) => [name, () => name])) })
const keys = (nouns: Step[][], given: string[] = []) => orderSteps(nouns, given).map(({ key }) => key)
const needs = (...names: string[]) => ({ needs: names as never[] })
const ends = (...names: string[]) => ({ ends: names as never[] })

test('a step stands behind what it needs, and before what ends that', () => {
  const nouns = [
    [ask('cap', needs('bottle')), ask('uncap')],
    [ask('bottle', gives('bottle')), ask('break', ends('bottle')), ask('sweep')],
    [ask('label', needs('bottle'))],
  ]
  assert.deepEqual(keys(nouns), ['bottle', 'cap', 'uncap', 'label', 'break', 'sweep'])
})

test('steps of a noun keep their order, and the first noun goes first', () => {
  assert.deepEqual(keys([[ask('b'), ask('a')], [ask('c')]]), ['b', 'a', 'c'])
})

test('a name that the workspace has before needs no step', () => {
  assert.deepEqual(keys([[ask('fill', needs('glass'))]], ['glass']), ['fill'])
})

test('a need that no step gives is an error that names both', () => {
  assert.throws(() => keys([[ask('fill', needs('glass'))]]), /fill needs glass, which no step gives/)
})

test('steps that wait for each other are an error that names them', () => {
  const nouns = [
    [ask('egg', needs('hen')), ask('lay', gives('egg'))],
    [ask('hen', needs('egg')), ask('hatch', gives('hen'))],
  ]
  assert.throws(() => keys(nouns), /wait for each other: egg, lay, hen, hatch/)
})

test('a step sees the names that it declares, and is left out where one is missing', async () => {
  let seen: unknown
  const one = step('GET /', {
    needs: ['a'],
    go: async (_, found) => {
      seen = found
      return {} as never
    },
  })
  await one.go({} as never, { a: '1', b: '2' })
  assert.deepEqual(seen, { a: '1' })
  assert.equal(one.go({} as never, { b: '2' }), undefined)
})

test('every operation has a step in the tour of its noun', () => {
  const walked = new Set([...tour, ...settingsTour].map(({ key }) => key))
  assert.deepEqual(
    allOperations.map(({ key }) => key).filter((key) => !walked.has(key)),
    [],
  )
})
