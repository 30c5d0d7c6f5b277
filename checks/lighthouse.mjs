// Lighthouse over some pages of a built site, served from this machine and compressed as hosts do: node lighthouse.mjs OUTPUT PAGE...
// Prints the four scores of each page. Accessibility, best practices and SEO must be 99 or more and nothing may shift while a page
// loads; speed depends on what else the machine does, so it only counts where SPEED=1 is set.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain" };
const [output, ...pages] = process.argv.slice(2);

const server = createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).replace(/\/$/, "/index.html");
  try {
    const data = await readFile(join(output, path));
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream", "content-encoding": "gzip" }).end(gzipSync(data));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const browser = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: flags });
let failed = 0;
for (const page of pages) {
  const url = `http://127.0.0.1:${server.address().port}/${page}`;
  const { lhr } = await lighthouse(url, { port: browser.port, logLevel: "error", throttlingMethod: "simulate" });
  const scores = Object.entries(lhr.categories).map(([name, one]) => [name, Math.round((one.score ?? 0) * 100)]);
  const low = scores.filter(([name, score]) => score < 99 && (name !== "performance" || process.env.SPEED));
  const shift = lhr.audits["cumulative-layout-shift"].numericValue;
  if (shift > 0.01) low.push(["layout shift", shift]);
  failed ||= low.length;
  console.log(`  ${low.length ? "LOW" : "ok "} ${page}: ${scores.map(([name, score]) => `${name} ${score}`).join(", ")}`);
  for (const audit of Object.values(lhr.audits)) if (low.length && audit.score !== null && audit.score < 0.9) console.log(`      ${audit.id}`);
}
await browser.kill();
server.close();
process.exit(failed ? 1 : 0);
