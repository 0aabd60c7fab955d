// Searches 搜索: one box over a million persons, certificates and repairs by name, pinyin and number, and over the articles of laws, through real HTTP.
import { importFolder } from '@houqin/regulations/import'
import { withSystem } from '@houqin/server/with-system'
import { withLargeHouse } from './large-house.ts'
import { ask, load } from './load.ts'
import { median, ninetyNinth, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { serveInterface } from './serve.ts'

/** Names and syllables many bear and few bear, numbers whole and begun, words of matters, something nobody is called. */
const sought = ['王芳', '李', '欧阳', 'zhangwei', 'lm', 'P0004321', 'Z00000', 'BX-2024', 'BX', '漏水', '空调不制冷', '第020局', '301', '灯 机关大院', '食堂包子铺']
const articles = ['消防', '电梯', '第九条 中小企业', '应当 监督检查', '保存期限', '的', 'xf', 'zfcg', 'xiaofang', 'baocunqixian']

export interface Found {
  readonly what: string
  readonly who: 'member' | 'officer'
  readonly times: readonly number[]
  /** Rows answered. */
  readonly found: number
}

/** `npm run bench -- search [ROWS [FOLDER [LAWS]]]`: LAWS holds texts as `npm run regulations:import` takes them. */
export async function benchSearch(): Promise<readonly Measured[]> {
  const [, , , rows = '1000000', folder, laws] = process.argv
  const { all, law } = await askSearches({ rows: Number(rows), folder: folder === '-' ? undefined : folder, laws, rounds: 12 })
  const of = (those: readonly Found[], who: Found['who']): readonly number[] => those.filter((one) => one.who === who).flatMap(({ times }) => times)
  const figures = (what: string, those: readonly Found[], goal: string): Measured[] => {
    const [member, officer] = [of(those, 'member'), of(those, 'officer')]
    return [
      { what: `${what}, member`, value: rounded(median(member)), unit: 'ms', yardstick: { what: 'officer', value: rounded(median(officer)) }, ratio: rounded(median(member) / median(officer)), goal },
      { what: `${what}, member, 99 of 100`, value: rounded(ninetyNinth(member)), unit: 'ms', goal },
      { what: `${what}, officer, 99 of 100`, value: rounded(ninetyNinth(officer)), unit: 'ms', goal },
    ]
  }
  return [
    ...figures(`one search over ${rows} of each`, all, '≤ 100'),
    ...all.map(({ what, who, times }): Measured => ({ what: `“${what}”, ${who}`, value: rounded(median(times)), unit: 'ms' })),
    ...(law.length === 0 ? [] : figures('articles', law, '≤ 50')),
  ]
}

/** Each thing asked `rounds` times, one after the other. */
export async function askSearches({ rows, folder, laws, rounds }: { rows: number; folder?: string | undefined; laws?: string | undefined; rounds: number }): Promise<{ readonly all: readonly Found[]; readonly law: readonly Found[] }> {
  const all: Found[] = []
  const law: Found[] = []
  await withLargeHouse({ sizes: [rows], folder }, async (house) => {
    if (laws !== undefined) await withSystem({ databaseUrl: house.url, dataFolder: house.dataFolder, log: () => undefined }, (system) => importFolder(system, laws))
    const product = await serveInterface({ data: house.dataFolder, databaseUrl: house.url })
    try {
      for (const who of ['member', 'officer'] as const) {
        const asked = async (path: string, what: string): Promise<Found> => {
          const question = { address: product.address, path: `${path}?q=${encodeURIComponent(what)}`, token: house[who] }
          const { rows: answered } = JSON.parse(await ask(question)) as { rows: readonly unknown[] }
          return { what, who, found: answered.length, times: (await load(question, { clients: 1, answers: rounds })).times }
        }
        for (const what of sought) all.push(await asked('/api/search', what))
        if (laws !== undefined) for (const what of articles) law.push(await asked('/api/regulations/search', what))
      }
    } finally {
      await product.stop()
    }
  })
  return { all, law }
}
