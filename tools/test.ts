// `npm test`: everything that must be true before a change is kept. `npm test -- people` runs the test files of people.
import { runChecks } from './run-checks.ts'

await runChecks({ quick: false, words: process.argv.slice(2) })
