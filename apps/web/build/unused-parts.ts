// What a library brings along and the console never asks for 用不到的部分: left out before the first screen.

interface Part {
  readonly from: RegExp
  readonly source: string
  /** What stands in its place. */
  readonly instead: string
}
const provider = /antd\/es\/config-provider\/index\.js$/
const parts: readonly Part[] = [
  // The tooltips that glide from one place to the next, which antd's provider imports for whoever sets `tooltip.unique`: with them come its pop-ups, 9 kB of gzip.
  { from: provider, source: '../tooltip/UniqueProvider', instead: 'export default ({ children }) => children' },
  // The two for which the provider works out every figure of the look before a page has anything of antd's: whether things move, which a media query answers,
  // and the reset of icons, which their own package writes as well. On a slow processor these were 90 ms before the first picture of any page.
  {
    from: provider, source: './MotionWrapper',
    instead: `import { Provider } from '@rc-component/motion'
import { createElement } from 'react'
const still = matchMedia('(prefers-reduced-motion: reduce)').matches
export default ({ children }) => (still ? createElement(Provider, { motion: false }, children) : children)`,
  },
  { from: provider, source: './style', instead: 'export default () => undefined' },
  // The ring that spreads half a second long from whatever was pressed: it says nothing, and nothing here moves longer than 150 ms.
  { from: /antd\/es\/[\w/-]+\.js$/, source: '../_util/wave', instead: 'export default ({ children }) => children ?? null' },
]
const mark = '\0houqin:instead:'

/** A plugin of the builder. */
export function leaveUnusedParts() {
  return {
    name: 'houqin:unused-parts',
    apply: 'build' as const,
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined): string | undefined {
      return parts.some((part) => source === part.source && importer !== undefined && part.from.test(importer)) ? `${mark}${source}` : undefined
    },
    load(id: string): string | undefined {
      return parts.find(({ source }) => id === `${mark}${source}`)?.instead
    },
  }
}

/** antd's parts do nothing when they are read, but their packages do not say so: whoever takes one function of theirs is given all, motion and attributes of everything, 6 kB of gzip. A package of theirs that is read for its effects would have to be left out here. */
export const withoutEffects = Object.freeze([{ test: /\/node_modules\/@(?:rc-component|ant-design)\//, sideEffects: false }])
