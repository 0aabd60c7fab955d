// Taking a step of a repair from a page or sheet made by hand.
import { useStepSender as useSender } from '@houqin/web-kit'
import type { StepSender, WireMatter } from '@houqin/web-kit'
import { repair } from '../contract/index.ts'

export type RepairStep = keyof typeof repair.steps

export function useStepSender(of: { shown: Pick<WireMatter, 'number' | 'version'>; step: RepairStep }): StepSender {
  return useSender({ matter: repair, ...of })
}
