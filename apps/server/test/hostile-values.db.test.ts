// Wrong values in one half of the bodies; two files, so that neither walks for long.
import { test } from 'node:test'
import { walkValues } from './hostile-values-walk.ts'

test('wrong values in the place of every value of one half of the bodies', (t) => walkValues(t, 0))
