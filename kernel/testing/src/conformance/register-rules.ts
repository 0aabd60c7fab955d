// What must hold for registers 台账: cards, names, scopes and lists name what is there.
import type { Catalogue, Field, Register } from '@houqin/define'
import { sampleValues } from '../sample-values.ts'
import { emptyOf, unspoken } from './matter-rules.ts'
import { when } from './rule.ts'
import type { House, Rule } from './rule.ts'

const everyRegister = (find: (register: Register, catalogue: Catalogue) => readonly string[]) => ({ catalogue }: House): readonly string[] =>
  [...catalogue.registers.values()].flatMap((register) => find(register, catalogue))

export const registerRules: readonly Rule[] = [
  {
    says: 'every card shows a state and at most two facts, all of them fields',
    broken: everyRegister(({ id, card, fields }) => [
      ...when(card.facts.length > 2, `${id}: its card shows ${card.facts.length} facts, which is too much at 390 px`),
      ...[...card.facts, ...(card.state === undefined ? [] : [card.state])].flatMap((key) => when(!fields[key], `${id}: its card shows ${key}, which is no field`)),
      ...when(card.state !== undefined && !isState(fields[card.state]), `${id}: the state of its card, ${card.state}, is neither a choice nor a yes or no`),
    ]),
  },
  {
    says: 'every row has a name, however little was filled in',
    broken: everyRegister((register) => [false, true].flatMap((all) => {
      const row = { ...emptyOf(register.fields), ...sampleValues(register.fields, { all }) }
      return unspoken(`${register.id}: the name of a row`, () => register.name(row as never, (field) => register.fields[field]?.label ?? ''))
    })),
  },
  {
    says: 'the fields that say whose a row is point to organs, sites and persons',
    broken: everyRegister((register, { dimensions }) => (['organ', 'site', 'person'] as const).flatMap((dimension) => {
      const key = register.scope[dimension]
      if (key === undefined) return []
      if (key === 'id') return when(register.dimension !== dimension, `${register.id}: says its rows are ${dimension}s, and is not the register of them`)
      const field = register.fields[key]
      const to = field?.kind === 'ref' ? (field.to === 'self' ? register.id : field.to.id) : undefined
      return when(to !== dimensions[dimension]?.id, `${register.id}: its ${dimension} stands in ${key}, which points to ${to ?? 'nothing'}`)
    })),
  },
  {
    says: 'lists, searches, trees and sums name fields that can be listed, searched, climbed and added',
    broken: everyRegister(({ id, fields, columns, search, sort, tree, alike, dated, lines }) => [
      ...[...columns, ...search, ...alike].flatMap((key) => when(!fields[key], `${id}: names ${key}, which is no field`)),
      ...when(sort !== 'name' && !fields[sort.replace(/^-/, '')], `${id}: is sorted by ${sort}, which is no field`),
      ...search.flatMap((key) => when(fields[key]?.kind !== 'text', `${id}: searches in ${key}, which is no text`)),
      ...when(tree !== undefined && !pointsToItself(fields[tree]), `${id}: is a tree by ${tree}, which does not point to itself`),
      ...when(dated && alike.length === 0, `${id}: holds rows from a day to a day and does not say which of them may not overlap`),
      ...Object.entries(lines).flatMap(([set, { totals, fields: own }]) =>
        totals.flatMap((key) => when(own[key]?.kind !== 'decimal' && own[key]?.kind !== 'int', `${id}: adds up ${set}.${key}, which is no number`))),
    ]),
  },
  {
    says: 'grades are options of one choice, each kept to somebody, and no measure of what others are scoped by',
    broken: everyRegister(({ id, grades, fields, dimension }) => {
      if (!grades) return []
      const field = fields[grades.by]
      return [
        ...when(field?.kind !== 'choice' || field.many, `${id}: its grade ${grades.by} is not one choice`),
        ...when(dimension !== undefined, `${id}: grants are scoped by its rows, which nobody could hold then`),
        ...Object.entries(grades.readers).flatMap(([grade, roles]) => [
          ...when(field?.kind === 'choice' && !Object.hasOwn(field.options, grade), `${id}: keeps ${grade}, which is no option of ${grades.by}`),
          ...when(roles.length === 0, `${id}: nobody sees its rows of ${grade}`),
        ]),
      ]
    }),
  },
  {
    says: 'every register is kept by somebody, and read by somebody',
    broken: everyRegister(({ id, access }) => [
      ...when(access.read.length === 0, `${id}: nobody may read it`),
      ...when(access.write.length === 0, `${id}: nobody may write it`),
    ]),
  },
  {
    says: 'masked facts are seen whole by somebody',
    broken: everyRegister(({ id, fields, access }) =>
      when(Object.values(fields).some((field) => field.grade === 'sensitive' || (field.kind === 'text' && field.mask !== undefined)) && !access.reveal?.length, `${id}: has sensitive fields that nobody sees whole`)),
  },
]

function isState(field: Field | undefined): boolean {
  return (field?.kind === 'choice' && !field.many) || field?.kind === 'bool'
}
function pointsToItself(field: Field | undefined): boolean {
  return field?.kind === 'ref' && field.to === 'self'
}
