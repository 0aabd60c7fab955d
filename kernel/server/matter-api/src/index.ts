// 事项接口: what is done with a matter besides asking and stepping: deciding it, signing it, and reading what it refers to.
export { severalRoutes } from './agree-to-several.ts'
export { approvalRoutes } from './approvals.ts'
export { referenceRoutes } from './references.ts'
export { signatureRoutes } from './signatures.ts'
export { whoDecidesRoutes } from './who-decides.ts'
