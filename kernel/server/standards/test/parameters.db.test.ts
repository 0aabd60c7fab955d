// Figures as dated rows 数值: declared ones come in, edited ones stay, no day has two.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { constraintOf } from '@houqin/db'
import type { Db } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import { syncParameters } from '@houqin/standards'
import { sql } from 'kysely'
import { area, rules } from './rules.ts'
import { openRules } from './rules-desk.ts'

async function clerkLimits(db: Db): Promise<readonly unknown[]> {
  const { rows } = await sql<{ value: string; valid: string }>`
    select value::text, valid::text from standard.parameter where standard = 'rule.area' and key = 'clerk' order by valid`.execute(db)
  return rows.map(({ value, valid }) => [value, valid])
}

test('declared figures come in once; an open one lasts until the day before its successor', async () => {
  const { db, standards, write } = await openRules()
  assert.deepEqual(await clerkLimits(db), [['9', '[2014-11-01,2026-07-01)'], ['10.5', '[2026-07-01,)']])
  assert.deepEqual(await write((tx) => standards.sync(tx)), { inserted: 0 })
})

test('two values on one day are refused', async () => {
  const { db } = await openRules()
  const longer = sql`update standard.parameter set valid = '[2014-11-01,2027-01-01)' where key = 'clerk' and value = 9`
  await assert.rejects(longer.execute(db), (error) => constraintOf(error)?.name === 'parameter_one_value_a_day')
})

test('what an officer edited is left alone, and nothing declared is put over it', async () => {
  const { db, standards, write } = await openRules()
  await sql`delete from standard.parameter where key = 'clerk' and value = 10.5`.execute(db)
  await sql`update standard.parameter set value = 9.5, valid = '[2014-11-01,2027-01-01)', edited_at = '2026-05-01Z' where key = 'clerk'`.execute(db)
  assert.deepEqual(await write((tx) => standards.sync(tx)), { inserted: 0 })
  assert.deepEqual(await clerkLimits(db), [['9.5', '[2014-11-01,2027-01-01)']])
})

test('a later release brings a successor: the row that ran on ends the day before', async () => {
  const { db, write } = await openRules()
  const chief = area.values.filter(({ key }) => key === 'chief')
  const [first] = chief
  assert.ok(first)
  const released = catalogueOf([{ ...rules, standards: { area: { ...area, values: [...area.values, { ...first, value: '24', from: '2027-01-01' }] } } }])
  assert.deepEqual(await write((tx) => syncParameters(tx, released)), { inserted: 1 })
  const { rows } = await sql`select value::text, valid::text from standard.parameter where key = 'chief' order by valid`.execute(db)
  assert.deepEqual(rows, [{ value: '18', valid: '[2014-11-01,2027-01-01)' }, { value: '24', valid: '[2027-01-01,)' }])
})

test('a standard is described with the figures in force and those to come, each with its source', async () => {
  const { db, standards } = await openRules()
  const [described] = await standards.describe(db)
  assert.deepEqual(described?.parameters.map(({ keyTitle, value, from, to, cite }) => [keyTitle, value, from, to, cite.text]), [
    ['正科级', '18', '2014-11-01', null, '《党政机关办公用房建设标准》（发改投资〔2014〕2674号） 第十二条 表1 (二手来源)'],
    ['科员', '10.5', '2026-07-01', null, '《区级办公用房管理办法》 条号待核'],
  ])
  assert.deepEqual(described?.mend, { matter: 'rule.adjust', title: '调整用房', fill: {} })
})
