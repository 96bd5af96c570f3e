/** What the environment variable PIYUE_RUNTIME may say. */
export type RuntimeChoice = 'auto' | 'electron' | 'stand-in'

/** @throws when PIYUE_RUNTIME says something else */
export function runtimeChoice(env: NodeJS.ProcessEnv = process.env): RuntimeChoice {
  const choice = env['PIYUE_RUNTIME'] ?? 'auto'
  if (choice === 'auto' || choice === 'electron' || choice === 'stand-in') return choice
  throw new Error(`PIYUE_RUNTIME=${choice}: must be auto, electron or stand-in`)
}
