// Everything here is left out in one way or another.
import { describe, it, test } from 'node:test'
test('by option', { skip: 'not today' }, () => {})
test.skip('by name', () => {})
test('while running', (t) => { t.skip() })
test('still to do', { todo: true }, () => {})
describe.skip('a whole suite', () => { it('never runs', () => {}) })
test('passes', () => {})
