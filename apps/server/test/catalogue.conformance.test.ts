// Every declaration of every subsystem keeps the rules of the house, and its ids are those that were always there.
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessTable } from '@houqin/testing/access-table'
import { catalogueOf } from '@houqin/define'
import { golden } from '@houqin/testing'
import { idList, readVocabulary, testConformance } from '@houqin/testing/conformance'
import { parts } from '../src/subsystems.ts'

const project = new URL('../../../', import.meta.url)
const catalogue = catalogueOf(parts.map(({ subsystem }) => subsystem))

testConformance({
  catalogue,
  english: new Map(parts.map(({ subsystem, en }) => [subsystem.id, en])),
  vocabulary: readVocabulary(readFileSync(new URL('docs/vocabulary.md', project), 'utf8')),
})

test('ids never change', () => {
  golden({ file: new URL('docs/ids.golden.md', project), text: idList(catalogue) })
})

for (const [subsystem, text] of accessTable(catalogue))
  test(`who may do what in ${subsystem} is as it is written down`, () => {
    golden({ file: new URL(`subsystems/${subsystem}/test/access.golden.md`, project), text })
  })
