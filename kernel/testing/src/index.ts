// What a test of the house needs: a clock it can turn, a database of its own, a browser, and files that show how things look.
export { browser } from './browser.ts'
export type { OpenPage, Page, StoryBrowser } from './browser.ts'
export { fakeClock } from './fake-clock.ts'
export type { FakeClock } from './fake-clock.ts'
export { golden } from './golden.ts'
export { settled } from './settled.ts'
export { testDatabase } from './test-database.ts'
