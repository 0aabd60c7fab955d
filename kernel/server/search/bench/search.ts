// 检索的量度: a million rows of a name and a matter number, and how long one look-up takes.
// Run: DATABASE_URL=postgres://… node kernel/server/search/bench/search.ts [rows]; works in a schema it drops again.
import { queryTokens, searchTokens } from '@houqin/search'
import pg from 'pg'

const rows = Number(process.argv[2] ?? 1_000_000)
const batch = 5_000
const rounds = 20
const surnames = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const given = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红建国华志海燕春梅俊峰宇浩然子涵欣怡梓轩思远佳琪晓东小龙云飞雪莹嘉慧立新德才振邦永康家栋天佑少云若水长青一鸣'

// A fixed seed, so that two runs measure the same rows.
let seed = 20261124
const draw = (below: number): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((seed / 2 ** 32) ** 1.5 * below)
}
const pick = (characters: string): string => characters[draw(characters.length)] ?? ''
const rowText = (n: number): string => {
  const name = pick(surnames) + pick(given) + (draw(10) < 5 ? pick(given) : '')
  const day = 20260101 + Math.floor(n / 2_000) % 28 + 100 * (Math.floor(n / 56_000) % 12)
  return `${name} BX-${day}-${String(n % 2_000 + 1).padStart(4, '0')}`
}

const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
await client.connect()
await client.query('drop schema if exists bench_search cascade; create schema bench_search')
await client.query('create table bench_search.row (id bigint generated always as identity, text text, search text[])')
const tokensBegin = performance.now()
let tokenMs = 0
for (let done = 0; done < rows; done += batch) {
  const texts = Array.from({ length: Math.min(batch, rows - done) }, (_, i) => rowText(done + i))
  const began = performance.now()
  const tokens = texts.map((text) => searchTokens(text).join(','))
  tokenMs += performance.now() - began
  await client.query(
    `insert into bench_search.row (text, search)
     select text, string_to_array(tokens, ',') from unnest($1::text[], $2::text[]) as given (text, tokens)`,
    [texts, tokens],
  )
}
const indexBegins = performance.now()
await client.query('create index on bench_search.row using gin (search) with (fastupdate = off)')
await client.query('analyze bench_search.row')
console.log(`${rows} rows: tokens ${(tokenMs * 1_000 / rows).toFixed(1)} µs a row, load ${((indexBegins - tokensBegin) / 1_000).toFixed(0)} s, index ${((performance.now() - indexBegins) / 1_000).toFixed(0)} s`)

for (const question of ['张伟', '欧阳', '龙飞', 'zw', 'lxm', '伟', '0007', '1124-0007', 'BX-20261124-0007', '张伟 20261124', 'z']) {
  const tokens = queryTokens(question)
  const times: number[] = []
  let count = 0
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    const found = await client.query({ name: 'find', text: 'select id, text from bench_search.row where search @> $1::text[] limit 20', values: [tokens] })
    times.push(performance.now() - began)
    count = found.rowCount ?? 0
  }
  const total = await client.query<{ n: string }>('select count(*) as n from bench_search.row where search @> $1::text[]', [tokens])
  times.sort((a, b) => a - b)
  console.log(`${question}\t${count} of ${total.rows[0]?.n ?? 0}\tmedian ${times[rounds / 2]?.toFixed(1)} ms\tworst ${times.at(-1)?.toFixed(1)} ms`)
}
await client.query('drop schema bench_search cascade')
await client.end()
