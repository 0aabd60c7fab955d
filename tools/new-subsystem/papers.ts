// The papers that show every subsystem: ids and who may do what, written anew from the declarations.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogueOf } from '@houqin/define'
import { parts } from '@houqin/server/subsystems'
import { accessTable } from '@houqin/testing/access-table'
import { idList } from '@houqin/testing/id-list'
import { projectRoot } from '../tree.ts'

const catalogue = catalogueOf(parts.map(({ subsystem }) => subsystem))
writeFileSync(join(projectRoot, 'docs/ids.golden.md'), idList(catalogue))
for (const [subsystem, text] of accessTable(catalogue)) writeFileSync(join(projectRoot, `subsystems/${subsystem}/test/access.golden.md`), text)
