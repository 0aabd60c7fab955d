// Conformance 合规检查: what every declaration of a catalogue must keep, each rule a test of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idRules } from './id-rules.ts'
import { matterRules } from './matter-rules.ts'
import { registerRules } from './register-rules.ts'
import { reportRules } from './report-rules.ts'
import { roleRules } from './role-rules.ts'
import type { House, Rule } from './rule.ts'
import { signalRules } from './signal-rules.ts'
import { standardRules } from './standard-rules.ts'
import { wordRules } from './word-rules.ts'

export { idList } from './id-list.ts'
export { readVocabulary } from './id-rules.ts'
export type { House, Rule, VocabularyEntry } from './rule.ts'

export const conformanceRules: readonly Rule[] = Object.freeze([
  ...matterRules, ...registerRules, ...standardRules, ...signalRules, ...reportRules, ...roleRules, ...wordRules, ...idRules,
])

/** A test for each rule, failing with a sentence for each declaration that breaks it. */
export function testConformance(house: House): void {
  test('the catalogue is not empty', () => {
    assert.ok(house.catalogue.subsystems.length > 0)
  })
  for (const { says, broken } of conformanceRules)
    test(says, () => {
      assert.deepEqual(broken(house), [])
    })
}
