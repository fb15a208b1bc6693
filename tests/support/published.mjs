// Publishes sites with the program under test.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const folders = []
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

export function temporaryFolder() {
  folders.push(mkdtempSync(path.join(tmpdir(), 'framewright-test-')))
  return folders.at(-1)
}

// The folder that a site is published to, as on one day.
export function publish(site) {
  const output = path.join(temporaryFolder(), 'public')
  execFileSync(process.env.FRAMEWRIGHT, ['build', '--site', site, '--date', '2026-11-25', '-o', output], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  return output
}

export const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8')
