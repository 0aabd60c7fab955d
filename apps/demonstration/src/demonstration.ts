// What a browser story needs of the demonstration: its address, people of it signed in on a screen of a size, and taps counted.
import { after } from 'node:test'
import { browser } from '@houqin/testing'
import type { Page } from '@houqin/testing'
import { demonstrationDatabaseVariable, demonstrationFolderVariable, demonstrationVariable, openDemonstration } from './open-demonstration.ts'
import type { OpenDemonstration } from './open-demonstration.ts'

/** Of every account of the demonstration. */
const usualPassword = 'Qingxi-2026'
export const telephone = Object.freeze({ width: 390, height: 844 })
export const desk = Object.freeze({ width: 1440, height: 900 })

export interface StoryTest {
  after(done: () => Promise<void>): void
}
export interface Seat {
  readonly test: StoryTest
  readonly username: string
  /** That of the demonstration's accounts unless told. */
  readonly password?: string
  /** A path of the console. */
  readonly path: string
  readonly size: { readonly width: number; readonly height: number }
  readonly expectedErrors?: readonly RegExp[]
}
export interface Demonstration {
  readonly address: string
  /** For a program beside the server, such as a terminals' gateway. */
  readonly databaseUrl: string
  /** Where its keys and files are, for a second server. */
  readonly dataFolder: string
  /** Somebody signed in, in a profile of his own, looking at a page of the console. */
  readonly openAs: (seat: Seat) => Promise<Page>
}

let own: Promise<OpenDemonstration> | undefined
after(async () => {
  await (await own)?.close()
})

async function joined(): Promise<Pick<OpenDemonstration, 'address' | 'databaseUrl' | 'dataFolder'>> {
  const [address, databaseUrl, dataFolder] = [demonstrationVariable, demonstrationDatabaseVariable, demonstrationFolderVariable].map((name) => process.env[name])
  return address !== undefined && databaseUrl !== undefined && dataFolder !== undefined ? { address, databaseUrl, dataFolder } : await (own ??= openDemonstration())
}

/** Joins the demonstration of the run; a test file run by itself opens its own. */
export async function demonstration(): Promise<Demonstration> {
  const { address, databaseUrl, dataFolder } = await joined()
  return Object.freeze({
    address,
    databaseUrl,
    dataFolder,
    async openAs({ test, username, password = usualPassword, path, size, expectedErrors = [] }: Seat) {
      const page = await (await browser()).openPage({ test, ...size, expectedErrors })
      const answer = await page.request.post(`${address}/api/session`, { data: { username, password } })
      if (!answer.ok()) throw new Error(`${username} could not sign in: ${await answer.text()}`)
      await page.goto(`${address}${path}`)
      return page
    },
  })
}

/** Counts the taps of a task. Typing and choosing a picture are none; opening the field for them is. */
export function countTaps(): { readonly tap: (on: { click(): Promise<void> }) => Promise<void>; readonly count: () => number } {
  let taps = 0
  return Object.freeze({
    tap: async (on: { click(): Promise<void> }) => {
      taps += 1
      await on.click()
    },
    count: () => taps,
  })
}
