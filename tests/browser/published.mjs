// Publishes a site with the program under test, serves it on the loopback, and opens it in Chromium.
import { execFileSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const folders = []
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
export function temporaryFolder() {
  folders.push(mkdtempSync(path.join(tmpdir(), 'framewright-browser-')))
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

export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
export const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8')
// The address of a page: "standards/S3/" of standards/S3/index.html.
export const addressOf = (file) => file.replace(/index\.html$/, '')

const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml', json: 'application/json' }

// The policy that the site's own file of headers asks for.
const policyOf = (folder) => /Content-Security-Policy: (.*)/.exec(read(folder, '_headers'))[1]

export async function serve(folder) {
  const policy = policyOf(folder)
  const server = createServer((request, response) => {
    let file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://localhost').pathname))
    if (file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isDirectory()) file = path.join(file, 'index.html')
    if (!file.startsWith(folder) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end()
    const type = types[path.extname(file).slice(1)] ?? 'application/octet-stream'
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy })
    createReadStream(file).pipe(response)
  })
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

export const openBrowser = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
