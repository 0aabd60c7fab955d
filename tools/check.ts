// `npm run check`: the part of `npm test` that needs neither database nor browser, for every few minutes of work.
import { runChecks } from './run-checks.ts'

await runChecks({ quick: true, words: process.argv.slice(2) })
