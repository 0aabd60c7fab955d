// How well 问一问 answers what clerks ask, and how fast articles are found in Chinese and pinyin, over a folder of laws where one is given.
import type { Answer } from '@houqin/regulations'
import { answer } from '@houqin/regulations/answer'
import { findArticles } from '@houqin/regulations/find'
import { importFolder } from '@houqin/regulations/import'
import { settleRegulations } from '@houqin/regulations/settle'
import { median, ninetyFifth, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { heldBack, practised } from './questions.ts'
import type { Question } from './questions.ts'
import { withSmallHouse } from './small-house.ts'
import type { SmallHouse } from './small-house.ts'

const sought = ['消防', '电梯', '第九条 中小企业', '应当 监督检查', '人民政府', '保存期限', '的', 'xf', 'zfcg', 'xiaofang', 'baocunqixian', 'dianti']
const rounds = 20

const questions = [...practised, ...heldBack]

/** `npm run bench -- ask [FOLDER]`: without a folder the questions meet the reading rows alone. */
export async function benchAsk(): Promise<readonly Measured[]> {
  return withSmallHouse(async (house) => {
    const folder = process.argv[3]
    // what a server does soon after its first start
    await house.write((tx) => settleRegulations(tx, house.system))
    const { articles } = folder === undefined ? { articles: 0 } : await importFolder(house.system, folder)
    const answers = await answersOf(house)
    if (process.env['BENCH_ANSWERS'] === 'print') for (const { question, given } of answers) process.stdout.write(`${isRight(question, given) ? '✓' : '✗'} ${question.asks} → ${shown(given)}\n`)
    const share = (those: typeof answers): number => rounded(those.filter(({ question, given }) => isRight(question, given)).length / those.length)
    const nothing = answers.filter(({ question }) => question.clause === null)
    const times = articles === 0 ? [] : await findTimes(house)
    return [
      { what: `${practised.length} questions answered right`, value: share(answers.slice(0, practised.length)), unit: 'share' },
      { what: `${heldBack.length} that were held back`, value: share(answers.slice(practised.length)), unit: 'share' },
      { what: 'and those whose clause is among the near ones shown below', value: rounded(answers.slice(practised.length).filter(({ question, given }) => isRight(question, given) || isNear(question, given)).length / heldBack.length), unit: 'share' },
      { what: `of ${nothing.length} without an answer, said so`, value: share(nothing), unit: 'share' },
      { what: 'one question', value: rounded(median(answers.map(({ took }) => took))), unit: 'ms' },
      ...(times.length === 0 ? [] : [
        { what: `finding among ${articles} articles`, value: rounded(median(times)), unit: 'ms', goal: '≤ 50' },
        { what: 'the same, 95 of 100', value: rounded(ninetyFifth(times)), unit: 'ms', goal: '≤ 50' },
        { what: 'the same, the slowest', value: rounded(Math.max(...times)), unit: 'ms' },
      ]),
    ]
  })
}

async function answersOf({ system, asker }: SmallHouse): Promise<readonly { readonly question: Question; readonly given: Answer; readonly took: number }[]> {
  const actor = await asker.authenticate()
  const answers: { question: Question; given: Answer; took: number }[] = []
  for (const question of questions) {
    const began = performance.now()
    const given = await answer(system, { actor, question: question.asks })
    answers.push({ question, given, took: performance.now() - began })
  }
  return answers
}

/** The right clause, and where something can be begun, that and whose it is; or nothing where there is nothing. */
function isRight({ clause, matter }: Question, given: Answer): boolean {
  if (matter) return given.matter?.matter === matter.id && (!given.found || matter.owner.test(given.owner))
  if (clause === null || !given.found) return clause === null && !given.found
  return clause.test(`${given.clause.provision?.title ?? ''} ${given.clause.citation}`) && given.owner !== ''
}
const isNear = ({ clause }: Question, { near }: Answer): boolean => clause !== null && near.some(({ title }) => clause.test(title))
function shown(given: Answer): string {
  const begun = given.matter === null ? '' : ` [${given.matter.title}]`
  return given.found ? `${given.clause.provision?.title ?? ''} ${given.clause.citation} · ${given.owner}${begun}` : `没有找到${begun}`
}

async function findTimes({ system: { db, clock } }: SmallHouse): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const words of sought) {
      const began = performance.now()
      await findArticles(db, { words, today: clock.today(), all: false, limit: 50 })
      times.push(performance.now() - began)
    }
  }
  return times
}
