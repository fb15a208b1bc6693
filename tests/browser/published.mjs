// Serves a published site on the loopback, and opens it in Chromium.
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { publish, read, root, temporaryFolder } from '../support/published.mjs'

export { publish, read, root, temporaryFolder }

export const filesOf = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
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
