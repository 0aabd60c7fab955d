// Reading a law: its dates, chapters, articles, paragraphs and items; and what is doubtful said in words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inChinese, readNumber } from '../src/server/law/chinese-number.ts'
import type { LawText } from '../src/server/law/law-text.ts'
import { parseLaw } from '../src/server/law/parse-law.ts'
import { teaRules2021 } from './tea-rules.ts'

function read(text: string, fallback: { title: string; day?: string } = { title: '无题' }): LawText {
  const parsed = parseLaw(text, fallback)
  if ('refused' in parsed) assert.fail(parsed.refused)
  return parsed.law
}
function refusedFor(text: string): string {
  const parsed = parseLaw(text, { title: '无题' })
  return 'refused' in parsed ? parsed.refused : '收下了'
}

test('题名、通过、印发、施行日期和文号', () => {
  const { head, doubts } = read(teaRules2021)
  assert.deepEqual({ ...head, origin: undefined }, {
    title: '梅园区机关茶水间管理规定', number: '梅机管〔2021〕6号', issuer: '梅园区机关事务管理局', kind: 'house', level: 'district',
    adoptedOn: '2021-03-01', promulgatedOn: '2021-03-08', madeOn: '2021-03-08', inForceOn: '2021-04-01', origin: undefined,
  })
  assert.deepEqual(doubts, [])
})
test('章、节、条、款、项、目各就各位', () => {
  const { articles } = read(teaRules2021)
  assert.deepEqual(articles.map(({ number, chapter, section }) => `${number}|${chapter}|${section}`), [
    '第一条|第一章 总则|null', '第二条|第一章 总则|null', '第三条|第二章 使用|第一节 日常使用', '第四条|第二章 使用|第一节 日常使用',
    '第五条|第二章 使用|第一节 日常使用', '第六条|第三章 附则|null',
  ])
  assert.deepEqual(articles[2]?.paragraphs.map(({ kind, number }) => `${kind} ${number}`), [
    'paragraph null', 'paragraph null', 'item （一）', 'item （二）', 'point 1.', 'point 2.',
  ])
})
test('纯文本：没有井号，题注写在括号里，中文年月日', () => {
  const { head, articles } = read(`中华人民共和国样品法
（二〇〇二年六月二十九日第九届全国人民代表大会常务委员会第二十八次会议通过 根据2014年8月31日第十二届全国人民代表大会常务委员会第十次会议《关于修改〈中华人民共和国保险法〉等五部法律的决定》修正）
目　录
第一章　总则
第二章　附则
第一章　总则
第一条　为了试验，制定本法。
第十条所列情形从其规定。
第二章　附则
第二条本法自2003年1月1日起施行。`)
  assert.equal(head.title, '中华人民共和国样品法')
  assert.equal(head.kind, 'law')
  assert.deepEqual([head.adoptedOn, head.madeOn, head.inForceOn], ['2002-06-29', '2014-08-31', '2014-08-31'])
  assert.deepEqual(articles.map(({ number, text }) => `${number}：${text}`), ['第一条：为了试验，制定本法。\n第十条所列情形从其规定。', '第二条：本法自2003年1月1日起施行。'])
})
test('缺条、重条、没有日期都说出来，条文一条不丢', () => {
  const { articles, doubts } = read('# 某规定\n\n第一条 一。\n\n第三条 三。\n\n第三条 又三。\n\n第三条之一 三之一。')
  assert.equal(articles.length, 4)
  assert.match(doubts.join(' '), /没有写明通过或公布的日期/)
  assert.match(doubts.join(' '), /第一条之后是第三条，条号不连续/)
  assert.match(doubts.join(' '), /第三条出现了两次/)
  assert.ok(!doubts.some((doubt) => doubt.includes('之一')), doubts.join(' '))
})
test('修改过的法律，附则里旧的施行日期不当真', () => {
  const { head, doubts } = read('# 中华人民共和国样品法\n\n2002年6月29日 第九届全国人民代表大会常务委员会第二十八次会议通过\n\n2021年6月10日 第十三届全国人民代表大会常务委员会第二十九次会议修正\n\n第一条 本法自2002年11月1日起施行。')
  assert.equal(head.inForceOn, '2021-06-10')
  assert.match(doubts.join(), /施行日期 2002-11-01 早于本次修改 2021-06-10/)
})
test('不分条的、空的、一条长得不像话的，说清为什么不收', () => {
  assert.match(refusedFor('关于放假的通知\n今天放假。'), /没有找到以“第一条”开头的条文/)
  assert.match(refusedFor(''), /没有找到/)
  assert.match(refusedFor(`第一条 ${'长'.repeat(20_001)}`), /不像一条/)
})
test('中文数字来回都对', () => {
  for (let value = 1; value < 10_000; value += 1) assert.equal(readNumber(inChinese(value)), value, inChinese(value))
  assert.deepEqual(['一百零三', '两百', '10', '１２', '', '十十', '万'].map(readNumber), [103, 200, 10, 12, undefined, 20, undefined])
})

test('乱来的文件不崩、不慢：截断、10 MB 一行、没有标题、随机字符', () => {
  const began = performance.now()
  for (let cut = 0; cut < teaRules2021.length; cut += 7) parseLaw(teaRules2021.slice(0, cut), { title: '截断' })
  for (const line of ['第一条 ', '第一百', '（一）', '# ', '2021年3月', '**', '<!--', '第一章 ', '　'])
    parseLaw(line.repeat(Math.ceil(10_000_000 / line.length)), { title: '长行' })
  parseLaw('\n'.repeat(1_000_000), { title: '空行' })
  const alphabet = Array.from('第一二十条章节编项（）（）0123456789年月日#*<!->之 　\n自起施行通过公布令号〔〕《》')
  let seed = 20210
  const any = (): string => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return alphabet[seed % alphabet.length] ?? ''
  }
  for (let round = 0; round < 400; round += 1) {
    const text = Array.from({ length: 300 }, any).join('')
    const parsed = parseLaw(text, { title: '随机' })
    if ('law' in parsed) assert.ok(parsed.law.articles.every(({ number, text: words }) => number !== '' && words !== ''))
  }
  const took = performance.now() - began
  assert.ok(took < 10_000, `${Math.round(took)} ms`)
})
