// The rail of a matter: passed, here, ahead.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineMatter, everyone, requester, text } from '@houqin/define'
import { byDeadline } from '../src/matter/by-deadline.ts'
import { railOf } from '../src/matter/rail.ts'

const repair = defineMatter('service-desk.repair', {
  title: '报修',
  prefix: 'BX',
  subject: (f) => f.what,
  form: { what: text('什么坏了') },
  states: {
    asked: { title: '待派单', tone: 'running' },
    sent: { title: '已派单', tone: 'running' },
    paused: { title: '暂缓', tone: 'waiting' },
    fixed: { title: '待确认', tone: 'waiting', held: requester },
    closed: { title: '已办结', tone: 'done', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    withdraw: { label: '撤回', from: ['asked', 'sent'], to: 'withdrawn', by: [requester] },
    send: { label: '派单', from: 'asked', to: 'sent', by: [everyone], primary: true },
    pause: { label: '暂缓', from: 'sent', to: 'paused', by: [everyone] },
    resume: { label: '恢复', from: 'paused', to: 'sent', by: [everyone], primary: true },
    finish: { label: '完工', from: 'sent', to: 'fixed', by: [everyone], primary: true },
    confirm: { label: '修好了', from: 'fixed', to: 'closed', by: [requester], primary: true },
    reopen: { label: '没修好', from: ['fixed', 'closed'], to: 'asked', by: [requester] },
  },
  access: { start: [everyone], read: [everyone] },
})
const told = (...passed: string[]): string => railOf(repair, passed).map(({ state, at }) => ({ passed: `(${state})`, here: `[${state}]`, ahead: state })[at]).join(' ')

test('a new matter shows its whole way to a good end, not the way out', () => {
  assert.equal(told('asked'), '[asked] sent fixed closed')
})
test('no way leads over a step that is for others', () => {
  const unlike = { ...repair, steps: { ...repair.steps, lend: { label: '借用', from: 'asked', to: 'closed', by: [everyone], primary: true, only: { kind: 'lent' } } } } as const
  const way = (holds?: object): readonly string[] => railOf(unlike, ['asked'], { ...holds }).map(({ state }) => state)
  assert.deepEqual([way({ kind: 'lent' }), way({ kind: 'own' }), way()], [['asked', 'closed'], ['asked', 'sent', 'fixed', 'closed'], ['asked', 'closed']])
})
test('a shorter way by a step that is not the usual one is not taken for the way ahead', () => {
  const shorter = { ...repair, steps: { ...repair.steps, lend: { label: '借用', from: 'asked', to: 'fixed', by: [everyone] } } } as const
  assert.deepEqual(railOf(shorter, ['asked']).map(({ state }) => state), ['asked', 'sent', 'fixed', 'closed'])
})
test('a detour stands where it happened and the way leads on from it', () => {
  assert.equal(told('asked', 'sent', 'paused'), '(asked) [paused] sent fixed closed')
})
test('what was reopened starts its way again and shows nothing twice', () => {
  assert.equal(told('asked', 'sent', 'fixed', 'asked'), '[asked] sent fixed closed')
})
test('a matter that is over shows how it got there and nothing ahead', () => {
  assert.equal(told('asked', 'sent', 'fixed', 'closed'), '(asked) (sent) (fixed) [closed]')
  assert.equal(told('asked', 'withdrawn'), '(asked) [withdrawn]')
})

test('an inbox is told by how near each deadline is in Shanghai, the nearest first', () => {
  const now = new Date('2026-11-24T08:00:00Z')
  const matter = (number: string, dueAt: string | null, overdue = false) => ({ number, dueAt, overdue })
  const groups = byDeadline(
    [
      matter('明天', '2026-11-24T16:30:00Z'),
      matter('今晚', '2026-11-24T15:00:00Z'),
      matter('无', null),
      matter('昨天', '2026-11-23T01:00:00Z', true),
      matter('前天', '2026-11-22T01:00:00Z', true),
    ],
    now,
  )
  assert.deepEqual(Object.values(groups).map((group) => group.map(({ number }) => number)), [['前天', '昨天'], ['今晚'], ['明天'], ['无']])
})
