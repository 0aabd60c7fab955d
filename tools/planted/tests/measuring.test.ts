// A test that measured something and says so.
import { test } from 'node:test'
test('is quick', (t) => { t.diagnostic('40 s: scaffold 3 s') })
