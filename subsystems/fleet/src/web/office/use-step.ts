// Taking a step of a use from a page made by hand.
import { useStepSender } from '@houqin/web-kit'
import type { StepSender, WireMatter } from '@houqin/web-kit'
import { use } from '../../contract/index.ts'

export type UseStep = keyof typeof use.steps

export function useStep(shown: Pick<WireMatter, 'number' | 'version'>, step: UseStep): StepSender {
  return useStepSender({ matter: use, shown, step })
}
