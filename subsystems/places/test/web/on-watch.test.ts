// Who is on duty at a moment 现在谁在班: shifts turn at eight and at twenty, and the night before stands until the morning.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireRow } from '@houqin/wire'
import { onWatch } from '../../src/web/board/on-watch.ts'

const row = (name: string, shift: string, part = 'officer', site = 'a'): WireRow => ({
  id: name, version: 1, name, createdAt: '', updatedAt: '', retiredAt: null, shift, part, site: { id: site, name: site }, person: { id: name, name },
})
const today = [row('门卫白', 'day', 'guard'), row('值班白', 'day'), row('值班夜', 'night'), row('带班', 'whole', 'leader'), row('别处', 'whole', 'leader', 'b')]
const before = [row('昨夜', 'night'), row('别处昨夜', 'night', 'officer', 'b')]
const at = (time: string): readonly string[] => onWatch({ today, before }, { site: 'a', wall: `2026-11-24T${time}` }).map(({ name }) => name)

test('who leads comes first, then officers and guards, of the shift that stands and of this site alone', () => {
  assert.deepEqual(at('08:00'), ['带班', '值班白', '门卫白'])
  assert.deepEqual(at('19:59'), ['带班', '值班白', '门卫白'])
  assert.deepEqual(at('20:00'), ['带班', '值班夜'])
})
test('before eight the night watch of the day before stands', () => {
  assert.deepEqual(at('07:59'), ['带班', '昨夜'])
})
