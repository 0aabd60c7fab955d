// One check of `npm run check`, said on its own: `types`, or `manners` with the boundaries; ends with 1 when it finds something.
import { checkBoundaries } from '../boundaries.ts'
import { findingText } from '../finding.ts'
import { checkManners } from '../manners.ts'
import { checkTypes } from '../type-check.ts'

const report = process.argv[2] === 'types' ? await checkTypes() : [...checkBoundaries(), ...checkManners()].map(findingText).join('\n')
process.stdout.write(`${report}\n`)
if (report !== '') process.exitCode = 1
