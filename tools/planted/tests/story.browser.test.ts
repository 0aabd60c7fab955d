// A story that ends badly.
import { test } from 'node:test'
test('the lamp is still broken', () => { throw new Error('nobody came') })
