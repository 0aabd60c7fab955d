// In which pieces the console is fetched 分块: without a word each module that several pages share becomes a file of its own, packed for itself; fifty such files weigh a tenth more than what they hold.

const everywhere = 'blocks/(page-head|state-tag|due-text|sheet|when-text|photos)|fields/(words-area|entries|row-picker|choice-picker|day-input|draft|chip-choice|field-box)|format/field-value|parts/screen-param'
const forms = 'fields/(record-form|field-input|photo-input|use-record-form|restored-draft)'
const kit = (names: string): RegExp => new RegExp(`/web-kit/src/(${names})\\.tsx?$`)

/** Each holds what stands in it with all that needs, but for what an earlier one holds. Measured by `npm run bench -- first-page`. */
export const pieces = [
  // what everybody fetches at once; an upgrade often leaves the libraries as they are
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/ },
  { name: 'first', tags: ['$initial' as const] },
  { name: 'button', test: /\/antd\/es\/button\// },
  // small, and on most pages
  { name: 'small', test: kit(everywhere) },
  { name: 'form', test: kit(forms) },
]
