/* Builds static/build/: one style sheet from our scss, and every script that a page may load.
 *
 * Browsers load the scripts as modules, so nothing is bundled: ours and the Design System's are copied side by side.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const build = join(here, "build");

// Under plain names, so that servers and browsers agree on the type of file.
const borrowed = {
  "govuk-frontend.js": "govuk-frontend/dist/govuk/govuk-frontend.min.js",
  "sortable-table.js": "@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.bundle.mjs",
};

rmSync(build, { recursive: true, force: true });
mkdirSync(build, { recursive: true });

const { css } = compile(join(here, "scss", "app.scss"), { loadPaths: [root, join(root, "node_modules")], quietDeps: true, style: "compressed" });
writeFileSync(join(build, "app.css"), css);

for (const [name, source] of Object.entries(borrowed)) {
  copyFileSync(join(root, "node_modules", source), join(build, name));
}
for (const name of readdirSync(join(here, "js"))) {
  copyFileSync(join(here, "js", name), join(build, name));
}
console.log(`Built ${readdirSync(build).length} files in scrutiny_app/static/build`);
