// Measures Cloakroom and its peers in turn, in one run, on a built tree: `node compare.mjs [--rounds N] [--json]`.
// With `--micro [OPTIONS OF JMH]` what the host does for one message, alone.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Figures, loadNow } from "./peers/figures.mjs";
import { round } from "./peers/round.mjs";
import { OURS, table } from "./peers/table.mjs";

const MOST_LOAD = 3;
const NAME = /^(.*), (ms|µs|MB|kB|per second)$/;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const bench = here("target/cloakroom-bench.jar");
const jdk = process.env.CLOAKROOM_JDK || process.env.JAVA_HOME;
const java = jdk ? join(jdk, "bin/java") : "java";

async function compare(programs) {
  const figures = new Figures();
  for (let number = 1; number <= Number(options.rounds); number++) {
    tell(
      `round ${number} of ${options.rounds}, the load is ${loadNow().toFixed(1)}`,
    );
    ourRound(figures, programs);
    await round(figures, programs);
  }
  return figures.rows();
}

function ourRound(figures, programs) {
  const measured = JSON.parse(
    output(
      java,
      "-jar",
      bench,
      "--rounds",
      "1",
      "--json",
      "--programs",
      programs,
    ),
  );
  for (const [name, { values }] of Object.entries(measured)) {
    const [, figure, unit] = NAME.exec(name);
    for (const value of values)
      figures.add(OURS, { figure, unit, value }, loadNow());
  }
}

function expectBuilt() {
  if (existsSync(bench)) return;
  tell("nothing is built: run `mvn -DskipTests package` first");
  process.exit(2);
}

// without them, their rows say that they are not there; what npm says is progress, not a result
function installPeers() {
  const installer = here("../guest/install.mjs");
  const { status } = spawnSync(process.execPath, [installer], {
    cwd: here("peers"),
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) tell("npm could not install the peers");
}

function warnOfLoad(rows) {
  const most = Math.max(...rows.map((row) => row.load));
  if (most > MOST_LOAD)
    tell(
      `the load of a minute rose to ${most.toFixed(1)}: trust the ratios more than the figures`,
    );
}

function output(command, ...args) {
  return execFileSync(command, args, {
    cwd: here("../.."),
    encoding: "utf8",
    stdio: ["ignore", "pipe", 2],
  });
}

const tell = (message) => console.error(`compare: ${message}`);

// what follows is JMH's, with options of its own
function micro(args) {
  const { status } = spawnSync(java, ["-cp", bench, "org.openjdk.jmh.Main", ...args], {
    cwd: here("../.."),
    stdio: "inherit",
  });
  process.exit(status ?? 1);
}

expectBuilt();
if (process.argv[2] === "--micro") micro(process.argv.slice(3));
installPeers();
const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    json: { type: "boolean", default: false },
  },
});
const programs = mkdtempSync(join(tmpdir(), "cloakroom-programs-"));
try {
  const rows = await compare(programs);
  console.log(options.json ? JSON.stringify(rows, null, 2) : table(rows));
  warnOfLoad(rows);
} finally {
  rmSync(programs, { recursive: true });
}
