// Receives webhooks and verifies them with the reference library of Standard Webhooks. Its port is the first line it writes, then one line of
// JSON for each request. Lines that it reads are secrets, the one before is forgotten.
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";

let secret;
createInterface({ input: process.stdin }).on("line", (line) => { secret = line; }).on("close", () => process.exit(0));

const answers = {
  "/ok": (response) => response.writeHead(204).end(),
  "/fail": (response) => response.writeHead(500).end("the receiver is broken\u0007"),
  "/gone": (response) => response.writeHead(410).end(),
  "/redirect": (response) => response.writeHead(302, { location: "/ok" }).end(),
  "/slow": () => {},
  "/endless": (response) => { response.writeHead(200); setInterval(() => response.write("x".repeat(65536)), 1); },
};

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part)).on("end", () => {
    const body = Buffer.concat(parts).toString("utf8");
    let failure = null;
    try {
      new Webhook(secret).verify(body, request.headers);
    } catch (error) {
      failure = error.message;
    }
    console.log(JSON.stringify({ path: request.url, failure, headers: request.headers, body: JSON.parse(body) }));
    answers[request.url](response);
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
