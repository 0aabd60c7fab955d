// Every matter of the house stands in the catalogue of matters 事项目录: whoever declares one says what people should know before they ask.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueOf } from '@houqin/define'
import { parts } from '../src/subsystems.ts'

const { matters, roles } = catalogueOf(parts.map(({ subsystem }) => subsystem))

test('every declared matter says who answers for it, how one hears of it and how people say it (listed)', () => {
  const wanting = [...matters.values()].flatMap(({ id, title, listed }) => {
    if (!listed) return [`${id} ${title}: has no entry, give its declaration listed: { owner, feedback, keywords, bases }`]
    const { owner, feedback, keywords, bases } = listed
    return [
      ...(roles.has(owner.role) ? [] : [`${id}: its owner ${owner.role} is no role of the house`]),
      ...(feedback.trim() === '' ? [`${id}: says nothing about feedback`] : []),
      ...(keywords.length === 0 ? [`${id}: nobody's words lead to it`] : []),
      ...bases.filter(({ document, clause, mark }) => document === '' || (mark === 'V' && clause === undefined)).map(({ document }) => `${id}: rests on ${document}, read in the text, and does not say where`),
    ]
  })
  assert.deepEqual(wanting, [])
})
