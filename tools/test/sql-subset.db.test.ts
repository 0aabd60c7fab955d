// docs/sql-subset.md 所用 SQL: what the product asks of PostgreSQL, read from its migrations and queries and held against the database's own catalogue.
import { it } from 'node:test'
import { openDatabase } from '@houqin/db'
import { golden } from '@houqin/testing'
import { sharedPostgres } from '@houqin/testing/shared-postgres'
import { sql } from 'kysely'
import assert from 'node:assert/strict'
import { parse, walk } from '../syntax.ts'
import { isTestCode, readTree } from '../tree.ts'

const tree = readTree()

/** Beyond plain select, insert, update and delete. */
const constructs: readonly (readonly [string, RegExp])[] = [
  ['`with … as` (common table expressions)', /\bwith\s+\w+\s*(\([^)]*\))?\s+as\s*\(/i],
  ['`with recursive`', /\bwith\s+recursive\b/i],
  ['writes inside `with`, several in one statement', /\bas\s*\(\s*(insert\s+into|update\s|delete\s+from)/i],
  ['`insert … on conflict`', /\bon\s+conflict\b/i],
  ['`returning`', /\breturning\b/i],
  ['`for update` / `for share`', /\bfor\s+(no\s+key\s+)?(update|share)\b/i],
  ['`skip locked`', /\bskip\s+locked\b/i],
  ['`tablesample system`', /\btablesample\s+system\b/i],
  ['`distinct on`', /\bdistinct\s+on\b/i],
  ['`lateral`', /\blateral\b/i],
  ['window functions (`over`)', /\bover\s*\(/i],
  ['`filter (where …)`', /\bfilter\s*\(\s*where\b/i],
  ['`with ordinality`', /\bwith\s+ordinality\b/i],
  ['`within group`', /\bwithin\s+group\b/i],
  ['row comparison `(a, b) > (c, d)`', /\(\s*\w[\w.]*\s*,\s*\w[\w.]*\s*\)\s*[<>]=?\s*\(/],
  ['arrays (`any(…)`, `unnest`)', /\bany\s*\(|\bunnest\s*\(/i],
  ['`collate "C"`', /\bcollate\s+"C"/i],
  ['an order of names of its own (`create collation … (provider = icu, locale = \'zh-u-kn-true\')`)', /\bcreate\s+collation\b/i],
  ['partial indexes', /\bcreate\s+(unique\s+)?index\b[^;]*\bwhere\b/i],
  ['GIN indexes', /\busing\s+gin\b/i],
  ['GiST indexes and exclusion constraints', /\busing\s+gist\b|\bexclude\s+using\b/i],
  ['`generated always as identity`', /\bgenerated\s+always\s+as\s+identity\b/i],
  ['deferrable references', /\bdeferrable\b/i],
  ['partitions by range', /\bpartition\s+by\s+range\b/i],
  ['PL/pgSQL functions and triggers', /\blanguage\s+plpgsql\b|\bcreate\s+trigger\b/i],
  ['functions in SQL', /\blanguage\s+sql\b/i],
  ['`copy`', /\bcopy\s*\(|\bcopy\s+\$|\bfrom\s+stdin\b/i],
  ['`listen`', /\blisten\s/i],
  ['`set constraints`', /\bset\s+constraints\b/i],
  ['isolation `repeatable read`', /\brepeatable\s+read\b/i],
]
const server = /^(kernel\/(server|signals)|subsystems\/[^/]+\/(src\/server|seed)|apps\/server)\//

/** Migrations without their comments; in code the templates and strings that read like SQL. */
function texts(): readonly string[] {
  return tree.files.filter((path) => server.test(path) || /\/migrations\/[^/]+\.sql$/.test(path)).flatMap((path): readonly string[] => {
    if (isTestCode(path)) return []
    if (path.endsWith('.sql')) return [tree.read(path).replace(/--[^\n]*/g, ' ')]
    if (!path.endsWith('.ts')) return []
    const found: string[] = []
    const { program } = parse({ path, text: tree.read(path) })
    walk({
      program,
      visitor: {
        TaggedTemplateExpression({ tag, quasi }) {
          const name = tag.type === 'Identifier' ? tag.name : ''
          if (name === 'sql') found.push(quasi.quasis.map(({ value }) => value.raw).join(' $ '))
        },
        TemplateLiteral({ quasis }) {
          const text = quasis.map(({ value }) => value.raw).join(' $ ')
          if (/^\s*(select|insert|update|delete|with|copy|create|alter|drop|begin|listen|set)\s/.test(text)) found.push(text)
        },
        Literal({ value }) {
          if (typeof value === 'string' && /^(select|insert|update|delete|with|begin|listen|create|alter)\s/.test(value)) found.push(value)
        },
      },
    })
    return found
  })
}

/** Those of `names` that `shape` finds. */
function used(all: readonly string[], names: ReadonlySet<string>, shape: RegExp): ReadonlySet<string> {
  const words = all.flatMap((text) => [...text.replace(/'[^']*'/g, "''").matchAll(shape)].map(([, word = '']) => word.toLowerCase()))
  return new Set(words.filter((word) => names.has(word)))
}
const sorted = (words: Iterable<string>): string[] => [...words].toSorted((one, other) => (one < other ? -1 : 1))
const listOf = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ').replace(/(.{120,140}?, )/g, '$1\n')

it('the page of the SQL in use says what is true', async () => {
  const postgres = await sharedPostgres()
  const { db, close } = await openDatabase({ url: postgres.url, poolSize: 1 })
  try {
    const names = async (text: string): Promise<ReadonlySet<string>> => new Set((await sql<{ name: string }>`${sql.raw(text)}`.execute(db)).rows.map(({ name }) => name))
    const all = texts()
    const functions = used(all, await names(`select distinct proname as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace and proname !~ '^(int|float|text|date|time|bpchar|varchar|name|bool|numeric|interval)'`), /(?<![\w.])([a-z_][a-z0-9_]*)\s*\(/gi)
    const types = used(all, await names(`select typname as name from pg_type where typnamespace = 'pg_catalog'::regnamespace and typrelid = 0 union select unnest(array['bigint', 'integer', 'boolean', 'double precision'])`), /(?:::|\b\w+\s+)(bigint|integer|boolean|double precision|[a-z][a-z0-9_]*)(?=[\s,)[\];:]|$)/gi)
    const extensions = sorted(new Set(all.flatMap((text) => [...text.matchAll(/create extension if not exists (\w+)/gi)].map(([, name]) => name ?? ''))))
    const columnTypes = sorted(types).filter((name) => !['name', 'char', 'line', 'path', 'point', 'box', 'time', 'regproc', 'any', 'record', 'trigger', 'text'].includes(name))
    const rows = constructs.filter(([, shape]) => all.some((text) => shape.test(text))).map(([what]) => `* ${what}`)
    assert.ok(all.length > 500 && functions.size > 40 && rows.length > 15, 'the search itself finds the SQL')
    golden({
      file: new URL('../../docs/sql-subset.md', import.meta.url),
      text: [
        '# The SQL in use', '',
        'What the product asks of PostgreSQL 15 or later, for whoever wants to run it on a database that says it is compatible. Written by',
        '`tools/test/sql-subset.db.test.ts` from the migrations and queries; renewed with `npm test -- sql-subset --accept`.', '',
        `Extensions (all trusted, made by the database's owner): ${extensions.map((name) => `\`${name}\``).join(', ')}.`, '',
        'Besides what a table shows: advisory locks of session and transaction, `pg_notify`, and the numbers of transactions (`xid8`, `pg_current_snapshot()`),',
        'by which the audit is sealed and news is told in one order; several primaries of one database are not possible with them.', '',
        '## Constructs', '', ...rows, '',
        '## Functions', '', listOf(sorted(functions)), '',
        '## Types', '', listOf([...columnTypes, 'text']), '',
      ].join('\n').replace(/ +\n/g, '\n'),
    })
  } finally {
    await close()
    await postgres.stop()
  }
})
