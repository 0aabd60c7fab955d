// What a hostile or broken program sends in the place of a value 敌意输入.

const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`
const many = 100_000

/** By name, as JSON text: some of them no program could build from objects. */
export const hostileValues: Readonly<Record<string, string>> = Object.freeze({
  null: 'null',
  'an empty list': '[]',
  'a list of nothing': '[null,null]',
  'an object': '{"$gt":"","toString":"x","length":-1}',
  'an object with a prototype': '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
  'a number below all': '-1e308',
  'a broken number': '0.1000000000000000055511151231257827',
  truth: 'true',
  'an empty text': '""',
  'a NUL': String.raw`"a\u0000b"`,
  'half a character': String.raw`"\ud83d"`,
  emoji: '"👩🏽‍🚒🇨🇳"',
  'text from right to left': String.raw`"\u202eevil\u2066\u200f"`,
  'a huge text': `"${'长'.repeat(60_000)}"`,
  'something like SQL': `"'; drop table access.account; --"`,
  'deep nesting': deep(2_000),
})
/** Each takes a while to read: a route gets one of them, the next route the next. */
export const heavyBodies: readonly (readonly [what: string, raw: string])[] = Object.freeze([
  ['a list of 100,000', `[${'1,'.repeat(many - 1)}1]`],
  ['an object of 50,000 names', `{${Array.from({ length: 50_000 }, (_, at) => `"k${at}":1`).join(',')}}`],
  ['very deep nesting', deep(200_000)],
] as const)
export const hostileBodies: Readonly<Record<string, string>> = Object.freeze({
  nothing: '',
  null: 'null',
  'a text': '"text"',
  'a number': '1',
  'a list': '[]',
  'a prototype': '{"__proto__":{"isAdmin":true}}',
  'a constructor': '{"constructor":{"prototype":{"isAdmin":true}}}',
  'half a document': '{"input":{"what":',
  'the same name twice': '{"version":1,"version":"x"}',
})
export const hostileQueries: readonly string[] = Object.freeze([
  '', '%00', '-1', '1e9', '%F0%9F%98%80', '%E2%80%AE', "';drop", '[]', '{}', 'null', 'a'.repeat(8_000), '2026-02-30', '00000000-0000-0000-0000-000000000000',
])
/** Names every list understands, and some nobody should. */
export const queryNames: readonly string[] = Object.freeze([
  'limit', 'after', 'total', 'sort', 'q', 'asOf', 'retired', 'where.name', 'where.site', 'where.name.gte', 'where.__proto__', '__proto__', 'constructor', 'where.x.in',
])
/** JSON text of 100,000 of one value, for whatever takes a list. */
export const longList = `[${'"00000000-0000-7000-8000-000000000000",'.repeat(20_000)}"x"]`
