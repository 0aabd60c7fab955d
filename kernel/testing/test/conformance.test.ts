// The rules of conformance, each broken once on purpose: a rule that finds nothing in a broken house would pass for ever.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, defineRole, defineSubsystem, holder } from '@houqin/define'
import type { Matter, Register, Role, Signal } from '@houqin/define'
import { conformanceRules, idList, readVocabulary } from '@houqin/testing/conformance'
import type { House } from '@houqin/testing/conformance'
import { brightEnough, change, english, heat, house, keeper, lamp, organ, shop, site, vocabulary } from './lamp-shop.ts'

const sayings = (broken: House): readonly string[] => conformanceRules.flatMap((rule) => rule.broken(broken))

/** The house with one thing in it changed; the compiler would refuse most of these, code that was cast would not be. */
function withChanged(group: 'registers' | 'matters' | 'standards' | 'signals', id: string, changes: object): House {
  const things: ReadonlyMap<string, object> = house.catalogue[group]
  const changed = new Map([...things].map(([key, thing]) => [key, key === id ? { ...thing, ...changes } : thing]))
  const subsystems = house.catalogue.subsystems.map((subsystem) => ({ ...subsystem, [group]: Object.fromEntries([...changed.values()].map((thing, at) => [at, thing])) }))
  return { ...house, catalogue: { ...house.catalogue, [group]: changed, subsystems } }
}
const register = (it: Register, changes: Partial<Register>): House => withChanged('registers', it.id, changes)
const matter = (changes: Partial<Matter>): House => withChanged('matters', change.id, changes)
const states = (more: object): House => matter({ states: { ...change.states, ...more } })
const steps = (more: object): House => matter({ steps: { ...change.steps, ...more } })
const standard = (changes: object): House => withChanged('standards', brightEnough.id, changes)
const value = (changes: object): House => standard({ values: [{ ...brightEnough.values[0], ...changes }] })
const cite = (changes: object): House => value({ cite: { ...brightEnough.values[0]?.cite, ...changes } })
const signal = (changes: Partial<Signal>): House => withChanged('signals', heat.id, changes)
const rule = (judge: () => unknown) => signal({ alarms: { tooHot: { ...heat.alarms.tooHot, rule: { ...heat.alarms.tooHot.rule, judge } } } as unknown as Signal['alarms'] })
const words = (changes: object): House => ({ ...house, english: new Map([['shop', { ...english, ...changes }]]) })
const stranger = defineRole('shop.stranger', { title: '陌生人', reach: 'district' })
function roles(more: Readonly<Record<string, Role>>): House {
  const subsystem = { ...shop, roles: { ...shop.roles, ...more } }
  return { ...house, catalogue: { ...house.catalogue, subsystems: [subsystem], roles: new Map([...house.catalogue.roles, ...Object.values(more).map((role) => [role.role, role] as const)]) } }
}

test('a whole house breaks no rule', () => {
  assert.deepEqual(sayings(house), [])
})

const broken: readonly (readonly [what: string, house: House, says: RegExp])[] = [
  ['a step nobody may take', steps({ lose: { label: '丢', from: 'asked', by: [] } }), /^shop\.change: the step lose is open to nobody$/],
  ['a step for a role nobody lists', steps({ lose: { label: '丢', from: 'asked', by: [stranger] } }), /the step lose is open to shop\.stranger, which no subsystem lists/],
  ['a step for a holder nobody is', steps({ lose: { label: '丢', from: 'done', by: [holder] } }), /open to the holder, and none of its states is held/],
  ['a step for a fact that is no person', steps({ lose: { label: '丢', from: 'asked', by: [{ fact: 'why' }] } }), /names the person in why, which points to nobody/],
  ['a step for a choice there is not', steps({ lose: { label: '丢', from: 'asked', by: [keeper], only: { why: 'lost' } } }), /the step lose is open where why is lost, and there is no such choice/],
  ['a field asked for a choice there is not', matter({ form: { ...change.form, more: { kind: 'text', label: '还要什么', max: 20, only: { lamp: ['lost'] } } } }), /more is asked where lamp is lost, and there is no such choice/],
  ['a state no way leads to', states({ lost: { title: '丢了', tone: 'stopped', final: true } }), /no way leads to the state lost/],
  ['a state without a way out', states({ done: { title: '已换', tone: 'done' } }), /the state done is not final and no step leaves it/],
  ['a state from which nothing ends', matter({ states: { ...change.states, done: { title: '已换', tone: 'done' } }, steps: { ...change.steps, again: { label: '再来', from: 'done', to: 'asked', by: [keeper] } } }), /from the state done no final state can be reached/],
  ['a matter nobody may ask for', matter({ access: { start: [], read: [] }, byCode: undefined } as unknown as Partial<Matter>), /nobody may ask for it/],
  ['a code of a register without codes', matter({ byCode: { field: 'site', ask: [] } }), /asked for by the code in site, which points to no coded register/],
  ['a matter without a subject', matter({ subject: () => ' ' }), /its subject reads “ ”/],
  ['a subject of nothing', matter({ subject: () => `${String(undefined)}号灯` }), /its subject reads/],
  ['a card with a fact that is none', register(lamp, { card: { facts: ['colour'] } }), /its card shows colour, which is no field/],
  ['a card with too much on it', register(lamp, { card: { facts: ['site', 'watts', 'number'] } }), /its card shows 3 facts/],
  ['a state that is a number', register(lamp, { card: { facts: [], state: 'watts' } }), /is neither a choice nor a yes or no/],
  ['a row without a name', register(lamp, { name: () => '' }), /the name of a row reads “”/],
  ['a name that cannot be made', register(lamp, { name: () => { throw new TypeError('none') } }), /the name of a row cannot be made: TypeError: none/],
  ['a scope that points elsewhere', register(lamp, { scope: { organ: 'site' } }), /its organ stands in site, which points to shop\.site/],
  ['rows that say they are sites', register(lamp, { scope: { site: 'id' } }), /says its rows are sites, and is not the register of them/],
  ['a column that is no field', register(lamp, { columns: ['colour'] }), /names colour, which is no field/],
  ['a search in a number', register(lamp, { search: ['watts'] }), /searches in watts, which is no text/],
  ['a sort by nothing', register(lamp, { sort: '-colour' }), /is sorted by -colour, which is no field/],
  ['a tree that does not climb', register(organ, { tree: 'name' }), /is a tree by name, which does not point to itself/],
  ['dated rows that may overlap', register(site, { dated: true }), /does not say which of them may not overlap/],
  ['a register nobody writes', register(site, { access: { read: [keeper], write: [] } }), /nobody may write it/],
  ['a secret nobody sees', register(lamp, { fields: { ...lamp.fields, phone: { kind: 'text', label: '电话', max: 20, grade: 'sensitive' } } }), /has sensitive fields that nobody sees whole/],
  ['an example that is judged otherwise', standard({ examples: [{ says: '亮', given: { lux: '500' }, breach: true }, { says: '暗', given: { lux: '100' }, breach: false }] }), /“亮” is no breach/],
  ['examples of one kind', standard({ examples: brightEnough.examples.filter(({ breach }) => breach) }), /no example passes it/],
  ['an example nobody can judge', standard({ check: () => { throw new RangeError('dark') } }), /cannot be judged: RangeError: dark/],
  ['a finding without English', standard({ check: () => [{ level: 'breach', says: '暗', advice: '换', by: 'atLeast', en: { says: '暗', advice: '' } }] }), /is judged without an English sentence of its own/],
  ['a finding by no figure', standard({ check: () => [{ level: 'breach', says: '暗', advice: '换', by: 'mood', en: { says: 'dark', advice: 'change it' } }] }), /is judged by mood, which is no figure/],
  ['a figure without a value', standard({ values: [] }), /atLeast has no value/],
  ['a figure too exact', value({ value: '300.5' }), /atLeast is 300\.5, which is no number with 0 decimals/],
  ['a figure of nothing', value({ parameter: 'atMost' }), /gives atMost, which is no figure of it/],
  ['a figure that ends before it begins', value({ to: '2014-05-31' }), /ends on 2014-05-31, before it begins/],
  ['a mark nobody knows', cite({ mark: 'sure' }), /is marked sure/],
  ['read in the text, but where?', cite({ mark: 'V' }), /does not say where/],
  ['a signal without a unit', signal({ unit: '' }), /has no unit/],
  ['an alarm nothing raises', rule(() => []), /is raised by no reading/],
  ['an alarm nothing clears', rule(() => [{}]), /is cleared by no reading/],
  ['an alarm nobody answers', signal({ access: { read: [keeper], acknowledge: [] } }), /can be acknowledged by nobody/],
  ['an idle role', roles({ stranger }), /^shop\.stranger: stands nowhere/],
  ['a role of elsewhere', register(site, { access: { read: [stranger], write: [keeper] } }), /names shop\.stranger, which neither shop nor one before it lists/],
  ['a role that excludes nobody', roles({ stranger: { ...stranger, excludes: ['shop.ghost'] } }), /excludes shop\.ghost, which no subsystem lists/],
  ['a word that is missing', words({ roles: { keeper: 'Lamp keeper' } }), /^shop\.roles\.clerk: has no word$/],
  ['a word of nothing', words({ roles: { ...english.roles, ghost: 'Ghost' } }), /^shop\.roles\.ghost: is the word of nothing$/],
  ['an empty word', words({ title: ' ' }), /^shop\.title: is empty$/],
  ['a hint nobody said in English', register(lamp, { fields: { ...lamp.fields, watts: { ...lamp.fields.watts, hint: '看灯头' } } }), /^shop\.lamp\.watts\.hint: “看灯头” is not said in English$/],
  ['an end nobody said in English', register(lamp, { fields: { ...lamp.fields, until: date('保修至', { expires: { warnDays: [30], says: '换新灯' } }) } }), /^shop\.lamp\.until\.expires: “换新灯” is not said in English$/],
  ['a name with words nobody said in English', register(lamp, { name: (l: never) => `灯 ${(l as { number: string }).number}` }), /^shop\.lamp: “灯 \{number\}” is not said in English$/],
  ['a name said in English with other gaps', { ...register(lamp, { name: (l: never) => `灯 ${(l as { number: string }).number}` }), english: new Map([['shop', { ...english, phrases: { '灯 {number}': 'Lamp {name}' } }]]) }, /“Lamp \{name\}” has other gaps than “灯 \{number\}”/],
  ['a unit nobody said in English', register(lamp, { fields: { ...lamp.fields, watts: { ...lamp.fields.watts, unit: '瓦' } } }), /^shop\.lamp\.watts: the unit “瓦” is not said in English$/],
  ['a word left in Chinese', words({ title: 'Lamp 间' }), /still says “Lamp 间”/],
  ['no words at all', { ...house, english: new Map() }, /^shop: has no words in English$/],
  ['a noun nobody explained', { ...house, vocabulary: vocabulary.filter(({ english: noun }) => noun !== 'lamp') }, /^shop\.lamp: “lamp” is not in docs\/vocabulary\.md$/],
  ['a noun to avoid', { ...house, vocabulary: [...vocabulary, { chinese: '灯', english: 'luminaire', avoid: ['lamp'] }] }, /says “lamp”; the word is “luminaire”/],
  ['a noun explained twice', { ...house, vocabulary: [...vocabulary, ...vocabulary] }, /stands twice/],
]
for (const [what, planted, says] of broken)
  test(`finds ${what}`, () => {
    assert.match(sayings(planted).join('\n'), new RegExp(says.source, 'm'))
  })

test('finds two matters whose numbers look alike', () => {
  const twin = { ...change, id: 'shop.twin' } as unknown as Matter
  const catalogue = { ...house.catalogue, matters: new Map([...house.catalogue.matters, [twin.id, twin]]) }
  assert.match(sayings({ ...house, catalogue }).join('\n'), /shop\.twin: has the letters HD of shop\.change/)
})

test('the list of ids names every thing, and every name within it that is stored', () => {
  const list = idList(house.catalogue)
  assert.match(list, /- register `shop\.lamp` · number site socket\(e27 gu10\) watts · lines bulbs: count\n/)
  assert.match(list, /- matter `shop\.change` · letters HD · form: lamp why site · facts: worker · states: asked sent done · steps: send changed withdraw\n/)
  assert.equal(idList({ ...house.catalogue, subsystems: [defineSubsystem('empty', '空', {})] }).includes('shop'), false)
})

test('the vocabulary is read from its tables, and a text without one is refused', () => {
  assert.deepEqual(readVocabulary('| 中文 | English | avoid |\n|---|---|---|\n| 灯 | lamp | light, luminaire |\n| 单位 | organ | — |\n'), [
    { chinese: '灯', english: 'lamp', avoid: ['light', 'luminaire'] }, { chinese: '单位', english: 'organ', avoid: [] },
  ])
  assert.throws(() => readVocabulary('# 词汇\n'), /no table/)
})
