export * from './chain.ts'
export * from './verify-chain.ts'
export * from './signed-head.ts'
export * from './chain-reader.ts'
