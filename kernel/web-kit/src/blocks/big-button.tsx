// A big button: one thing to do, wide enough for a thumb in a glove. A link when it opens a page.
import type { ComponentType, ReactNode } from 'react'
import { ConsoleLink } from './console-link.tsx'

export function BigButton({ label, hint, icon: Icon, to, onPress, primary = false, disabled = false }: {
  label: string
  hint?: string
  icon?: ComponentType
  to?: string
  onPress?: () => void
  primary?: boolean
  disabled?: boolean
}): ReactNode {
  const className = primary ? 'hq-big hq-big-primary' : 'hq-big'
  const inside = (
    <>
      {Icon && (
        <span className="hq-big-icon" aria-hidden="true">
          <Icon />
        </span>
      )}
      <span>
        <span className="hq-big-label">{label}</span>
        {hint && <span className="hq-big-hint">{hint}</span>}
      </span>
    </>
  )
  return to === undefined ? (
    <button type="button" className={className} onClick={onPress} disabled={disabled}>
      {inside}
    </button>
  ) : (
    <ConsoleLink to={to} className={className}>
      {inside}
    </ConsoleLink>
  )
}
