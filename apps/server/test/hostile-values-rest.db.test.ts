// Wrong values in the other half of the bodies; two files, so that neither walks for long.
import { test } from 'node:test'
import { walkValues } from './hostile-values-walk.ts'

test('wrong values in the place of every value of the other half of the bodies', (t) => walkValues(t, 1))
