// 页面名称的拼音: what every screen's title reads like, found in the sources at each build, so that bx and baoxiu find 报修 without a dictionary in the browser.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinyin } from 'pinyin-pro'

const house = fileURLToPath(new URL('../../../', import.meta.url))
const title = /\btitle: '([^']*\p{Script=Han}[^']*)'/gu

/** @returns titles with their syllables, apart by blanks. */
export function titleReadings(): Readonly<Record<string, string>> {
  const folders = ['apps/web/src', ...readdirSync(join(house, 'subsystems')).map((name) => `subsystems/${name}/src`)]
  const sources = folders.flatMap((folder) =>
    readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path)).map((path) => readFileSync(join(house, folder, path), 'utf8')),
  )
  const titles = new Set(sources.flatMap((text) => [...text.matchAll(title)].flatMap(([, words]) => words ?? [])))
  return Object.fromEntries([...titles].toSorted((a, b) => a.localeCompare(b)).map((words) => [words, pinyin(words, { toneType: 'none', v: true, nonZh: 'removed' })]))
}
