// Two tests that pass, one inside a suite and one with a part.
import { describe, it, test } from 'node:test'
describe('a suite', () => { it('passes', () => {}) })
test('a whole', async (t) => { await t.test('its part', () => {}) })
