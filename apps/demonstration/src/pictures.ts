// `npm run pictures`: every page in eight ways, kept as pictures for people and as structure for the next comparison.
// Words after it are parts of addresses; --compare changes nothing kept, --missing adds what is not kept yet, --structure takes no pictures.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startChromium } from '@houqin/testing/chromium'
import { openDemonstration } from './open-demonstration.ts'
import { isKept, keep, moved, nameOf } from './pictures/kept.ts'
import { take } from './pictures/take.ts'
import type { View } from './pictures/take.ts'
import { walkPages } from './pictures/walk.ts'

const folder = fileURLToPath(new URL('../../../.cache/pictures/', import.meta.url))
const words = process.argv.slice(2)
const comparing = words.includes('--compare')
const at = words.find((word) => word.startsWith('--at='))?.slice('--at='.length)
const only = words.filter((word) => !word.startsWith('--'))
const missing = words.includes('--missing')
const structureOnly = words.includes('--structure')
mkdirSync(folder, { recursive: true })

const own = at === undefined ? await openDemonstration() : undefined
const address = at ?? own?.address ?? ''
const browser = await startChromium()
const views = new Map<string, View[]>()
const report: string[] = []
const tell = (title: string, lines: readonly string[]): void => {
  process.stdout.write(`${[title, ...lines.map((line) => `  ${line}`)].join('\n')}\n`)
  report.push(...lines.map((line) => `${title}: ${line}`))
}
try {
  await walkPages(browser, {
    address,
    only,
    restless: ({ pattern, username }) => tell(`${pattern} · ${username}`, ['never stands still']),
    isDone: (sight) => missing && isKept(nameOf(sight)),
    look: async (page, sight, locale) => {
      const name = nameOf(sight)
      const taken = await take(page, { locale, ...(!structureOnly && { picture: (way: string) => `${folder}${name}.${way}.jpg` }) })
      views.set(name, [...(views.get(name) ?? []), ...taken.views])
      if (locale === 'en' && !comparing) keep(name, views.get(name) ?? [])
      tell(`${sight.pattern} · ${sight.username} · ${locale}`, taken.poor)
    },
  })
} finally {
  await browser.close()
  await own?.close()
}
if (comparing) for (const [name, seen] of views) tell(name, moved(name, seen) ?? ['is not kept yet'])
writeFileSync(`${folder}index.html`, index())
process.stdout.write(`\n${views.size} pages, ${report.length} things to look at; the pictures: ${folder}index.html\n`)
process.exitCode = report.length > 0 ? 1 : 0

/** All pictures of a page side by side. */
function index(): string {
  const files = readdirSync(folder).filter((file) => file.endsWith('.jpg'))
  const names = [...new Set(files.map((file) => file.replace(/\.(desk|phone)-.*$/, '')))]
  const rows = names.map((name) => `<h2>${name}</h2><p>${files.filter((file) => file.replace(/\.(desk|phone)-.*$/, '') === name).map((file) => `<a href="${file}"><img src="${file}" loading="lazy" height="300" title="${file}"></a>`).join(' ')}</p>`)
  return `<!doctype html><meta charset="utf-8"><title>Pictures</title><body style="font-family:sans-serif">${rows.join('\n')}`
}
