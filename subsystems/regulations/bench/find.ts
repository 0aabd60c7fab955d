// How long a look-up takes: `node subsystems/regulations/bench/find.ts [FOLDER]`, over a folder of laws or 1,600 made articles.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { people } from '@houqin/people/server'
import { importFolder } from '@houqin/regulations/import'
import { regulations } from '@houqin/regulations/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody } from '@houqin/testing/subsystem'
import { inChinese } from '../src/server/law/chinese-number.ts'

const questions = ['消防', '电梯', '第九条 中小企业', '应当 监督检查', '人民政府', 'xf', 'zfcg', 'xiaofang', '保存期限', '的']
const rounds = 20
let reader: Somebody

before(async () => {
  const house = await testSubsystem([people, regulations])
  await house.settle()
  const given = process.argv[2]
  const folder = given ?? madeFolder()
  const began = performance.now()
  const { files, articles } = await importFolder(house.system, folder)
  console.log(`${files.length} files, ${articles} articles imported in ${Math.round(performance.now() - began)} ms`)
  if (given === undefined) rmSync(folder, { recursive: true })
  reader = await house.as('everyone')
})

for (const [what, path, words] of [['find', '/api/regulations/search', questions], ['ask', '/api/regulations/ask', ['监控录像要保存多久', '付款期限多久', '火星移民补贴']]] as const)
  test(`${what}: the whole request, median and worst of ${rounds}`, async () => {
    for (const q of words) {
      const times: number[] = []
      let answered = ''
      for (let round = 0; round < rounds; round += 1) {
        const began = performance.now()
        const { body } = await reader.get<{ total?: number; found?: boolean }>(path, { q })
        times.push(performance.now() - began)
        answered = String(body.total ?? body.found)
      }
      times.sort((a, b) => a - b)
      console.log(`${what} ${q}: ${(times[rounds / 2] ?? 0).toFixed(1)} ms, at most ${(times.at(-1) ?? 0).toFixed(1)} ms (${answered})`)
    }
  })

/** Sixteen rules of a hundred articles, of sentences that differ by their words' order. */
function madeFolder(): string {
  const words = ['消防设施', '电梯', '中小企业', '政府采购', '监督检查', '人民政府', '应当', '不得', '保存期限', '报告', '定期', '检测', '维护', '公布', '审批', '能源消费', '台账', '资产', '盘点', '食堂']
  const folder = mkdtempSync(join(tmpdir(), 'regulations-bench-'))
  for (let rule = 0; rule < 16; rule += 1) {
    const articles = Array.from({ length: 100 }, (_, at) => {
      const sentence = Array.from({ length: 60 }, (_word, place) => words[(rule * 7 + at * 3 + place * (1 + (at % 5))) % words.length]).join('')
      return `第${inChinese(at + 1)}条 ${sentence}。`
    })
    writeFileSync(join(folder, `${rule}.md`), `# 样品管理规定之${inChinese(rule + 1)}\n\n2020年1月${rule + 1}日发布\n\n${articles.join('\n\n')}\n`)
  }
  return folder
}
