// What a route is handed is checked against its schema, and what is wrong is said in both languages.
import type { FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue, Sentence } from '@houqin/problem'

const chinese = z.locales.zhCN().localeError
const english = z.locales.en().localeError
const mostIssues = 50
const mostKeys = 5

/** One zod issue; `at` is where it stands, such as `readings[3].value`. */
function issueOf(issue: z.core.$ZodIssue): FieldIssue {
  const at = issue.path.reduce<string>((so, key) => so + (typeof key === 'number' ? `[${key}]` : `${so && '.'}${String(key)}`), '')
  return { at, says: plain(issue) ?? say(sentence(chinese, issue), sentence(english, issue)) }
}
/** The mistakes made most often, in the words of a person who has never heard of types; a check of our own brings its sentence as `params.says`. */
function plain(issue: z.core.$ZodIssue): Sentence | undefined {
  if (issue.code === 'unrecognized_keys') {
    const more = issue.keys.length > mostKeys ? ', …' : ''
    const keys = `${issue.keys.slice(0, mostKeys).map((key) => key.slice(0, 40)).join(', ')}${more}`
    return say(`不认识“${keys}”，请检查拼写`, `“${keys}” is not known here, check the spelling`)
  }
  if (issue.code === 'custom') return issue.params?.['says'] as Sentence | undefined
  if (issue.code !== 'invalid_type') return undefined
  const kind = kinds[issue.expected]
  return kind && say(`必须填写，且应为${kind.zh}`, `is needed, as ${kind.en}`)
}
const kinds: Readonly<Record<string, Sentence>> = Object.freeze({
  string: say('文字', 'text'),
  number: say('数字', 'a number'),
  int: say('整数', 'a whole number'),
  boolean: say('是或否', 'true or false'),
  array: say('列表', 'a list'),
  object: say('一组字段', 'an object'),
  record: say('一组字段', 'an object'),
})
function sentence(locale: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  // the maps read the members that an issue found by a check carries as well
  const said = locale(issue as z.core.$ZodRawIssue)
  return (typeof said === 'string' ? said : said?.message) ?? issue.message
}

function problemOf(part: string | undefined, issues: readonly FieldIssue[]): Problem {
  if (part === 'params') return new Problem('not-found', say('没有这个地址或编号。', 'There is no such address or number.'))
  const listed = issues.map(({ at, says }) => `${at || '内容'}：${says.zh}`).slice(0, 3).join('；')
  const listedEn = issues.map(({ at, says }) => `${at || 'body'}: ${says.en}`).slice(0, 3).join('; ')
  return new Problem(
    part === 'body' ? 'bad-input' : 'bad-request',
    say(`填写的内容有误：${listed}。`, `Some values are not right: ${listedEn}.`),
    { issues: issues.slice(0, mostIssues) },
  )
}

export const validate: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => (data) => {
  const read = schema.safeParse(data)
  return read.success ? { value: read.data } : { error: problemOf(httpPart, read.error.issues.map(issueOf)) }
}
