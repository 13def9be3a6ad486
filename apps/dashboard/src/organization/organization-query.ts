export const ORGANIZATION = ['organization'] as const
