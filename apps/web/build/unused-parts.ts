// What a library brings along and the console never asks for 用不到的部分: left out before the first screen.

/** The tooltips that glide from one place to the next, which antd's provider imports for whoever sets `tooltip.unique`: with them come its pop-ups, 9 kB of gzip. */
const glidingTooltips = { from: /antd\/es\/config-provider\/index\.js$/, source: '../tooltip/UniqueProvider' }
const nothing = '\0houqin:children-as-they-are'

/** A plugin of the builder. */
export function leaveUnusedParts() {
  return {
    name: 'houqin:unused-parts',
    apply: 'build' as const,
    enforce: 'pre' as const,
    resolveId(source: string, importer: string | undefined): string | undefined {
      return source === glidingTooltips.source && importer !== undefined && glidingTooltips.from.test(importer) ? nothing : undefined
    },
    load(id: string): string | undefined {
      return id === nothing ? 'export default ({ children }) => children' : undefined
    },
  }
}

/** antd's parts do nothing when they are read, but their packages do not say so: whoever takes one function of theirs is given all, motion and attributes of everything, 6 kB of gzip. A package of theirs that is read for its effects would have to be left out here. */
export const withoutEffects = Object.freeze([{ test: /\/node_modules\/@(?:rc-component|ant-design)\//, sideEffects: false }])
