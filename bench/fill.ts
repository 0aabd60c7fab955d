// Filling 成批装填: as many rows as are asked for, spread unevenly over organs, sites and people, with the tokens they are found by.
import type { Tx } from '@houqin/db'
import { searchTokens } from '@houqin/search'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface Filling {
  readonly tx: Tx
  /** So many stand there already. */
  readonly from: number
  readonly rows: number
  /** The largest first. */
  readonly organs: readonly string[]
  readonly sites: readonly string[]
  /** Asks for one of 5,000 repairs. */
  readonly member: string
}

const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤')
const given = ['伟', '芳', '秀英', '敏', '静', '丽华', '强', '磊', '军', '洋', '勇', '艳', '杰', '娟', '涛', '明远', '超', '秀兰', '霞', '平', '刚', '桂英', '志强', '建国', '晓雯', '思源', '子涵', '雨桐', '浩然', '文博', '海燕', '国庆', '玉梅', '春生', '立群', '一鸣', '岚', '磊磊', '婷', '桂芳']
const names = surnames.flatMap((surname) => given.map((name) => `${surname}${name}`))
const places = ['机关大院 1号楼301', '机关大院 2号楼大厅', '政务中心 咨询台', '档案馆 库房', '老干部活动中心 阅览室', '行政服务中心 203', '综合楼 地下车库', '会议中心 第一会议室', '食堂 后厨', '信访局 接待室']
const troubles = ['灯不亮', '水龙头漏水', '空调不制冷', '门锁打不开', '插座没电', '马桶堵了', '窗户关不严', '网线松动', '电梯异响', '天花板渗水', '投影仪黑屏', '暖气不热', '吊扇摇晃', '地砖松动', '饮水机不出水', '打印机卡纸', '门禁刷不开', '灯管闪烁', '下水道反味', '柜门脱落']
const subjects = places.flatMap((place) => troubles.map((trouble) => ({ text: `${place}:${trouble}`, what: trouble })))

/** Where the n-th falls on the way from 0 to 1: even over all, and unlike its neighbours. */
const phase = (irrational: number): RawBuilder<number> => sql<number>`(n * ${sql.lit(irrational)}::float8 - floor(n * ${sql.lit(irrational)}::float8))`
/** One of these, the first ones far more often than the last. */
function unevenly(ids: readonly string[], at: RawBuilder<number>): RawBuilder<string> {
  const weights = ids.map((_, place) => 1 / (place + 4))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let reached = 0
  const bounds = weights.slice(0, -1).map((weight) => (reached += weight) / all)
  return sql<string>`(${ids}::uuid[])[1 + width_bucket(${at}, ${bounds}::float8[])]`
}
const evenly = (words: readonly string[], at: RawBuilder<number>): RawBuilder<string> => sql<string>`(${words}::text[])[1 + floor(${at} * ${sql.lit(words.length)})::int]`
/** The n-th id of a table, in the order of time as its own ids are. */
const idOf = (table: number, n: RawBuilder<unknown> = sql`n`): RawBuilder<string> => sql<string>`(${sql.lit(`0190000${table}-0000-7000-8000-`)} || lpad(to_hex(${n}), 12, '0'))::uuid`
const instant = (n: RawBuilder<unknown>, rows: number): RawBuilder<unknown> => sql`timestamptz '2023-12-01T00:00:00Z' + ${n} * interval '1 second' * ${sql.lit(Math.floor(94_000_000 / rows))}`
/** One to three characters at a time, as the search cuts a number. */
const pieces = (text: RawBuilder<unknown>): RawBuilder<unknown> => sql`array(select distinct substr(${text}, at, long) from generate_series(1, 3) as long, generate_series(1, length(${text}) - long + 1) as at)`

/** A table is filled far faster without its indexes; they are made again as they were. */
async function fill(tx: Tx, table: string, rows: RawBuilder<unknown>): Promise<void> {
  await sql`set local maintenance_work_mem = '512MB'`.execute(tx)
  const { rows: indexes } = await sql<{ name: string; made: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid = ${table}::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`.execute(tx)
  for (const { name } of indexes) await sql`drop index ${sql.raw(name)}`.execute(tx)
  await sql`insert into ${sql.raw(table)} ${rows}`.execute(tx)
  for (const { made } of indexes) await sql.raw(made).execute(tx)
}

async function withWords<Result>(tx: Tx, words: readonly { readonly text: string; readonly what: string }[], use: () => Promise<Result>): Promise<Result> {
  await sql`create temporary table word (at integer primary key, text text not null, what text not null, tokens text[] not null) on commit drop`.execute(tx)
  const rows = words.map(({ text, what }, at) => ({ at, text, what, tokens: searchTokens(text) }))
  await sql`insert into word select * from jsonb_populate_recordset(null::word, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
  const result = await use()
  await sql`drop table word`.execute(tx)
  return result
}

/** 'P0000001' and so on; every tenth is retired, every thirtieth an outsourced one. */
export async function fillPersons({ tx, from, rows, organs }: Filling): Promise<void> {
  await withWords(tx, names.map((name) => ({ text: name, what: '' })), () => fill(tx, 'people.person', sql`
    (id, name, number, gender, phone, organ, rank, employment, standing, joined_on, label, search, created_at, updated_at)
    select ${idOf(1)}, w.text, p.number, case when n % 2 = 0 then 'male' else 'female' end, '138' || lpad(n::text, 8, '0'), ${unevenly(organs, phase(Math.SQRT2))},
      null, case when n % 30 = 7 then 'hired' when n % 3 = 1 then 'institution' else 'civil' end, case when n % 10 = 3 then 'retired' when n % 50 = 4 then 'left' else 'active' end,
      date '1990-01-01' + (n % 12000), w.text, w.tokens || ${pieces(sql`lower(p.number)`)}, ${instant(sql`n`, rows)}, ${instant(sql`n`, rows)}
    from generate_series(${from + 1}::int, ${rows}::int) as n
    cross join lateral (select 'P' || lpad(n::text, 7, '0') as number) as p
    join word w on w.at = floor(${phase(Math.sqrt(3))} * ${sql.lit(names.length)})::int`))
}

export async function fillCertificates({ tx, from, rows, sites, organs }: Filling): Promise<void> {
  await fill(tx, 'places.certificate', sql`
    (id, number, site, kind, holder, building_area, land_area, issued_on, label, search, created_at, updated_at)
    select ${idOf(2)}, p.number, ${unevenly(sites, phase(Math.SQRT2))}, case when n % 40 = 9 then 'handover' when n % 3 = 1 then 'building' else 'title' end,
      ${unevenly(organs, phase(Math.sqrt(5)))}, 20 + (n::bigint * 7919) % 90000 / 10.0, case when n % 4 = 0 then 100 + n % 900 end, date '1995-01-01' + (n::bigint * 31 % 11000)::int,
      p.number, ${pieces(sql`lower(p.number)`)}, ${instant(sql`n`, rows)}, ${instant(sql`n`, rows)}
    from generate_series(${from + 1}::int, ${rows}::int) as n cross join lateral (select 'Z' || lpad(n::text, 9, '0') as number) as p`)
}

/** Three of a hundred are open, and nothing of them is due soon. */
export async function fillRepairs({ tx, from, rows, organs, sites, member }: Filling): Promise<void> {
  const n = sql`generate_series(${from + 1}::int, ${rows}::int) as n`
  const open = sql`(n > ${sql.lit(Math.floor(rows * 0.97))})`
  const { rows: [house] } = await sql<{ room: string; category: string; team: string; worker: string }>`
    select (select id from places.room limit 1) as room, (select id from service_desk.category limit 1) as category, id as team, leader as worker from service_desk.team limit 1`.execute(tx)
  const requester = sql`case when n % 5000 = 1 then ${member}::uuid else ${idOf(1, sql`1 + (n::bigint * 7919 % ${sql.lit(rows)})`)} end`
  await withWords(tx, subjects, async () => {
    const word = sql`join word w on w.at = floor(${phase(Math.sqrt(3))} * ${sql.lit(subjects.length)})::int`
    await fill(tx, 'matter.matter', sql`
      (id, kind, number, code, subject, state, version, requester, requester_name, organ, site, holder_person, holder_role, due_at, opened_at, state_since, closed_at, rating)
      select ${idOf(3)}, 'service-desk.repair', p.number, 'bench' || n, w.text, case when ${open} then case n % 3 when 0 then 'asked' else 'working' end else 'closed' end, 5,
        ${requester}, ${evenly(names, phase(Math.SQRT1_2))}, ${unevenly(organs, phase(Math.SQRT2))}, ${unevenly(sites, phase(Math.SQRT2))},
        case when ${open} and n % 3 > 0 then ${house?.worker}::uuid end, case when ${open} and n % 3 = 0 then 'service-desk.dispatcher' end,
        timestamptz '2099-01-01T00:00:00Z', p.opened, p.opened + interval '1 day', case when not ${open} then p.opened + interval '1 day' end, case when not ${open} then 3 + n % 3 end
      from ${n} cross join lateral (select 'BX-' || to_char(${instant(sql`n`, rows)}, 'YYYYMMDD') || '-' || lpad(n::text, 7, '0') as number, ${instant(sql`n`, rows)} as opened) as p ${word}`)
    await fill(tx, 'matter.search', sql`
      (matter, words) select m.id, w.tokens || ${pieces(sql`lower(replace(m.number, '-', ''))`)}
      from ${n} join matter.matter m on m.id = ${idOf(3)} ${word}`)
    await fill(tx, 'service_desk.repair', sql`
      (matter, what, urgency, room, site, handled_as, team, worker, promised_at, outcome)
      select ${idOf(3)}, w.what, case n % 20 when 0 then 'urgent' else 'normal' end, ${house?.room}::uuid, ${unevenly(sites, phase(Math.SQRT2))}, ${house?.category}::uuid, ${house?.team}::uuid, ${house?.worker}::uuid,
        timestamptz '2099-01-01T00:00:00Z', case when not ${open} then 'replaced' end
      from ${n} ${word}`)
  })
  await fill(tx, 'matter.party', sql`(matter, person, why) select ${idOf(3)}, ${requester}, 'requester' from ${n}`)
}
